//! Answering beyond one prompt: the question of the day, the time there is, what is put off, lenses, a full disk. Beside it
//! stand a theme gone through once more (`passes`), and the same by keys and by touch (`hands`).

mod hands;
mod passes;
mod set;

use crate::{app, every, with_page};
use anyhow::{Context, Result, ensure};
use browser_tests::fields::TODAY;
use browser_tests::page::PATIENCE;
use browser_tests::scenes::NO_ROOM;
use browser_tests::stored::Stored;
use browser_tests::wait::until;
use browser_tests::{Browser, Options, Page, Words};
use serde_json::{Value, json};
use set::Set;
use thirtyfour::By;

every!(of_the_day, time_and_order, lenses, full_store);

const THEME: &str = "#/theme/icp";
const ALTERNATIVES: &str = "[data-put-off=icp-alternatives]";

/// Another question of the day has a field of its own; what stands under the first one stays under it. Then deeper, at once.
async fn of_the_day(browser: Browser) -> Result<()> {
    with(browser, "", async |page| {
        let first = page.today().await?;
        page.type_into(TODAY, "Onder de eerste vraag.").await?;
        // Within the pause after the last key: it is not saved yet.
        page.click("[data-another]").await?;
        let second = until("another question", PATIENCE, async || {
            Ok(Some(page.today().await?).filter(|id| *id != first))
        })
        .await?;
        has_focus(page, "h1[data-focus]").await?;
        ensure!(page.text_of(TODAY).await?.is_empty(), "{second} has the text of {first}");
        let ask = page.find("h1[data-focus]").await?.text().await?;
        let words = Words::of("nl-BE")?;
        ensure!(ask == words.get(&format!("{second}.ask"))?, "{second} asks ‘{ask}’");

        page.type_into(TODAY, "Onder de tweede.").await?;
        let theme = second.split('-').next().unwrap_or_default().to_owned();
        page.click("[data-deeper]").await?;
        page.wait_for_route(&format!("#/theme/{theme}")).await?;
        page.find(".dial").await?;
        let begun = page.session.driver.find_all(By::Css(".task__state--busy, .task__state--done")).await?;
        ensure!(begun.len() == 1, "{} steps are begun", begun.len());
        page.wait_for_words(words.get("theme.answers")?).await?;

        // The day's question stays the second one; each text stands with its own question, there and nowhere else.
        page.go("#/").await?;
        page.wait_for_text(TODAY, "Onder de tweede.").await?;
        ensure!(page.today().await? == second, "it is {} now", page.today().await?);
        kept(page, "Onder de tweede.").await?;
        for (id, text) in [(&first, "Onder de eerste vraag."), (&second, "Onder de tweede.")] {
            let theme = id.split('-').next().unwrap_or_default();
            page.open(&format!("#/theme/{theme}/{id}")).await?;
            page.wait_for_text(id, text).await?;
        }
        Ok(())
    })
    .await
}

/// The dial changes what is asked and how long it takes, never what was written; a step that is put off says so in words.
async fn time_and_order(browser: Browser) -> Result<()> {
    let set = Set::read("icp")?;
    let words = Words::of("nl-BE")?;
    let left = async |page: Page<'_>, route: &[String], done: &[&str]| -> Result<()> {
        let open: u64 = set.minutes(route.iter().filter(|id| !done.contains(&id.as_str())));
        page.wait_for_words(&words.fill("theme.left-other", &[("n", &open.to_string())])?).await
    };
    with(browser, THEME, async |page| {
        page.find(".dial__stop:has([value=\"20\"]:checked)").await?;
        left(page, &set.core, &[]).await?;
        let stop = words.fill(
            "theme.deep",
            &[("n", &set.deep.len().to_string()), ("takes", &set.minutes(set.deep.iter()).to_string())],
        )?;
        page.wait_for_words(&stop).await?;

        // Of the route of twenty minutes, and not of the one of five.
        page.go("#/theme/icp/icp-05").await?;
        page.type_into("icp-05", "Niet gevraagd in vijf minuten.").await?;
        page.go(THEME).await?;
        left(page, &set.core, &["icp-05"]).await?;
        page.pick(".dial [value=\"5\"]").await?;
        left(page, &set.stars, &["icp-05"]).await?;
        let state = |n: usize, all: usize| {
            words.fill("step.begun", &[("n", &n.to_string()), ("all", &all.to_string())])
        };
        page.wait_for_words(&state(1, 2)?).await?;
        page.click("main .button").await?;
        page.wait_for_route("#/theme/icp/icp-01").await?;
        page.find("[data-prompt=icp-01]").await?;
        let ticks = page.session.driver.find_all(By::Css(".progress__tick")).await?.len();
        ensure!(ticks == set.stars.len() + 1, "{ticks} questions are on the way");
        page.go(THEME).await?;
        page.pick(".dial [value=\"45\"]").await?;
        left(page, &set.deep, &["icp-05"]).await?;
        page.wait_for_words(words.get("theme.pairs")?).await?;

        page.find(&step("icp-alternatives")).await?;
        says(page, &step("icp-alternatives"), words.get("step.not-begun")?).await?;
        page.click(ALTERNATIVES).await?;
        page.find(".errand--later").await?;
        says(page, &step("icp-alternatives"), words.get("step.take-up")?).await?;
        says(page, ".errand--later .task__state", words.get("step.later")?).await?;
        ensure!(
            page.focus_is(ALTERNATIVES).await? || browser == Browser::WebKit,
            "{}",
            page.focused().await?
        );

        page.open(THEME).await?;
        page.find(".dial__stop:has([value=\"45\"]:checked)").await?;
        left(page, &set.deep, &["icp-05"]).await?;
        says(page, ".errand--later .task__state", words.get("step.later")?).await?;
        page.click(ALTERNATIVES).await?;
        page.wait_until_gone(".errand--later").await?;
        says(page, &step("icp-alternatives"), words.get("step.put-off")?).await?;
        says(page, &step("icp-alternatives"), words.get("step.not-begun")?).await?;
        page.go("#/theme/icp/icp-05").await?;
        page.wait_for_text("icp-05", "Niet gevraagd in vijf minuten.").await
    })
    .await
}

/// Two more questions at the end of the third step, whatever the time; written in, they stay when the lens is put away.
async fn lenses(browser: Browser) -> Result<()> {
    let words = Words::of("nl-BE")?;
    with(browser, THEME, async |page| {
        page.find(".lenses").await?;
        page.pick(".lenses [value=lenses-gender]").await?;
        page.find(".lenses [value=lenses-gender]:checked").await?;
        page.go("#/theme/icp/all").await?;
        page.find("[data-prompt=lens-gender-2]").await?;
        page.go("#/theme/icp/icp-d1").await?;
        page.click("[data-next]").await?;
        page.wait_for_route("#/theme/icp/lens-gender-1").await?;
        page.wait_for_words(words.get("lens-gender-1.ask")?).await?;
        page.type_into("lens-gender-1", "Door de lens gezien.").await?;
        page.wait_for_save("saved").await?;
        page.click("[data-next]").await?;
        page.wait_for_route("#/theme/icp/lens-gender-2").await?;
        page.click("[data-next]").await?;
        page.wait_for_route("#/theme/icp/icp-13").await?;

        page.open("#/theme/icp/lens-gender-1").await?;
        page.wait_for_text("lens-gender-1", "Door de lens gezien.").await?;
        page.go("#/theme/inc/all").await?;
        page.find("[data-prompt=lens-gender-1]").await?;
        ensure!(
            page.text_of("lens-gender-1").await?.is_empty(),
            "another theme shows the answer of this one"
        );

        page.go(THEME).await?;
        page.find(".lenses :checked").await?;
        page.pick(".lenses [value=lenses-gender]").await?;
        page.wait_until_gone(".lenses :checked").await?;
        page.go("#/theme/inc/all").await?;
        page.wait_until_gone("[data-prompt=lens-gender-1]").await?;
        page.open("#/overview").await?;
        page.wait_for_words("Door de lens gezien.").await?;
        page.wait_for_words(words.get("lens-gender-1.short")?).await?;
        page.go("#/theme/icp/answers").await?;
        page.wait_for_words("Door de lens gezien.").await?;
        page.wait_for_words(words.get("lens-gender-1.ask")?).await?;
        page.open("#/theme/icp/lens-gender-1").await?;
        page.wait_for_text("lens-gender-1", "Door de lens gezien.").await
    })
    .await
}

/// Where nothing can be written any more, what is in memory goes over to the second module and stays on screen.
async fn full_store(browser: Browser) -> Result<()> {
    with(browser, "", async |page| {
        page.find("[data-prompt]").await?;
        page.session.run(NO_ROOM, vec![]).await?;
        page.type_into(TODAY, "Hier is geen plaats voor.").await?;
        page.wait_for_save("failed").await?;
        let theme = page.today().await?.split('-').next().unwrap_or_default().to_owned();
        page.click("[data-deeper]").await?;
        page.wait_for_route(&format!("#/theme/{theme}")).await?;
        page.find(".dial").await?;
        page.go(&format!("#/theme/{theme}/answers")).await?;
        page.wait_for_words("Hier is geen plaats voor.").await?;
        page.go("#/").await?;
        page.wait_for_text(TODAY, "Hier is geen plaats voor.").await?;
        page.wait_for_save("failed").await?;
        page.type_into(TODAY, " Dit ook niet.").await?;
        page.go("#/overview").await?;
        page.wait_for_words("Hier is geen plaats voor. Dit ook niet.").await?;
        let stored = page.stored().await?;
        let all = format!("{stored:?}");
        ensure!(!all.contains("geen plaats"), "it was written after all, so this tests nothing: {all}");
        Ok(())
    })
    .await
}

/// The row of a step among the tasks of a theme.
fn step(screen: &str) -> String {
    format!(".tasks li:has([data-put-off={screen}])")
}

/// Waits until something says these words.
async fn says(page: Page<'_>, css: &str, words: &str) -> Result<()> {
    page.find(css).await?;
    until(&format!("‘{css}’ to say ‘{words}’"), PATIENCE, async || said_at(page, css, words).await).await
}

async fn said_at(page: Page<'_>, css: &str, words: &str) -> Result<Option<()>> {
    let script = "return [...document.querySelectorAll(arguments[0])].map((e) => e.innerText)";
    let shown = page.session.run(script, vec![json!(css)]).await?;
    let fits = |text: &Value| text.as_str().is_some_and(|text| text.contains(words));
    ensure!(shown.as_array().is_some_and(|all| all.iter().any(fits)), "it says {shown}");
    Ok(Some(()))
}

/// Whether something visible is found now.
async fn shows(page: Page<'_>, css: &str) -> Result<bool> {
    let script = "return [...document.querySelectorAll(arguments[0])].some((e) => e.getClientRects().length)";
    Ok(page.session.run(script, vec![json!(css)]).await? == json!(true))
}

/// Waits until the focus is where it belongs after a page was drawn.
async fn has_focus(page: Page<'_>, css: &str) -> Result<()> {
    until(&format!("the focus on ‘{css}’"), PATIENCE, async || {
        ensure!(page.focus_is(css).await?, "at {} it is on {}", page.route().await?, page.focused().await?);
        Ok(Some(()))
    })
    .await
}

/// Waits until both stores have a text.
async fn kept(page: Page<'_>, text: &str) -> Result<()> {
    until(&format!("‘{text}’ to be in both stores"), PATIENCE, async || {
        let Stored { local, indexed } = page.stored().await?;
        Ok((Stored::holds(&local, text) && Stored::holds(&indexed, text)).then_some(()))
    })
    .await
}

async fn with(browser: Browser, route: &str, body: impl AsyncFnOnce(Page<'_>) -> Result<()>) -> Result<()> {
    let server = app()?;
    with_page(browser, Options::default(), &server, &format!("?lang=nl-BE{route}"), body).await
}
