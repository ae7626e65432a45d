//! What the tests of prompts share: prompts of the real content drawn on the host, and what holds for each of them.

use std::path::Path;
use std::rc::Rc;
use terugblik::content::read_theme;
use terugblik::content::source::Source;
use terugblik::domain::{Answer, ContentId, Language, Main, Moment, Prompt, Set, Theme, Value};
use terugblik::i18n::{Plain, Ui};
use terugblik::view::Wording;
use terugblik::view::part::flush::Flush;
use terugblik::view::part::prompt::{Answering, LATER, Props};
use terugblik::view::part::written::written;
use yew::prelude::*;

pub struct Pack {
    pub wording: Wording,
    pub themes: Vec<Theme>,
}

pub fn pack() -> Pack {
    pack_in("nl-BE")
}

pub fn pack_in(tag: &str) -> Pack {
    let source = Source::read(Path::new(env!("CARGO_MANIFEST_DIR")));
    let (catalogue, strings) = source.catalogue(tag).unwrap();
    let built = source.build();
    let text = |id: &str| &built.iter().find(|file| file.part == id && file.language == tag).unwrap().text;
    let read = |id: &ContentId| read_theme(text(id.as_str()), &catalogue.words).unwrap();
    let themes = catalogue.themes.iter().map(|outline| read(&outline.id)).collect();
    let ui = Ui::new(Language::new(tag), strings, Rc::new(Plain));
    Pack { wording: Wording { ui, common: catalogue.words, later: Some(&LATER), second: None }, themes }
}

impl Pack {
    pub fn prompt(&self, id: &str) -> Rc<Prompt> {
        Rc::clone(self.all().find(|prompt| prompt.id.as_str() == id).unwrap())
    }

    pub fn all(&self) -> impl Iterator<Item = &Rc<Prompt>> {
        let screens = self.themes.iter().flat_map(|theme| theme.screens.iter().chain(&theme.trial));
        screens.flat_map(|screen| &screen.prompts)
    }

    pub fn answering(&self, prompt: &Rc<Prompt>, value: Option<Value>) -> String {
        let answer = value.map(|value| {
            let language = Language::new("nl-BE");
            Rc::new(Answer { value, edited: Moment(0), language, version: Rc::from("1"), shared: false })
        });
        let props = Props {
            part: ContentId::new("icp"),
            prompt: Rc::clone(prompt),
            answer,
            wording: self.wording.clone(),
            prefix: AttrValue::from("t-"),
            edit: Callback::noop(),
            level: 1,
            flush: Flush::default(),
        };
        let html = draw::<Answering>(props);
        sound(&html);
        html
    }

    pub fn with(&self, id: &str, main: Main, texts: &[(&str, &str)]) -> String {
        self.answering(&self.prompt(id), Some(value(main, texts)))
    }

    pub fn read(&self, id: &str, value: &Value) -> String {
        draw::<Still>(StillProps { html: written(&self.prompt(id), value, &self.wording).html() })
    }
}

pub fn value(main: Main, texts: &[(&str, &str)]) -> Value {
    let mut value = Value::new(main);
    for (slot, text) in texts {
        value.set(slot, text);
    }
    value
}

pub fn draw<C: BaseComponent>(props: C::Properties) -> String
where
    C::Properties: PartialEq,
{
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let local = tokio::task::LocalSet::new();
    runtime.block_on(
        local.run_until(yew::LocalServerRenderer::<C>::with_props(props).hydratable(false).render()),
    )
}

#[derive(PartialEq, Properties)]
pub struct StillProps {
    pub html: Html,
}

#[component]
pub fn Still(props: &StillProps) -> Html {
    props.html.clone()
}

/// The values of one attribute, in order.
pub fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    html.split(&start).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

/// The tags of one kind with their attributes.
pub fn tags<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let starts = [format!("<{name} "), format!("<{name}>")];
    let rest = starts.iter().flat_map(|start| html.split(start.as_str()).skip(1));
    rest.map(|rest| rest.split('>').next().unwrap()).collect()
}

/// How many tags of one kind have all these attributes, in whatever order.
pub fn tags_with(html: &str, name: &str, parts: &[&str]) -> usize {
    let all = |tag: &&str| parts.iter().all(|part| format!(" {tag} ").contains(&format!(" {part} ")));
    tags(html, name).iter().filter(|tag| all(tag)).count()
}

pub fn count(html: &str, part: &str) -> usize {
    html.matches(part).count()
}

pub fn has(html: &str, part: &str) {
    assert!(html.contains(part), "‘{part}’ is not in {html}");
}

pub fn lacks(html: &str, part: &str) {
    assert!(!html.contains(part), "‘{part}’ is in {html}");
}

/// What holds for every prompt.
pub fn sound(html: &str) {
    let ids = attributes(html, "id");
    let known: Set<_> = ids.iter().copied().collect();
    assert_eq!(ids.len(), known.len(), "an id stands twice in {html}");
    assert!(ids.iter().all(|id| id.starts_with("t-")), "{ids:?}");
    for name in ["for", "aria-labelledby", "aria-describedby"] {
        for id in attributes(html, name).iter().flat_map(|ids| ids.split(' ')) {
            assert!(known.contains(id), "{name} names {id}, which is not in {html}");
        }
    }
    let labelled = attributes(html, "for");
    for tag in tags(html, "textarea").into_iter().chain(tags(html, "select")) {
        let tag = format!(" {tag}");
        let id = attributes(&tag, "id")[0];
        assert!(tag.contains("aria-labelledby") || labelled.contains(&id), "a field without a name: {tag}");
    }
    for tag in tags(html, "input") {
        assert!(tag.contains("type=\"date\"") || format!(" {tag}").contains(" value=\""), "no value: {tag}");
    }
    assert_eq!(count(html, " data-prompt="), 1, "{html}");
    assert_eq!(count(html, " data-focus="), 1, "{html}");
    assert_eq!(count(html, "<h1 "), 1, "{html}");
    assert_eq!(count(html, "<fieldset"), count(html, "<legend"));
    lacks(html, "style=");
    lacks(html, "disabled=\"\"");
    assert!(
        !tags(html, "textarea").is_empty()
            || !tags(html, "input").is_empty()
            || html.contains("class=\"rank")
    );
}
