//! What only the second module says beside a prompt, and the way to the big screen.

use super::{earlier, second};
use crate::domain::{Kind, Practice, Prompt, Theme};
use crate::i18n::Text;
use crate::route::{Route, Shelves};
use crate::state::stage::Place;
use crate::view::View;
use crate::view::part::el::{El, el, together, worded};

/// Remarks for the margin: the way to the big screen; which lens it is; whom a scan is for; where a practice from elsewhere
/// can be found; the intention that is followed up.
pub fn beside(view: &View, theme: &Theme, prompt: &Prompt) -> El {
    let lens = theme.lens_of(&prompt.id).map(|name| view.remark(Text::LensLabel, worded("p", "", name)));
    let own = match &prompt.kind {
        Kind::Dimension { .. } => view.remark(Text::ScanTitle, view.word("p", "", "scan.note")),
        Kind::Scout => elsewhere(view, theme),
        _ => together(),
    };
    let screen = || {
        let place = Place::Prompt(theme.id.clone(), prompt.id.clone());
        el("div").class("aside no-print").with(el("p").with(big_screen(view, "", &place)))
    };
    // A lens stands in every theme; its own set is what the big screen knows. A frame is no place for it.
    let shown = prompt.projectable && theme.lens_of(&prompt.id).is_none() && view.model.embedded.is_none();
    together()
        .with(shown.then(screen))
        .with(lens)
        .with(own)
        .with(earlier::intention(view, theme, prompt))
        .with(second::second(view))
}

/// A quiet link that shows a prompt or step on the big screen. That is a document of its own which reads nothing that is
/// kept, so what it has to know stands in its address.
pub fn big_screen(view: &View, class: &'static str, place: &Place) -> El {
    let address = place.address(view.model.ui.language(), view.model.appearance.scheme);
    let address = ["stage.html", &address].concat();
    view.say("a", class, Text::StageOpen).attr("href", &address).set("data-stage", "")
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
