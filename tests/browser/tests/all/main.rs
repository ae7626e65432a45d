//! All browser tests in one binary, so that the harness is linked once. Each test of [`every`] runs in
//! Chromium, Firefox and WebKitGTK; its name ends in the browser: `harness::policy::firefox`.

mod answering;
mod early;
mod embed;
mod fields;
mod find;
mod guard;
mod harness;
mod journey;
mod keyboard;
mod kill;
mod locked;
mod mine;
mod rendering;
mod rescue;
mod scan;
mod screens;
mod stage;
mod storage;
mod words;

use anyhow::Result;
use browser_tests::{Browser, Options, Page, Server, Session, Site, tools};

/// Makes one test per browser of an async function `name(browser) -> Result<()>`.
#[macro_export]
macro_rules! every {
    ($($name:ident),+ $(,)?) => { $(
        mod $name {
            #[test]
            fn chromium() { browser_tests::block_on(super::$name(browser_tests::Browser::Chromium)); }
            #[test]
            fn firefox() { browser_tests::block_on(super::$name(browser_tests::Browser::Firefox)); }
            #[test]
            fn webkit() { browser_tests::block_on(super::$name(browser_tests::Browser::WebKit)); }
        }
    )+ };
}

/// Makes a test for Chromium alone of an async function `name() -> Result<()>`.
#[macro_export]
macro_rules! in_chromium {
    ($($name:ident),+ $(,)?) => { $(
        mod $name {
            #[test]
            fn chromium() { browser_tests::block_on(super::$name()); }
        }
    )+ };
}

/// A browser with the usual options and the app open at `route`, at the end of which nothing may have
/// been objected to.
async fn with_page(
    browser: Browser,
    options: Options,
    server: &Server,
    route: &str,
    body: impl AsyncFnOnce(Page<'_>) -> Result<()>,
) -> Result<()> {
    let session = Session::start(browser, options).await?;
    let page = Page::new(&session, server);
    page.open(route).await?;
    body(page).await?;
    session.assert_quiet(server, "at the end").await
}

/// The built app under the strict policy.
fn app() -> Result<Server> {
    Site::new(&tools::dist()?).serve()
}

/// A browser that speaks Dutch.
async fn dutch(browser: Browser) -> Result<Session> {
    Session::start(browser, Options::default()).await
}
