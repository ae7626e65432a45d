//! The big screen: what stands on it, how it is steered, where its code leads, and that nothing a person wrote is near.

mod looks;

use crate::{app, every, with_page};
use anyhow::{Context, Result, ensure};
use browser_tests::fields::TODAY;
use browser_tests::page::PATIENCE;
use browser_tests::stored::Stored;
use browser_tests::wait::until;
use browser_tests::{Browser, Options, Page, Words};
use serde_json::{Value, json};
use thirtyfour::Key;

every!(
    nothing_written_is_near,
    steered_by_keys,
    steered_by_mouse,
    code_leads_to_the_prompt,
    what_is_not_shown
);

/// Stands in every answer that a test writes here.
const MARKER: &str = "ZEERPERSOONLIJK";

/// A projector of the cheapest sort.
const BEAM: (u32, u32) = (1280, 720);

async fn nothing_written_is_near(browser: Browser) -> Result<()> {
    let server = app()?;
    with_page(browser, Options::default(), &server, "", async |page| {
        ensure!(
            !server.seen().iter().any(|one| one.path.contains("stage")),
            "a first visit asked for the big screen"
        );
        page.type_into(TODAY, &format!("{MARKER} begin")).await?;
        page.wait_for_save("saved").await?;
        page.click("[data-device=own]").await?;
        page.go("#/theme/icp/icp-s1").await?;
        page.choose("icp-s1", "icp-s1-a2").await?;
        page.type_at("[data-slot=proof]", &format!("{MARKER} bewijs")).await?;
        page.wait_for_save("saved").await?;
        page.go("#/theme/icp/icp-d1").await?;
        page.choose("icp-d1", "icp-d1-o1").await?;
        page.type_at("[data-slot=gains]", &format!("{MARKER} baat")).await?;
        page.wait_for_save("saved").await?;
        // What is looked for below can be found, and what is listened for is heard.
        until("all three answers in both stores", PATIENCE, async || {
            let stored = page.stored().await?;
            let both = |text| Stored::holds(&stored.local, text) && Stored::holds(&stored.indexed, text);
            Ok(["begin", "bewijs", "baat"]
                .map(|end| format!("{MARKER} {end}"))
                .iter()
                .all(|text| both(text))
                .then_some(()))
        })
        .await?;
        let (watched, opened) = doors(page).await?;
        ensure!(watched.len() >= 4, "{browser:?} lets us watch only {watched:?}");
        ensure!(opened.iter().any(|door| door == "localStorage"), "the program opened only {opened:?}");

        // As a trainer would come: by the link beside the prompt that was answered.
        page.click("[data-stage]").await?;
        page.wait_for_route("#/theme/icp/icp-d1").await?;
        page.find(".stage__options").await?;
        clean(page, "the dilemma").await?;
        for place in ["#/theme/icp/icp-01", "#/theme/icp/icp-s1"] {
            page.open(&format!("stage.html?lang=nl-BE{place}")).await?;
            clean(page, place).await?;
        }
        while page
            .session
            .run("return !!document.querySelector('[data-next]:not([aria-disabled])')", vec![])
            .await?
            == json!(true)
        {
            let before = page.route().await?;
            page.press(Key::Right).await?;
            moved_from(page, &before).await?;
            clean(page, &page.route().await?).await?;
        }
        page.press('b').await?;
        page.find("button.stage__dark").await?;
        clean(page, "blank").await?;
        // It is all still there: it was not hidden by losing it.
        ensure!(Stored::holds(&page.stored().await?.local, "bewijs"), "the answers are gone");
        Ok(())
    })
    .await
}

/// Nothing that was written stands in the document, and nothing has looked.
async fn clean(page: Page<'_>, place: &str) -> Result<()> {
    let html = page.session.run("return document.documentElement.outerHTML", vec![]).await?;
    ensure!(
        !html.as_str().unwrap_or_default().contains(MARKER),
        "an answer stands on the big screen: {place}"
    );
    let marked = page
        .session
        .run("return document.querySelectorAll('textarea, input, :checked').length", vec![])
        .await?;
    ensure!(marked == json!(0), "a field stands on the big screen: {place}");
    let (watched, opened) = doors(page).await?;
    ensure!(watched.len() >= 4 && opened.is_empty(), "the big screen opened {opened:?}: {place}");
    Ok(())
}

/// Which doors to what a browser keeps are watched, and which were opened.
async fn doors(page: Page<'_>) -> Result<(Vec<String>, Vec<String>)> {
    let found =
        page.session.run("return [window.__doors.watched, [...window.__doors.opened]]", vec![]).await?;
    let list = |at: usize| {
        found[at].as_array().into_iter().flatten().filter_map(|one| one.as_str().map(str::to_owned)).collect()
    };
    Ok((list(0), list(1)))
}

async fn steered_by_keys(browser: Browser) -> Result<()> {
    on_stage(browser, "?lang=nl-BE#/theme/icp/icp-s1", async |page| {
        let first = page.route().await?;
        for (on, back) in [(Key::Right, Key::Left), (Key::PageDown, Key::PageUp)] {
            page.press(on).await?;
            moved_from(page, &first).await?;
            let hash = page.session.run("return location.hash", vec![]).await?;
            ensure!(hash.as_str() == Some(&page.route().await?), "the address says {hash}");
            page.press(back).await?;
            page.wait_for_route(&first).await?;
        }

        // Blank, and back to the same.
        page.press('b').await?;
        page.find("button.stage__dark").await?;
        ensure!(page.text().await?.trim().is_empty(), "a blank screen says ‘{}’", page.text().await?);
        page.press('B').await?;
        page.find(".stage__sentences").await?;

        // The clock: it stands, runs, and stands again.
        let stood = time(page).await?;
        page.find("[data-timer=stands]").await?;
        page.press(' ').await?;
        page.find("[data-timer=runs]").await?;
        until("the clock to count", PATIENCE, async || Ok((time(page).await? != stood).then_some(()))).await?;
        page.press(' ').await?;
        page.find("[data-timer=stands]").await?;
        let role = page.session.run("return document.querySelector('[data-timer]').role ?? document.querySelector('[data-timer]').getAttribute('role')", vec![]).await?;
        ensure!(role == json!("timer"), "its role is {role}");
        let said = page.session.run("return document.querySelector('[role=status]').textContent", vec![]).await?;
        ensure!(said == json!(""), "it said {said} aloud");

        // On a control the space bar does what the control says.
        page.tab_to("[data-blank]", 8).await?;
        page.press(' ').await?;
        page.find("button.stage__dark").await?;
        page.press('b').await?;
        page.find("[data-timer=stands]").await?;

        // Out, though nobody came from there.
        page.press(Key::Escape).await?;
        page.find("[data-prompt=icp-s1]").await?;
        page.wait_for_route(&first).await?;
        at_home(page).await
    })
    .await?;
    on_stage(browser, "?lang=en#/workshop/icp-workshops/icp-w1/icp-w1-2", async |page| {
        page.press(Key::PageDown).await?;
        page.wait_for_route("#/workshop/icp-workshops/icp-w1/icp-w1-3").await?;
        page.press(Key::Escape).await?;
        page.wait_for_route("#/workshop/icp-workshops/icp-w1").await?;
        at_home(page).await
    })
    .await
}

async fn steered_by_mouse(browser: Browser) -> Result<()> {
    on_stage(browser, "?lang=nl-BE&scheme=light#/theme/icp/icp-s1", async |page| {
        let (dutch, english) = (Words::of("nl-BE")?, Words::of("en")?);
        page.wait_for_words(dutch.get("icp-s1.ask")?).await?;
        page.click("[data-clock]").await?;
        page.find("[data-timer=runs]").await?;
        let stood = time(page).await?;
        until("the clock to count", PATIENCE, async || Ok((time(page).await? != stood).then_some(())))
            .await?;
        // The other language: the same slide, and its time goes on.
        page.click("[data-language=en]").await?;
        page.wait_for_words(english.get("icp-s1.ask")?).await?;
        page.find("[data-timer=runs]").await?;
        ensure!(page.language().await? == "en", "<html lang> is {}", page.language().await?);
        page.click("[data-scheme-toggle]").await?;
        let address = "return [document.documentElement.dataset.scheme, location.search]";
        until("dark, and an address that says so", PATIENCE, async || {
            let shown = page.session.run(address, vec![]).await?;
            ensure!(shown == json!(["dark", "?lang=en&scheme=dark"]), "it is {shown}");
            Ok(Some(()))
        })
        .await?;
        // After a click the space bar belongs to the clock, not to what was clicked.
        page.press(' ').await?;
        page.find("[data-timer=stands]").await?;
        page.click("[data-blank]").await?;
        page.click("button.stage__dark").await?;
        page.click("[data-next]").await?;
        page.wait_for_route("#/theme/icp/icp-s2").await?;
        page.click("[data-previous]").await?;
        page.wait_for_route("#/theme/icp/icp-s1").await?;
        page.click("[data-close]").await?;
        page.find("[data-prompt=icp-s1]").await?;
        at_home(page).await
    })
    .await
}

async fn code_leads_to_the_prompt(browser: Browser) -> Result<()> {
    on_stage(browser, "?lang=nl-BE#/theme/icp/icp-s1", async |page| {
        let wanted = page.server.url("#/q/icp-s1");
        ensure!(code(page).await? == wanted, "the code says {}", code(page).await?);
        let short = wanted.trim_start_matches("http://");
        ensure!(page.says(short).await?, "{short} cannot be read");
        // The step of a workshop leads to its first prompt; one without a prompt leads nowhere.
        page.open("stage.html?lang=nl-BE#/workshop/inc-workshops/inc-w1/inc-w1-2").await?;
        ensure!(code(page).await? == page.server.url("#/q/inc-01"), "the code says {}", code(page).await?);
        page.open("stage.html?lang=nl-BE#/workshop/inc-workshops/inc-w2/inc-w2-3").await?;
        page.find(".stage__prompt").await?;
        page.wait_until_gone(".join").await?;

        // On a phone: directly, and within a page that is open; the way back does not stop at the short address.
        page.open("#/q/icp-s1").await?;
        page.wait_for_route("#/theme/icp/icp-s1").await?;
        page.find("[data-prompt=icp-s1]").await?;
        let hash = page.session.run("return location.hash", vec![]).await?;
        ensure!(hash == json!("#/theme/icp/icp-s1"), "the address says {hash}");
        page.wait_until_fetched().await?;
        page.open("#/q/icp-d1").await?;
        page.find("[data-prompt=icp-d1]").await?;
        page.wait_until_fetched().await?;
        page.open("#/").await?;
        page.session.run("location.hash = '#/q/icp-03'", vec![]).await?;
        page.wait_for_route("#/theme/icp/icp-03").await?;
        page.find("[data-prompt=icp-03]").await?;
        page.wait_until_fetched().await?;
        page.session.run("history.back()", vec![]).await?;
        page.wait_for_route("#/").await?;
        page.open("#/q/icp-99").await?;
        page.wait_for_words(Words::of("nl-BE")?.get("unknown.title")?).await
    })
    .await
}

async fn what_is_not_shown(browser: Browser) -> Result<()> {
    on_stage(browser, "?lang=nl-BE#/theme/icp/icp-01", async |page| {
        let words = Words::of("nl-BE")?;
        page.wait_for_words(words.get("stage.private")?).await?;
        ensure!(!page.says(words.get("icp-01.ask")?).await?, "a private question stands on the big screen");
        page.open("stage.html?lang=nl-BE#/theme/nobody/nothing").await?;
        page.wait_for_words(words.get("stage.missing")?).await?;
        page.click_words(words.get("unknown.home")?).await?;
        page.find("[data-prompt]").await?;

        // Nothing that belongs to whoever writes or leads.
        page.open("stage.html?lang=nl-BE#/theme/vul/vul-d1").await?;
        for key in ["vul-d1.help", "vul-d1.student", "vul-d1.tension"] {
            ensure!(!page.says(words.get(key)?).await?, "{key} stands on the big screen");
        }
        page.open("stage.html?lang=nl-BE#/workshop/inc-workshops/inc-w1/inc-w1-2").await?;
        page.wait_for_words(words.get("inc-w1-2.screen")?).await?;
        ensure!(
            !page.says(words.get("inc-w1-2.guide")?).await?,
            "what the leader does stands on the big screen"
        );
        page.session.assert_quiet(page.server, "before a part is missing").await?;

        // A part that does not come: why, and another try.
        page.server.break_path("/mul.", 503);
        page.open("stage.html?lang=nl-BE#/theme/mul/mul-s1").await?;
        page.wait_for_words(words.get("stage.failed-text")?).await?;
        page.server.mend();
        page.session.complaints().await?;
        page.server.forget();
        page.click_words(words.get("action.retry")?).await?;
        page.wait_for_words(words.get("mul-s1.ask")?).await
    })
    .await
}

/// The big screen at this address, at the end of which nothing may have been objected to.
async fn on_stage(
    browser: Browser,
    address: &str,
    body: impl AsyncFnOnce(Page<'_>) -> Result<()>,
) -> Result<()> {
    let server = app()?;
    let options = Options { size: BEAM, ..Options::default() };
    with_page(browser, options, &server, &format!("stage.html{address}"), body).await
}

async fn moved_from(page: Page<'_>, before: &str) -> Result<()> {
    until(&format!("another slide than {before}"), PATIENCE, async || {
        Ok((page.route().await? != before).then_some(()))
    })
    .await
}

/// The page is the program's own again, and not the big screen's.
async fn at_home(page: Page<'_>) -> Result<()> {
    let path = page.session.run("return location.pathname", vec![]).await?;
    ensure!(!path.as_str().unwrap_or("stage").contains("stage"), "it is still {path}");
    Ok(())
}

async fn time(page: Page<'_>) -> Result<String> {
    let shown = page.session.run("return document.querySelector('[data-timer]').textContent", vec![]).await?;
    Ok(shown.as_str().unwrap_or_default().to_owned())
}

/// What a phone reads from the code: its modules painted black on white, and given to a reader that knows nothing of ours.
async fn code(page: Page<'_>) -> Result<String> {
    const DOTS: usize = 4;
    let drawn = page.find(".join__code").await?;
    let told = page.session.run(CODE, vec![drawn.to_json()?]).await?;
    let number = |value: &Value| value.as_u64().and_then(|n| usize::try_from(n).ok()).context("a number");
    let (side, quiet) = (number(&told["side"])?, number(&told["quiet"])?);
    let mut dark = vec![false; side * side];
    for run in told["runs"].as_array().context("runs")? {
        let (x, y, length) = (number(&run[0])?, number(&run[1])?, number(&run[2])?);
        for x in x..x + length {
            *dark.get_mut((y + quiet) * side + x + quiet).context("a module outside")? = true;
        }
    }
    let at = |x: usize, y: usize| dark.get(y / DOTS * side + x / DOTS).copied().unwrap_or_default();
    let mut image =
        rqrr::PreparedImage::prepare_from_greyscale(
            side * DOTS,
            side * DOTS,
            |x, y| if at(x, y) { 0 } else { 255 },
        );
    let grids = image.detect_grids();
    let (_, text) = grids.first().context("no code is found")?.decode()?;
    Ok(text)
}

const CODE: &str = "
const svg = arguments[0];
const [start, , side] = svg.getAttribute('viewBox').split(' ').map(Number);
const runs = [...svg.querySelector('path').getAttribute('d').matchAll(/M(\\d+) (\\d+)h(\\d+)/g)];
return { side, quiet: -start, runs: runs.map(([, ...numbers]) => numbers.map(Number)) };";
