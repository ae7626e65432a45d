//! The facts about what is kept: where, since when, how much, how many times, how long ago it was taken along.

use crate::domain::{Moment, days_between};
use crate::i18n::Text;
use crate::state::{Keeping, Save};
use crate::view::View;
use crate::view::part::el::{El, el, worded};
use crate::view::part::icon::{Icon, icon};

/// The facts as a description list. A fact that is not known stays out.
pub(super) fn ledger(view: &View) -> El {
    let model = view.model;
    let kept = model.keeping == Keeping::Browser;
    let facts = model.facts.filter(|_| kept);
    let copies = facts.map(|facts| {
        let (local, mirror) = (facts.local.to_string(), facts.mirror.to_string());
        model.ui.fill(Text::MineCopiesText, &[("local", &local), ("mirror", &mirror)])
    });
    let persist = facts.map(|facts| match facts.persisted {
        Some(true) => Text::MinePersistYes,
        Some(false) => Text::MinePersistNo,
        None => Text::MinePersistUnknown,
    });
    let (backup, stale) = backup(view);
    let backed = el("dd")
        .class(if stale { "warn" } else { "" })
        .with(stale.then(|| icon(Icon::Warning)))
        .with(worded("span", "", &backup));
    let backed = el("div").class("ledger__row").with(view.say("dt", "", Text::MineBackup)).with(backed);
    el("dl")
        .class("ledger numerals")
        .with(row(view, Text::MinePlace, Some(place(view))))
        .with(row(view, Text::MineSince, Some(since(view))))
        .with(row(view, Text::MineContent, Some(content(view))))
        .with(row(view, Text::MineLast, last(view).filter(|_| kept)))
        .with(row(view, Text::MineCopies, copies))
        .with(backed)
        .with(row(view, Text::MinePersist, persist.map(|text| view.ui(text).to_string())))
}

#[inline(never)]
fn row(view: &View, name: Text, fact: Option<String>) -> Option<El> {
    let fact = worded("dd", "", &fact?);
    Some(el("div").class("ledger__row").with(view.say("dt", "", name)).with(fact))
}

fn place(view: &View) -> String {
    let place = match view.model.keeping {
        Keeping::Browser => Text::MinePlaceBrowser,
        Keeping::Blocked | Keeping::Guest => Text::MinePlaceMemory,
    };
    view.ui(place).to_string()
}

fn since(view: &View) -> String {
    let ui = &view.model.ui;
    match view.model.notebook.is_empty() {
        true => ui.get(Text::MineSinceNone).to_string(),
        false => ui.date(ui.day(view.model.notebook.since)),
    }
}

fn content(view: &View) -> String {
    let ui = &view.model.ui;
    let answers = ui.count(Text::AnswersOne, Text::AnswersOther, view.model.notebook.count());
    match view.model.facts.filter(|facts| facts.bytes > 0) {
        None => answers,
        Some(facts) => {
            let size = facts.bytes.div_ceil(1_000).to_string();
            ui.fill(Text::MineContentText, &[("answers", &answers), ("size", &size)])
        }
    }
}

/// When something was last kept: as the last save says, else as the answers say.
fn last(view: &View) -> Option<String> {
    let ui = &view.model.ui;
    let touched = || view.model.notebook.runs.values().map(|run| run.touched()).max();
    let moment = match view.model.save {
        Save::Saved(at) | Save::Partial(at) => Some(at),
        _ => touched(),
    }?;
    Some(ui.fill(Text::MineLastText, &[("date", &ui.date(ui.day(moment))), ("time", &ui.time(moment))]))
}

/// The age of the last backup, and whether something was written since.
fn backup(view: &View) -> (String, bool) {
    let ui = &view.model.ui;
    let written = view.model.notebook.runs.values().map(|run| run.touched()).max();
    let Some(at) = view.model.last_backup else {
        return (ui.get(Text::MineBackupNone).to_string(), written.is_some());
    };
    (age(view, at), written.is_some_and(|written| written > at))
}

/// The age of the last backup in words.
pub fn backup_age(view: &View) -> String {
    view.model.last_backup.map_or_else(|| view.ui(Text::MineBackupNone).to_string(), |at| age(view, at))
}

fn age(view: &View, at: Moment) -> String {
    let ui = &view.model.ui;
    match usize::try_from(days_between(ui.day(at), view.model.today)).unwrap_or(0) {
        0 => ui.get(Text::MineBackupToday).to_string(),
        days => ui.count(Text::MineBackupOne, Text::MineBackupOther, days),
    }
}
