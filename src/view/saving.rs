//! What became of the last edit. The one question about the device, right after the first save, the second module asks.

use super::View;
use super::part::el::{El, el, worded};
use super::part::flush::Flush;
use super::part::icon::{Icon, icon};
use crate::i18n::{Text, Ui};
use crate::state::Save;
use std::rc::Rc;
use yew::prelude::*;

/// The status line of a page. Each page with fields carries exactly one, at the same place at all times, so that
/// screen readers hear changes and not appearances. Failures stand in the frame as well, and stay.
pub fn save_line(view: &View) -> El {
    let model = view.model;
    let line = html! { <Line save={model.save.clone()} ui={model.ui.clone()} flush={view.flush} /> };
    let asks = view.beyond.filter(|_| model.asks_device());
    el("div").class("saving").with(line).with(asks.map(|beyond| (beyond.device)(view)))
}

/// What the line is about.
#[derive(Properties, PartialEq)]
struct LineProps {
    save: Save,
    ui: Ui,
    flush: Flush,
}

/// From the first key on it no longer says that all is saved: what waits in a field is not.
#[component]
fn Line(props: &LineProps) -> Html {
    let LineProps { save, ui, flush } = props;
    let again = use_force_update();
    use_effect_with(flush.clone(), move |flush| {
        let guard = flush.hear(Rc::new(move || again.force_update()));
        move || drop(guard)
    });
    let save = match save {
        Save::Idle | Save::Saved(_) | Save::Partial(_) if flush.pending() => &Save::Saving,
        save => save,
    };
    let at = |text, moment| ui.fill(text, &[("time", &ui.time(moment))]);
    let (class, sign, words) = match save {
        Save::Idle => ("saved", None, String::new()),
        Save::Saving => ("saved saved--busy", Some(Icon::Busy), ui.get(Text::SaveSaving).to_string()),
        Save::Saved(moment) => ("saved", Some(Icon::Check), at(Text::SaveSaved, *moment)),
        Save::Partial(moment) => ("saved", Some(Icon::Warning), at(Text::SavePartial, *moment)),
        Save::Failed(_) => {
            ("saved saved--failed", Some(Icon::Warning), ui.get(Text::SaveFailedShort).to_string())
        }
        Save::Memory => ("saved", Some(Icon::Warning), ui.get(Text::SaveMemory).to_string()),
    };
    el("p")
        .class(class)
        .set("role", "status")
        .set("tabindex", "-1")
        .set("data-save", save.name())
        .with(sign.map(icon))
        .with(worded("span", "", &words))
        .html()
}
