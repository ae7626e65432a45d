//! The backup under a passphrase: taken along, refused with another one, refused when it is damaged, put back. Every file is
//! made and opened by the browser itself.

use crate::storage::{erase_everything, nothing_left};
use crate::{app, dutch, every, with_page};
use anyhow::{Context, Result, ensure};
use browser_tests::fields::TODAY;
use browser_tests::page::PATIENCE;
use browser_tests::stored::{Offered, Stored};
use browser_tests::wait::until;
use browser_tests::{Browser, Options, Page, Words, axe, story, tools};
use serde_json::{Value, json};
use thirtyfour::Key;

every!(take_erase_and_put_back, refused_files, fixture, keyboard);

const WORDS: &str = "vier losse woorden, één zin";
const FOLD: &str = "main details.more > summary";
const NEW: &str = "[id$='lock-new']";
const AGAIN: &str = "[id$='lock-again']";
const WORD: &str = "[id$='unlock-word']";

/// Everything in a locked file, everything erased, everything back; and nothing of the passphrase anywhere.
async fn take_erase_and_put_back(browser: Browser) -> Result<()> {
    let server = app()?;
    let session = dutch(browser).await?;
    let page = Page::new(&session, &server);
    let words = Words::of("nl-BE")?;
    page.open("").await?;
    story::tell(page, story::PROMPTS, "nl-BE").await?;
    page.go("#/answers").await?;
    page.catch_files().await?;
    page.click(FOLD).await?;
    page.type_at(NEW, "te kort").await?;
    page.click_words(words.get("locked.button")?).await?;
    page.wait_for_words(words.get("locked.short")?).await?;
    focused(page, NEW).await?;
    page.find(&format!("{NEW}[aria-invalid=true][aria-describedby*=flaw]")).await?;
    clean(page, "a passphrase that is too short").await?;
    page.type_at(NEW, &format!(" {WORDS}")).await?;
    page.type_at(AGAIN, WORDS).await?;
    page.click_words(words.get("locked.button")?).await?;
    page.wait_for_words(words.get("locked.different")?).await?;
    focused(page, AGAIN).await?;
    clean(page, "two different passphrases").await?;
    ensure!(shown(page, NEW).await? == "password", "the passphrase can be read without the tick");
    page.click("main form .tick").await?;
    ensure!(shown(page, NEW).await? == "text", "the tick does not show the passphrase");
    clean(page, "a passphrase that is shown").await?;

    let file = take(page, WORDS).await?;
    ensure!(
        file.name.contains("met-wachtwoord") && file.name.ends_with(".json"),
        "it is called {}",
        file.name
    );
    page.wait_for_words(&words.get("locked.done")?.replace("{name}", &file.name)).await?;
    page.wait_for_words(words.get("mine.backup-today")?).await?;
    for field in [NEW, AGAIN] {
        ensure!(page.value_at(field).await?.is_empty(), "the passphrase stands in the field for ever");
    }
    clean(page, "a locked file that was taken along").await?;
    let sign = story::PROMPTS[0].sign[0];
    ensure!(!file.text.contains(sign) && !file.text.contains("\"records\""), "it can be read: {}", file.text);
    let Stored { local, indexed } = page.stored().await?;
    for part in [WORDS, "te kort"] {
        ensure!(!Stored::holds(&local, part) && !Stored::holds(&indexed, part), "the passphrase is kept");
    }
    ensure!(!file.text.contains(WORDS), "the passphrase stands in the file");

    erase_everything(page, &words).await?;

    page.choose_file(&file.name, file.text.as_bytes()).await?;
    page.wait_for_words(words.get("locked.asked")?).await?;
    clean(page, "a locked file that was chosen").await?;
    page.click_words(words.get("locked.open")?).await?;
    page.wait_for_words(words.get("locked.missing")?).await?;
    focused(page, WORD).await?;
    page.type_at(WORD, "vier losse woorden, een zin").await?;
    page.click_words(words.get("locked.open")?).await?;
    page.wait_for_words(words.get("locked.wrong")?).await?;
    focused(page, WORD).await?;
    clean(page, "a passphrase that does not fit").await?;
    nothing_left(page).await.context("a wrong passphrase wrote something")?;

    // É of two signs, as another keyboard may type it.
    open(page, &WORDS.replace('é', "e\u{301}")).await?;
    page.wait_for_words(words.get("preview.nothing")?).await?;
    focused(page, "[data-preview]").await?;
    page.wait_until_gone(WORD).await?;
    clean(page, "what a locked file holds").await?;
    nothing_left(page).await.context("a preview wrote something")?;
    page.click_words(words.get("preview.add")?).await?;
    page.wait_until_gone("[data-preview]").await?;
    story::wait_until_kept(page, story::PROMPTS, "nl-BE").await?;
    story::check(page, story::PROMPTS, "nl-BE").await?;
    session.assert_quiet(&server, "at the end").await
}

/// A file that is damaged, cut off, newer or not as we lock it: each says so before any passphrase, and nothing changes.
async fn refused_files(browser: Browser) -> Result<()> {
    let server = app()?;
    let session = dutch(browser).await?;
    let page = Page::new(&session, &server);
    let words = Words::of("nl-BE")?;
    page.open("").await?;
    page.type_into(TODAY, "Dit blijft zoals het is.").await?;
    page.wait_for_save("saved").await?;
    page.go("#/answers").await?;
    let before = page.stored().await?;

    let text = fixed("backup_locked_v1.json")?;
    let changed = |old: &str, new: &str| {
        let other = text.replacen(old, new, 1);
        assert_ne!(other, text, "{old}");
        other
    };
    let tree: Value = serde_json::from_str(&text)?;
    let data = tree["data"].as_str().context("no data")?;
    let flipped = data.replacen(&data[40..44], if &data[40..44] == "AAAA" { "BBBB" } else { "AAAA" }, 1);
    let half = text.split_at(text.len() / 2).0.to_owned();
    let files: [(&str, String, &str); 8] = [
        ("bytes.json", changed(data, &flipped), "refused.damaged"),
        ("half.json", half, "refused.damaged"),
        ("salt.json", changed("\"salt\": \"5", "\"salt\": \"6"), "refused.damaged"),
        ("iv.json", changed("jDJR6hWW6ES5nnza", "jDJR"), "refused.damaged"),
        ("dag.json", changed("2026-09-21T", "2026-09-22T"), "refused.damaged"),
        ("nieuwer.json", changed("\"version\": 1", "\"version\": 2"), "refused.newer"),
        ("uren.json", changed("600000", "4000000000"), "refused.odd-lock"),
        ("zwak.json", changed("600000", "1000"), "refused.odd-lock"),
    ];
    for (name, text, message) in files {
        page.go("#/overview").await?;
        page.go("#/answers").await?;
        page.choose_file(name, text.as_bytes()).await?;
        page.wait_for_words(words.get(message)?).await.with_context(|| name.to_owned())?;
        ensure!(!page.says(words.get("locked.asked")?).await?, "{name} asks for a passphrase");
        let after = page.stored().await?;
        ensure!(after == before, "{name} changed {before:?}\nto {after:?}");
    }

    // A locked file, then a plain one, then nothing: what was asked for goes.
    page.choose_file("dicht.json", text.as_bytes()).await?;
    page.find(WORD).await?;
    page.choose_file("open.json", fixed("backup_v1.json")?.as_bytes()).await?;
    page.wait_for_words(words.get("preview.nothing")?).await?;
    page.wait_until_gone(WORD).await?;
    page.choose_file("dicht.json", text.as_bytes()).await?;
    page.find(WORD).await?;
    page.wait_until_gone("[data-preview]").await?;
    page.click_words(words.get("preview.cancel")?).await?;
    page.wait_until_gone(WORD).await?;
    session.assert_quiet(&server, "at the end").await
}

/// A file of the first released format opens for ever.
async fn fixture(browser: Browser) -> Result<()> {
    with_page(browser, Options::default(), &app()?, "#/answers", async |page| {
        let words = Words::of("nl-BE")?;
        page.choose_file("oud.json", fixed("backup_locked_v1.json")?.as_bytes()).await?;
        open(page, WORDS).await?;
        page.wait_for_words(words.get("preview.nothing")?).await?;
        let script = "return document.querySelector('[data-preview] .preview__rows').innerText";
        let rows = page.session.run(script, vec![]).await?;
        let rows = rows.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
        ensure!(rows.contains(&format!("14 {}", words.get("preview.new")?)), "it says {rows}");
        page.click_words(words.get("preview.add")?).await?;
        page.wait_until_gone("[data-preview]").await?;
        page.go("#/theme/icp/icp-01").await?;
        page.wait_for_text("icp-01", "Eén kind deed niet mee.\n<b>😀</b>").await
    })
    .await
}

/// Taking along and putting back without a mouse.
async fn keyboard(browser: Browser) -> Result<()> {
    with_page(browser, Options::default(), &app()?, "", async |page| {
        let words = Words::of("nl-BE")?;
        page.type_into(TODAY, "Met het toetsenbord.").await?;
        page.wait_for_save("saved").await?;
        page.go("#/answers").await?;
        page.catch_files().await?;
        page.tab_to("main details.more > summary", 20).await?;
        page.press(Key::Enter).await?;
        page.tab_to(NEW, 2).await?;
        page.type_text(WORDS).await?;
        page.tab_to(AGAIN, 1).await?;
        page.press(Key::Enter).await?;
        page.wait_for_words(words.get("locked.different")?).await?;
        focused(page, AGAIN).await?;
        page.type_text(WORDS).await?;
        page.tab_to("form [type=checkbox]", 1).await?;
        page.press(' ').await?;
        ensure!(page.value_at(AGAIN).await? == WORDS, "the second is {}", page.value_at(AGAIN).await?);
        page.tab_to("form [type=submit]", 1).await?;
        page.press(Key::Enter).await?;
        let file = page.caught_file().await?;
        page.wait_for_words(&words.get("locked.done")?.replace("{name}", &file.name)).await?;
        ensure!(page.focus_is("form [type=submit]").await?, "the focus is on {}", page.focused().await?);

        // The file field is the browser's own; from there on it is keys again.
        page.choose_file(&file.name, file.text.as_bytes()).await?;
        page.find(WORD).await?;
        page.session.run("document.querySelector('[type=file]').focus()", vec![]).await?;
        page.tab_to(WORD, 3).await?;
        page.type_text("iets anders").await?;
        page.press(Key::Enter).await?;
        page.wait_for_words(words.get("locked.wrong")?).await?;
        focused(page, WORD).await?;
        page.press_with(Key::Control, 'a').await?;
        page.type_text(WORDS).await?;
        page.press(Key::Enter).await?;
        page.wait_for_words(words.get("preview.nothing")?).await?;
        focused(page, "[data-preview]").await
    })
    .await
}

/// Replaces what stands in both fields, and takes everything along.
async fn take(page: Page<'_>, passphrase: &str) -> Result<Offered> {
    for field in [NEW, AGAIN] {
        page.find(field).await?.clear().await?;
        page.type_at(field, passphrase).await?;
    }
    page.click_words(Words::of("nl-BE")?.get("locked.button")?).await?;
    page.caught_file().await
}

/// Replaces what stands in the field, and opens the file that was chosen.
async fn open(page: Page<'_>, passphrase: &str) -> Result<()> {
    page.find(WORD).await?.clear().await?;
    page.type_at(WORD, passphrase).await?;
    page.click_words(Words::of("nl-BE")?.get("locked.open")?).await
}

async fn focused(page: Page<'_>, css: &str) -> Result<()> {
    until(&format!("the focus on ‘{css}’"), PATIENCE, async || {
        ensure!(page.focus_is(css).await?, "it is on {}", page.focused().await?);
        Ok(Some(()))
    })
    .await
}

async fn shown(page: Page<'_>, css: &str) -> Result<String> {
    let script = "return document.querySelector(arguments[0]).type";
    Ok(page.session.run(script, vec![json!(css)]).await?.as_str().unwrap_or_default().to_owned())
}

async fn clean(page: Page<'_>, state: &str) -> Result<()> {
    if page.session.browser == Browser::Chromium { axe::assert_clean(page, state).await } else { Ok(()) }
}

fn fixed(name: &str) -> Result<String> {
    let path = tools::repository().join("tests/fixtures").join(name);
    std::fs::read_to_string(&path).with_context(|| path.display().to_string())
}
