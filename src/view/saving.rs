//! What became of the last edit. The one question about the device, right after the first save, the second module asks.

use super::View;
use super::part::el::{El, el, worded};
use super::part::icon::{Icon, icon};
use crate::i18n::Text;
use crate::state::Save;

/// The status line of a page. Each page with fields carries exactly one, at the same place at all times, so that
/// screen readers hear changes and not appearances. Failures stand in the frame as well, and stay.
pub fn save_line(view: &View) -> El {
    let model = view.model;
    let at = |text, moment| model.ui.fill(text, &[("time", &model.ui.time(moment))]);
    let (class, sign, words) = match &model.save {
        Save::Idle => ("saved", None, String::new()),
        Save::Saving => ("saved saved--busy", Some(Icon::Busy), view.ui(Text::SaveSaving).to_string()),
        Save::Saved(moment) => ("saved", Some(Icon::Check), at(Text::SaveSaved, *moment)),
        Save::Partial(moment) => ("saved", Some(Icon::Warning), at(Text::SavePartial, *moment)),
        Save::Failed(_) => {
            ("saved saved--failed", Some(Icon::Warning), view.ui(Text::SaveFailedShort).to_string())
        }
        Save::Memory => ("saved", Some(Icon::Warning), view.ui(Text::SaveMemory).to_string()),
    };
    let line = el("p")
        .class(class)
        .set("role", "status")
        .set("tabindex", "-1")
        .set("data-save", model.save.name())
        .with(sign.map(icon))
        .with(worded("span", "", &words));
    let asks = view.beyond.filter(|_| model.asks_device());
    el("div").class("saving").with(line).with(asks.map(|beyond| (beyond.device)(view)))
}
