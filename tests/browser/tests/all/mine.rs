//! My answers as a place to act: two texts that want one place, earlier versions, several notebooks, guests among them.

use crate::storage::{erase_everything, open_deaf, wait_until_kept};
use crate::{app, dutch, every, in_chromium};
use anyhow::{Result, ensure};
use browser_tests::page::PATIENCE;
use browser_tests::wait::until;
use browser_tests::{Browser, Page, Words, axe};
use thirtyfour::Key;

every!(two_texts, brought_back, notebooks);
in_chromium!(grows_along);

const FIRST: &str = "Het werd stil in de klas. Ik vroeg door.";
/// Longer than the file waits after a save.
const FOLLOWS: std::time::Duration = std::time::Duration::from_secs(6);
const SECOND: &str = "Het werd stil in de klas. Niemand keek op.";

/// Two tabs that did not hear each other: both texts are shown, by keyboard one of them is taken, and the question is gone,
/// also after loading again. The other text can be brought back.
async fn two_texts(browser: Browser) -> Result<()> {
    let server = app()?;
    let session = dutch(browser).await?;
    let page = Page::new(&session, &server);
    let words = Words::of("nl-BE")?;
    // Both go on in the pass that was begun.
    page.open("#/theme/icp/icp-01").await?;
    page.type_into("icp-01", "Een les over feesten.").await?;
    wait_until_kept(page, "Een les over feesten.").await?;
    page.go("#/theme/icp/icp-05").await?;
    let [first, second] = session.second_tab().await?;
    open_deaf(page, &server, "#/theme/icp/icp-05").await?;
    page.find("[data-prompt=icp-05]").await?;
    session.to_tab(&first).await?;
    page.type_into("icp-05", FIRST).await?;
    wait_until_kept(page, FIRST).await?;
    session.to_tab(&second).await?;
    page.type_into("icp-05", SECOND).await?;
    wait_until_kept(page, SECOND).await?;
    page.wait_for_words(words.get("rival.title")?).await?;
    page.wait_for_words(FIRST).await?;
    if browser == Browser::Chromium {
        axe::assert_clean(page, "two texts at a prompt").await?;
    }

    // The tab that was overwritten hears of it, and asks as well.
    session.to_tab(&first).await?;
    page.wait_for_text("icp-05", SECOND).await?;
    page.wait_for_words(words.get("rival.title")?).await?;

    // Nobody has to choose at once: the question stays, here and under my answers.
    page.open("#/answers").await?;
    page.wait_for_words(words.get("rivals.title")?).await?;
    page.open("#/theme/icp/icp-05").await?;
    page.wait_for_words(words.get("rival.title")?).await?;
    // In another language it is the same question.
    page.click("[data-language=en]").await?;
    page.wait_for_words(Words::of("en")?.get("rival.title")?).await?;
    page.click("[data-language=nl-BE]").await?;
    page.wait_for_words(words.get("rival.title")?).await?;
    session.run("document.querySelector('[data-rival=other] button').focus()", vec![]).await?;
    page.press(Key::Enter).await?;
    page.wait_until_gone("[data-rival]").await?;
    page.wait_for_text("icp-05", FIRST).await?;
    wait_until_kept(page, FIRST).await?;
    page.open("#/theme/icp/icp-05").await?;
    page.wait_for_text("icp-05", FIRST).await?;
    page.wait_until_gone("[data-rival]").await?;
    page.go("#/answers").await?;
    page.wait_for_words(SECOND).await?;
    session.assert_quiet(&server, "at the end").await
}

/// What was mostly deleted stands among the earlier texts, with the reason, and comes back with one press.
async fn brought_back(browser: Browser) -> Result<()> {
    let server = app()?;
    let session = dutch(browser).await?;
    let page = Page::new(&session, &server);
    let words = Words::of("nl-BE")?;
    let long = [FIRST, " En ik schreef er nog een hele tijd aan verder, omdat het me bezighield."].concat();
    page.open("#/theme/icp/icp-05").await?;
    page.type_into("icp-05", &long).await?;
    wait_until_kept(page, &long).await?;
    page.click("[data-prompt=icp-05]").await?;
    session.run("document.activeElement.select()", vec![]).await?;
    page.type_text("Kort.").await?;
    wait_until_kept(page, "Kort.").await?;
    page.go("#/answers").await?;
    page.wait_for_words(&long).await?;
    page.wait_for_words(words.get("why.deleted")?).await?;
    if browser == Browser::Chromium {
        axe::assert_clean(page, "earlier texts").await?;
    }
    page.click("[data-back-to]").await?;
    // What it took the place of is an earlier text in its turn.
    page.wait_for_words("Kort.").await?;
    page.wait_for_words(words.get("why.restored")?).await?;
    page.go("#/theme/icp/icp-05").await?;
    page.wait_for_text("icp-05", &long).await?;
    page.open("#/theme/icp/icp-05").await?;
    page.wait_for_text("icp-05", &long).await?;
    session.assert_quiet(&server, "at the end").await
}

/// A second notebook begins empty, each keeps its own, a guest sees neither, and one can go alone.
async fn notebooks(browser: Browser) -> Result<()> {
    let server = app()?;
    let session = dutch(browser).await?;
    let page = Page::new(&session, &server);
    let words = Words::of("nl-BE")?;
    page.open("#/theme/icp/icp-05").await?;
    page.type_into("icp-05", FIRST).await?;
    wait_until_kept(page, FIRST).await?;
    page.pick("[data-device=own]").await?;
    page.go("#/answers").await?;
    // Without a name nothing happens but a word about it.
    page.click_words(words.get("books.new-button")?).await?;
    page.wait_for_words(words.get("books.name-missing")?).await?;
    page.click("[id$=book-new]").await?;
    page.type_text("Intervisie").await?;
    page.click_words(words.get("books.new-button")?).await?;
    page.wait_for_words(&words.fill("books.turn", &[("name", words.get("books.first")?)])?).await?;
    page.go("#/theme/icp/icp-05").await?;
    page.wait_for_text("icp-05", "").await?;
    page.type_into("icp-05", SECOND).await?;
    wait_until_kept(page, SECOND).await?;
    page.open("#/theme/icp/icp-05").await?;
    page.wait_for_text("icp-05", SECOND).await?;
    page.go("#/overview").await?;
    page.wait_for_words(SECOND).await?;
    ensure!(!page.says(FIRST).await?, "the other notebook shows through");

    // A guest sees neither, leaves nothing, and both are still there.
    page.go("#/answers").await?;
    page.click_words(words.get("mine.guest-button")?).await?;
    page.wait_for_words(words.get("guest.title")?).await?;
    page.go("#/theme/icp/icp-05").await?;
    page.wait_for_text("icp-05", "").await?;
    page.type_into("icp-05", "Van een gast.").await?;
    page.wait_for_save("memory").await?;
    let stored = page.stored().await?;
    let all = [stored.local, stored.indexed].concat();
    ensure!(all.iter().all(|(_, text)| !text.contains("Van een gast.")), "a guest's text was stored");
    page.open("#/theme/icp/icp-05").await?;
    page.wait_for_text("icp-05", SECOND).await?;

    // Back to the first one, and then it goes alone.
    page.go("#/answers").await?;
    page.find("[data-book]").await?;
    if browser == Browser::Chromium {
        axe::assert_clean(page, "notebooks").await?;
    }
    page.click("[data-book]").await?;
    page.wait_for_words(&words.fill("books.turn", &[("name", "Intervisie")])?).await?;
    page.go("#/theme/icp/icp-05").await?;
    page.wait_for_text("icp-05", FIRST).await?;
    page.go("#/answers").await?;
    page.click("[data-own-book]").await?;
    page.pick("[id$=sure-book]").await?;
    page.click_words(&words.fill("books.erase", &[("name", words.get("books.first")?)])?).await?;
    until("the first notebook to be gone", PATIENCE, async || {
        let stored = page.stored().await?;
        let all = [stored.local, stored.indexed].concat();
        Ok(all.iter().all(|(_, text)| !text.contains("Ik vroeg door")).then_some(()))
    })
    .await?;
    page.go("#/theme/icp/icp-05").await?;
    page.wait_for_text("icp-05", SECOND).await?;
    page.open("#/theme/icp/icp-05").await?;
    page.wait_for_text("icp-05", SECOND).await?;

    page.go("#/answers").await?;
    erase_everything(page, &words).await?;
    session.assert_quiet(&server, "at the end").await
}

/// A file that was chosen once follows each save, by itself, also after a start. The window in which a person chooses it is the
/// browser's own and takes no keys of ours: in its place a file of the origin's private file system is given, which is
/// written in the same way.
async fn grows_along() -> Result<()> {
    const PICK: &str = "window.showSaveFilePicker = async ({ suggestedName }) => \
        (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true })";
    let server = app()?;
    let session = dutch(Browser::Chromium).await?;
    let page = Page::new(&session, &server);
    let words = Words::of("nl-BE")?;
    page.open("#/theme/icp/icp-05").await?;
    page.type_into("icp-05", FIRST).await?;
    wait_until_kept(page, FIRST).await?;
    page.go("#/answers").await?;
    session.run(PICK, vec![]).await?;
    page.click("[data-live]").await?;
    page.wait_for_words(&words.fill("live.kept", &[("name", "terugblik.json")])?).await?;
    page.wait_for_words(words.get("mine.backup-today")?).await?;
    wait_for_file(page, FIRST).await?;
    axe::assert_clean(page, "a file that grows along").await?;
    page.go("#/theme/icp/icp-05").await?;
    page.type_into("icp-05", " En verder.").await?;
    wait_for_file(page, "Ik vroeg door. En verder.").await?;

    // After a start the file is still known, and still written.
    page.open("#/answers").await?;
    session.driver.refresh().await?;
    page.wait_until_ready().await?;
    page.wait_for_words(&words.fill("live.kept", &[("name", "terugblik.json")])?).await?;
    page.go("#/theme/icp/icp-05").await?;
    page.type_into("icp-05", " En nog.").await?;
    wait_for_file(page, "En verder. En nog.").await?;

    // A guest's notebook never takes the place of what the file holds: not even of a save that was just under way.
    page.type_into("icp-05", " Slot.").await?;
    wait_until_kept(page, "En nog. Slot.").await?;
    page.go("#/answers").await?;
    page.click_words(words.get("mine.guest-button")?).await?;
    page.wait_for_words(words.get("guest.title")?).await?;
    page.go("#/theme/icp/icp-05").await?;
    page.type_into("icp-05", "Van een gast.").await?;
    tokio::time::sleep(FOLLOWS).await;
    wait_for_file(page, "En verder. En nog.").await?;
    page.open("#/answers").await?;
    session.driver.refresh().await?;
    page.wait_until_ready().await?;

    // Who stops it is not asked again.
    page.go("#/answers").await?;
    page.click_words(words.get("live.stop")?).await?;
    page.wait_for_words(words.get("live.text")?).await?;
    page.open("#/answers").await?;
    session.driver.refresh().await?;
    page.wait_until_ready().await?;
    page.wait_for_words(words.get("live.text")?).await?;
    session.assert_quiet(&server, "at the end").await
}

/// Waits until the file in the origin's private file system is a backup with this text in it.
async fn wait_for_file(page: Page<'_>, text: &str) -> Result<()> {
    let read = "const done = arguments[arguments.length - 1]; navigator.storage.getDirectory() \
        .then((all) => all.getFileHandle('terugblik.json')).then((file) => file.getFile()) \
        .then((file) => file.text()).then(done, (error) => done(`${error}`))";
    until(&format!("‘{text}’ in the file"), PATIENCE, async || {
        let file = page.session.driver.execute_async(read, vec![]).await?.json().to_string();
        ensure!(file.contains(text) && file.contains("terugblik-backup"), "it holds {file:.300}");
        Ok(Some(()))
    })
    .await
}
