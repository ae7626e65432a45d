//! How fast the app is for a first visitor on a slow line and a slow machine, beside the same number of
//! open questions in SurveyJS: five loads each, in turn, cold; then keystrokes. Prints medians, ratios
//! and the bar beside each. Figures never fail it; only what cannot be measured does.
//! Then the same with 10,000 answers (see `large`).
//! An argument `quick` takes one round, to see that it works; `large` measures only what stands in `large`; `multiply`
//! does not slow the machine down but multiplies what the page's thread worked.

mod large;
mod loads;
mod table;
mod typing;

use anyhow::{Context, Result};
use browser_tests::{Server, Site, tools};
use large::large;
use loads::{Load, Subject, load};
use table::{Table, median};
use typing::{Typing, typing};

/// What our pages are called in the table, their address, and the field that a person sees first.
const HOME: (&str, &str) = ("home", "#/");
const PROMPT: (&str, &str) = ("prompt", "#/theme/icp/icp-01");
const WHOLE: (&str, &str) = ("whole theme", "#/theme/icp/all");

fn main() {
    browser_tests::block_on(measure());
}

async fn measure() -> Result<()> {
    let says = |wanted: &str| std::env::args().any(|word| word == wanted);
    let rounds = if says("quick") { 1 } else { 5 };
    let app = Site::new(&tools::dist()?).without_probe().brotli().cached().serve()?;
    if says("large") {
        return large(&app, rounds.min(3)).await;
    }
    let folder = tools::repository().join("target/bench");
    let survey = Site::new(&folder).at("/survey/").policy(None).without_probe().brotli().cached().serve();
    let survey = survey.context("target/bench is put together by `cargo xtask bench`")?;

    // Also warms up: files of the browser itself come from the disk now.
    let fields = [HOME, PROMPT, WHOLE].map(|(_, route)| route);
    let mut counts = Vec::new();
    for route in fields {
        counts.push(load(&ours(&app, route)).await?.fields);
    }

    let mut loads = Vec::new();
    for round in 1..=rounds {
        eprintln!("round {round} of {rounds}");
        for ((name, route), count) in [HOME, PROMPT, WHOLE].into_iter().zip(&counts) {
            let (we, they) = (load(&ours(&app, route)).await?, load(&theirs(&survey, *count)).await?);
            loads.push((name, we, they));
        }
    }

    let mut table = Table::new(&format!(
        "first visit, cold: 150 ms round trip, 1.6 Mbit/s, CPU 4× slower, median of {rounds}"
    ));
    for ((name, _), count) in [HOME, PROMPT, WHOLE].into_iter().zip(&counts) {
        let of = |pick: fn(&Load) -> f64| medians(&loads, name, pick);
        let bar = |home, prompt| {
            if name == HOME.0 { Some(home) } else { Some(prompt).filter(|_| name == PROMPT.0) }
        };
        table.head(&counted(name, *count));
        table.ratio("transferred", "KB", of(|one| one.bytes / 1000.0), Some(0.60));
        table.ratio("first contentful paint", "ms", of(|one| one.painted), bar(0.22, 0.25));
        table.ratio("typing is kept from", "ms", of(|one| one.typable), bar(0.25, 0.45));
        table.ratio("program ready", "ms", of(|one| one.ready), None);
    }
    table.print();

    let typing_rounds = rounds.min(3);
    let mut runs = Vec::new();
    for round in 1..=typing_rounds {
        eprintln!("typing, round {round} of {typing_rounds}");
        for ((name, route), count) in [PROMPT, WHOLE].into_iter().zip(&counts[1..]) {
            runs.push((name, typing(&ours(&app, route)).await?, typing(&theirs(&survey, *count)).await?));
        }
    }
    let mut table = Table::new(&format!("a keystroke: CPU 6× slower, 30 keys, median of {typing_rounds}"));
    for ((name, _), count) in [PROMPT, WHOLE].into_iter().zip(&counts[1..]) {
        let of = |pick: fn(&Typing) -> f64| medians(&runs, name, pick);
        table.head(&counted(name, *count));
        table.limit("script", "ms", of(|one| one.script), 8.0);
        table.ratio("key to next paint", "ms", of(|one| one.to_paint), None);
        table.ratio("script after a pause (saving)", "ms", of(|one| one.after_pause), None);
    }
    table.print();
    large(&app, rounds.min(3)).await
}

/// The medians of ours and of theirs for one page.
fn medians<T>(runs: &[(&str, T, T)], name: &str, pick: fn(&T) -> f64) -> (f64, f64) {
    let runs = || runs.iter().filter(|(page, ..)| *page == name);
    (median(runs().map(|(_, we, _)| pick(we))), median(runs().map(|(_, _, they)| pick(they))))
}

fn counted(name: &str, fields: usize) -> String {
    format!("{name}, {fields} {}", if fields == 1 { "field" } else { "fields" })
}

fn ours<'a>(app: &'a Server, route: &str) -> Subject<'a> {
    // On home a field of the page as it was sent counts: what is typed there is kept from the first
    // paint on (the journey tests prove it). Elsewhere the program has to be there.
    let after_program = route != HOME.1;
    Subject {
        server: app,
        rest: route.to_owned(),
        field: "textarea[data-prompt]",
        after_program,
        marks_ready: true,
    }
}

fn theirs(survey: &Server, fields: usize) -> Subject<'_> {
    let rest = format!("survey.html?n={}", fields.max(1));
    Subject { server: survey, rest, field: "textarea", after_program: false, marks_ready: false }
}
