//! When the program breaks, or does not start: what was on screen stays, everything can be taken along without the
//! program, nothing is written any more, and the file can be put back.

use crate::storage::wait_until_kept;
use crate::{app, dutch, every};
use anyhow::{Context, Result, ensure};
use browser_tests::fields::TODAY;
use browser_tests::stored::Offered;
use browser_tests::{Browser, Page, Words, axe};
use serde_json::Value;
use thirtyfour::By;

every!(traps_while_typing, cannot_start, without_the_script, thrown_through);

/// A length that no text has: the program asks for more memory than there is, which it gives up on, as after any panic.
/// Only texts with letters beyond ASCII come by here.
const TRAP: &str = "TextEncoder.prototype.encodeInto = (text) => ({ read: text.length, written: 2 ** 31 });";
const SAVED: &str = "Dit is bewaard.";

/// A trap in the middle of a word: the words are told, the field keeps its text and its caret, the file has both what was
/// stored and what was not, and after loading again everything stored is there; then the file is put back.
async fn traps_while_typing(browser: Browser) -> Result<()> {
    let server = app()?;
    let session = dutch(browser).await?;
    let page = Page::new(&session, &server);
    let words = Words::of("nl-BE")?;
    page.open("#/theme/icp/icp-05").await?;
    page.type_into("icp-05", SAVED).await?;
    wait_until_kept(page, SAVED).await?;
    page.go("#/theme/icp/icp-01").await?;
    page.type_into("icp-01", "Eerst").await?;
    wait_until_kept(page, "Eerst").await?;
    session.assert_quiet(&server, "before").await?;
    let before = page.stored().await?;

    session.run(TRAP, vec![]).await?;
    page.type_text(" één").await?;
    page.wait_for_words(words.get("rescue.broke")?).await?;
    page.find("[data-raw]").await?;
    page.wait_until_gone("[data-save]").await?;
    page.type_text(" nog").await?;
    page.wait_for_text("icp-01", "Eerst één nog").await?;
    ensure!(page.focus_is("[data-prompt]").await?, "the focus went to {}", page.focused().await?);
    let trapped = session.complaints().await?;
    let names = ["unreachable", "wasm", "RuntimeError", "out of bounds"];
    ensure!(trapped.iter().any(|one| names.iter().any(|name| one.contains(name))), "{trapped:?}");
    leave_and_wait(page).await?;
    let after = page.stored().await?;
    ensure!(after == before, "the broken program wrote {after:?}\nover {before:?}");
    if browser == Browser::Chromium {
        axe::assert_clean(page, "after a trap").await?;
    }
    let file = take(page).await?;
    let raw: Value = serde_json::from_str(&file.text).context("the file")?;
    ensure!(raw["format"] == "terugblik-raw" && raw["typed"]["icp-01"] == "Eerst één nog", "{}", file.text);
    for part in ["local", "records"] {
        let texts = raw[part].as_object().context("an object")?;
        let holds =
            |text: &str| texts.values().any(|value| value.as_str().is_some_and(|value| value.contains(text)));
        ensure!(holds(SAVED) && holds("Eerst"), "{part} of {}", file.text);
    }
    page.wait_for_words(&file.name).await?;

    page.click("[data-reload]").await?;
    page.wait_until_ready().await?;
    page.wait_for_text("icp-01", "Eerst").await?;
    page.go("#/theme/icp/icp-05").await?;
    page.wait_for_text("icp-05", SAVED).await?;
    put_back(page, &file).await?;
    page.go("#/theme/icp/icp-01").await?;
    page.wait_for_text("icp-01", "Eerst één nog").await?;
    wait_until_kept(page, "Eerst één nog").await?;

    // Into a browser that has nothing.
    let other = dutch(browser).await?;
    let page = Page::new(&other, &server);
    page.open("#/answers").await?;
    put_back(page, &file).await?;
    page.go("#/theme/icp/icp-01").await?;
    page.wait_for_text("icp-01", "Eerst één nog").await?;
    page.open("#/theme/icp/icp-05").await?;
    page.wait_for_text("icp-05", SAVED).await
}

/// A program that does not arrive, or is not one: what was typed before can be taken along, together with what is stored.
async fn cannot_start(browser: Browser) -> Result<()> {
    let server = app()?;
    let session = dutch(browser).await?;
    let page = Page::new(&session, &server);
    let words = Words::of("nl-BE")?;
    page.open("").await?;
    page.type_into(TODAY, SAVED).await?;
    wait_until_kept(page, SAVED).await?;
    for part in [".wasm", "/index."] {
        server.break_path(part, 503);
        page.open_without_waiting("").await?;
        page.type_into(TODAY, "Nog net getypt.").await?;
        page.wait_for_words(words.get("rescue.failed")?).await.context(part)?;
        page.wait_for_words(words.get("rescue.old")?).await.context(part)?;
        page.wait_for_text(TODAY, "Nog net getypt.").await.context(part)?;
        let file = take(page).await?;
        let raw: Value = serde_json::from_str(&file.text).context("the file")?;
        let today = page.today().await?;
        ensure!(raw["typed"][&today] == "Nog net getypt.", "{part}: {}", file.text);
        ensure!(file.text.matches(SAVED).count() == 2, "{part}: {}", file.text);
        if browser == Browser::Chromium {
            axe::assert_clean(page, "not started").await?;
        }
        server.mend();
        page.click("[data-reload]").await?;
        page.wait_until_ready().await.context(part)?;
        page.wait_for_text(TODAY, SAVED).await.context(part)?;
    }
    Ok(())
}

/// Where even that script does not come, the words stand there and the link loads the page again.
async fn without_the_script(browser: Browser) -> Result<()> {
    let server = app()?;
    let session = dutch(browser).await?;
    let page = Page::new(&session, &server);
    server.break_path(".wasm", 503);
    server.break_path("/rescue-", 503);
    page.open_without_waiting("").await?;
    page.find("[data-start-failed]").await?;
    let link = page.find("[data-start-failed] [lang=nl-BE] a").await?;
    server.mend();
    link.click().await?;
    page.wait_until_ready().await?;
    let shown = session.driver.find_all(By::Css("[data-start-failed]:not([hidden])")).await?;
    ensure!(shown.is_empty(), "it still says that it could not start");
    Ok(())
}

/// What a page's own function throws goes through the program and leaves it half done: as bad as a trap.
async fn thrown_through(browser: Browser) -> Result<()> {
    let server = app()?;
    let session = dutch(browser).await?;
    let page = Page::new(&session, &server);
    page.open("#/theme/icp/icp-05").await?;
    page.type_into("icp-05", SAVED).await?;
    wait_until_kept(page, SAVED).await?;
    // The browser itself throws: an error from a script of the driver would be hidden from the page.
    let script = "const { get } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value'); \
                  Object.defineProperty(HTMLTextAreaElement.prototype, 'value', { get, configurable: true });";
    session.run(script, vec![]).await?;
    page.type_text(" x").await?;
    page.find("[data-start-failed]").await.map(drop)
}

/// Everything that would make the program write: the page hides, goes, comes back.
async fn leave_and_wait(page: Page<'_>) -> Result<()> {
    let script = "for (const name of ['pagehide', 'beforeunload', 'pageshow', 'hashchange', 'storage']) \
                  dispatchEvent(new Event(name, { cancelable: true })); \
                  document.dispatchEvent(new Event('visibilitychange', { bubbles: true })); \
                  const done = arguments[0]; setTimeout(done, 1200);";
    page.session.driver.execute_async(script, vec![]).await.map(drop).context("leaving")
}

async fn take(page: Page<'_>) -> Result<Offered> {
    page.catch_files().await?;
    page.click("[data-raw]").await?;
    page.caught_file().await
}

async fn put_back(page: Page<'_>, file: &Offered) -> Result<()> {
    let words = Words::of("nl-BE")?;
    page.go("#/answers").await?;
    page.choose_file(&file.name, file.text.as_bytes()).await?;
    page.wait_for_words(words.get("preview.nothing")?).await?;
    page.click_words(words.get("preview.add")?).await?;
    page.wait_until_gone("[role=group]:has(> .preview__rows)").await
}
