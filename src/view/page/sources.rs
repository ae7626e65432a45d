//! Frameworks and sources: whom we credit, what we used, and what an expert still has to check.

use super::other;
use crate::domain::{ContentId, Source, Sources};
use crate::i18n::Text;
use crate::route::Route;
use crate::view::part::el::{El, el, together, worded};
use crate::view::part::icon::{Icon, icon};
use crate::view::{View, named, title_of};

/// All sources; with one that is meant, it stands at the head.
pub fn sources(view: &View, meant: Option<&ContentId>) -> El {
    other::shelved(view, &ContentId::new("sources"), |found| page(view, found, meant))
}

fn page(view: &View, all: &Sources, meant: Option<&ContentId>) -> El {
    let first = meant.and_then(|id| all.sources.iter().find(|source| source.id == *id));
    let meant = first.map(|source| el("div").class("meant").with(entry(view, source)));
    let rows = all
        .sources
        .iter()
        .map(|source| el("li").key(source.id.as_str()).class("answer").with(entry(view, source)));
    let lists = all.competences.iter().map(|list| {
        let source = all.sources.iter().find(|source| source.id == list.source);
        let from = source.map(|source| {
            let link = named(&source.title, Some(Route::Sources(Some(source.id.clone()))));
            el("p").class("note").say(&view.model.ui, Text::CompetencesFrom).text(": ").with(link)
        });
        let names = list.names.iter().map(|name| worded("li", "", name));
        el("div")
            .key(&list.title)
            .class("stack-s")
            .with(worded("h3", "note-strong", &list.title))
            .with(from)
            .with(el("ul").class("dashes").all(names))
    });
    let competences = view
        .section("stack", &view.id("competences"), view.say("h2", "head tasks__head", Text::CompetencesTitle))
        .all(lists);
    let column = el("div")
        .class("column stack-l")
        .with(title_of(&view.ui(Text::SourcesTitle)))
        .with(meant)
        .with(worded("p", "read", &all.intro))
        .with(el("ul").class("books").all(rows))
        .with(competences);
    together().with(el("div").class("hang")).with(column).with(view.margin_of(
        "credit",
        Text::NavFooter,
        view.word("p", "", "independence"),
    ))
}

fn entry(view: &View, source: &Source) -> El {
    let ui = &view.model.ui;
    let checked = source.checked_on.map(|date| ui.fill(Text::ItemChecked, &[("date", &ui.date(date))]));
    let state = if source.to_check { Text::SourceCheck } else { Text::SourceFound };
    let mut meta = el("p").class("stop__meta numerals").with(worded("span", "", &source.author));
    for words in
        [Some(source.year.clone()).filter(|year| !year.is_empty()), Some(ui.get(state).to_string()), checked]
    {
        meta = meta.with(words.map(|words| worded("span", "", &words)));
    }
    let used = el("p")
        .class("note")
        .with(view.say("span", "note-strong", Text::SourceUsed))
        .text(": ")
        .text(&source.used);
    let away = (!source.url.is_empty()).then(|| {
        let name = worded("span", "quiet-for-eyes", &[": ", &source.title].concat());
        let link = el("a").attr("href", &source.url).set("rel", "noopener noreferrer");
        el("p").class("note").with(link.say(ui, Text::SourceAway).with(name).with(icon(Icon::Away)))
    });
    el("div")
        .class("stack-s")
        .with(worded("h2", "stop__name", &source.title))
        .with(meta)
        .with(worded("p", "read", &source.what))
        .with(used)
        .with(away)
}
