//! The words around a hit, with every hit in them marked.

use super::fold::Traced;

/// Letters before the first hit, and from it on.
const BEFORE: usize = 60;
const AFTER: usize = 160;

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt<'a> {
    /// Whether text before it was left out.
    pub begun: bool,
    /// Its pieces in order.
    pub pieces: Vec<Piece<'a>>,
    /// Whether text after it was left out.
    pub goes_on: bool,
}

/// A piece of a text as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// The words.
    pub text: &'a str,
    /// Whether they are what was asked for.
    pub hit: bool,
}

/// The words around the first hit in a text; its beginning when there is none. `words` are folded.
pub fn excerpt<'a>(text: &'a str, words: &[String]) -> Excerpt<'a> {
    let hits = hits(text, words);
    let first = hits.first().map_or(0, |hit| hit.0);
    let (start, end) = (start_of(text, first), end_of(text, first));
    // A hit that begins inside stands there whole.
    let end = hits.iter().find(|hit| hit.0 < end && hit.1 > end).map_or(end, |hit| hit.1);
    let mut pieces = Vec::new();
    let mut at = start;
    let mut push = |from: usize, to: usize, hit: bool| {
        if let Some(text) = text.get(from..to).filter(|text| !text.is_empty()) {
            pieces.push(Piece { text, hit });
        }
    };
    for (from, to) in hits.into_iter().filter(|hit| hit.0 >= start && hit.1 <= end) {
        push(at, from, false);
        push(from, to, true);
        at = to;
    }
    push(at, end, false);
    Excerpt { begun: start > 0, pieces, goes_on: end < text.len() }
}

/// Where the words occur in the text itself, in order; what overlaps or touches is one.
fn hits(text: &str, words: &[String]) -> Vec<(usize, usize)> {
    let traced = Traced::new(text);
    let mut found: Vec<(usize, usize)> = Vec::new();
    for word in words.iter().filter(|word| !word.is_empty()) {
        let places = traced.folded.match_indices(word.as_str());
        found.extend(places.filter_map(|(at, word)| traced.back(at, at + word.len())));
    }
    found.sort_unstable();
    let mut joined: Vec<(usize, usize)> = Vec::new();
    for (start, end) in found {
        match joined.last_mut() {
            Some(last) if start <= last.1 => last.1 = last.1.max(end),
            _ => joined.push((start, end)),
        }
    }
    joined
}

/// Where to begin: at the start of a word, not much before the hit.
fn start_of(text: &str, hit: usize) -> usize {
    let before = text.get(..hit).unwrap_or_default();
    let Some((far, _)) = before.char_indices().rev().nth(BEFORE) else { return 0 };
    let room = before.get(far..).unwrap_or_default();
    let word = room.char_indices().find(|(_, letter)| letter.is_whitespace());
    word.map_or(far, |(at, blank)| far + at + blank.len_utf8())
}

/// Where to end: after a word, not long after the hit's beginning.
fn end_of(text: &str, hit: usize) -> usize {
    let after = text.get(hit..).unwrap_or_default();
    let Some((far, _)) = after.char_indices().nth(AFTER) else { return text.len() };
    let room = after.get(..far).unwrap_or_default();
    hit + room.rfind(char::is_whitespace).filter(|at| *at > AFTER / 2).unwrap_or(far)
}

#[cfg(test)]
mod tests {
    use super::super::words;
    use super::*;
    use proptest::prelude::*;

    fn marked(text: &str, query: &str) -> String {
        let found = excerpt(text, &words(query));
        let mut shown = String::from(if found.begun { "… " } else { "" });
        for piece in found.pieces {
            let piece = if piece.hit { format!("[{}]", piece.text) } else { piece.text.to_owned() };
            shown.push_str(&piece);
        }
        shown + if found.goes_on { " …" } else { "" }
    }

    #[test]
    fn every_hit_is_marked_as_it_was_written() {
        for (text, query, expected) in [
            ("Eén keer, één kind.", "een", "[Eén] keer, [één] kind."),
            ("cafe\u{301}s", "cafe", "[cafe\u{301}]s"),
            ("de straße en de strassen", "STRASSE", "de [straße] en de [strasse]n"),
            ("de straße", "stras", "de [straß]e"),
            ("leerling en leren", "leer ling", "[leerling] en leren"),
            ("aaa", "aa", "[aa]a"),
            ("niets", "iets anders", "n[iets]"),
            ("kort", "", "kort"),
        ] {
            assert_eq!(marked(text, query), expected, "{query} in {text}");
        }
    }

    #[test]
    fn what_is_far_from_the_hit_is_left_out_between_words() {
        let long = format!("{} raak {}", "voor ".repeat(40), "na ".repeat(100));
        let shown = marked(&long, "raak");
        assert!(shown.starts_with("… voor voor") && shown.ends_with("na …"), "{shown}");
        assert!(shown.contains("[raak]") && shown.chars().count() < 250, "{shown}");
        let unbroken = format!("{}raak{}", "é".repeat(200), "ü".repeat(400));
        assert!(marked(&unbroken, "raak").contains("[raak]"));
    }

    proptest! {
        #[test]
        fn an_excerpt_is_a_part_of_the_text_with_its_hits(
            text in "[a-d éß\u{301}😀\n]{0,400}",
            query in "[a-d ]{0,6}",
        ) {
            let words = words(&query);
            let found = excerpt(&text, &words);
            let joined: String = found.pieces.iter().map(|piece| piece.text).collect();
            prop_assert!(text.contains(&joined));
            prop_assert_eq!(found.begun || found.goes_on, joined != text);
            let occurs = words.iter().any(|word| super::super::fold(&text).contains(word.as_str()));
            prop_assert_eq!(found.pieces.iter().any(|piece| piece.hit), occurs);
        }
    }
}
