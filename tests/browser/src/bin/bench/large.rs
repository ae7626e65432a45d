//! The same with a notebook of 10,000 answers: a keystroke beside one in an empty notebook, opening every kind of place,
//! and finding words as one types. All on a slow machine, with modules and content there already.

use crate::loads::{Subject, fresh};
use crate::table::{Table, median};
use crate::typing::{Slow, Typing, count_work, key, script_ms, typing_in, work_ms};
use anyhow::{Context, Result, ensure};
use browser_tests::plenty::{Plenty, THEMES};
use browser_tests::{Page, Server, tools, wait};
use serde_json::{Value, json};
use std::time::Duration;

const ANSWERS: usize = 10_000;
const PATIENCE: Duration = Duration::from_secs(30);
/// Between two keys: shorter than any pause after which something happens.
const GAP: Duration = Duration::from_millis(150);
/// After this long nothing of a visit is under way any more.
const QUIET: Duration = Duration::from_millis(700);
/// What is looked for, letter by letter.
const SOUGHT: &str = "leerling zweeg";

/// One place of each kind, and another prompt, whole theme and list, since those differ.
const PLACES: &[(&str, &str)] = &[
    ("home", "#/"),
    ("theme", "#/theme/icp"),
    ("prompt", "#/theme/icp/icp-01"),
    ("prompt of a later kind", "#/theme/icp/icp-10"),
    ("whole theme", "#/theme/icp/all"),
    ("answers of a theme", "#/theme/icp/answers"),
    ("scan, whole", "#/theme/scan-school/all"),
    ("checklist", "#/journey/stage-a"),
    ("item of a checklist", "#/journey/stage-a/stage-a-07"),
    ("themes", "#/themes"),
    ("checklists", "#/journeys"),
    ("scans", "#/scans"),
    ("workshops", "#/workshops"),
    ("workshop", "#/workshop/icp-workshops/icp-w1"),
    ("glossary", "#/glossary"),
    ("term of the glossary", "#/glossary/g-okan"),
    ("sources", "#/sources"),
    ("overview", "#/overview"),
    ("find", "#/find"),
    ("my answers", "#/answers"),
];

/// The theme with the most prompts.
fn longest() -> Result<&'static str> {
    let mut most = ("", 0);
    for theme in THEMES {
        let file = tools::repository().join(format!("content/core/structure/{theme}.json"));
        let set: Value = serde_json::from_str(&std::fs::read_to_string(&file)?)?;
        let screens = set["screens"].as_array().into_iter().flatten();
        let prompts = screens.map(|screen| screen["prompts"].as_array().map_or(0, Vec::len)).sum();
        if prompts > most.1 {
            most = (theme, prompts);
        }
    }
    ensure!(most.1 > 0, "no theme has prompts");
    Ok(most.0)
}

/// Measures all of it and prints.
pub async fn large(app: &Server, rounds: usize) -> Result<()> {
    let plenty = Plenty::new(ANSWERS)?;
    let theme = longest()?;
    let whole = format!("#/theme/{theme}/all");
    let subject = Subject {
        server: app,
        rest: format!("?lang=nl-BE{whole}"),
        field: "textarea[data-prompt]",
        after_program: true,
        marks_ready: true,
    };
    let (mut typed, mut opened, mut found, mut started) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for round in 1..=rounds {
        eprintln!("10,000 answers, round {round} of {rounds}");
        let session = fresh(&subject).await?;
        let empty = typing_in(&session, &subject).await?;
        let bare = starting(Page::new(&session, app)).await?;
        drop(session);
        let session = fresh(&subject).await?;
        Page::new(&session, app).put_back(&plenty, "nl-BE").await?;
        typed.push((typing_in(&session, &subject).await?, empty));
        session.slow_machine(1.0).await?;
        let page = Page::new(&session, app);
        started.push((starting(page).await?, bare));
        page.open("?lang=nl-BE#/overview").await?;
        opened.push(visits(page).await?);
        found.push(finding(page).await?);
    }

    let mut table = Table::beside(
        &format!("a keystroke in {whole}: CPU 6× slower, 30 keys, median of {rounds}"),
        "10,000",
        "empty",
    );
    let of = |pick: fn(&Typing) -> f64| {
        (median(typed.iter().map(|(we, _)| pick(we))), median(typed.iter().map(|(_, they)| pick(they))))
    };
    table.limit("script", "ms", of(|one| one.script), 8.0);
    table.ratio("the same beside an empty notebook", "ms", of(|one| one.script), Some(1.2));
    table.ratio("key to next paint", "ms", of(|one| one.to_paint), None);
    table.ratio("script after a pause (saving)", "ms", of(|one| one.after_pause), None);
    table.print();

    let mut table = Table::beside(
        &format!("a start at {START}, everything cached: CPU 4× slower, median of {rounds}"),
        "10,000",
        "empty",
    );
    let of = |pick: fn(&Start) -> f64| {
        (median(started.iter().map(|(we, _)| pick(we))), median(started.iter().map(|(_, they)| pick(they))))
    };
    let (full, bare) = of(|one| one.ready);
    table.ratio("until a prompt can be typed into", "ms", (full, bare), None);
    table.ratio("longest task until then and after", "ms", of(|one| one.longest), None);
    table.print();
    let mut table = Table::alone("the same, as a difference");
    table.one("more than empty", "ms", full - bare, Some(250.0));
    table.print();

    let mut table =
        Table::alone(&format!("opening a screen, 10,000 answers: CPU 4× slower, median of {rounds}"));
    let mut rows: Vec<(f64, String)> = Vec::new();
    for (at, (name, _)) in PLACES.iter().enumerate() {
        let of = |pick: fn(&Visit) -> f64| median(opened.iter().filter_map(|all| all.get(at)).map(pick));
        let work: [fn(&Visit) -> f64; 4] =
            [|visit| visit.work[0], |visit| visit.work[1], |visit| visit.work[2], |visit| visit.work[3]];
        let [work, script, style, layout] = work.map(of);
        let after = of(|visit| visit.after);
        let name = format!("{name}: {work:.0} ({script:.0} + {style:.0} + {layout:.0}), {after:.0}");
        rows.push((of(|visit| visit.drawn), name));
    }
    rows.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    table.head("  place: work until drawn (script + style + layout), work after that; click to drawn");
    for (drawn, name) in rows {
        table.one(&name, "ms", drawn, Some(100.0));
    }
    table.print();

    let mut table =
        Table::alone(&format!("find in 10,000 answers, ‘{SOUGHT}’: CPU 4× slower, median of {rounds}"));
    table.one("script of the first key", "ms", median(found.iter().map(|one| one.first)), Some(50.0));
    table.one("script of the slowest key", "ms", median(found.iter().map(|one| one.slowest)), Some(50.0));
    table.one("script of a key", "ms", median(found.iter().map(|one| one.usual)), Some(50.0));
    table.one("getting ready, once", "ms", median(found.iter().map(|one| one.ready)), None);
    table.print();
    Ok(())
}

/// Where a start is measured.
const START: &str = "#/theme/icp/icp-01";

/// Milliseconds of one start.
struct Start {
    /// From the navigation until the program stands in the page: what is typed before is kept as well.
    ready: f64,
    /// The longest task of the page's thread until nothing was under way any more.
    longest: f64,
}

/// Loads twice: the first time fills the caches, the second is measured.
async fn starting(page: Page<'_>) -> Result<Start> {
    const WATCH: &str = "window.__tasks = []; new PerformanceObserver((list) => \
        window.__tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask', buffered: true })";
    let session = page.session;
    page.open(&format!("?lang=nl-BE{START}")).await?;
    let slow = Slow::down(session, 4.0).await?;
    session.driver.refresh().await?;
    page.wait_until_ready().await?;
    session.run(WATCH, vec![]).await?;
    tokio::time::sleep(4 * QUIET).await;
    let said = "return [performance.getEntriesByName('terugblik:ready')[0].startTime, Math.max(0, ...window.__tasks)]";
    let said = session.run(said, vec![]).await?;
    slow.up(session).await?;
    let number = |at: usize| said.get(at).and_then(Value::as_f64).context("no figure");
    Ok(Start { ready: number(0)?, longest: number(1)? })
}

/// Milliseconds of one visit.
struct Visit {
    /// From the click on a link until the place is painted.
    drawn: f64,
    /// What the page's own thread worked meanwhile, and of that script, style and layout. `drawn` also waits for frames
    /// and for other programs.
    work: [f64; 4],
    /// What it worked after that, until nothing was under way any more.
    after: f64,
}

/// Each place twice, from another one: the first time may fetch, the second is measured.
async fn visits(page: Page<'_>) -> Result<Vec<Visit>> {
    let session = page.session;
    session.run(VISIT, vec![]).await?;
    count_work(session).await?;
    for (_, place) in PLACES {
        visit(page, place).await?;
    }
    let slow = Slow::down(session, 4.0).await?;
    let mut visits = Vec::new();
    for (_, place) in PLACES {
        visit(page, if *place == "#/sources" { "#/glossary" } else { "#/sources" }).await?;
        tokio::time::sleep(QUIET).await;
        let before = work_ms(session).await?;
        let drawn = visit(page, place).await?;
        let then = work_ms(session).await?;
        tokio::time::sleep(QUIET).await;
        let after = slow.times(work_ms(session).await?[0] - then[0]);
        let work = std::array::from_fn(|at| slow.times(then[at] - before[at]));
        visits.push(Visit { drawn, work, after });
    }
    slow.up(session).await?;
    Ok(visits)
}

/// Follows a link and waits until its place was painted; gives how long that took.
async fn visit(page: Page<'_>, place: &str) -> Result<f64> {
    page.session.run("window.__visit(arguments[0])", vec![json!(place)]).await?;
    let taken = wait::until(&format!("{place} to be painted"), PATIENCE, async || {
        Ok(page.session.run("return window.__visited", vec![]).await?.as_f64())
    })
    .await?;
    // With its content, and not with a line that says that it is on its way.
    page.wait_until_gone("main .column > .note[role=status]").await?;
    Ok(taken)
}

/// Milliseconds of script.
struct Finding {
    ready: f64,
    first: f64,
    slowest: f64,
    usual: f64,
}

async fn finding(page: Page<'_>) -> Result<Finding> {
    let session = page.session;
    page.open("?lang=nl-BE#/overview").await?;
    page.session.run(VISIT, vec![]).await?;
    let slow = Slow::down(session, 4.0).await?;
    let before = script_ms(session).await?;
    visit(page, "#/find").await?;
    tokio::time::sleep(2 * QUIET).await;
    let ready = slow.times(script_ms(session).await? - before);
    session.run("document.querySelector('input[type=search]').focus()", vec![]).await?;
    let mut keys = Vec::new();
    for letter in SOUGHT.chars() {
        let before = script_ms(session).await?;
        key(session, letter).await?;
        tokio::time::sleep(GAP).await;
        keys.push(slow.times(script_ms(session).await? - before));
    }
    let shown = session.run("return document.querySelectorAll('[data-hits] > li').length", vec![]).await?;
    ensure!(shown.as_u64().is_some_and(|shown| shown > 0), "‘{SOUGHT}’ was not found");
    slow.up(session).await?;
    let slowest = keys.iter().copied().fold(0.0, f64::max);
    let first = *keys.first().context("a first key")?;
    Ok(Finding { ready, first, slowest, usual: median(keys.into_iter()) })
}

const VISIT: &str = "
const { port1, port2 } = new MessageChannel();
let began = 0;
port1.onmessage = () => { window.__visited = performance.now() - began; };
window.__visit = (place) => {
  window.__visited = null;
  const link = document.createElement('a');
  link.href = place;
  document.body.append(link);
  began = performance.now();
  link.click();
  link.remove();
  const look = () => {
    // A task that is posted in a frame runs after that frame was painted.
    if (document.querySelector('[data-route]')?.dataset.route === place) port2.postMessage(0);
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};";
