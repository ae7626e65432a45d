//! What stands around every page: way finding, notices that stay, and the line that says whose project this is.

use super::part::el::{El, el, together, worded};
use super::part::icon::{Icon, icon, wordmark};
use super::part::notice::{Tone, notice};
use super::{View, link};
use crate::domain::{Language, SetKind};
use crate::i18n::Text;
use crate::platform::event;
use crate::route::{Route, Shelves};
use crate::state::{Appearance, Device, Keeping, Model, Msg, Notice, Save, Scheme, TextSize, Trouble};
use yew::prelude::*;

/// Draws a page into the frame. `task` pages (one prompt) stand higher and closer.
pub fn shell(view: &View, task: bool, theme: &str, page: El) -> El {
    let told = el("div").class("notices column").with(standing(view)).all(notices(view));
    frame(view, theme)
        .with(skip(view))
        .with(masthead(view))
        .with(main_part(view, task, told, page))
        .with(colophon(view, None))
}

/// The way past what stands above the page.
pub(super) fn skip(view: &View) -> El {
    view.button("skip-control", Text::Skip, Msg::SkipAsked)
}

/// The element around everything.
pub(super) fn frame(view: &View, theme: &str) -> El {
    let class = if theme.is_empty() { "frame".to_owned() } else { ["frame theme-", theme].concat() };
    el("div").attr("class", &class).attr("data-route", &view.model.route.to_string())
}

/// The page itself, below what has to be told.
pub(super) fn main_part(view: &View, task: bool, told: El, page: El) -> El {
    el("main")
        .class(match task {
            true => "main grid main--task",
            false => "main grid",
        })
        .attr("id", &view.id("main"))
        .set("data-main", "")
        .set("tabindex", "-1")
        .with(told)
        .with(page)
}

/// The foot of a page, with a line of the guard's where it has one.
pub(super) fn colophon(view: &View, line: Option<El>) -> El {
    let words = match view.model.route {
        Route::Home | Route::MyAnswers => view.word("p", "", "independence"),
        _ => view.say("p", "", Text::FooterPrivacy),
    };
    let links = el("nav")
        .class("colophon__links")
        .label("aria-label", &view.model.ui, Text::NavFooter)
        .with(view.link("", Route::MyAnswers, Text::NavMyAnswers))
        .with(view.link("", Route::Overview, Text::NavOverview))
        .with(view.link("", Route::Find, Text::NavFind))
        .with(view.link("", Route::Glossary(None), Text::NavGlossary))
        .with(view.link("", Route::Sources(None), Text::NavSources));
    el("footer").class("colophon grid").with(el("div").class("column").with(words).with(line).with(links))
}

/// The name, the way to other places, and the menu.
pub(super) fn masthead(view: &View) -> El {
    let model = view.model;
    let open = model.menu_open;
    let close = view.send.clone();
    let escape = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" && open {
            close.emit(Msg::MenuToggled(false));
        }
    });
    let menu = view.id("menu");
    let home = link("wordmark", Route::Home).with(wordmark()).say(&model.ui, Text::AppName);
    let nav = el("nav")
        .class("masthead__nav")
        .label("aria-label", &model.ui, Text::NavMain)
        .all(PLACES.into_iter().map(|(route, text)| to_place(view, "tool", route, text)));
    let words = if open { Text::MenuClose } else { Text::MenuOpen };
    let toggle = view
        .button("tool", words, Msg::MenuToggled(!open))
        .set("aria-expanded", if open { "true" } else { "false" })
        .attr("aria-controls", &menu)
        .set("data-menu", "");
    let tools = el("div")
        .class("masthead__tools")
        .with(to_place(view, "tool tool--wide", Route::MyAnswers, Text::NavMyAnswers))
        .all(other_languages(view, "?lang="))
        .with(toggle);
    let bar = el("div").class("masthead__bar").with(home).with(nav).with(tools);
    let menu =
        el("div").class("menu").attr("id", &menu).flag("hidden", !open).with(open.then(|| menu_body(view)));
    el("header").class("masthead grid").on_key_down(escape).with(bar).with(menu)
}

/// A link that says whether it leads to where one is.
fn to_place(view: &View, class: &'static str, place: Route, text: Text) -> El {
    let here = &view.model.route;
    let inside = match place {
        Route::Library(shelves) => shelves_of(view.model) == Some(shelves),
        _ => place == *here,
    };
    let current = inside.then_some(if place == *here { "page" } else { "true" });
    view.link(class, place, text).maybe("aria-current", current)
}

/// What the main navigation leads to.
const PLACES: [(Route, Text); 4] = [
    (Route::Library(Shelves::Themes), Text::NavThemes),
    (Route::Library(Shelves::Journeys), Text::NavJourneys),
    (Route::Library(Shelves::Scans), Text::NavScans),
    (Route::Library(Shelves::Workshops), Text::NavWorkshops),
];

/// The list that a place belongs to: what is open in it is inside it.
fn shelves_of(model: &Model) -> Option<Shelves> {
    match &model.route {
        Route::Library(shelves) => Some(*shelves),
        Route::Journey(..) => Some(Shelves::Journeys),
        Route::Workshop(..) => Some(Shelves::Workshops),
        route => match model.catalogue.theme(route.part()?)?.kind {
            SetKind::Scan => Some(Shelves::Scans),
            SetKind::Theme | SetKind::Reflection => Some(Shelves::Themes),
        },
    }
}

/// A link for each other language. It works before the program is there too: what is asked, and the language behind it,
/// settles it for one visit.
pub(super) fn other_languages(view: &View, asks: &str) -> Vec<El> {
    let asked = |tag: &Language| {
        let msg = Msg::LanguageAsked(tag.clone());
        view.send.reform(move |event: MouseEvent| {
            event.prevent_default();
            msg.clone()
        })
    };
    let mut links = Vec::new();
    for known in &view.model.catalogue.languages {
        if known.tag == *view.model.ui.language() {
            continue;
        }
        let tag = known.tag.as_str();
        let short = worded("span", "", &known.tag.primary().to_ascii_uppercase()).set("aria-hidden", "true");
        // Without a key: the element, and with it the focus, stays when the language changes.
        let link = el("a")
            .class("tool")
            .attr("href", &[asks, tag].concat())
            .attr("lang", tag)
            .attr("hreflang", tag)
            .attr("data-language", tag)
            .on_click(asked(&known.tag))
            .with(short)
            .with(worded("span", "quiet-for-eyes", &known.name));
        links.push(link);
    }
    links
}

fn menu_body(view: &View) -> El {
    let model = view.model;
    let Appearance { scheme, text } = model.appearance;
    let more = [
        (Route::Overview, Text::NavOverview),
        (Route::Find, Text::NavFind),
        (Route::MyAnswers, Text::NavMyAnswers),
        (Route::Glossary(None), Text::NavGlossary),
        (Route::Sources(None), Text::NavSources),
    ];
    let rows = [(Route::Home, Text::NavToday)].into_iter().chain(PLACES).chain(more);
    let rows = rows.map(|(route, text)| el("li").with(to_place(view, "", route, text)));
    let schemes = [
        (Scheme::Auto, Text::SchemeAuto),
        (Scheme::Light, Text::SchemeLight),
        (Scheme::Dark, Text::SchemeDark),
    ];
    let schemes = schemes
        .map(|(one, label)| choice(view, "scheme", label, one == scheme, Appearance { scheme: one, text }));
    let sizes = [
        (TextSize::Normal, Text::TextNormal),
        (TextSize::Larger, Text::TextLarger),
        (TextSize::Largest, Text::TextLargest),
    ];
    let sizes =
        sizes.map(|(one, label)| choice(view, "text", label, one == text, Appearance { scheme, text: one }));
    let nav =
        el("nav").label("aria-label", &model.ui, Text::MenuOpen).with(el("ul").class("menu__list").all(rows));
    let column = el("div")
        .class("column")
        .with(nav)
        .with(choose(view, Text::SchemeLabel, schemes))
        .with(choose(view, Text::TextLabel, sizes));
    el("div").class("grid").with(column)
}

fn choose(view: &View, legend: Text, options: [El; 3]) -> El {
    el("fieldset")
        .class("menu__set stack-s")
        .with(view.say("legend", "label", legend))
        .with(el("div").class("segmented").all(options))
}

fn choice(view: &View, name: &str, label: Text, checked: bool, appearance: Appearance) -> El {
    let send = view.send.clone();
    let chosen = Callback::from(move |change: Event| {
        if event::checked_of(&change) {
            send.emit(Msg::AppearanceChosen(appearance));
        }
    });
    let radio =
        el("input").set("type", "radio").attr("name", &view.id(name)).checked(checked).on_change(chosen);
    el("label").class("segmented__option").with(radio).say(&view.model.ui, label)
}

/// What stays as long as it is true: nothing is kept here, or the last edit was not.
pub(super) fn standing(view: &View) -> El {
    let model = view.model;
    let (title, body, tone) = match (model.keeping, model.device, &model.save) {
        (_, _, Save::Failed(trouble)) => {
            let text = match trouble {
                Trouble::Full => Text::SaveFailedFull,
                Trouble::ErasedElsewhere => Text::SaveFailedErased,
                Trouble::Newer => Text::SaveFailedNewer,
                Trouble::Refused => Text::SaveFailedRefused,
            };
            (None, text, Tone::Danger)
        }
        (Keeping::Blocked, ..) => (Some(Text::BlockedTitle), Text::BlockedBody, Tone::Caution),
        (Keeping::Guest, ..) | (_, Device::Guest, _) => {
            (Some(Text::GuestTitle), Text::GuestBody, Tone::Caution)
        }
        _ => return together(),
    };
    let actions = el("button")
        .class("button button--quiet button--small")
        .set("type", "button")
        .on_click(view.on(Msg::DownloadAsked))
        .with(icon(Icon::Save))
        .say(&model.ui, Text::Download);
    notice(tone, title.map(|title| view.ui(title)), together().say(&model.ui, body), Some(actions))
}

pub(super) fn notices(view: &View) -> Vec<El> {
    let ui = &view.model.ui;
    let words = |notice: &Notice| match notice {
        Notice::Repaired(count) => ui.count(Text::NoticeRepairedOne, Text::NoticeRepairedOther, *count),
        Notice::SetAside(count) => ui.count(Text::NoticeAsideOne, Text::NoticeAsideOther, *count),
        Notice::Newer(count) => ui.count(Text::NoticeNewerOne, Text::NoticeNewerOther, *count),
        Notice::OtherTextKept => ui.get(Text::NoticeOtherText).to_string(),
        Notice::ErasedElsewhere => ui.get(Text::NoticeErasedElsewhere).to_string(),
        Notice::LanguageFailed => ui.get(Text::NoticeLanguage).to_string(),
        Notice::Erased => ui.get(Text::NoticeErased).to_string(),
        Notice::EraseFailed => ui.get(Text::NoticeEraseFailed).to_string(),
        Notice::Restored(count) => ui.count(Text::NoticeRestoredOne, Text::NoticeRestoredOther, *count),
        Notice::FileFailed => ui.get(Text::NoticeFile).to_string(),
        Notice::BookFailed => ui.get(Text::NoticeBook).to_string(),
        Notice::EarlyTextAdded => ui.get(Text::NoticeEarly).to_string(),
    };
    let mut told = Vec::new();
    for (at, one) in view.model.notices.iter().enumerate() {
        let grave = matches!(one, Notice::EraseFailed | Notice::ErasedElsewhere);
        let tone = if grave { Tone::Danger } else { Tone::Plain };
        let read = view.button("textlink textlink--note", Text::Dismiss, Msg::NoticeDismissed(at));
        told.push(notice(tone, None, together().text(&words(one)), Some(read)));
    }
    told
}
