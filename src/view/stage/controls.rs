//! The few things that can be done on the big screen without a key. Small and quiet: a room looks at the question.

use super::Hall;
use super::signs::{Sign, sign};
use crate::i18n::Text;
use crate::state::stage::StageMsg;
use crate::view::part::el::{El, button, el, worded};

pub(super) fn controls(hall: &Hall) -> El {
    let stage = hall.stage;
    let other = stage.languages.iter().filter(|known| known.tag != *stage.ui.language()).map(|known| {
        // Two letters for the room; whoever listens hears the whole name after them.
        let letters = known.tag.primary().to_uppercase();
        button("stage__control", &letters, hall.on(StageMsg::LanguageAsked(known.tag.clone())))
            .with(worded("span", "quiet-for-eyes", &[" ", &known.name].concat()))
            .attr("lang", known.tag.as_str())
            .attr("data-language", known.tag.as_str())
    });
    let (clock, runs) = match stage.clock.runs() {
        true => (Text::StagePause, Sign::Pause),
        false => (Text::StageStart, Sign::Play),
    };
    let (scheme, light) = match stage.dark {
        true => (Text::StageLight, Sign::Sun),
        false => (Text::StageDark, Sign::Moon),
    };
    let turn = |text, kind, on: bool, msg, keys, data| {
        tool(hall, text, kind, msg).set("aria-keyshortcuts", keys).set(data, "").maybe(
            // It stays reachable at an end, so that the focus does not fall off.
            "aria-disabled",
            (!stage.can_move(on)).then_some("true"),
        )
    };
    el("nav")
        .class("stage__controls")
        .label("aria-label", &stage.ui, Text::StageControls)
        .with(turn(
            Text::Previous,
            Sign::Previous,
            false,
            StageMsg::PreviousAsked,
            "ArrowLeft PageUp",
            "data-previous",
        ))
        .with(turn(Text::Next, Sign::Next, true, StageMsg::NextAsked, "ArrowRight PageDown", "data-next"))
        .with(
            tool(hall, clock, runs, StageMsg::ClockToggled)
                .set("aria-keyshortcuts", "Space")
                .set("data-clock", ""),
        )
        .with(
            tool(hall, Text::StageBlank, Sign::Blank, StageMsg::BlankToggled)
                .set("aria-keyshortcuts", "b")
                .set("data-blank", ""),
        )
        .with(tool(hall, scheme, light, StageMsg::SchemeToggled).set("data-scheme-toggle", ""))
        .all(other)
        .with(
            el("a")
                .class("stage__control")
                .attr("href", &stage.back())
                .label("aria-label", &stage.ui, Text::StageClose)
                .set("aria-keyshortcuts", "Escape")
                .set("data-close", "")
                .with(sign(Sign::Close)),
        )
}

fn tool(hall: &Hall, text: Text, kind: Sign, msg: StageMsg) -> El {
    el("button")
        .class("stage__control")
        .set("type", "button")
        .label("aria-label", &hall.stage.ui, text)
        .on_click(hall.on(msg))
        .with(sign(kind))
}
