//! The storage guard: one notice, where there is something to act on; a full store that takes what was written as soon as
//! there is room; the reminder of a backup, and putting it off.

use crate::{app, dutch, every, in_chromium};
use anyhow::{Result, ensure};
use browser_tests::host::{Frame, Host};
use browser_tests::page::PATIENCE;
use browser_tests::stored::Stored;
use browser_tests::wait::until;
use browser_tests::{Browser, Page, Site, Words, axe, tools};
use serde_json::json;
use thirtyfour::By;

every!(sandboxed, apart, reminder);
in_chromium!(full, filling);

/// In a sandbox nothing can be kept: one notice, and the way out first.
async fn sandboxed(browser: Browser) -> Result<()> {
    let server = Site::new(&tools::dist()?).sandboxed_at_frame_html().serve()?;
    let session = dutch(browser).await?;
    session.driver.goto(format!("{}/frame.html", server.origin())).await?;
    session.driver.find(By::Css("#app")).await?.enter_frame().await?;
    let page = Page::new(&session, &server);
    page.wait_until_ready().await?;
    page.go("#/overview").await?;
    page.find("[data-guard=blocked] a[target=_blank]").await?;
    ensure!(session.driver.find_all(By::Css(".notice")).await?.len() == 1, "more than one notice");
    ensure!(
        session.driver.find_all(By::Css("[data-backup]")).await?.is_empty(),
        "an age of a backup of nothing"
    );
    session.assert_quiet(&server, "in the sandbox").await
}

/// On another site's page the browser keeps apart what is written: told once, with the way to a tab of its own.
async fn apart(browser: Browser) -> Result<()> {
    let server = app()?;
    let session = dutch(browser).await?;
    let host = Host::new(&session, &server)?;
    let page = host.open(Frame::usual(), "#/overview").await?;
    page.wait_until_ready().await?;
    page.find("[data-guard=apart] a[target=_blank]").await?;
    page.click("[data-later]").await?;
    page.wait_until_gone("[data-guard]").await?;
    // In the view that is made for frames, the foot says it all along.
    let page = host.open(Frame::usual(), "?embed#/overview").await?;
    page.wait_until_ready().await?;
    page.wait_for_words(Words::of("nl-BE")?.get("embed.apart")?).await?;
    ensure!(session.driver.find_all(By::Css("[data-guard]")).await?.is_empty(), "it is said twice");
    // On a page of its own there is nothing to say.
    session.driver.enter_default_frame().await?;
    page.open("#/overview").await?;
    page.wait_until_gone("[data-guard]").await
}

/// Long after the first text without a backup, the reminder; put off it stays away; a backup takes it away.
async fn reminder(browser: Browser) -> Result<()> {
    let server = app()?;
    let session = dutch(browser).await?;
    let page = Page::new(&session, &server);
    let words = Words::of("nl-BE")?;
    page.open("#/theme/icp/icp-05").await?;
    page.type_into("icp-05", "Zonder reservekopie.").await?;
    page.wait_for_save("saved").await?;
    page.go("#/overview").await?;
    page.find("[data-backup]").await?;
    ensure!(session.driver.find_all(By::Css("[data-guard]")).await?.is_empty(), "it warns on the first day");
    // Where unvisited pages are cleared, three days are long already.
    let days = if browser == Browser::WebKit { 3 } else { 7 };
    for (age, told) in [(days - 1, false), (days, true)] {
        settings(page, "unbacked", age).await?;
        page.open("#/overview").await?;
        match told {
            true => drop(page.find("[data-guard=backup]").await?),
            false => page.wait_until_gone("[data-guard]").await?,
        }
    }
    if browser == Browser::Chromium {
        axe::assert_clean(page, "the reminder").await?;
    }
    page.click("[data-later]").await?;
    page.wait_until_gone("[data-guard]").await?;
    page.open("#/overview").await?;
    page.find("[data-backup]").await?;
    page.wait_until_gone("[data-guard]").await?;
    settings(page, "remind", 1).await?;
    page.open("#/overview").await?;
    page.find("[data-guard=backup]").await?;
    page.catch_files().await?;
    page.click("[data-guard] button").await?;
    ensure!(page.caught_file().await?.text.contains("Zonder reservekopie."), "not in the file");
    page.wait_until_gone("[data-guard]").await?;
    let foot = page.find("[data-backup]").await?.text().await?;
    ensure!(foot.contains(words.get("mine.backup-today")?), "the foot says {foot}");
    session.assert_quiet(&server, "at the end").await
}

/// No room in either store in the middle of typing: the text stays, the page says so, and as soon as there is room it is
/// saved without anybody writing or pressing anything.
async fn full() -> Result<()> {
    let server = app()?;
    let session = dutch(Browser::Chromium).await?;
    let page = Page::new(&session, &server);
    page.open("#/overview").await?;
    // Chromium asks how much room there is with the first text and then for a while not any more: none from here on. What
    // localStorage may hold is its own affair; a little is left, so that the first words find room there.
    quota(page, Some(1)).await?;
    let fill = "let size = 2 ** 22; let n = 0; while (size >= 1) { try { localStorage.setItem('junk' + n++, 'x'.repeat(size)); } \
                catch { size = Math.floor(size / 2); } } const large = Object.keys(localStorage).find((name) => localStorage.getItem(name).length > 9000); \
                localStorage.setItem(large, localStorage.getItem(large).slice(3000));";
    session.run(fill, vec![]).await?;
    page.go("#/theme/icp/icp-05").await?;
    page.type_into("icp-05", "Er was plaats.").await?;
    page.wait_for_save("partial").await?;
    page.type_text(" En toen niet meer. ").await?;
    page.type_text(&"Nog een zin. ".repeat(200)).await?;
    page.wait_for_save("failed").await?;
    page.wait_for_words(Words::of("nl-BE")?.get("save.failed-full")?).await?;
    let text = page.text_of("icp-05").await?;
    ensure!(
        text.starts_with("Er was plaats. En toen niet meer.") && text.len() > 2000,
        "the text is gone: {text}"
    );
    ensure!(session.driver.find_all(By::Css("[data-guard]")).await?.is_empty(), "two notices");
    let last = text.trim_end();
    let Stored { local, indexed } = page.stored().await?;
    ensure!(!Stored::holds(&local, last) && !Stored::holds(&indexed, last), "there was room");
    let empty = "for (const name of Object.keys(localStorage)) if (name.startsWith('junk')) localStorage.removeItem(name)";
    session.run(empty, vec![]).await?;
    quota(page, None).await?;
    until("the text to be saved by itself", PATIENCE * 2, async || {
        let Stored { local, indexed } = page.stored().await?;
        Ok((Stored::holds(&local, last) && Stored::holds(&indexed, last)).then_some(()))
    })
    .await?;
    page.wait_for_save("saved").await?;
    page.wait_until_gone(".notice--danger").await
}

/// Near the quota: what takes the room, and how much of it is ours.
async fn filling() -> Result<()> {
    let server = app()?;
    let session = dutch(Browser::Chromium).await?;
    let page = Page::new(&session, &server);
    page.open("#/theme/icp/icp-05").await?;
    page.type_into("icp-05", "Iets.").await?;
    page.wait_for_save("saved").await?;
    // Chromium tells every page of ten gigabytes that are free, whatever the truth is: here it is made to tell another.
    let told = "StorageManager.prototype.estimate = async () => ({ usage: 89.5e6, quota: 100e6 });";
    session.run_at_start(told).await?;
    page.open("#/overview").await?;
    let text = page.find("[data-guard=filling]").await?.text().await?;
    ensure!(text.contains("89 %") && text.contains("kB") && text.contains("90 MB"), "it says {text}");
    axe::assert_clean(page, "filling up").await?;
    page.click("[data-later]").await?;
    page.wait_until_gone("[data-guard]").await
}

async fn quota(page: Page<'_>, bytes: Option<u64>) -> Result<()> {
    let mut how = json!({ "origin": page.session.run("return location.origin", vec![]).await? });
    if let Some(bytes) = bytes {
        how["quotaSize"] = json!(bytes);
    }
    page.session.cdp("Storage.overrideQuotaForOrigin", how).await.map(drop)
}

/// Writes a moment of so many days ago into the settings.
async fn settings(page: Page<'_>, name: &str, days_ago: u32) -> Result<()> {
    let script = "const all = JSON.parse(localStorage.getItem('terugblik/settings') || '{}'); \
                  const at = new Date(); at.setDate(at.getDate() - arguments[1]); \
                  all[arguments[0]] = String(+at); localStorage.setItem('terugblik/settings', JSON.stringify(all));";
    page.session.run(script, vec![json!(name), json!(days_ago)]).await.map(drop)
}
