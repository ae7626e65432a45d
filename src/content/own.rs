//! Whether texts are our own: runs of eight words as numbers, so that they can be compared with those of the documents the
//! project comes from without keeping those documents here. Host only.

use crc::{CRC_64_XZ, Crc};

/// Words in a run. Fewer are common to any two texts about schools; eight in a row are somebody's sentence.
const WORDS: usize = 8;
const SUM: Crc<u64> = Crc::<u64>::new(&CRC_64_XZ);

/// Every run of eight words of a text, each as its words and its checksum. Signs and capitals do not count.
pub fn runs(text: &str) -> Vec<(String, u64)> {
    let lower = text.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let run = |words: &[&str]| {
        let run = words.join(" ");
        let sum = SUM.checksum(run.as_bytes());
        (run, sum)
    };
    words.windows(WORDS).map(run).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_and_capitals_do_not_hide_a_run() {
        let one = runs("Dit is een zin van precies acht woorden.");
        let two = runs("dit is een zin (van ‘precies’ acht) Woorden");
        assert_eq!(one.len(), 1);
        assert_eq!(one, two);
        assert_ne!(one, runs("Dit is een zin van precies negen woorden"));
        assert!(runs("te kort").is_empty());
    }
}
