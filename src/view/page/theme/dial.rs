//! How much time somebody has: three radios, each with what one gets for it. The bar shows the proportion, the words say it.

use crate::domain::{Dial, Run, Theme, minutes_left};
use crate::i18n::Text;
use crate::platform::event;
use crate::state::{Deed, Msg};
use crate::view::View;
use crate::view::part::el::{El, el, together};
use crate::view::part::icon::{Icon, icon};
use std::rc::Rc;
use yew::prelude::*;

/// Length of a bar that stands for the longest time.
const FULL: u16 = 180;

/// The dial of a theme.
pub(super) fn dial(view: &View, theme: &Theme, run: Option<&Run>) -> El {
    let hint = view.id("dial-hint");
    el("fieldset")
        .attr("aria-describedby", &hint)
        .with(view.say("legend", "label dial-legend", Text::ThemeTime))
        .with(el("div").class("dial").all(Dial::ALL.map(|dial| stop(view, theme, run, dial))))
        .with(view.say("p", "hint dial-hint", Text::ThemeTimeHint).attr("id", &hint))
}

fn stop(view: &View, theme: &Theme, run: Option<&Run>, dial: Dial) -> El {
    let ui = &view.model.ui;
    let chosen = view.model.habits.dial(&theme.id);
    let minutes = dial.minutes().to_string();
    let text = match dial {
        Dial::Five => Text::ThemeQuick,
        Dial::Twenty => Text::ThemeCore,
        Dial::FortyFive => Text::ThemeDeep,
    };
    // What the prompts of this route take together: said as it is, also where it is not the number above it.
    let route = theme.route(dial, None, None);
    let takes = minutes_left(&route, None).to_string();
    let what = ui.fill(text, &[("n", &route.len().to_string()), ("takes", &takes)]);
    let (send, habits) = (view.send.clone(), view.model.habits.with_dial(&theme.id, dial));
    let onchange = Callback::from(move |change: Event| {
        if event::checked_of(&change) {
            send.emit(Msg::Did(Rc::new(Deed::HabitsChosen(habits.clone()))));
        }
    });
    let radio = el("input")
        .set("type", "radio")
        .attr("name", &view.id("dial"))
        .value(&minutes)
        .checked(dial == chosen)
        .on_change(onchange);
    let number = el("span").class("dial__minutes").text(&minutes).with(view.say(
        "span",
        "dial__unit",
        Text::ThemeMinutesUnit,
    ));
    let tick = el("span").class("dial__chosen").with(icon(Icon::Check)).text(" ");
    let left = (dial == chosen && run.is_some_and(|run| run.count() > 0))
        .then(|| together().text(" · ").text(&left(view, theme, run, dial)));
    el("label")
        .key(&minutes)
        .class("dial__stop")
        .with(radio)
        .with(number)
        .with(bar(dial))
        .with(el("span").class("dial__what").with(tick).text(&what).with(left))
}

/// What is still to do on the way that is chosen.
fn left(view: &View, theme: &Theme, run: Option<&Run>, dial: Dial) -> String {
    let route = theme.route(dial, run, None);
    let open = route.iter().filter(|(_, prompt)| run.is_none_or(|run| run.value(&prompt.id).is_none()));
    view.model.ui.fill(Text::ThemeStill, &[("n", &open.count().to_string())])
}

fn bar(dial: Dial) -> El {
    let width = FULL.saturating_mul(dial.minutes()) / Dial::FortyFive.minutes();
    el("svg")
        .class("dial__length")
        .set("viewBox", "0 0 180 5")
        .set("preserveAspectRatio", "none")
        .set("aria-hidden", "true")
        .set("focusable", "false")
        .with(el("path").set("d", "M0 2.5H180").set("stroke", "currentColor").set("stroke-width", "1"))
        .with(
            el("path")
                .attr("d", &["M0 2.5H", &width.to_string()].concat())
                .set("stroke", "currentColor")
                .set("stroke-width", "5"),
        )
}
