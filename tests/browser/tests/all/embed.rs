//! In a frame of somebody's page: what it shows and says there, that the host is left alone, and where the answers are
//! when storage is apart, shared or blocked.

use crate::journey::wait_in_view;
use crate::{app, dutch, every};
use anyhow::{Context, Result, ensure};
use browser_tests::host::{Frame, Host, Where, beside};
use browser_tests::page::PATIENCE;
use browser_tests::wait::until;
use browser_tests::{Browser, Options, Page, Session, Site, ThirdParty, Words, axe, tools};
use serde_json::json;

every!(apart, places, shared, blocked, refused);

/// WebKitGTK has no such settings.
mod by_setting {
    use browser_tests::{Browser, block_on};

    #[test]
    fn chromium() {
        block_on(super::by_setting(Browser::Chromium));
    }

    #[test]
    fn firefox() {
        block_on(super::by_setting(Browser::Firefox));
    }
}

/// The narrowest frame, on another site.
const NARROW: Frame = Frame { width: 320, ..Frame::usual() };
/// What README.md advises.
const ADVISED: &str = "allow-scripts allow-same-origin allow-downloads allow-popups allow-popups-to-escape-sandbox allow-modals";
const TEXT: &str = "Alleen in dit venster.";

/// On another site: the page without masthead and colophon, words that are true, and a host that notices nothing.
async fn apart(browser: Browser) -> Result<()> {
    let server = app()?;
    let session = dutch(browser).await?;
    let host = Host::new(&session, &server)?;
    let words = Words::of("nl-BE")?;
    let readme = std::fs::read_to_string(tools::repository().join("README.md"))?;
    ensure!(readme.contains(&format!("sandbox=\"{ADVISED}\"")), "README.md advises something else");
    server.hold(".wasm");
    let page = host.open(Frame { sandbox: Some(ADVISED), ..NARROW }, "?embed#/theme/icp/icp-01").await?;
    nothing_yet(page).await?;
    server.release();
    page.wait_until_ready().await?;
    host.assert_calm("after loading").await?;
    let untouched = host.state().await?;
    only_the_page(page).await?;
    page.wait_for_words(words.get("embed.apart")?).await?;
    page.wait_for_words(words.get("embed.host")?).await?;

    host.rest().await?;

    // Writing, the question about the device, and the foot, at 320 px.
    page.type_into("icp-01", TEXT).await?;
    page.wait_for_save("saved").await?;
    page.find("[data-device=own]").await?;
    page.assert_no_sideways_scroll("with the question about the device").await?;
    page.pick("[data-device=own]").await?;
    page.wait_until_gone("[data-device]").await?;
    page.catch_files().await?;
    page.click("[data-take]").await?;
    page.click("[data-next]").await?;
    page.wait_for_route("#/theme/icp/icp-03").await?;
    ensure!(
        page.focus_is("[data-focus]").await?,
        "after a click the focus went to {}",
        page.focused().await?
    );
    page.click("[data-back]").await?;
    page.wait_for_route("#/theme/icp/icp-01").await?;
    page.wait_for_text("icp-01", TEXT).await?;
    page.wait_until_gone("[data-back]").await?;
    page.click("[href='#/answers']").await?;
    page.wait_for_route("#/answers").await?;
    page.assert_no_sideways_scroll("my answers").await?;
    page.click("[data-back]").await?;
    page.click("[data-language=en]").await?;
    page.wait_for_words(Words::of("en")?.get("embed.apart")?).await?;
    host.assert_untouched(&untouched, "after going round").await?;

    // The host shows another place: no reason to take the focus from whoever types in its own field.
    host.rest().await?;
    host.show("#/theme/icp/icp-05").await?;
    page.wait_for_route("#/theme/icp/icp-05").await?;
    page.wait_for_words(Words::of("en")?.get("icp-05.ask")?).await?;
    host.assert_calm("after the host went elsewhere").await?;
    session_is_quiet(&session, "in the frame").await?;

    // In a tab of its own the text is not there: the words are true.
    page.click("[data-own-tab]").await?;
    let own = own_tab(&session, &server).await?;
    own.wait_for_route("#/theme/icp/icp-05").await?;
    own.go("#/theme/icp/icp-01").await?;
    let text = own.text_of("icp-01").await?;
    ensure!(text.is_empty(), "{browser:?}: a tab of its own has ‘{text}’");
    session_is_quiet(&session, "in a tab of its own").await
}

/// A theme, a checklist with an open item, everything on one page, the home page: at 320 px, none moves the host.
async fn places(browser: Browser) -> Result<()> {
    let server = app()?;
    let session = dutch(browser).await?;
    let host = Host::new(&session, &server)?;
    let words = Words::of("nl-BE")?;
    for (place, sign) in [
        ("#/theme/icp", "theme.start"),
        ("#/theme/icp/all", "icp-look-back.intro"),
        ("#/theme/icp/icp-10", "icp-10.ask"),
        ("#/journey/stage-a/stage-a-22", "stage-a-22.do"),
        ("", "home.another"),
        ("#/nergens", "unknown.title"),
    ] {
        // Partly below the fold, where a browser would like to scroll to.
        let page = host.open(Frame { above: 700, ..NARROW }, &format!("?embed{place}")).await?;
        page.wait_until_ready().await?;
        page.wait_for_words(words.get(sign)?).await.with_context(|| place.to_owned())?;
        only_the_page(page).await.with_context(|| place.to_owned())?;
        page.assert_no_sideways_scroll(place).await?;
        host.assert_calm(place).await?;
        if place.ends_with("stage-a-22") {
            wait_in_view(page, "[data-item=stage-a-22]").await?;
            host.assert_calm("with an item in view").await?;
        }
        if browser == Browser::Chromium {
            axe::assert_clean(page, &format!("{place} in a frame")).await?;
        }
        session_is_quiet(&session, place).await?;
    }
    Ok(())
}

/// On a page of the same origin the store is the same as in a tab of its own, and the page says so where it can know.
async fn shared(browser: Browser) -> Result<()> {
    let server = beside(Site::new(&tools::dist()?))?.serve()?;
    let session = dutch(browser).await?;
    let host = Host::new(&session, &server)?;
    let words = Words::of("nl-BE")?;
    let page = host.open(Frame { on: Where::Beside, ..NARROW }, "?embed#/theme/icp/icp-01").await?;
    page.wait_until_ready().await?;
    page.wait_for_words(words.get("embed.shared")?).await?;
    ensure!(!page.says(words.get("embed.host")?).await?, "a page of the same origin could read along");
    page.type_into("icp-01", TEXT).await?;
    page.wait_for_save("saved").await?;
    page.click("[data-own-tab]").await?;
    let own = own_tab(&session, &server).await?;
    own.wait_for_text("icp-01", TEXT).await?;
    session_is_quiet(&session, "in a tab of its own").await
}

/// In a sandbox without an origin nothing can be kept: it says so, and the file arrives.
async fn blocked(browser: Browser) -> Result<()> {
    let server = Site::new(&tools::dist()?).any_origin().named_self().serve()?;
    let session = dutch(browser).await?;
    let host = Host::new(&session, &server)?;
    let words = Words::of("nl-BE")?;
    let sandbox = Some("allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox");
    let page = host.open(Frame { sandbox, ..NARROW }, "?embed#/theme/icp/icp-01").await?;
    page.wait_until_ready().await?;
    host.assert_calm("after loading").await?;
    let untouched = host.state().await?;
    host.rest().await?;
    only_the_page(page).await?;
    memory_only(page, &words).await?;
    page.wait_for_words(words.get("embed.host")?).await?;
    page.assert_no_sideways_scroll("blocked storage").await?;
    page.click("[data-next]").await?;
    page.wait_for_route("#/theme/icp/icp-03").await?;
    page.click("[data-back]").await?;
    page.wait_for_text("icp-01", TEXT).await?;
    host.assert_untouched(&untouched, "after going round").await?;
    if browser == Browser::Chromium {
        axe::assert_clean(page, "a frame in which nothing is kept").await?;
        let folder = session.folder().join("files");
        std::fs::create_dir_all(&folder)?;
        let how = json!({ "behavior": "allow", "downloadPath": folder });
        session.cdp("Browser.setDownloadBehavior", how).await?;
        page.click("[data-take]").await?;
        let text = until("the file", PATIENCE, async || {
            let file = std::fs::read_dir(&folder)?.filter_map(|entry| Some(entry.ok()?.path()));
            let file = file.into_iter().find(|path| path.extension().is_some_and(|kind| kind == "json"));
            Ok(file.map(std::fs::read_to_string).transpose()?)
        })
        .await?;
        ensure!(text.contains(TEXT), "the file holds {text}");
    }
    session_is_quiet(&session, "in the sandbox").await?;
    page.click("[data-own-tab]").await?;
    let own = own_tab(&session, &server).await?;
    own.type_into("icp-01", "Hier wel.").await?;
    own.wait_for_save("saved").await
}

/// Where the program cannot run, the frame says where it does.
async fn refused(browser: Browser) -> Result<()> {
    let session = dutch(browser).await?;
    let frame = Frame { sandbox: Some("allow-scripts allow-popups"), ..NARROW };
    let way_out = ".bare a[target=_blank]";
    {
        // A server that does not let a sandbox in.
        let server = app()?;
        let page = Host::new(&session, &server)?.open(frame, "?embed#/theme/icp/icp-01").await?;
        page.find(way_out).await.context("on a server that lets nobody in")?;
    }
    {
        // One that does, under a policy that says `'self'` only: in WebKit that is nobody in a sandbox.
        let server = Site::new(&tools::dist()?).any_origin().serve()?;
        let host = Host::new(&session, &server)?;
        let page = host.open(frame, "?embed#/theme/icp/icp-01").await?;
        if browser == Browser::WebKit {
            page.find(way_out).await.context("under a policy without a name")?;
        } else {
            page.wait_until_ready().await?;
            page.wait_until_gone(".bare").await?;
        }
    }
    // And where the program does not come, its own words stand there as well.
    let server = app()?;
    server.break_path(".wasm", 503);
    let page = Host::new(&session, &server)?.open(NARROW, "?embed#/theme/icp/icp-01").await?;
    page.find("[data-start-failed]").await?;
    page.find(way_out).await.context("without the program")?;
    page.assert_no_sideways_scroll("without the program").await
}

/// Browsers can be set to give frames of other sites nothing, or the same as everyone.
async fn by_setting(browser: Browser) -> Result<()> {
    let server = app()?;
    let words = Words::of("nl-BE")?;
    {
        let options = Options { third_party: ThirdParty::Blocked, ..Options::default() };
        let session = Session::start(browser, options).await?;
        let host = Host::new(&session, &server)?;
        let page = host.open(NARROW, "?embed#/theme/icp/icp-01").await?;
        page.wait_until_ready().await?;
        memory_only(page, &words).await?;
        session_is_quiet(&session, "with storage blocked by the browser").await?;
    }
    let options = Options { third_party: ThirdParty::Open, ..Options::default() };
    let session = Session::start(browser, options).await?;
    let host = Host::new(&session, &server)?;
    let page = host.open(NARROW, "?embed#/theme/icp/icp-01").await?;
    page.wait_until_ready().await?;
    // The frame cannot know, so it promises neither.
    page.wait_for_words(words.get("embed.apart")?).await?;
    page.type_into("icp-01", TEXT).await?;
    page.wait_for_save("saved").await?;
    page.click("[data-own-tab]").await?;
    let own = own_tab(&session, &server).await?;
    own.wait_for_text("icp-01", TEXT).await?;
    session_is_quiet(&session, "with storage open to all").await
}

/// Writes a text that only memory holds, and reads that the page says so.
async fn memory_only(page: Page<'_>, words: &Words) -> Result<()> {
    page.wait_for_save("memory").await?;
    page.wait_for_words(words.get("embed.blocked-title")?).await?;
    page.wait_for_words(words.get("embed.blocked-body")?).await?;
    page.wait_for_words(words.get("embed.memory")?).await?;
    page.type_into("icp-01", TEXT).await?;
    page.wait_for_save("memory").await
}

/// Way finding is the host's: no masthead, no colophon; the name, the way out and the file are there.
async fn only_the_page(page: Page<'_>) -> Result<()> {
    page.find("[data-own-tab]").await?;
    page.find("[data-take]").await?;
    page.find("[data-where]").await?;
    let script =
        "return document.querySelectorAll('.masthead, .colophon, [target=_top], [target=_parent]').length";
    let found = page.session.run(script, vec![]).await?;
    ensure!(found == json!(0), "{found} of a page of its own");
    Ok(())
}

/// While the program is on its way, nothing is in view of the prerendered page, which is there all the same.
async fn nothing_yet(page: Page<'_>) -> Result<()> {
    let script = "const all = [...document.querySelectorAll('#app > .frame *')]; return [all.length > 0, \
        all.filter((part) => getComputedStyle(part).visibility !== 'hidden').map((part) => part.outerHTML.slice(0, 80))]";
    until("the prerendered page to stand there, hidden", PATIENCE, async || {
        let seen = page.session.run(script, vec![]).await?;
        ensure!(seen == json!([true, []]), "{seen}");
        Ok(Some(()))
    })
    .await
}

/// The tab that was opened from the frame, with the app ready in it. It knows nothing of who opened it.
async fn own_tab<'a>(session: &'a Session, server: &'a browser_tests::Server) -> Result<Page<'a>> {
    let first = session.driver.window().await?;
    let tab = until("a tab of its own", PATIENCE, async || {
        Ok(session.driver.windows().await?.into_iter().find(|tab| *tab != first))
    })
    .await?;
    session.to_tab(&tab).await?;
    let page = Page::new(session, server);
    page.wait_until_ready().await?;
    let about = session.run("return [window.opener, location.search.includes('embed')]", vec![]).await?;
    ensure!(about == json!([null, false]), "the tab has {about}");
    page.find(".masthead").await?;
    Ok(page)
}

async fn session_is_quiet(session: &Session, moment: &str) -> Result<()> {
    let complaints = session.complaints().await?;
    ensure!(complaints.is_empty(), "{:?}, {moment}:\n  {}", session.browser, complaints.join("\n  "));
    Ok(())
}
