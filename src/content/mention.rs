//! Finding a term in a text: as a word of its own, never inside another one. The host finds which terms stand in a
//! prompt, the browser only where the form stands that the host names.

/// Where a form stands in a text as a word of its own, in bytes from the start; the first of such places.
pub fn whole_word(text: &str, form: &str) -> Option<usize> {
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '-');
    let mut from = 0;
    while let Some(at) = text.get(from..)?.find(form).map(|at| at + from) {
        let end = at + form.len();
        let (before, after) = (text.get(..at)?.chars().next_back(), text.get(end..)?.chars().next());
        if !letter(before) && !letter(after) {
            return Some(at);
        }
        // One letter on, not one form: the next place may overlap this one.
        from = at + text.get(at..)?.chars().next().map_or(1, char::len_utf8);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_found_as_words_of_their_own() {
        assert_eq!(whole_word("de klassenraad beslist", "klassenraad"), Some(3));
        assert_eq!(whole_word("klassenraadverslag, klassenraad", "klassenraad"), Some(20));
        assert_eq!(whole_word("één-klassenraad", "klassenraad"), None);
        assert_eq!(whole_word("één klassenraad.", "klassenraad"), Some(6));
        assert_eq!(whole_word("é", "e"), None);
        assert_eq!(whole_word("aclb clb", "clb"), Some(5));
        assert_eq!(whole_word("a-a-a", "a"), None);
        assert_eq!(whole_word("xa a a", "a a"), Some(3));
    }
}
