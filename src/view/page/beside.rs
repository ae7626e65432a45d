//! What stands beside a prompt of a kind that only the second module draws.

use super::earlier;
use crate::domain::{Kind, Practice, Prompt, Theme};
use crate::i18n::Text;
use crate::route::{Route, Shelves};
use crate::view::View;
use crate::view::part::el::{El, el, together, worded};

/// Remarks for the margin: which lens it is; whom a scan is for; where a practice from elsewhere can be found; the intention
/// that is followed up.
pub fn beside(view: &View, theme: &Theme, prompt: &Prompt) -> El {
    let lens = theme.lens_of(&prompt.id).map(|name| view.remark(Text::LensLabel, worded("p", "", name)));
    let own = match &prompt.kind {
        Kind::Dimension { .. } => view.remark(Text::ScanTitle, view.word("p", "", "scan.note")),
        Kind::Scout => elsewhere(view, theme),
        _ => together(),
    };
    together().with(lens).with(own).with(earlier::intention(view, theme, prompt))
}

/// Practices from elsewhere that one may look at, and workshops in which they are used.
fn elsewhere(view: &View, theme: &Theme) -> El {
    let row = |practice: &Practice| {
        let name =
            worded("a", "", &practice.title).attr("href", &practice.url).set("rel", "noopener noreferrer");
        el("li").key(&practice.title).with(el("p").with(name)).with(worded("p", "", &practice.text))
    };
    let workshops = view.link("", Route::Library(Shelves::Workshops), Text::ThemeWorkshops);
    let body = together()
        .with(worded("p", "", &theme.find))
        .with(el("ul").class("find").all(theme.practices.iter().map(row)))
        .with(el("p").with(workshops));
    view.remark(Text::ThemeFind, body)
}
