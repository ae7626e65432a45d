//! Just enough of HTML to change links in a page that Trunk wrote: finds tags, reads and changes attributes. Pure. Not a
//! parser: it works on our own page, where `>` never stands inside an attribute.

/// Passes each `<link …>` through `change`; `None` leaves it as it is.
pub fn map_links(page: &str, mut change: impl FnMut(&str) -> Option<String>) -> String {
    let mut out = String::with_capacity(page.len());
    let mut rest = page;
    while let Some((before, from)) = split_at_match(rest, "<link ") {
        let Some((tag, after)) = from.split_once('>') else { break };
        let tag = format!("{tag}>");
        out.push_str(before);
        out.push_str(&change(&tag).unwrap_or(tag));
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The value of an attribute, written with double quotes or without.
pub fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, value) = tag.split_once(&format!(" {name}="))?;
    match value.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => value.split([' ', '>']).next(),
    }
}

/// The tag with another value for an attribute that it has.
pub fn with_attribute(tag: &str, name: &str, value: &str) -> String {
    let Some(old) = attribute(tag, name) else { return tag.to_owned() };
    let new = format!(" {name}=\"{value}\"");
    let quoted = format!(" {name}=\"{old}\"");
    if tag.contains(&quoted) {
        tag.replace(&quoted, &new)
    } else {
        tag.replace(&format!(" {name}={old}"), &new)
    }
}

/// The tag without an attribute.
pub fn without_attribute(tag: &str, name: &str) -> String {
    let Some(old) = attribute(tag, name) else { return tag.to_owned() };
    tag.replace(&format!(" {name}=\"{old}\""), "").replace(&format!(" {name}={old}"), "")
}

fn split_at_match<'a>(text: &'a str, pattern: &str) -> Option<(&'a str, &'a str)> {
    text.split_at_checked(text.find(pattern)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str =
        r#"<head><link rel="a" href="x"><link rel=b href=./y.js crossorigin></head><p>words</p>"#;

    #[test]
    fn links_are_passed_and_the_rest_stays() {
        let mut seen = Vec::new();
        let same = map_links(PAGE, |tag| {
            seen.push(tag.to_owned());
            None
        });
        assert_eq!(same, PAGE);
        assert_eq!(seen, [r#"<link rel="a" href="x">"#, "<link rel=b href=./y.js crossorigin>"]);
        let none = map_links(PAGE, |_| Some(String::new()));
        assert_eq!(none, "<head></head><p>words</p>");
    }

    #[test]
    fn attributes_with_and_without_quotes() {
        let tag = r#"<link rel=b href="./y.js" type="application/wasm">"#;
        assert_eq!(attribute(tag, "rel"), Some("b"));
        assert_eq!(attribute(tag, "href"), Some("./y.js"));
        assert_eq!(attribute(tag, "as"), None);
        assert_eq!(
            with_attribute(tag, "rel", "c"),
            r#"<link rel="c" href="./y.js" type="application/wasm">"#
        );
        assert_eq!(without_attribute(tag, "type"), r#"<link rel=b href="./y.js">"#);
        assert_eq!(without_attribute(tag, "as"), tag);
    }
}
