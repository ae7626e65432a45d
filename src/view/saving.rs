//! What became of the last edit, and, right after the first save, the one question about the device.

use super::View;
use super::part::icon::{Icon, icon};
use crate::i18n::Text;
use crate::state::{Device, Msg, Save};
use yew::prelude::*;

/// The status line of a page. Each page with fields carries exactly one, at the same place at all times, so that
/// screen readers hear changes and not appearances. Failures stand in the frame as well, and stay.
pub fn save_line(view: &View) -> Html {
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
    html! {
        <div class="saving">
            <p {class} role="status" data-save={model.save.name()}>
                if let Some(sign) = sign { { icon(sign) } }
                <span>{ words }</span>
            </p>
            if model.asks_device() { { device_question(view) } }
        </div>
    }
}

fn device_question(view: &View) -> Html {
    let name = view.id("device");
    let option = |device, label, note| {
        let onchange = view.on::<Event>(Msg::DeviceNamed(device));
        html! {
            <label class="choice choice--ui">
                <input type="radio" name={name.clone()} {onchange} data-device={if device == Device::Own { "own" } else { "guest" }} />
                <span class="choice__text">{ view.ui(label) }</span>
                <span class="choice__note">{ view.ui(note) }</span>
            </label>
        }
    };
    html! {
        <fieldset class="ownership stack-s">
            <legend class="note-strong legend-in">{ view.ui(Text::DeviceAsk) }</legend>
            <p class="note">{ view.ui(Text::DeviceNote) }</p>
            <div class="choices choices--two">
                { option(Device::Own, Text::DeviceYes, Text::DeviceYesNote) }
                { option(Device::Guest, Text::DeviceNo, Text::DeviceNoNote) }
            </div>
        </fieldset>
    }
}
