//! The one question about the device, right after the first save.

use crate::i18n::Text;
use crate::state::{Device, Msg};
use crate::view::View;
use crate::view::part::el::{El, el};

/// Asks whose device this is.
pub fn question(view: &View) -> El {
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
