//! Before the program is there, and the address: the first paint in the right language, early text, deep links, Back,
//! addresses that lead nowhere.

use crate::{app, dutch, every, in_chromium};
use anyhow::{Context, Result, ensure};
use browser_tests::fields::TODAY;
use browser_tests::{Browser, Options, Page, Session, Site, Words, tools};
use serde_json::json;
use std::time::{Duration, Instant};

every!(
    first_paint,
    below_what_was_stored,
    left_while_typing,
    deep_link,
    back_and_whole,
    nowhere,
    one_visit,
    cannot_start
);
in_chromium!(without_scripts);

/// On a slow line the page shows its own language from the first frame on, and no other one.
async fn first_paint(browser: Browser) -> Result<()> {
    for (languages, own, other) in [(["nl-BE", "nl"], "nl-BE", "en"), (["en-GB", "en"], "en", "nl-BE")] {
        let server = Site::new(&tools::dist()?).piecewise().serve()?;
        let session = Session::start(browser, Options::in_languages(&languages)).await?;
        let page = Page::new(&session, &server);
        server.hold(".wasm");
        page.open_without_waiting("").await?;
        let (own_words, other_words) = (Words::of(own)?, Words::of(other)?);
        page.wait_for_words(own_words.get("independence")?).await?;
        let ask = [&*page.today().await?, ".ask"].concat();
        page.wait_for_words(own_words.get(&ask)?).await?;
        ensure!(!page.says(other_words.get(&ask)?).await?, "{other} is in view beside {own}");
        page.type_into(TODAY, "één – ").await?;
        server.release();
        page.wait_until_ready().await?;
        page.type_into(TODAY, "twee").await?;
        page.wait_for_text(TODAY, "één – twee").await?;
        page.wait_for_save("saved").await?;
        ensure!(page.language().await? == own, "<html lang> is {}", page.language().await?);
        let frames = page.frames().await?;
        let wrong = |frame: &&String| {
            !frame.starts_with(own) || other_words.get(&ask).is_ok_and(|ask| frame.contains(ask))
        };
        let flashes: Vec<_> = frames.iter().filter(wrong).collect();
        ensure!(flashes.is_empty(), "{browser:?} in {own} showed {flashes:?} among {frames:?}");
        ensure!(frames.iter().any(|frame| frame.contains('?')), "no frame shows the question: {frames:?}");
        session.assert_quiet(&server, "at the end").await?;
    }
    Ok(())
}

/// What is typed early goes below a stored answer; the caret stays in it.
async fn below_what_was_stored(browser: Browser) -> Result<()> {
    let server = app()?;
    let session = dutch(browser).await?;
    let page = Page::new(&session, &server);
    page.open("").await?;
    page.type_into(TODAY, "Wat er stond.").await?;
    page.wait_for_save("saved").await?;

    server.hold(".wasm");
    page.open_without_waiting("").await?;
    page.click("[data-prompt]").await?;
    page.type_text("En noch").await?;
    let back = "document.querySelector('[data-prompt]').setSelectionRange(5, 5)";
    session.run(back, vec![]).await?;
    server.release();
    page.wait_until_ready().await?;
    page.wait_for_text(TODAY, "Wat er stond.\n\nEn noch").await?;
    ensure!(page.focus_is("[data-prompt]").await?, "the focus went to {}", page.focused().await?);
    page.type_text("og ").await?;
    page.wait_for_text(TODAY, "Wat er stond.\n\nEn noog ch").await?;
    page.wait_for_words(Words::of("nl-BE")?.get("notice.early")?).await?;
    page.wait_for_save("saved").await?;
    let today = page.today().await?;
    let theme = today.split('-').next().unwrap_or_default();
    page.open(&format!("#/theme/{theme}/{today}")).await?;
    page.wait_for_text(&today, "Wat er stond.\n\nEn noog ch").await?;
    session.assert_quiet(&server, "at the end").await
}

/// Who leaves in the middle of a word finds it again, and the page does not wait for what the last one left behind.
async fn left_while_typing(browser: Browser) -> Result<()> {
    let server = app()?;
    let session = dutch(browser).await?;
    let page = Page::new(&session, &server);
    page.open("").await?;
    page.type_into(TODAY, "Eerst.").await?;
    page.wait_for_save("saved").await?;
    let mut text = "Eerst.".to_owned();
    for more in [" Dan", " dit", " nog."] {
        page.type_into(TODAY, more).await?;
        text.push_str(more);
        let left = Instant::now();
        page.open("").await?;
        page.wait_for_text(TODAY, &text).await?;
        ensure!(
            left.elapsed() < Duration::from_secs(5),
            "{browser:?} took {:?} to come back",
            left.elapsed()
        );
    }
    session.assert_quiet(&server, "at the end").await
}

/// A deep link never shows the home page while the program is on its way, and reloading stays there.
async fn deep_link(browser: Browser) -> Result<()> {
    let server = Site::new(&tools::dist()?).piecewise().serve()?;
    let session = dutch(browser).await?;
    let page = Page::new(&session, &server);
    let words = Words::of("nl-BE")?;
    page.open("").await?;
    let home = words.get(&[&*page.today().await?, ".ask"].concat())?;
    server.hold(".wasm");
    page.open_without_waiting("#/theme/icp/icp-05").await?;
    let script = "return [...document.querySelectorAll('main > *')].filter((part) => \
        part.getClientRects().length && getComputedStyle(part).visibility !== 'hidden').map((part) => part.outerHTML)";
    let shown = session.run(script, vec![]).await?;
    ensure!(shown == json!([]), "{browser:?} shows {shown} of the home page on the way to a prompt");
    server.release();
    page.wait_until_ready().await?;
    page.wait_for_words(words.get("icp-05.ask")?).await?;
    page.wait_for_route("#/theme/icp/icp-05").await?;
    let flashes: Vec<_> = page.frames().await?.into_iter().filter(|frame| frame.contains(home)).collect();
    ensure!(flashes.is_empty(), "{browser:?} showed {flashes:?}");
    ensure!(!page.says(home).await?, "the home page is still in view");

    session.driver.refresh().await?;
    page.wait_until_ready().await?;
    page.wait_for_route("#/theme/icp/icp-05").await?;
    page.wait_for_words(words.get("icp-05.ask")?).await?;
    session.assert_quiet(&server, "at the end").await
}

/// Next, skip and Back go through the prompts; the whole page shows the same answers.
async fn back_and_whole(browser: Browser) -> Result<()> {
    let server = app()?;
    let session = dutch(browser).await?;
    let page = Page::new(&session, &server);
    page.open("#/theme/icp/icp-01").await?;
    page.type_into("icp-01", "Eerst dit.").await?;
    page.click("[data-next]").await?;
    page.wait_for_route("#/theme/icp/icp-03").await?;
    page.choose("icp-03", "icp-03-time").await?;
    page.click_words(Words::of("nl-BE")?.get("prompt.skip")?).await?;
    page.wait_for_route("#/theme/icp/icp-17").await?;
    session.driver.back().await?;
    page.wait_for_route("#/theme/icp/icp-03").await?;
    ensure!(page.chosen("icp-03").await? == ["icp-03-time"], "what was chosen went away");
    session.driver.back().await?;
    page.wait_for_route("#/theme/icp/icp-01").await?;
    page.wait_for_text("icp-01", "Eerst dit.").await?;
    session.driver.forward().await?;
    page.wait_for_route("#/theme/icp/icp-03").await?;

    page.go("#/theme/icp/all").await?;
    let script =
        "return [...document.querySelectorAll('[data-prompt]')].map((field) => field.dataset.prompt)";
    let prompts = session.run(script, vec![]).await?;
    let count = prompts.as_array().map_or(0, Vec::len);
    let structure = tools::repository().join("content/core/structure/icp.json");
    let structure = std::fs::read_to_string(structure)?;
    // The trial comes after one's own date, and not in one pass.
    let (pass, _) = structure.split_once("\"role\": \"trial\"").context("a theme has a trial")?;
    let wanted = pass.matches("\"minutes\"").count();
    ensure!(count == wanted, "{count} prompts of {wanted} on the whole page: {prompts}");
    page.wait_for_text("icp-01", "Eerst dit.").await?;
    page.type_into("icp-09", "Hoe was dat voor jou?").await?;
    page.choose("icp-s2", "icp-s2-a3").await?;
    page.go("#/theme/icp/icp-09").await?;
    page.wait_for_text("icp-09", "Hoe was dat voor jou?").await?;
    page.go("#/theme/icp/icp-s2").await?;
    ensure!(page.chosen("icp-s2").await? == ["icp-s2-a3"], "chosen: {:?}", page.chosen("icp-s2").await?);
    session.assert_quiet(&server, "at the end").await
}

/// An unknown or broken address says so, with a way home.
async fn nowhere(browser: Browser) -> Result<()> {
    let server = app()?;
    let session = dutch(browser).await?;
    let page = Page::new(&session, &server);
    let words = Words::of("nl-BE")?;
    page.open("#/nergens").await?;
    page.wait_for_words(words.get("unknown.title")?).await?;
    page.click_words(words.get("unknown.home")?).await?;
    page.wait_for_route("#/").await?;
    page.wait_for_words(words.get(&[&*page.today().await?, ".ask"].concat())?).await?;
    let broken = [
        "#main",
        "#/theme",
        "#/theme/nope",
        "#/theme/icp/nope",
        "#/theme/icp/icp-01/x",
        "#/journey/nope",
        "#/%",
        "#/é<b>",
    ];
    for address in broken {
        session.run("location.hash = arguments[0]", vec![json!(address)]).await?;
        page.wait_for_words(words.get("unknown.title")?).await.context(address)?;
        page.go("#/").await.context(address)?;
    }
    session.assert_quiet(&server, "at the end").await
}

/// `?lang=` holds for one visit; a language that was chosen stays.
async fn one_visit(browser: Browser) -> Result<()> {
    let server = app()?;
    let session = dutch(browser).await?;
    let page = Page::new(&session, &server);
    for (address, language) in
        [("?lang=en", "en"), ("", "nl-BE"), ("?lang=en#/theme/icp", "en"), ("#/theme/icp", "nl-BE")]
    {
        page.open(address).await?;
        ensure!(page.language().await? == language, "‘{address}’ is in {}", page.language().await?);
        let key = match address.contains('#') {
            true => "icp.intro".to_owned(),
            false => [&*page.today().await?, ".ask"].concat(),
        };
        page.wait_for_words(Words::of(language)?.get(&key)?).await?;
    }
    page.click("[data-language=en]").await?;
    page.wait_for_words(Words::of("en")?.get("icp.intro")?).await?;
    page.open("").await?;
    ensure!(page.language().await? == "en", "what was chosen does not stay");
    session.assert_quiet(&server, "at the end").await
}

/// A program that does not arrive is told in words, and what was typed stays.
async fn cannot_start(browser: Browser) -> Result<()> {
    let server = app()?;
    let session = dutch(browser).await?;
    let page = Page::new(&session, &server);
    for part in [".wasm", "/boot-", "/index."] {
        server.mend();
        server.break_path(part, 503);
        page.open_without_waiting("").await?;
        page.type_into(TODAY, "Dit blijft staan.").await?;
        page.find("[data-start-failed]").await.context(part)?;
        page.wait_for_text(TODAY, "Dit blijft staan.").await.context(part)?;
    }
    Ok(())
}

/// Without JavaScript the page says what is needed, in both languages.
async fn without_scripts() -> Result<()> {
    let server = app()?;
    let session = dutch(Browser::Chromium).await?;
    session.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
    let page = Page::new(&session, &server);
    page.open_without_waiting("").await?;
    for language in ["nl-BE", "en"] {
        let text = page.find(&format!("noscript > [lang=\"{language}\"]")).await?.text().await?;
        ensure!(text.contains("JavaScript"), "it says {text}");
    }
    Ok(())
}
