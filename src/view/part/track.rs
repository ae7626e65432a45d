//! A line with four stops, and on it where somebody stood and stands. A drawing only: it is hidden from listeners, and
//! whoever shows it says the same in words beside it. No level has a colour of its own.

use super::el::{El, el};

/// What is drawn on a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Track<'a> {
    /// The stop of earlier, from 0: a ring.
    pub then: Option<usize>,
    /// The stop of now: a disc.
    pub now: Option<usize>,
    /// What the stops are called, to stand under them; empty when their names are too long for that.
    pub names: &'a [&'a str],
}

/// Where the first stop stands and how far it is to the next, in units of the drawing, which is 320 wide. With names,
/// each stop stands over the middle of a quarter.
fn spacing(named: bool) -> (usize, usize) {
    if named { (40, 80) } else { (16, 96) }
}

/// The drawing of a line.
pub fn track(drawn: &Track) -> El {
    let (first, step) = spacing(!drawn.names.is_empty());
    let x = |stop: usize| first.saturating_add(step.saturating_mul(stop));
    let rail = path("track__rail", &["M", &x(0).to_string(), " 16H", &x(3).to_string()].concat());
    let stops = (0..4).map(|stop| circle("track__stop", x(stop), "4"));
    let moved = drawn.then.zip(drawn.now).filter(|(then, now)| then != now);
    let way = moved.map(|(then, now)| way(x(then), x(now), step / 2));
    let stayed = drawn.then.is_some() && drawn.then == drawn.now;
    let then = drawn.then.map(|stop| circle("track__then", x(stop), if stayed { "12" } else { "8.5" }));
    let now = drawn.now.map(|stop| circle("track__now", x(stop), if stayed { "7.5" } else { "9.5" }));
    let picture = el("svg")
        .class("track")
        .set("viewBox", "0 0 320 32")
        .set("focusable", "false")
        .with(rail)
        .all(stops)
        .with(way)
        .with(then)
        .with(now);
    let names = drawn.names.iter().enumerate().map(|(stop, name)| {
        let one = el("span").text(name);
        match drawn.now {
            Some(now) if now == stop => one.class("track__name track__name--now"),
            _ => one.class("track__name"),
        }
    });
    let names = (!drawn.names.is_empty()).then(|| el("span").class("track__names").all(names));
    el("div").class("track-box").set("aria-hidden", "true").with(picture).with(names)
}

/// From one stop to another, with a point that shows which way: `before` the last one, where no stop is in its way.
fn way(from: usize, to: usize, before: usize) -> El {
    let (tail, tip) = if from < to {
        let tip = to.saturating_sub(before).saturating_add(4);
        (tip.saturating_sub(8), tip)
    } else {
        let tip = to.saturating_add(before).saturating_sub(4);
        (tip.saturating_add(8), tip)
    };
    let line = ["M", &from.to_string(), " 16H", &to.to_string()].concat();
    let tail = tail.to_string();
    let point = ["M", &tail, " 9L", &tip.to_string(), " 16L", &tail, " 23"].concat();
    el("g").with(path("track__path", &line)).with(path("track__point", &point))
}

/// A mark as it stands in a legend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Earlier.
    Then,
    /// Now.
    Now,
    /// Both at one place.
    Stayed,
}

/// The drawing of a mark beside its words.
pub fn key(mark: Mark) -> El {
    let then = (mark != Mark::Now).then(|| ring("track__then", "8.5"));
    let size = if mark == Mark::Stayed { "4.5" } else { "8.5" };
    let now = (mark != Mark::Then).then(|| ring("track__now", size));
    el("svg")
        .class("key")
        .set("viewBox", "0 0 20 20")
        .set("aria-hidden", "true")
        .set("focusable", "false")
        .with(then)
        .with(now)
}

fn ring(class: &'static str, radius: &'static str) -> El {
    el("circle").class(class).set("cx", "10").set("cy", "10").set("r", radius)
}

fn circle(class: &'static str, x: usize, radius: &'static str) -> El {
    el("circle").class(class).attr("cx", &x.to_string()).set("cy", "16").set("r", radius)
}

fn path(class: &'static str, way: &str) -> El {
    el("path").class(class).attr("d", way)
}
