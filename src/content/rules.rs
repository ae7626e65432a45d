//! What a text of the pack may look like: length, wording, typography. Each rule takes one text and says what is wrong.
//!
//! The reasons stand in `content/README.md`. Rules about structure and completeness are in `check`.

/// Words in a question, at most.
const QUESTION: usize = 35;
/// Words in one sentence of a question, at most.
const SENTENCE: usize = 22;
/// Words on one projected screen, at most: it is read from the last row.
const SCREEN: usize = 50;
/// Words of what to do in a checklist, at most.
const TO_DO: usize = 27;
/// Words of a sentence in questions on average, at most.
pub(super) const AVERAGE: usize = 14;

/// Words that date or label, and what to write instead. They are looked for at the start of a word, in small letters;
/// a mark at the end asks for the whole word.
const REFUSED: &[(&str, &str)] = &[
    ("m-decreet", "since 2023 it is leersteun"),
    ("allochto", "name the situation, not the origin"),
    ("autochto", "name the situation, not the origin"),
    ("blanke.", "say wit or witte"),
    ("derde wereld", "name the place"),
    ("third world", "name the place"),
    ("ontwikkelingsland", "name the place"),
    ("developing countr", "name the place"),
    ("zwakke leerling", "say what the task asked"),
    ("weak pupil", "say what the task asked"),
    ("kwetsbare leerling", "leerling in een kwetsbare situatie"),
    ("vulnerable pupil", "pupil in a vulnerable situation"),
    ("disadvantaged pupil", "pupil in a vulnerable situation"),
    ("probleemleerling", "say what happened"),
    ("taalarm", "say which words or sentences were missing"),
    ("taalachterstand", "say which words or sentences were missing"),
    ("normale kinderen", "say which children"),
    ("normal children", "say which children"),
    ("kansarme", "a situation, not a child: in een kwetsbare situatie"),
    ("juf.", "say leraar or leerkracht"),
    ("genderneutraal", "genderbewust"),
    ("inburgeringsproblem", "say what happened"),
    ("rapportvergadering", "klassenraad"),
    ("voortgezet onderwijs", "secundair onderwijs"),
    ("vlor-kijkwijzer", "our scan is our own"),
    ("kijkwijzer van de vlor", "our scan is our own"),
    ("exporteer", "download"),
    ("synchroniseer", "nothing leaves the browser"),
    ("wachtzin", "wachtwoord"),
    ("oeps.", "say what happened and what to do"),
    ("uw.", "je, jouw"),
    ("u.", "je"),
];

/// What no question may ask for (content design, part 6), as whole words of a question.
const ASKED_FOR: &[&str] = &[
    "initialen",
    "initials",
    "geboortedatum",
    "birth date",
    "date of birth",
    "adres",
    "address",
    "diagnose",
    "diagnoses",
    "diagnosis",
    "medicatie",
    "medication",
    "ziekte",
    "illness",
    "afkomst",
    "herkomst",
    "origin",
    "nationaliteit",
    "nationality",
    "verblijfspapieren",
    "residence permit",
    "godsdienst",
    "religie",
    "religion",
    "geloof",
    "faith",
    "inkomen",
    "income",
    "loon",
    "salary",
    "schulden",
    "debts",
    "geaardheid",
    "sexual orientation",
    "genderidentiteit",
    "gender identity",
    "jeugdzorg",
    "youth care",
    "strafblad",
    "trauma",
    "hoe heet",
    "naam van",
    "namen van",
    "name of the pupil",
    "names of pupils",
    "which pupil's name",
];

/// A text between spaces, in small letters, with every sign that is no letter, figure or hyphen as a space: so that a
/// word can be looked for with its borders.
fn spaced(text: &str) -> String {
    let letters = text.to_lowercase().replace(|c: char| !c.is_alphanumeric() && c != '-', " ");
    format!(" {} ", letters.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The sentences of a text that have more than one word.
pub(super) fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((at, end)) = rest.char_indices().find(|(_, c)| ".?:…".contains(*c)) {
        let (sentence, after) = rest.split_at(at + end.len_utf8());
        // A full stop inside a number or an abbreviation is followed by a letter at once.
        found.push(sentence);
        rest = after;
    }
    found.push(rest);
    found.retain(|sentence| sentence.split_whitespace().count() > 1);
    found
}

/// What is wrong with one text. `field` is what stands after the last full stop of its key.
pub(super) fn problems(field: &str, text: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    if text.trim().is_empty() {
        return vec!["has no text: write one, or take the key out".to_owned()];
    }
    let words = text.split_whitespace().count();
    let low = spaced(text);
    for (word, instead) in REFUSED {
        let found = match word.strip_suffix('.') {
            Some(whole) => low.contains(&format!(" {whole} ")),
            None => low.contains(&format!(" {word}")),
        };
        if found {
            wrong.push(format!("has the word “{}”: {instead}", word.trim_end_matches('.')));
        }
    }
    if text.contains(['!', '\'', '"']) || text.contains("...") {
        wrong.push("has an exclamation mark, a straight quote or three dots: use ‘…’, ’ and …".to_owned());
    }
    let year = |run: &str| run.len() == 4 && run.starts_with(['1', '2']);
    if text.split(|c: char| !c.is_ascii_digit()).any(|run| run.len() >= 3 && !year(run)) {
        wrong.push(
            "has a number of three figures or more: numbers that change stand behind a link".to_owned(),
        );
    }
    if text != text.trim() || text.contains("  ") {
        wrong.push("has a space too many".to_owned());
    }
    let mut at_most = |limit: usize| {
        if words > limit {
            wrong.push(format!("has {words} words, at most {limit}: shorten it"));
        }
    };
    match field {
        "ask" => at_most(QUESTION),
        "screen" => at_most(SCREEN),
        "do" => at_most(TO_DO),
        "goal" => at_most(16),
        "short" => at_most(7),
        _ => {}
    }
    if field == "ask" {
        if text.matches('?').count() > 1 {
            wrong.push("asks more than one thing: one question a prompt".to_owned());
        }
        for sentence in sentences(text) {
            let words = sentence.split_whitespace().count();
            if words > SENTENCE {
                wrong.push(format!("has a sentence of {words} words, at most {SENTENCE}: cut it in two"));
            }
        }
    }
    if field == "starter" && !text.ends_with(" …") {
        wrong.push("is a first half-sentence: let it end in a space and …".to_owned());
    }
    if field == "goal" && text.ends_with('.') {
        wrong.push("stands in a list: without a full stop".to_owned());
    }
    if field == "student" && !text.starts_with("Stagiair?") && !text.starts_with("On an internship?") {
        wrong.push("opens with “Stagiair?” or “On an internship?”, so that only they read on".to_owned());
    }
    wrong
}

/// What a question asks for that nobody may be asked for.
pub(super) fn asked_for(text: &str) -> Option<&'static str> {
    let low = spaced(text);
    ASKED_FOR.iter().find(|word| low.contains(&format!(" {word} "))).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_rule_speaks_when_it_is_broken() {
        let check = |field, text: &str, part: &str| {
            let wrong = problems(field, text);
            assert!(wrong.iter().any(|one| one.contains(part)), "{field}: {text}: {wrong:?}");
        };
        check("ask", &"woord ".repeat(36), "at most 35");
        check("ask", "Wat? En hoe?", "more than one");
        check("ask", &format!("{}.", "woord ".repeat(23).trim()), "at most 22");
        check("screen", &"woord ".repeat(51), "at most 50");
        check("help", "Dat is een M-decreet.", "leersteun");
        check("help", "De zwakke leerlingen.", "task");
        check("help", "Vraag het aan u.", "je");
        check("help", "Goed zo!", "exclamation");
        check("help", "Bel 1712 of 112.", "three figures");
        check("help", " a", "space");
        check("help", " ", "no text");
        check("starter", "Ik zag", "half-sentence");
        check("goal", "Een doel.", "full stop");
        check("student", "Kijk mee.", "Stagiair");
        assert!(problems("help", "In 2016 schreef de Vlor een advies. Uren en kruisjes mogen.").is_empty());
        assert!(problems("ask", "Wat deed jij toen?").is_empty());
    }

    #[test]
    fn what_may_not_be_asked_is_found_as_a_word() {
        assert_eq!(asked_for("Welke diagnose heeft de leerling?"), Some("diagnose"));
        assert_eq!(asked_for("Hoe heet de leerling?"), Some("hoe heet"));
        assert_eq!(asked_for("Wat deed jij?"), None);
        assert_eq!(asked_for("Welke originele vraag?"), None);
    }

    #[test]
    fn sentences_end_where_a_sign_ends_them() {
        assert_eq!(sentences("Kijk op school. Wat zie je? Ja."), ["Kijk op school.", " Wat zie je?"]);
    }
}
