//! Finding words in what one wrote, with the keyboard: as one types, wherever it stands, and back again.

use crate::{app, dutch, every, with_page};
use anyhow::{Result, ensure};
use browser_tests::page::PATIENCE;
use browser_tests::plenty::{Plenty, RARE};
use browser_tests::stored::Stored;
use browser_tests::wait::until;
use browser_tests::{Browser, Options, Page, Words};
use serde_json::json;
use thirtyfour::Key;

every!(by_keyboard, in_much);

const FIELD: &str = "input[type=search]";

async fn by_keyboard(browser: Browser) -> Result<()> {
    let server = app()?;
    with_page(browser, Options::default(), &server, "#/theme/icp/icp-01", async |page| {
        let words = Words::of("nl-BE")?;
        page.type_into("icp-01", "Eén leerling zweeg de hele les.").await?;
        page.wait_for_save("saved").await?;
        page.go("#/theme/icp/icp-05").await?;
        page.type_into("icp-05", "Misschien zweeg ze uit respect.").await?;
        page.wait_for_save("saved").await?;

        // By the menu: the focus is in the field.
        page.tab_from_start("[data-menu]", 12).await?;
        page.press(Key::Enter).await?;
        page.tab_to("header a[href='#/find']", 16).await?;
        page.press(Key::Enter).await?;
        page.wait_for_route("#/find").await?;
        page.find(FIELD).await?;
        wait_for_focus(page, FIELD).await?;

        // Without capitals and accents; the number is said after a while.
        page.type_text("een Zweeg").await?;
        wait_for_hits(page, 1).await?;
        ensure!(marks(page).await? == ["Eén", "zweeg"], "marked: {:?}", marks(page).await?);
        page.wait_for_words(&words.fill("find.one", &[("n", "1")])?).await?;
        for _ in 0.."een Zweeg".len() {
            page.press(Key::Backspace).await?;
        }
        wait_for_hits(page, 0).await?;
        page.type_text("zweeg").await?;
        wait_for_hits(page, 2).await?;
        page.wait_for_words(&words.fill("find.other", &[("n", "2")])?).await?;

        // The latest comes first; a hit leads to its prompt, and the way back to the same list.
        page.tab_to("[data-hits] a", 3).await?;
        page.press(Key::Enter).await?;
        page.wait_for_route("#/theme/icp/icp-05").await?;
        page.wait_for_text("icp-05", "Misschien zweeg ze uit respect.").await?;
        page.session.driver.back().await?;
        page.wait_for_route("#/find").await?;
        wait_for_hits(page, 2).await?;
        ensure!(page.value_at(FIELD).await? == "zweeg", "the field has {}", page.value_at(FIELD).await?);

        // Another language keeps the words; nothing found is said.
        page.click("[data-language=en]").await?;
        let english = Words::of("en")?;
        page.wait_for_words(&english.fill("find.other", &[("n", "2")])?).await?;
        page.type_at(FIELD, "uitgesproken").await?;
        page.wait_for_words(english.get("find.none")?).await?;

        // What was asked for stands nowhere.
        let address = page.session.driver.current_url().await?.to_string();
        ensure!(!address.contains("zweeg"), "the address is {address}");
        let Stored { local, indexed } = page.stored().await?;
        ensure!(
            !Stored::holds(&local, "uitgesproken") && !Stored::holds(&indexed, "uitgesproken"),
            "it is stored"
        );
        Ok(())
    })
    .await
}

/// Hundreds of answers in many passes: fifty stand there, more come, the focus goes on to them, and an earlier pass can be
/// opened in the overview.
async fn in_much(browser: Browser) -> Result<()> {
    let server = app()?;
    let session = dutch(browser).await?;
    let page = Page::new(&session, &server);
    let plenty = Plenty::new(260)?;
    page.put_back(&plenty, "nl-BE").await?;
    page.open("?lang=nl-BE#/find").await?;
    page.tab_to(FIELD, 24).await?;
    page.type_text("e").await?;
    wait_for_hits(page, 50).await?;
    let words = Words::of("nl-BE")?;
    page.wait_for_words(&words.fill("find.first", &[("n", "260"), ("shown", "50")])?).await?;
    page.click("[data-more]").await?;
    wait_for_hits(page, 100).await?;
    wait_for_focus(page, "[data-hits] > li:nth-child(51) a").await?;
    page.set_value(FIELD, RARE).await?;
    wait_for_hits(page, 1).await?;
    let (theme, prompt) = &plenty.rare;
    let place = format!("#/theme/{theme}/{prompt}");
    ensure!(marks(page).await? == [RARE], "marked: {:?}", marks(page).await?);
    page.click(&format!("[data-hits] a[href='{place}']")).await?;
    page.wait_for_route(&place).await?;

    page.go("#/overview").await?;
    let folded = "return document.querySelectorAll('main .answer').length";
    let before = session.run(folded, vec![]).await?.as_u64().unwrap_or(0);
    page.click("main details.more > summary").await?;
    page.find("main details.more[open] details.more").await?;
    page.click("main details.more details.more > summary").await?;
    until("an earlier pass to be drawn", PATIENCE, async || {
        let now = session.run(folded, vec![]).await?.as_u64().unwrap_or(0);
        Ok((now > before).then_some(()))
    })
    .await?;
    // On paper everything stands open, also what nobody opened.
    session.run("window.print = () => {}; dispatchEvent(new Event('beforeprint'))", vec![]).await?;
    until("all answers to be drawn for paper", PATIENCE, async || {
        Ok((session.run(folded, vec![]).await? == json!(plenty.answers)).then_some(()))
    })
    .await?;
    session.run("dispatchEvent(new Event('afterprint'))", vec![]).await?;
    until("earlier passes to be folded again", PATIENCE, async || {
        Ok(session.run(folded, vec![]).await?.as_u64().is_some_and(|now| now < 260).then_some(()))
    })
    .await?;
    session.assert_quiet(&server, "at the end").await
}

async fn wait_for_hits(page: Page<'_>, count: usize) -> Result<()> {
    let script = "return document.querySelectorAll('[data-hits] > li').length";
    until(&format!("{count} hits"), PATIENCE, async || {
        let shown = page.session.run(script, vec![]).await?;
        ensure!(shown == json!(count), "there are {shown}");
        Ok(Some(()))
    })
    .await
}

async fn wait_for_focus(page: Page<'_>, css: &str) -> Result<()> {
    until(&format!("the focus on ‘{css}’"), PATIENCE, async || {
        ensure!(page.focus_is(css).await?, "it is on {}", page.focused().await?);
        Ok(Some(()))
    })
    .await
}

async fn marks(page: Page<'_>) -> Result<Vec<String>> {
    let script = "return [...document.querySelectorAll('[data-hits] mark')].map((mark) => mark.textContent)";
    let marks = page.session.run(script, vec![]).await?;
    Ok(marks.as_array().into_iter().flatten().filter_map(|one| one.as_str().map(str::to_owned)).collect())
}
