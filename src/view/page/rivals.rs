//! Two texts that both want a place: the one that stands there beside the other one, with what differs marked, and the choice.

use super::stored;
use crate::domain::{AnswerKey, ContentId, Main, Prompt, Theme, Value, slot};
use crate::i18n::Text;
use crate::state::{Chosen, Deed, Kept, Msg};
use crate::view::View;
use crate::view::part::el::{El, el, together, worded};
use std::rc::Rc;

/// The part, held by no file, under which these stand in the model.
pub const RIVALS: &str = "rivals";

/// The texts that wait for a choice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rivals(pub Vec<Rival>);

/// An answer of which another text waits for a choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Rival {
    /// The answer.
    pub key: AnswerKey,
    /// The other text.
    pub other: Kept,
}

/// All that wait for a choice.
pub fn all<'a>(view: &View<'a>) -> &'a [Rival] {
    view.model.shelved::<Rivals>(&ContentId::new(RIVALS)).map_or(&[], |found| found.0.as_slice())
}

/// The choice at a prompt, in the run that is shown there; nothing when there is none to make.
pub fn at_prompt(view: &View, theme: &Theme, prompt: &Prompt) -> El {
    let run = view.model.notebook.latest_run(&theme.id).map(|(id, _)| id);
    let here = |rival: &&Rival| Some(&rival.key.run) == run && rival.key.spot.content == prompt.id;
    together().all(all(view).iter().filter(here).map(|rival| choice(view, rival, "h2")))
}

/// Both texts and the choice. `head` is the element of its heading.
pub fn choice(view: &View, rival: &Rival, head: &'static str) -> El {
    let Rival { key, other } = rival;
    let id = view.id(&["rival-", &other.rev].concat());
    let Some(now) = view.model.notebook.answer(key) else { return together() };
    let (here, there) = texts(view, key, &now.value, &other.value);
    let version = |name, moment, body: El, keep, chosen| {
        let at = view.model.ui.day(moment);
        let words = [("date", &*view.model.ui.date(at)), ("time", &*view.model.ui.time(moment))];
        let when = view.model.ui.fill(Text::RivalWhen, &words);
        let msg = Msg::Did(Rc::new(Deed::Chosen(other.clone(), chosen)));
        el("div")
            .class("version")
            .with(view.say("p", "note-strong", name))
            .with(worded("p", "note", &when))
            .with(body)
            .with(view.button("button button--quiet", keep, msg))
    };
    let joins = matches!(now.value.main, Main::Text);
    let both = || {
        let msg = Msg::Did(Rc::new(Deed::Chosen(other.clone(), Chosen::Both)));
        el("p").class("row").with(view.button("button", Text::RivalBoth, msg))
    };
    let versions = el("div")
        .class("versions")
        .with(
            version(Text::RivalHere, now.edited, here, Text::RivalKeepHere, Chosen::Here)
                .set("data-rival", "here"),
        )
        .with(
            version(Text::RivalOther, other.edited, there, Text::RivalKeepOther, Chosen::Other)
                .set("data-rival", "other"),
        );
    el("section")
        .class("rival stack-s")
        .key(&other.rev)
        .attr("aria-labelledby", &id)
        .with(view.say(head, "head", Text::RivalTitle).attr("id", &id))
        .with(view.say("p", "read", Text::RivalText))
        .with(versions)
        .with(joins.then(both))
}

/// The two bodies. Of open text what differs is marked; anything else is read back as it would be anywhere.
fn texts(view: &View, key: &AnswerKey, now: &Value, other: &Value) -> (El, El) {
    if let (Main::Text, Main::Text) = (&now.main, &other.main) {
        let (one, two) = (now.get(slot::TEXT), other.get(slot::TEXT));
        let (before, after) = shared(one, two);
        return (marked(one, before, after), marked(two, before, after));
    }
    let part = view.model.notebook.runs.get(&key.run).map(|run| &run.part);
    let read = |value: &Value| match part {
        Some(part) => stored::read(view, part, &key.spot.content, value),
        None => together(),
    };
    (read(now), read(other))
}

/// How many bytes both texts have alike at their start and at their end, in whole words.
fn shared(one: &str, two: &str) -> (usize, usize) {
    let words = |text: &str| -> Vec<String> {
        text.split_inclusive(char::is_whitespace).map(str::to_owned).collect()
    };
    let (a, b) = (words(one), words(two));
    let alike = |pairs: &mut dyn Iterator<Item = (&String, &String)>| -> Vec<usize> {
        pairs.take_while(|(a, b)| a == b).map(|(a, _)| a.len()).collect()
    };
    let start = alike(&mut a.iter().zip(&b));
    let left = a.len().min(b.len()) - start.len();
    let end = alike(&mut a.iter().rev().zip(b.iter().rev()).take(left));
    (start.iter().sum(), end.iter().sum())
}

fn marked(text: &str, before: usize, after: usize) -> El {
    let piece = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
    let end = text.len().saturating_sub(after);
    let own = piece(before, end);
    let own = (!own.is_empty()).then(|| worded("mark", "differs", own));
    el("p").class("answer__text as-written").text(piece(0, before)).with(own).text(piece(end, text.len()))
}

#[cfg(test)]
mod tests {
    use super::shared;

    #[test]
    fn what_both_have_is_found_in_whole_words() {
        for (one, two, start, end) in [
            ("Het werd stil. Wat nu?", "Het werd stil. En dan?", 15, 0),
            ("a b c", "a x c", 2, 1),
            ("a", "a", 1, 0),
            ("", "iets", 0, 0),
            ("a a", "a a a", 2, 1),
            ("é één", "é twee", 3, 0),
        ] {
            assert_eq!(shared(one, two), (start, end), "{one} | {two}");
        }
    }
}
