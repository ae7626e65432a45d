//! The main job in each browser: open, type at once, answer each kind of prompt, switch language, tick items, close,
//! reopen: all there. Nothing is complained about, nothing is asked of others, each file is asked for once.

use crate::{app, dutch, every};
use anyhow::{Result, ensure};
use browser_tests::fields::TODAY;
use browser_tests::page::PATIENCE;
use browser_tests::wait::until;
use browser_tests::{Browser, Page, Words, story};
use serde_json::json;
use thirtyfour::Key;

every!(whole_journey, item_by_address);

const FIRST: &str = "Een leerling legt een blad op mijn tafel en loopt door.";

async fn whole_journey(browser: Browser) -> Result<()> {
    let server = app()?;
    let session = dutch(browser).await?;
    let page = Page::new(&session, &server);

    // Typing before the program is there: text, focus and caret are kept, and typing goes on at the caret.
    server.hold(".wasm");
    page.open_without_waiting("").await?;
    page.click("[data-prompt]").await?;
    page.type_text(FIRST).await?;
    let back = "document.querySelector('[data-prompt]').setSelectionRange(4, 4)";
    session.run(back, vec![]).await?;
    server.release();
    page.wait_until_ready().await?;
    page.wait_for_text(TODAY, FIRST).await?;
    ensure!(page.focus_is("[data-prompt]").await?, "the focus went to {}", page.focused().await?);
    page.type_text("jonge ").await?;
    let typed = FIRST.replacen("Een leerling", "Een jonge leerling", 1);
    page.wait_for_text(TODAY, &typed).await?;
    page.wait_for_save("saved").await?;
    ensure!(server.oddities().is_empty(), "{browser:?} asked for\n  {}", server.oddities().join("\n  "));

    // The quiet question, answered.
    page.pick("[data-device=own]").await?;
    page.wait_until_gone("[data-device]").await?;

    // Each kind of prompt; the first one has its text already.
    let others = &story::PROMPTS[1..];
    story::tell(page, others, "nl-BE").await?;

    // Another language in the middle of a sentence: the place, the words, the title, and the sentence itself.
    page.go("#/theme/icp/icp-06").await?;
    page.type_into("icp-06", "Wie iets wilde vragen, stak").await?;
    page.click("[data-language=en]").await?;
    let english = Words::of("en")?;
    page.wait_for_words(english.get("icp-06.ask")?).await?;
    ensure!(page.language().await? == "en", "<html lang> is {}", page.language().await?);
    let title = session.driver.title().await?;
    ensure!(title.contains(english.get("icp-06.short")?), "the title is {title}");
    page.wait_for_route("#/theme/icp/icp-06").await?;
    page.wait_for_text("icp-06", "Wie iets wilde vragen, stak").await?;
    story::check(page, others, "nl-BE").await?;
    page.go("#/").await?;
    page.wait_for_text(TODAY, &typed).await?;

    // A journey in English, with dates instead of weeks.
    page.go("#/journey/stage-a").await?;
    page.wait_for_words(&english.fill("item.weeks-before-other", &[("n", "40"), ("what", "departure")])?)
        .await?;
    story::tell(page, story::JOURNEY, "en").await?;
    due_dates(page, "en").await?;
    toggled_by_link(page).await?;
    ensure!(server.oddities().is_empty(), "{browser:?} asked for\n  {}", server.oddities().join("\n  "));
    session.assert_quiet(&server, "before closing").await?;

    // Close, reopen: everything is there, in the language that was chosen, and nobody asks about the device again.
    server.forget();
    let session = session.close_and_reopen().await?;
    let page = Page::new(&session, &server);
    page.open("").await?;
    ensure!(page.language().await? == "en", "<html lang> is {}", page.language().await?);
    page.wait_for_text(TODAY, &typed).await?;
    page.wait_until_gone("[data-device]").await?;
    page.wait_for_words(english.get("home.resume")?).await?;
    story::check(page, others, "nl-BE").await?;
    page.go("#/theme/icp/icp-06").await?;
    page.wait_for_text("icp-06", "Wie iets wilde vragen, stak").await?;
    story::check(page, story::JOURNEY, "en").await?;
    due_dates(page, "en").await?;

    // And in the overview, with the way back to each prompt.
    page.go("#/overview").await?;
    for chapter in others {
        page.wait_for_words(chapter.sign[0]).await?;
    }
    page.click_words(english.get("icp-05.short")?).await?;
    page.wait_for_route("#/theme/icp/icp-05").await?;
    ensure!(server.oddities().is_empty(), "{browser:?} asked for\n  {}", server.oddities().join("\n  "));
    session.assert_quiet(&server, "after reopening").await
}

/// An address that names an item far down its list shows that item: on opening, and from a page of the first module.
async fn item_by_address(browser: Browser) -> Result<()> {
    const ITEM: &str = "[data-item=stage-a-22]";
    let server = app()?;
    let session = dutch(browser).await?;
    let page = Page::new(&session, &server);
    page.open("#/journey/stage-a/stage-a-22").await?;
    wait_in_view(page, ITEM).await?;
    ensure!(!page.focus_is(ITEM).await?, "opening the page took the focus");

    page.open("#/theme/icp/icp-01").await?;
    page.find("[data-prompt=icp-01]").await?;
    page.go("#/journey/stage-a/stage-a-22").await?;
    wait_in_view(page, ITEM).await?;
    let waited = until("the focus to be at the item", PATIENCE, async || {
        ensure!(page.focus_is(ITEM).await?, "it is at {}", page.focused().await?);
        Ok(Some(()))
    });
    waited.await
}

/// Waits until the page has scrolled to an element.
pub(crate) async fn wait_in_view(page: Page<'_>, selector: &str) -> Result<()> {
    let script = "const at = document.querySelector(arguments[0])?.getBoundingClientRect(); \
                  return Boolean(at) && at.top >= 0 && at.bottom <= innerHeight";
    until(&format!("{selector} to be in view"), PATIENCE, async || {
        Ok((page.session.run(script, vec![json!(selector)]).await? == json!(true)).then_some(()))
    })
    .await
}

/// The first item is due forty weeks before departure, as a date in the words of the language.
async fn due_dates(page: Page<'_>, language: &str) -> Result<()> {
    let script = "const day = new Date(`${arguments[0]}T12:00`); \
        return new Intl.DateTimeFormat(arguments[1], { day: 'numeric', month: 'long', year: 'numeric' }).format(day)";
    let due = page.day(story::LEAVES - 40 * 7).await?;
    let date = page.session.run(script, vec![json!(due), json!(language)]).await?;
    let due = Words::of(language)?.fill("item.by", &[("date", date.as_str().unwrap_or_default())])?;
    let item = "return document.querySelector('li:has([data-item=stage-a-01])')?.innerText ?? ''";
    until(&format!("the first item to be due {due}"), PATIENCE, async || {
        let shown = page.session.run(item, vec![]).await?;
        let shown = shown.as_str().unwrap_or_default();
        ensure!(shown.contains(&due), "it says {shown}");
        Ok(Some(()))
    })
    .await
}

/// An item opens and closes where it stands, and the address follows.
async fn toggled_by_link(page: Page<'_>) -> Result<()> {
    page.go("#/journey/stage-a").await?;
    page.click("[data-item=stage-a-12]").await?;
    page.wait_for_route("#/journey/stage-a/stage-a-12").await?;
    ensure!(page.focus_is("[data-item=stage-a-12]").await?, "the focus went to {}", page.focused().await?);
    page.press(Key::Enter).await?;
    page.wait_for_route("#/journey/stage-a").await
}
