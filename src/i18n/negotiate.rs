//! Which of the declared languages fits what a person or a browser asks for.

use crate::domain::Language;

/// The first wish that a declared language answers, by full tag or by primary subtag; else the first declared. The
/// rule is that of `boot/head.js`, which applies it before the first paint.
pub fn negotiate<'a>(wishes: &[&str], declared: &'a [Language]) -> Option<&'a Language> {
    let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    wishes
        .iter()
        .find_map(|wish| {
            let exact = declared.iter().find(|language| language.as_str().eq_ignore_ascii_case(wish));
            exact.or_else(|| declared.iter().find(|language| primary(language.as_str()) == primary(wish)))
        })
        .or_else(|| declared.first())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_wish_that_can_be_met_wins() {
        let declared = ["nl-BE", "en"].map(Language::new);
        let check = |wishes: &[&str], expected: &str| {
            assert_eq!(negotiate(wishes, &declared).map(Language::as_str), Some(expected), "{wishes:?}");
        };
        check(&["en-GB", "nl"], "en");
        check(&["fr", "en-US"], "en");
        check(&["NL-nl"], "nl-BE");
        check(&["fr"], "nl-BE");
        check(&[], "nl-BE");
        check(&["", "é"], "nl-BE");
    }
}
