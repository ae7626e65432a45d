//! What is kept, and what must not be: blocked storage, guests, the person's own device, erasing, backups, files that
//! are refused, two tabs, and content that does not come.

use crate::{app, dutch, every};
use anyhow::{Context, Result, ensure};
use browser_tests::fields::TODAY;
use browser_tests::page::PATIENCE;
use browser_tests::stored::Stored;
use browser_tests::wait::until;
use browser_tests::{Browser, Page, Server, Site, Words, axe, story, tools};
use serde_json::json;
use thirtyfour::By;

every!(blocked, guest, own_device, erase_and_restore, refused_files, two_tabs, part_fails);

/// In a sandboxed frame nothing can be kept: the page says so all along, and everything works until it closes.
async fn blocked(browser: Browser) -> Result<()> {
    let server = Site::new(&tools::dist()?).sandboxed_at_frame_html().serve()?;
    let session = dutch(browser).await?;
    let words = Words::of("nl-BE")?;
    session.driver.goto(format!("{}/frame.html", server.origin())).await?;
    session.driver.find(By::Css("#app")).await?.enter_frame().await?;
    let page = Page::new(&session, &server);
    page.wait_until_ready().await?;
    page.wait_for_save("memory").await?;
    page.wait_for_words(words.get("blocked.title")?).await?;
    // The module that makes the file does not come: the page says so, and goes on.
    server.break_path("/wing-", 503);
    page.click_words(words.get("action.download")?).await?;
    page.wait_for_words(words.get("notice.file-failed")?).await?;
    server.mend();
    session.complaints().await?;
    page.click_words(words.get("action.dismiss")?).await?;
    page.type_into(TODAY, "Alleen hier.").await?;
    page.go("#/theme/icp/icp-05").await?;
    page.type_into("icp-05", "En hier.").await?;
    page.wait_for_save("memory").await?;
    page.wait_for_words(words.get("blocked.title")?).await?;
    page.go("#/overview").await?;
    page.wait_for_words("Alleen hier.").await?;
    page.wait_for_words("En hier.").await?;
    page.wait_for_words(words.get("blocked.body")?).await?;
    page.catch_files().await?;
    page.click_words(words.get("action.download")?).await?;
    let file = page.caught_file().await?;
    ensure!(
        file.text.contains("Alleen hier.") && file.text.contains("En hier."),
        "{}: {}",
        file.name,
        file.text
    );
    ensure!(warns_before_leaving(page).await?, "leaving loses everything, and the page does not warn");
    if browser == Browser::Chromium {
        axe::assert_clean(page, "blocked storage").await?;
    }
    page.go("#/").await?;
    page.wait_for_text(TODAY, "Alleen hier.").await?;
    session.assert_quiet(&server, "in the sandboxed frame").await
}

/// A guest's first text was saved; choosing "guest" takes it out of both stores at once, and it stays on screen.
async fn guest(browser: Browser) -> Result<()> {
    let server = app()?;
    let session = dutch(browser).await?;
    let page = Page::new(&session, &server);
    page.open("").await?;
    page.find("[data-prompt]").await?;
    ensure!(page.stored().await?.local.is_empty(), "looking wrote {:?}", page.stored().await?.local);
    page.type_into(TODAY, "Op een geleend toestel.").await?;
    page.wait_for_save("saved").await?;
    let Stored { local, indexed } = page.stored().await?;
    ensure!(Stored::holds(&local, "Op een geleend toestel."), "not in localStorage: {local:?}");
    ensure!(Stored::holds(&indexed, "Op een geleend toestel."), "not in IndexedDB: {indexed:?}");
    page.pick("[data-device=guest]").await?;
    page.wait_for_save("memory").await?;
    page.wait_for_words(Words::of("nl-BE")?.get("guest.title")?).await?;
    page.wait_until_gone("[data-device]").await?;
    nothing_left(page).await?;
    page.wait_for_text(TODAY, "Op een geleend toestel.").await?;
    page.type_into(TODAY, " En verder.").await?;
    page.go("#/theme/icp/icp-05").await?;
    page.type_into("icp-05", "Ook dit niet.").await?;
    page.wait_for_save("memory").await?;
    page.wait_for_words(Words::of("nl-BE")?.get("guest.title")?).await?;
    ensure!(warns_before_leaving(page).await?, "leaving loses everything, and the page does not warn");
    page.catch_files().await?;
    page.click_words(Words::of("nl-BE")?.get("action.download")?).await?;
    let file = page.caught_file().await?;
    ensure!(file.text.contains("En verder.") && file.text.contains("Ook dit niet."), "{}", file.text);
    nothing_left(page).await?;
    session.assert_quiet(&server, "as a guest").await?;
    page.open("").await?;
    ensure!(page.text_of(TODAY).await?.is_empty(), "a guest's text came back");
    Ok(())
}

/// On one's own device the question goes and does not come back.
async fn own_device(browser: Browser) -> Result<()> {
    let server = app()?;
    let session = dutch(browser).await?;
    let page = Page::new(&session, &server);
    page.open("#/theme/icp/icp-05").await?;
    ensure!(
        session.driver.find_all(By::Css("[data-device]")).await?.is_empty(),
        "asked before anything was written"
    );
    page.type_into("icp-05", "Thuis.").await?;
    page.find("[data-device=own]").await?;
    page.pick("[data-device=own]").await?;
    page.wait_until_gone("[data-device]").await?;
    page.type_into("icp-05", " Nog iets.").await?;
    wait_until_kept(page, "Thuis. Nog iets.").await?;
    ensure!(!warns_before_leaving(page).await?, "everything is saved, and the page warns");
    session.driver.refresh().await?;
    page.wait_until_ready().await?;
    page.wait_for_text("icp-05", "Thuis. Nog iets.").await?;
    page.wait_until_gone("[data-device]").await?;
    session.assert_quiet(&server, "at the end").await
}

/// Everything in a file, everything erased, everything back.
async fn erase_and_restore(browser: Browser) -> Result<()> {
    let server = app()?;
    let session = dutch(browser).await?;
    let page = Page::new(&session, &server);
    let words = Words::of("nl-BE")?;
    page.open("").await?;
    story::tell(page, story::PROMPTS, "nl-BE").await?;
    story::tell(page, story::JOURNEY, "nl-BE").await?;

    page.go("#/answers").await?;
    page.catch_files().await?;
    page.click_words(words.get("mine.take-button")?).await?;
    let file = page.caught_file().await?;
    ensure!(file.name.starts_with("terugblik") && file.name.ends_with(".json"), "it is called {}", file.name);
    for chapter in story::PROMPTS.iter().chain(story::JOURNEY) {
        ensure!(
            Stored::holds(&[(String::new(), file.text.clone())], chapter.sign[0]),
            "no ‘{}’ in the file",
            chapter.sign[0]
        );
    }
    page.wait_for_words(words.get("mine.backup-today")?).await?;

    // Not without the tick.
    page.click_words(words.get("mine.erase-button")?).await?;
    page.wait_for_words(words.get("mine.erase-missing")?).await?;
    ensure!(!page.stored().await?.leftovers().is_empty(), "erased without the tick");
    erase_everything(page, &words).await?;
    page.go("#/overview").await?;
    page.wait_for_words(words.get("overview.empty")?).await?;
    page.open("").await?;
    ensure!(page.text_of(TODAY).await?.is_empty(), "an erased text came back");
    page.wait_until_gone("[data-device]").await?;

    page.go("#/answers").await?;
    page.choose_file(&file.name, file.text.as_bytes()).await?;
    page.wait_for_words(words.get("preview.nothing")?).await?;
    nothing_left(page).await.context("a preview wrote something")?;
    page.click_words(words.get("preview.add")?).await?;
    page.wait_until_gone("[role=group]:has(> .preview__rows)").await?;
    story::wait_until_kept(page, story::PROMPTS, "nl-BE").await?;
    story::check(page, story::PROMPTS, "nl-BE").await?;
    story::check(page, story::JOURNEY, "nl-BE").await?;
    page.open("#/theme/icp/icp-01").await?;
    page.wait_for_text("icp-01", story::PROMPTS[0].sign[0]).await?;
    story::check(page, story::JOURNEY, "nl-BE").await?;

    // The same file again: all is the same, nothing differs.
    page.go("#/answers").await?;
    page.choose_file(&file.name, file.text.as_bytes()).await?;
    page.wait_for_words(words.get("preview.nothing")?).await?;
    let counts =
        session.run("return document.querySelector('[role=group] .preview__rows').innerText", vec![]).await?;
    let equal = format!("{} {}", story::PROMPTS.len() + 3, words.get("preview.equal")?);
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    ensure!(plain(counts.as_str().unwrap_or_default()).contains(&equal), "it says {counts}, not {equal}");
    session.assert_quiet(&server, "at the end").await
}

/// A file that is not ours, cut off or newer: a clear message, and nothing of what was there changes.
async fn refused_files(browser: Browser) -> Result<()> {
    let server = app()?;
    let session = dutch(browser).await?;
    let page = Page::new(&session, &server);
    let words = Words::of("nl-BE")?;
    page.open("").await?;
    page.type_into(TODAY, "Dit blijft zoals het is.").await?;
    wait_until_kept(page, "Dit blijft zoals het is.").await?;
    page.go("#/answers").await?;
    page.catch_files().await?;
    page.click_words(words.get("mine.take-button")?).await?;
    let text = page.caught_file().await?.text;
    page.wait_for_words(words.get("mine.backup-today")?).await?;
    let before = page.stored().await?;

    let half = text.split_at(text.len() / 2).0.as_bytes().to_vec();
    let newer = text.replacen("\"version\": 1", "\"version\": 99", 1).into_bytes();
    ensure!(newer != text.as_bytes(), "the file has no version: {text}");
    let files: [(&str, Vec<u8>, &str); 6] = [
        ("leeg.json", Vec::new(), "refused.not-ours"),
        ("foto.json", vec![0xff, 0xd8, 0xff, 0xe0, 0, 16, b'J', b'F'], "refused.not-ours"),
        ("ander.json", b"{\"format\":\"iets anders\",\"version\":1}".to_vec(), "refused.not-ours"),
        ("lijst.json", b"[1,2,3]".to_vec(), "refused.not-ours"),
        ("half.json", half, "refused.damaged"),
        ("nieuwer.json", newer, "refused.newer"),
    ];
    for (name, bytes, message) in files {
        page.go("#/overview").await?;
        page.go("#/answers").await?;
        page.choose_file(name, &bytes).await?;
        page.wait_for_words(words.get(message)?).await.with_context(|| name.to_owned())?;
        let after = page.stored().await?;
        ensure!(after == before, "{name} changed {before:?}\nto {after:?}");
    }
    page.go("#/").await?;
    page.wait_for_text(TODAY, "Dit blijft zoals het is.").await?;
    session.assert_quiet(&server, "at the end").await
}

/// What one tab writes, the other shows; where both write, neither text is lost.
async fn two_tabs(browser: Browser) -> Result<()> {
    let server = app()?;
    let session = dutch(browser).await?;
    let page = Page::new(&session, &server);
    let words = Words::of("nl-BE")?;
    page.open("#/theme/icp/icp-05").await?;
    let [first, second] = session.second_tab().await?;
    page.open("#/theme/icp/icp-05").await?;
    page.type_into("icp-05", "Uit de tweede.").await?;
    wait_until_kept(page, "Uit de tweede.").await?;
    session.to_tab(&first).await?;
    page.wait_for_text("icp-05", "Uit de tweede.").await?;
    page.type_into("icp-05", " Uit de eerste.").await?;
    wait_until_kept(page, "Uit de tweede. Uit de eerste.").await?;

    // The second tab does not hear, as when it was asleep, and writes from where it stands.
    session.to_tab(&second).await?;
    page.wait_for_text("icp-05", "Uit de tweede. Uit de eerste.").await?;
    open_deaf(page, &server, "#/theme/icp/icp-05").await?;
    page.wait_for_text("icp-05", "Uit de tweede. Uit de eerste.").await?;
    session.to_tab(&first).await?;
    page.type_into("icp-05", " Alleen hier.").await?;
    wait_until_kept(page, "Alleen hier.").await?;
    session.to_tab(&second).await?;
    ensure!(!page.text_of("icp-05").await?.contains("Alleen hier."), "the second tab heard after all");
    page.type_into("icp-05", " Alleen daar.").await?;
    wait_until_kept(page, "Alleen daar.").await?;
    page.wait_for_words(words.get("notice.other-text")?).await?;

    page.go("#/answers").await?;
    page.wait_for_words(words.get("mine.earlier")?).await?;
    page.catch_files().await?;
    page.click_words(words.get("mine.take-button")?).await?;
    let file = page.caught_file().await?.text;
    let seen = page.text().await?;
    let shown = {
        page.go("#/theme/icp/icp-05").await?;
        page.text_of("icp-05").await?
    };
    for text in ["Alleen hier.", "Alleen daar."] {
        ensure!(file.contains(text), "‘{text}’ is not in the file: {file}");
        ensure!(
            shown.contains(text) || seen.contains(text),
            "‘{text}’ is neither in the field ({shown}) nor in {seen}"
        );
    }
    session.assert_quiet(&server, "in the second tab").await?;
    session.to_tab(&first).await?;
    session.assert_quiet(&server, "in the first tab").await
}

/// A part that does not come says so; what was written can be read all the same, and another try helps.
async fn part_fails(browser: Browser) -> Result<()> {
    let server = app()?;
    let session = dutch(browser).await?;
    let page = Page::new(&session, &server);
    let words = Words::of("nl-BE")?;
    page.open("#/theme/icp/icp-05").await?;
    page.type_into("icp-05", "Wat al geschreven was.").await?;
    wait_until_kept(page, "Wat al geschreven was.").await?;
    session.assert_quiet(&server, "before").await?;

    server.break_path("/icp.", 503);
    page.open("").await?;
    page.go("#/theme/icp/icp-05").await?;
    page.wait_for_words(words.get("part.failed-title")?).await?;
    page.go("#/overview").await?;
    page.wait_for_words("Wat al geschreven was.").await?;
    page.go("#/theme/icp/answers").await?;
    page.wait_for_words("Wat al geschreven was.").await?;
    page.wait_for_words(words.get("part.failed-title")?).await?;
    page.go("#/theme/icp/icp-05").await?;
    page.click_words(words.get("action.retry")?).await?;
    page.wait_for_words(words.get("part.failed-title")?).await?;
    server.mend();
    page.click_words(words.get("action.retry")?).await?;
    page.wait_for_words(words.get("icp-05.ask")?).await?;
    page.wait_for_text("icp-05", "Wat al geschreven was.").await?;
    session.complaints().await?;

    // Another language that does not come leaves the page as it is.
    server.break_path("/en/", 503);
    page.type_into("icp-05", " Meer.").await?;
    page.click("[data-language=en]").await?;
    page.wait_for_words(words.get("notice.language")?).await?;
    ensure!(page.language().await? == "nl-BE", "<html lang> is {}", page.language().await?);
    page.wait_for_text("icp-05", "Wat al geschreven was. Meer.").await?;
    server.mend();
    page.click("[data-language=en]").await?;
    page.wait_for_words(Words::of("en")?.get("icp-05.ask")?).await?;
    page.wait_for_text("icp-05", "Wat al geschreven was. Meer.").await
}

/// Opens a place in a tab that hears nothing of the others, as one that was asleep.
pub(crate) async fn open_deaf(page: Page<'_>, server: &Server, place: &str) -> Result<()> {
    // Before the program, since listeners are called in the order in which they came.
    server.hold(".wasm");
    page.open_without_waiting(place).await?;
    let deaf = "addEventListener('storage', (event) => event.stopImmediatePropagation(), true)";
    page.session.run(deaf, vec![]).await?;
    server.release();
    page.wait_until_ready().await
}

/// On the page of one's own answers: erases everything, and waits until nothing is left.
pub(crate) async fn erase_everything(page: Page<'_>, words: &Words) -> Result<()> {
    page.pick("[id$=sure-erase]").await?;
    page.click_words(words.get("mine.erase-button")?).await?;
    page.wait_for_words(words.get("notice.erased")?).await?;
    nothing_left(page).await
}

/// Both stores have nothing of ours but the one random number that stops other tabs.
pub(crate) async fn nothing_left(page: Page<'_>) -> Result<()> {
    until("both stores to be empty", PATIENCE, async || {
        let stored = page.stored().await?;
        ensure!(stored.leftovers().is_empty(), "there is {:?}", stored.leftovers());
        Ok(Some(()))
    })
    .await
}

/// Waits until a text is in both stores and the page says so.
pub(crate) async fn wait_until_kept(page: Page<'_>, text: &str) -> Result<()> {
    until(&format!("‘{text}’ to be in both stores"), PATIENCE, async || {
        let Stored { local, indexed } = page.stored().await?;
        Ok((Stored::holds(&local, text) && Stored::holds(&indexed, text)).then_some(()))
    })
    .await?;
    page.wait_for_save("saved").await
}

/// Whether the browser would ask before the page goes.
async fn warns_before_leaving(page: Page<'_>) -> Result<bool> {
    let script = "const event = new Event('beforeunload', { cancelable: true }); dispatchEvent(event); \
                  return event.defaultPrevented";
    Ok(page.session.run(script, vec![]).await? == json!(true))
}
