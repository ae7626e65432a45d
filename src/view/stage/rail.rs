//! Beside the question: the time that is left, and the way to the same question on one's own device.

use super::Hall;
use crate::i18n::Text;
use crate::state::stage::{Clock, Slide};
use crate::view::part::el::{El, el, worded};
use crate::view::part::qr::qr;

pub(super) fn rail(hall: &Hall, slide: &Slide) -> El {
    let clock = (slide.minutes > 0).then(|| clock(hall, &hall.stage.clock));
    el("div").class("stage__rail").with(clock).with(hall.stage.join().map(|address| join(hall, &address)))
}

/// A ring that empties, and the time in it. Listeners can ask for the time; they are told twice only.
fn clock(hall: &Hall, clock: &Clock) -> El {
    let circle = |class| el("circle").class(class).set("cx", "80").set("cy", "80").set("r", "72");
    let left = circle("ring__left")
        .set("pathLength", "100")
        .attr("stroke-dasharray", &[&clock.percent().to_string(), " 100"].concat())
        .set("transform", "rotate(-90 80 80)")
        .set("stroke-width", "9");
    let ring = el("svg")
        .class("ring")
        .set("viewBox", "0 0 160 160")
        .set("fill", "none")
        .set("aria-hidden", "true")
        .set("focusable", "false")
        .with(circle("ring__base").set("stroke-width", "3"))
        .with((clock.percent() > 0).then_some(left));
    let time = worded("p", "clock__time", &time(hall, clock))
        .set("role", "timer")
        .label("aria-label", &hall.stage.ui, Text::StageTimer)
        .set("data-timer", if clock.runs() { "runs" } else { "stands" });
    el("div").class("clock").with(ring).with(time)
}

/// `3.20` in Dutch, `3:20` in English.
fn time(hall: &Hall, clock: &Clock) -> String {
    let (minutes, seconds) = (clock.seconds() / 60, clock.seconds() % 60);
    let tens = if seconds < 10 { "0" } else { "" };
    let seconds = [tens, &seconds.to_string()].concat();
    hall.stage.ui.fill(Text::FormatTime, &[("h", &minutes.to_string()), ("m", &seconds)])
}

fn join(hall: &Hall, address: &str) -> El {
    let short = address.split_once("://").map_or(address, |(_, rest)| rest);
    let name = hall.stage.ui.fill(Text::StageCode, &[("where", short)]);
    el("div").class("join").with(qr("join__code", address, &name)).with(broken(short))
}

/// An address that breaks after a slash where it is longer than the line, and within a part only where it must.
fn broken(address: &str) -> El {
    let part = |part: &str| worded("span", "", part);
    el("p").class("join__url").all(address.split_inclusive('/').map(part))
}
