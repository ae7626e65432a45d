//! What became of the last edit, and, right after the first save, the one question about the device.

use super::View;
use super::part::el::{El, el, worded};
use super::part::icon::{Icon, icon};
use crate::i18n::Text;
use crate::state::{Device, Msg, Save};

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
    el("div").class("saving").with(line).with(model.asks_device().then(|| device_question(view)))
}

fn device_question(view: &View) -> El {
    // Buttons and not radios: an arrow key would choose a radio in passing, and one of the two erases.
    let option = |device, known, label, note| {
        el("button")
            .class("choice choice--ui choice--act")
            .set("type", "button")
            .on_click(view.on(Msg::DeviceNamed(device)))
            .set("data-device", known)
            .with(view.say("span", "choice__text", label))
            .with(view.say("span", "choice__note", note))
    };
    let choices = el("div")
        .class("choices choices--two")
        .with(option(Device::Own, "own", Text::DeviceYes, Text::DeviceYesNote))
        .with(option(Device::Guest, "guest", Text::DeviceNo, Text::DeviceNoNote));
    el("fieldset")
        .class("ownership stack-s")
        .with(view.say("legend", "note-strong legend-in", Text::DeviceAsk))
        .with(view.say("p", "note", Text::DeviceNote))
        .with(choices)
}
