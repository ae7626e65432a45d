//! Tests of the harness itself, against a page of a few lines in `tests/sample`: that what the other
//! tests rely on is so in each browser. Nothing about the app.

use crate::{every, in_chromium, with_page};
use anyhow::{Result, ensure};
use browser_tests::cdp::Look;
use browser_tests::{Browser, Options, Page, Server, Session, Site, axe, tools};
use serde_json::json;
use std::path::PathBuf;
use thirtyfour::{By, Key};

every!(strict_policy, keys, restart, sandbox, hears_complaints, held_back);
in_chromium!(looks, compressed);

fn site() -> Site {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/sample");
    Site::new(&folder)
}

fn serve() -> Result<Server> {
    site().serve()
}

/// The sample runs under the strict policy, and each file is asked for once.
async fn strict_policy(browser: Browser) -> Result<()> {
    let server = serve()?;
    let options = Options::in_languages(&["nl-BE", "en"]);
    with_page(browser, options, &server, "?lang=en#/place", async |page| {
        ensure!(server.oddities().is_empty(), "{browser:?} asked for\n  {}", server.oddities().join("\n  "));
        page.wait_for_route("#/place").await?;
        page.go("#/other").await?;
        page.type_into("open-01", "één – twee").await?;
        page.wait_for_save("saved").await?;
        ensure!(
            page.text_of("open-01").await? == "één – twee",
            "the field has {}",
            page.text_of("open-01").await?
        );
        page.choose("choice-01", "b").await?;
        ensure!(page.chosen("choice-01").await? == ["b"], "chosen: {:?}", page.chosen("choice-01").await?);
        let languages = page.session.run("return navigator.languages", vec![]).await?;
        ensure!(
            languages[0] == json!("nl-BE"),
            "{browser:?} says {languages} (WebKit: needs Debian's package locales)"
        );
        page.assert_no_sideways_scroll("the sample").await?;
        axe::assert_clean(page, &format!("{browser:?}, the sample")).await
    })
    .await
}

async fn keys(browser: Browser) -> Result<()> {
    let server = serve()?;
    with_page(browser, Options::default(), &server, "", async |page| {
        page.tab_to("textarea", 3).await?;
        page.type_text("by keys").await?;
        page.tab_to("input[value=a]", 2).await?;
        page.press(' ').await?;
        page.press(Key::Down).await?;
        ensure!(
            page.chosen("choice-01").await? == ["b"],
            "arrow down: {:?}",
            page.chosen("choice-01").await?
        );
        page.press_with(Key::Shift, Key::Tab).await?;
        ensure!(page.focus_is("textarea").await?, "shift and tab went to {}", page.focused().await?);
        ensure!(page.text_of("open-01").await? == "by keys", "typed: {}", page.text_of("open-01").await?);
        Ok(())
    })
    .await
}

/// What is stored is there after a restart (in WebKitGTK: in a new tab).
async fn restart(browser: Browser) -> Result<()> {
    let server = serve()?;
    let session = Session::start(browser, Options::default()).await?;
    let page = Page::new(&session, &server);
    page.open("").await?;
    page.type_into("open-01", "kept").await?;
    page.wait_for_save("saved").await?;
    let session = session.close_and_reopen().await?;
    let page = Page::new(&session, &server);
    page.open("").await?;
    page.wait_for_text("open-01", "kept").await?;
    session.assert_quiet(&server, "after the restart").await
}

/// In a sandboxed frame storage is blocked, and import() and integrity still work.
async fn sandbox(browser: Browser) -> Result<()> {
    let server = site().sandboxed_at_frame_html().serve()?;
    let session = Session::start(browser, Options::default()).await?;
    session.driver.goto(format!("{}/frame.html", server.origin())).await?;
    let frame = session.driver.find(By::Css("#app")).await?;
    frame.enter_frame().await?;
    let page = Page::new(&session, &server);
    page.wait_until_ready().await?;
    page.wait_for_save("memory").await?;
    page.type_into("open-01", "here").await?;
    page.wait_for_text("open-01", "here").await?;
    session.assert_quiet(&server, "in the sandboxed frame").await
}

/// The opposite of all the `assert_quiet`: each kind of trouble is heard, so silence means something.
async fn hears_complaints(browser: Browser) -> Result<()> {
    let server = site().any_origin().serve()?;
    let session = Session::start(browser, Options::default()).await?;
    let page = Page::new(&session, &server);
    page.open("").await?;
    let trouble = [
        ("a console error", "console.error('said so')", "said so"),
        ("an exception", "setTimeout(() => { throw new Error('thrown so') })", "thrown so"),
        ("a rejection", "Promise.reject(new Error('rejected so'))", "rejected so"),
        (
            "an inline style",
            "const p = document.createElement('p'); p.setAttribute('style', 'color:red')",
            "style-src",
        ),
        ("a foreign request", "fetch('http://127.0.0.2:9/nowhere').catch(() => {})", "127.0.0.2"),
        (
            "a missing file",
            "const i = new Image(); i.src = 'missing.png'; document.body.append(i)",
            "missing.png",
        ),
    ];
    for (what, script, sign) in trouble {
        session.run(script, vec![]).await?;
        let mut heard = Vec::new();
        browser_tests::wait::until(
            &format!("{browser:?} to complain about {what}"),
            browser_tests::page::PATIENCE,
            async || {
                heard.extend(session.complaints().await?);
                ensure!(heard.iter().any(|line| line.contains(sign)), "heard {heard:?}");
                Ok(Some(()))
            },
        )
        .await?;
    }
    ensure!(!server.oddities().is_empty(), "the missing file is not in the server's list");

    // Without a policy that stops them, requests to others are in the browser's list.
    let lenient = site().policy(None).serve()?;
    Page::new(&session, &lenient).open("").await?;
    let foreign = session.foreign_requests(&lenient).await?;
    ensure!(foreign.iter().all(|url| url.starts_with(&server.origin())), "before: {foreign:?}");
    let elsewhere = server.url("data.json");
    session.run("fetch(arguments[0]).catch(() => {})", vec![json!(elsewhere)]).await?;
    browser_tests::wait::until(
        &format!("{browser:?} to list {elsewhere}"),
        browser_tests::page::PATIENCE,
        async || {
            let foreign = session.foreign_requests(&lenient).await?;
            ensure!(foreign.contains(&elsewhere), "it lists {foreign:?}");
            Ok(Some(()))
        },
    )
    .await
}

/// A file that is held back does not arrive before it is released; a broken one answers as told.
async fn held_back(browser: Browser) -> Result<()> {
    let server = serve()?;
    let session = Session::start(browser, Options::default()).await?;
    let page = Page::new(&session, &server);
    server.hold("data.json");
    page.open_without_waiting("").await?;
    page.type_into("open-01", "early").await?;
    ensure!(page.value_at("textarea").await? == "early", "typing without the program");
    let ready = "return performance.getEntriesByName('terugblik:ready').length";
    ensure!(session.run(ready, vec![]).await? == json!(0), "ready although its data is held back");
    server.release();
    page.wait_until_ready().await?;
    server.break_path("data.json", 503);
    page.open_without_waiting("").await?;
    browser_tests::wait::until("the broken answer", browser_tests::page::PATIENCE, async || {
        Ok(server.seen().iter().any(|one| one.status == 503).then_some(()))
    })
    .await
}

async fn looks() -> Result<()> {
    let server = serve()?;
    with_page(Browser::Chromium, Options::default(), &server, "", async |page| {
        let query = "return [innerWidth, matchMedia('(prefers-color-scheme: dark)').matches, \
                     matchMedia('(forced-colors: active)').matches, getComputedStyle(document.body).fontSize]";
        let folder = tempfile::tempdir()?;
        for look in Look::usual() {
            page.session.look(look).await?;
            let seen = page.session.run(query, vec![]).await?;
            ensure!(seen == json!([look.width, look.dark, false, "16px"]), "{}: {seen}", look.name());
            let file = folder.path().join(look.name()).with_extension("png");
            page.session.picture(&file).await?;
            ensure!(file.metadata()?.len() > 1000, "an empty picture for {}", look.name());
        }
        let special = Look { forced_colors: true, text_percent: 200, ..Look::new(360, false) };
        page.session.look(special).await?;
        let seen = page.session.run(query, vec![]).await?;
        ensure!(seen == json!([360, false, true, "32px"]), "{}: {seen}", special.name());
        Ok(())
    })
    .await
}

/// Compressed and slow, as the benchmark has it.
async fn compressed() -> Result<()> {
    let server = site().without_probe().brotli().cached().serve()?;
    let session = Session::start(Browser::Chromium, Options::default()).await?;
    session.slow_line(50.0, 8_000_000.0).await?;
    session.slow_machine(2.0).await?;
    let page = Page::new(&session, &server);
    page.open("").await?;
    let page_size = tools::repository().join("tests/browser/tests/sample/index.html").metadata()?.len();
    let sent = server.seen().iter().find(|one| one.path.ends_with('/')).map_or(0, |one| one.sent);
    ensure!(sent > 0 && (sent as u64) < page_size, "{sent} bytes sent for a page of {page_size}");
    session.assert_quiet(&server, "compressed").await
}
