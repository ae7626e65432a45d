//! What the tests of pages share: a model with the real content, a place of it as text, and what holds for every page.

use std::path::Path;
use std::rc::Rc;
use terugblik::content::compose::Built;
use terugblik::content::source::Source;
use terugblik::content::{read_checklist, read_theme};
use terugblik::domain::{ContentId, Language, Moment, Notebook, NotebookId, Set, parse_date};
use terugblik::i18n::{Plain, Ui};
use terugblik::route::Route;
use terugblik::state::{Model, Part};
use terugblik::view::still;

pub fn id(text: &str) -> ContentId {
    ContentId::new(text)
}

/// A model on a day before the journeys of these tests, with one theme and one checklist loaded.
pub fn model_in(tag: &str) -> Model {
    let source = Source::read(Path::new(env!("CARGO_MANIFEST_DIR")));
    let language = Language::new(tag);
    let built = source.build();
    let fits = |file: &&Built, part: &str| file.part == part && file.language == tag;
    let text = |part: &str| &built.iter().find(|file| fits(file, part)).expect("a built file").text;
    let (catalogue, strings) = source.catalogue(tag).unwrap();
    let theme = read_theme(text("icp"), &catalogue.words).unwrap();
    let list = read_checklist(text("stage-a"), &catalogue.words).unwrap();
    let ui = Ui::new(language, strings, Rc::new(Plain));
    let notebook = Notebook::new(NotebookId::new("n"), Moment(0));
    let mut model = Model::new(ui, Rc::new(catalogue), notebook, parse_date("2026-10-13").unwrap());
    model.parts.insert(id("icp"), Part::Theme(Rc::new(theme)));
    model.parts.insert(id("stage-a"), Part::Journey(Rc::new(list)));
    model
}

/// The main part of a place.
pub fn draw(model: &Model, route: Route) -> String {
    let html = draw_all(model, route);
    let main = html.split("<main").nth(1).expect("a main part");
    main.split("</main>").next().unwrap().to_owned()
}

/// All of a place, after a look at what holds for every page.
pub fn draw_all(model: &Model, route: Route) -> String {
    let mut model = model.clone();
    model.route = route;
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let html = runtime.block_on(tokio::task::LocalSet::new().run_until(still(Rc::new(model), "t-")));
    sound(&html);
    html
}

pub fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    html.split(&start).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

pub fn sound(html: &str) {
    let ids = attributes(html, "id");
    let known: Set<_> = ids.iter().copied().collect();
    assert_eq!(ids.len(), known.len(), "an id stands twice: {ids:?}");
    for name in ["for", "aria-labelledby", "aria-describedby", "aria-controls"] {
        for id in attributes(html, name).iter().flat_map(|ids| ids.split(' ')) {
            assert!(known.contains(id), "{name} names {id}, which is not there");
        }
    }
    assert_eq!(html.matches("<h1").count(), 1, "one heading of the page");
    assert_eq!(html.matches("data-focus=\"\"").count(), 1, "one place for the focus");
    let labelled: Set<_> = attributes(html, "for").into_iter().collect();
    for (at, _) in html.match_indices("<input ").chain(html.match_indices("<textarea ")) {
        let tag = format!(" {}", html[at..].split('>').next().unwrap());
        let before = &html[..at];
        let inside = before.rfind("<label").is_some_and(|open| !before[open..].contains("</label>"));
        let named =
            attributes(&tag, "id").iter().any(|id| labelled.contains(id)) || tag.contains("aria-label");
        assert!(inside || named, "a field without a name: {tag}");
    }
    assert!(!html.contains(" style="), "styles are classes");
    assert!(!html.contains("<script"), "text became markup");
}
