//! What the storage guard says: one notice at most, with the one thing that helps, and at the foot how old the last backup
//! is. Drawn around every page of the second module.

use super::page::my_answers::backup_age;
use super::part::el::{El, el, together};
use super::part::icon::{Icon, icon};
use super::part::notice::{Tone, notice};
use super::shell::{colophon, frame, main_part, masthead, notices, skip, standing};
use super::{View, link};
use crate::i18n::Text;
use crate::route::Route;
use crate::state::{Deed, Guard, Keeping, Msg, Warning};
use std::rc::Rc;

/// Draws a page into the frame, as `shell` does, with what the guard says.
pub fn guarded(view: &View, task: bool, theme: &str, page: El) -> El {
    let warning = view.model.warning();
    let stays = (warning != Some(Warning::Blocked)).then(|| standing(view));
    let told = el("div").class("notices column").with(stays).with(told(view)).all(notices(view));
    frame(view, theme)
        .with(skip(view))
        .with(masthead(view))
        .with(main_part(view, task, told, page))
        .with(colophon(view, last_backup(view)))
}

/// How old the last backup is, once there is something to keep.
pub(super) fn last_backup(view: &View) -> Option<El> {
    let model = view.model;
    (model.keeping == Keeping::Browser && !model.notebook.is_empty()).then(|| {
        let words = model.ui.fill(Text::GuardFoot, &[("age", &backup_age(view))]);
        el("p").set("data-backup", "").with(link("", Route::MyAnswers).text(&words))
    })
}

/// The one notice; nothing when all is well.
pub(super) fn told(view: &View) -> Option<El> {
    let warning = view.model.warning()?;
    let guard = view.model.guard()?;
    let (title, body) = words(view, warning, guard);
    let ui = &view.model.ui;
    let own_tab = || {
        let place = ["?lang=", ui.language().as_str(), &view.model.route.to_string()].concat();
        el("a")
            .class("button button--quiet button--small")
            .attr("href", &place)
            .set("target", "_blank")
            .set("rel", "noopener")
            .say(ui, Text::GuardOwnTab)
    };
    let download = || {
        el("button")
            .class("button button--quiet button--small")
            .set("type", "button")
            .on_click(view.on(Msg::DownloadAsked))
            .with(icon(Icon::Save))
            .say(ui, Text::Download)
    };
    let put_off = |text| {
        let msg = Msg::Did(Rc::new(Deed::WarningPutOff(warning)));
        view.button("textlink textlink--note", text, msg).set("data-later", "")
    };
    let actions = match warning {
        Warning::Blocked => together().with(own_tab()).with(view.button(
            "textlink textlink--note",
            Text::Download,
            Msg::DownloadAsked,
        )),
        Warning::Apart => together().with(own_tab()).with(put_off(Text::Dismiss)),
        Warning::Filling | Warning::Private => together().with(download()).with(put_off(Text::Dismiss)),
        Warning::Backup(_) => together().with(download()).with(put_off(Text::GuardLater)),
    };
    let tone = if let Warning::Backup(_) = warning { Tone::Plain } else { Tone::Caution };
    let said = notice(tone, Some(title), together().text(&body), Some(actions));
    Some(el("div").attr("data-guard", name(warning)).with(said))
}

fn name(warning: Warning) -> &'static str {
    match warning {
        Warning::Blocked => "blocked",
        Warning::Filling => "filling",
        Warning::Private => "private",
        Warning::Apart => "apart",
        Warning::Backup(_) => "backup",
    }
}

fn words(view: &View, warning: Warning, guard: &Guard) -> (Rc<str>, String) {
    let ui = &view.model.ui;
    let plain = |title, body| (ui.get(title), ui.get(body).to_string());
    match warning {
        // The same words as before this module came: only the way out is new.
        Warning::Blocked => plain(Text::BlockedTitle, Text::BlockedBody),
        Warning::Private => plain(Text::GuardPrivateTitle, Text::GuardPrivateBody),
        Warning::Apart => plain(Text::GuardApartTitle, Text::GuardApartBody),
        Warning::Filling => {
            let found = &guard.found;
            let title =
                ui.fill(Text::GuardFillingTitle, &[("percent", &found.percent().min(100).to_string())]);
            let rest = found.used.saturating_sub(found.weight.answers + found.weight.earlier);
            let [answers, earlier, rest] = [found.weight.answers, found.weight.earlier, rest].map(size);
            let facts = [("answers", answers.as_str()), ("earlier", &earlier), ("rest", &rest)];
            (Rc::from(title), ui.fill(Text::GuardFillingBody, &facts))
        }
        Warning::Backup(days) => {
            let days = usize::try_from(days).unwrap_or_default();
            let body = if guard.found.clears { Text::GuardBackupClears } else { Text::GuardBackupBody };
            let title = ui.fill(Text::GuardBackupTitle, &[("n", &days.to_string())]);
            (Rc::from(title), ui.get(body).to_string())
        }
    }
}

/// Bytes in the unit that fits, never rounded down.
fn size(bytes: u64) -> String {
    match bytes {
        0..1_000_000 => [&bytes.div_ceil(1_000).to_string(), "\u{A0}kB"].concat(),
        _ => [&bytes.div_ceil(1_000_000).to_string(), "\u{A0}MB"].concat(),
    }
}
