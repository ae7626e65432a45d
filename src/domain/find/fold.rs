//! Text as it is compared when somebody looks for words: small letters, without accents. What is shown stays as it was
//! written; [`Traced`] leads from the one back to the other.
//!
//! The base letters of Latin stand in two tables of one byte per letter: a normalising crate weighs thirty times that.
//! Other scripts are compared in small letters, with their accents.

/// The base letters from U+00C0 on; `-` where there is none.
const LATIN: (u32, &str) = (
    0xC0,
    "aaaaaaaceeeeiiiidnooooo-ouuuuyt-aaaaaaaceeeeiiiidnooooo-ouuuuytyaaaaaaccccccccdd\
     ddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnn-nnoooooo--rrrrrrssssss\
     ssttttttuuuuuuuuuuuuwwyyyzzzzzzs--------------------------------oo-------------u\
     u-------------------dddlllnnnaaiioouuuuuuuuuu-aaaaaa--ggkkoooo--jdddgg--nnaaaaoo\
     aaaaeeeeiiiioooorrrruuuusstt--hh------aaeeooooooooyy----------------------------",
);
/// The base letters from U+1E00 on.
const FURTHER: (u32, &str) = (
    0x1E00,
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooo\
     oooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyas----\
     aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuu\
     uuyyyyyyyy------",
);

/// A text in small letters and without accents.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        push(letter, &mut folded);
    }
    folded
}

/// A folded text, and for each of its bytes where it comes from.
pub(super) struct Traced {
    /// As [`fold`] gives it.
    pub(super) folded: String,
    /// Per byte of it: where its letter begins and ends in the text itself.
    from: Vec<(usize, usize)>,
}

impl Traced {
    pub(super) fn new(text: &str) -> Self {
        let (mut folded, mut from) = (String::with_capacity(text.len()), Vec::with_capacity(text.len()));
        for (at, letter) in text.char_indices() {
            let before = folded.len();
            push(letter, &mut folded);
            let end = at + letter.len_utf8();
            if folded.len() == before {
                // An accent of its own belongs to the letter before it.
                let start = from.last().map_or(at, |(start, _)| *start);
                from.iter_mut().rev().take_while(|span| span.0 == start).for_each(|span| span.1 = end);
            }
            from.resize(folded.len(), (at, end));
        }
        Self { folded, from }
    }

    /// Where a part of the folded text stands in the text itself: whole letters, with their accents.
    pub(super) fn back(&self, start: usize, end: usize) -> Option<(usize, usize)> {
        Some((self.from.get(start)?.0, self.from.get(end.checked_sub(1)?)?.1))
    }
}

/// Adds a letter as it is compared; nothing for an accent that stands by itself.
fn push(letter: char, folded: &mut String) {
    if letter.is_ascii() {
        folded.push(letter.to_ascii_lowercase());
        return;
    }
    match letter {
        // Accents of their own; hyphens and joints that nobody sees.
        '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => {}
        '’' | '‘' | 'ʼ' => folded.push('\''),
        '“' | '”' | '„' | '«' | '»' => folded.push('"'),
        '‐' | '‑' | '–' | '—' => folded.push('-'),
        'Æ' | 'æ' | 'Ǽ' | 'ǽ' => folded.push_str("ae"),
        'Œ' | 'œ' => folded.push_str("oe"),
        '\u{132}' | '\u{133}' => folded.push_str("ij"),
        'ß' | 'ẞ' => folded.push_str("ss"),
        'Þ' | 'þ' => folded.push_str("th"),
        _ if letter.is_whitespace() => folded.push(' '),
        _ => match base(letter) {
            Some(base) => folded.push(base),
            // What a capital turns into may have a base letter, as the sign for ångström.
            None => folded.extend(letter.to_lowercase().map(|small| base(small).unwrap_or(small))),
        },
    }
}

fn base(letter: char) -> Option<char> {
    [LATIN, FURTHER].into_iter().find_map(|(first, letters)| {
        let at = usize::try_from(u32::from(letter).checked_sub(first)?).ok()?;
        letters.as_bytes().get(at).map(|base| char::from(*base)).filter(|base| *base != '-')
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn accents_and_capitals_do_not_count() {
        for (text, expected) in [
            ("Één café, NAÏEF, geüpdatet", "een cafe, naief, geupdatet"),
            ("e\u{301}e\u{301}n", "een"),
            ("Çağrı, İstanbul, Łódź, Nguyễn, Škoda", "cagri, istanbul, lodz, nguyen, skoda"),
            ("œuvre ÆGIS straße \u{133}sje", "oeuvre aegis strasse ijsje"),
            ("zo’n “les” – nu", "zo'n \"les\" - nu"),
            ("Я и Ω مرحبا", "я и ω مرحبا"),
            ("a\u{a0}b co\u{ad}op \u{212b}", "a b coop a"),
            ("×÷", "×÷"),
        ] {
            assert_eq!(fold(text), expected, "{text}");
        }
    }

    #[test]
    fn the_tables_are_as_long_as_what_they_cover() {
        assert_eq!((LATIN.1.len(), FURTHER.1.len()), (0x250 - 0xC0, 0x1F00 - 0x1E00));
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,40}") {
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
        }

        #[test]
        fn every_folded_byte_leads_back_to_whole_letters(text in "[a-cé\u{301}\u{ad}ß œA-C😀]{0,20}") {
            let traced = Traced::new(&text);
            prop_assert_eq!(&traced.folded, &fold(&text));
            for at in 0..traced.folded.len() {
                let (start, end) = traced.back(at, at + 1).expect("a place");
                let part = text.get(start..end).expect("whole letters");
                prop_assert!(!part.is_empty());
                if let Some(letter) = traced.folded.get(at..=at) {
                    prop_assert!(fold(part).contains(letter), "{part}");
                }
            }
        }
    }
}
