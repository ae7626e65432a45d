//! What stands beside a prompt of a kind that only the second module draws.

use crate::domain::{ContentId, Kind, Practice, Theme};
use crate::i18n::Text;
use crate::route::{Route, Shelves};
use crate::view::View;
use crate::view::part::el::{El, el, together, worded};

/// Remarks for the margin: whom a scan is for; where a practice from elsewhere can be found.
pub fn beside(view: &View, theme: &ContentId, prompt: &ContentId) -> El {
    let Some(theme) = view.model.theme(theme) else { return together() };
    match theme.find(prompt).map(|(_, _, prompt)| &prompt.kind) {
        Some(Kind::Dimension { .. }) => view.remark(Text::ScanTitle, view.word("p", "", "scan.note")),
        Some(Kind::Scout) => elsewhere(view, theme),
        _ => together(),
    }
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
