//! A notebook as large as anybody's: hundreds of passes through the six themes with thousands of answers, made as a backup
//! file (docs/backup-format.md) and put back as a person would. The same on every machine: no clock, no chance.

use crate::page::Page;
use crate::tools;
use crate::words::Words;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::time::Duration;

/// The six themes.
pub const THEMES: [&str; 6] = ["icp", "plc", "gen", "inc", "mul", "vul"];
/// A word that stands in exactly one answer of every notebook made here, the last one.
pub const RARE: &str = "regenboogvlieger";
/// How long putting thousands of records back may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(240);
/// When the first pass began; the others follow three days after one another.
const FIRST_DAY: i64 = 1_500_000_000_000;
const THREE_DAYS: i64 = 3 * 24 * 60 * 60 * 1000;
const NOTEBOOK: &str = "10000000-0000-4000-8000-000000000000";

const WORDS: &[&str] = &[
    "de",
    "leerling",
    "zei",
    "dat",
    "het",
    "niet",
    "ging",
    "over",
    "wat",
    "ik",
    "dacht",
    "maar",
    "thuis",
    "een",
    "andere",
    "taal",
    "spreekt",
    "en",
    "daarom",
    "stil",
    "bleef",
    "toen",
    "ouders",
    "vroegen",
    "waarom",
    "er",
    "geen",
    "plaats",
    "was",
    "één",
    "collega",
    "keek",
    "weg",
    "terwijl",
    "we",
    "samen",
    "beslisten",
    "om",
    "volgende",
    "week",
    "opnieuw",
    "te",
    "beginnen",
    "met",
    "de",
    "hele",
    "klas",
    "geïnteresseerd",
    "zweeg",
    "moeilijk",
    "gesprek",
    "groep",
    "anders",
    "gehoord",
    "durfde",
    "eindelijk",
    "iets",
    "café",
    "speelplaats",
];

/// A backup file and what is in it.
pub struct Plenty {
    pub file: String,
    pub answers: usize,
    pub runs: usize,
    /// The theme and prompt of the answer that holds [`RARE`].
    pub rare: (String, String),
}

/// A prompt as its structure file tells it: its id, its kind, and the first thing that can be chosen.
struct Asked {
    id: String,
    kind: String,
    first: String,
}

impl Plenty {
    /// A notebook with so many answers, of about 250 characters each.
    ///
    /// # Errors
    /// When the themes cannot be read.
    pub fn new(answers: usize) -> Result<Self> {
        let themes = THEMES.map(asked).into_iter().collect::<Result<Vec<_>>>()?;
        let mut chance = Chance(7);
        let (mut records, mut made, mut runs) = (vec![record(&own(""), "", FIRST_DAY, &json_since())], 0, 0);
        let mut rare = (String::new(), String::new());
        while made < answers {
            for (theme, prompts) in THEMES.iter().zip(&themes) {
                let began = FIRST_DAY + runs * THREE_DAYS;
                let run = own(&format!("/20000000-0000-4000-8000-{runs:012}"));
                let label = if runs % 7 == 0 { format!("Klas {}", 1 + runs % 6) } else { String::new() };
                records.push(record(&run, "", began, &run_body(theme, &label, began)));
                runs += 1;
                for (at, prompt) in prompts.iter().enumerate() {
                    if made == answers {
                        break;
                    }
                    made += 1;
                    let mut text = chance.text();
                    if made == answers {
                        text.push_str(&format!(" {RARE}"));
                        rare = ((*theme).to_owned(), prompt.id.clone());
                    }
                    let key = format!("{run}/core:{}/0", prompt.id);
                    records.push(record(&key, "nl-BE", began + at as i64 * 60_000, &prompt.body(&text)));
                }
            }
        }
        let file = format!(
            "{{\"format\":\"terugblik-backup\",\"version\":1,\"exportedAt\":\"2026-09-21T14:30:00Z\",\
             \"app\":\"0.1.0\",\"notebook\":\"{NOTEBOOK}\",\"records\":[\n{}\n],\"history\":[],\"wording\":{{}},\"aside\":[]}}",
            records.join(",\n")
        );
        Ok(Self { file, answers, runs: runs as usize, rare })
    }
}

impl Asked {
    /// An answer of its kind that holds this text.
    fn body(&self, text: &str) -> String {
        let said = |slot: &str| json!({ slot: text });
        match self.kind.as_str() {
            "scale" => format!(
                "{{\"kind\":\"scale\",\"texts\":{},\"picks\":[{}]}}",
                said("proof"),
                json!(self.first)
            ),
            "choice" => {
                format!("{{\"kind\":\"choice\",\"texts\":{},\"picks\":[\"+other\"]}}", said("other"))
            }
            _ => format!("{{\"kind\":\"text\",\"texts\":{}}}", said("text")),
        }
    }
}

/// The prompts of a theme that hold a text of some length.
fn asked(theme: &str) -> Result<Vec<Asked>> {
    let file = tools::repository().join(format!("content/core/structure/{theme}.json"));
    let text = std::fs::read_to_string(&file).with_context(|| file.display().to_string())?;
    let set: Value = serde_json::from_str(&text).with_context(|| file.display().to_string())?;
    let known: BTreeSet<&str> = ["text", "scale", "choice"].into();
    let screens = set["screens"].as_array().into_iter().flatten();
    let prompts = screens.flat_map(|screen| screen["prompts"].as_array().into_iter().flatten());
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let all: Vec<Asked> = prompts
        .map(|one| Asked { id: word(&one["id"]), kind: word(&one["kind"]), first: word(&one["anchors"][0]) })
        .filter(|one| known.contains(one.kind.as_str()))
        .collect();
    ensure!(all.len() > 8, "{theme} has {} prompts of these kinds", all.len());
    Ok(all)
}

fn own(rest: &str) -> String {
    let book = format!("terugblik/r/{NOTEBOOK}");
    if rest.is_empty() { format!("{book}/notebook") } else { format!("{book}{rest}") }
}

fn json_since() -> String {
    format!("{{\"kind\":\"notebook\",\"since\":{FIRST_DAY}}}")
}

fn run_body(theme: &str, label: &str, began: i64) -> String {
    let texts =
        if label.is_empty() { String::new() } else { format!("\"texts\":{},", json!({ "label": label })) };
    format!(
        "{{\"kind\":\"run\",{texts}\"names\":{{\"pack\":\"core\",\"part\":\"{theme}\",\"run\":\"theme\"}},\"since\":{began}}}"
    )
}

/// A record of the file: its checksum, and its fields in the order in which they are summed.
fn record(key: &str, language: &str, at: i64, body: &str) -> String {
    let version = if language.is_empty() { "" } else { "0.1.0" };
    let revision = crc32(key.as_bytes());
    let fields = format!(
        "\"v\":1,\"key\":\"{key}\",\"rev\":\"0000{revision:08x}\",\"from\":\"\",\"at\":{at},\"lang\":\"{language}\",\
         \"content\":\"{version}\",\"body\":{body}}}"
    );
    let sum = crc32(format!("{{{fields}").as_bytes());
    format!("{{\"crc\":\"{sum:08x}\",{fields}")
}

/// CRC-32 as of zip and PNG.
fn crc32(bytes: &[u8]) -> u32 {
    let step =
        |sum: u32, byte: &u8| {
            (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
                if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 }
            })
        };
    !bytes.iter().fold(u32::MAX, step)
}

/// A fixed walk that looks like chance.
struct Chance(u32);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) as usize % limit
    }

    /// A few sentences, about 250 characters.
    fn text(&mut self) -> String {
        let long = 170 + self.below(160);
        let mut text = String::new();
        while text.chars().count() < long {
            let mut sentence = String::new();
            for _ in 0..6 + self.below(9) {
                let word = WORDS.get(self.below(WORDS.len())).copied().unwrap_or_default();
                if !sentence.is_empty() {
                    sentence.push(' ');
                }
                sentence.push_str(word);
            }
            let first = sentence.chars().next().into_iter().flat_map(char::to_uppercase).collect::<String>();
            let rest: String = sentence.chars().skip(1).collect();
            let end = if self.below(5) == 0 { ".\n" } else { ". " };
            text.push_str(&[&first, &*rest, end].concat());
        }
        text.trim_end().to_owned()
    }
}

impl Page<'_> {
    /// Puts a made notebook back, as a person does with a backup file, and waits until it stands there.
    ///
    /// # Errors
    /// When the page does not take it whole.
    pub async fn put_back(self, plenty: &Plenty, language: &str) -> Result<()> {
        let words = Words::of(language)?;
        self.open(&format!("?lang={language}#/answers")).await?;
        self.choose_file("veel.json", plenty.file.as_bytes()).await?;
        self.click_words(words.get("preview.add")?).await?;
        let done = words.fill("notice.restored-other", &[("n", &plenty.answers.to_string())])?;
        crate::wait::until("everything to be put back", PATIENCE, async || {
            Ok(self.says(&done).await?.then_some(()))
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_those_of_zip() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn a_notebook_has_as_many_answers_as_asked_for() -> Result<()> {
        let plenty = Plenty::new(1_000)?;
        let file: Value = serde_json::from_str(&plenty.file)?;
        let records = file["records"].as_array().map_or(0, Vec::len);
        assert_eq!(records, plenty.answers + plenty.runs + 1);
        assert_eq!(plenty.file.matches(RARE).count(), 1);
        let letters = plenty.file.chars().count() / plenty.answers;
        assert!((400..800).contains(&letters), "{letters} characters a record");
        Ok(())
    }
}
