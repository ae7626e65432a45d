//! The journey without a mouse: only keys, and the focus where a person expects it.

use crate::{app, every, with_page};
use anyhow::{Result, ensure};
use browser_tests::fields::TODAY;
use browser_tests::page::PATIENCE;
use browser_tests::wait::until;
use browser_tests::{Browser, Options, Page, Words};
use thirtyfour::Key;

every!(start, prompts, menu_and_language, checklist);

/// From the first key to the third prompt.
async fn start(browser: Browser) -> Result<()> {
    with(browser, "", async |page| {
        // Skip what stands around, reach the field, write.
        page.tab_to(".skip-control, [data-route] > button", 3).await?;
        page.press(Key::Enter).await?;
        ensure!(page.focus_is("main").await?, "skipping went to {}", page.focused().await?);
        page.tab_to("[data-prompt]", 8).await?;
        page.type_text("Met het toetsenbord.").await?;
        page.wait_for_text(TODAY, "Met het toetsenbord.").await?;
        page.wait_for_save("saved").await?;
        // The second module asks, once it has taken over.
        page.find("[data-device=own]").await?;
        page.tab_to("[data-device=own]", 4).await?;
        page.press(' ').await?;
        page.wait_until_gone("[data-device]").await?;
        ensure!(!page.focused().await?.starts_with("nothing"), "after the question the focus is nowhere");

        // Deeper into the theme: the focus goes to the question.
        let theme = page.today().await?.split('-').next().unwrap_or_default().to_owned();
        page.tab_to("[data-deeper]", 8).await?;
        page.press(Key::Enter).await?;
        page.wait_for_route(&format!("#/theme/{theme}")).await?;
        // The second module draws first and moves the focus a moment later.
        until("the focus on the heading", PATIENCE, async || {
            Ok(page.focus_is("[data-focus]").await?.then_some(()))
        })
        .await?;

        // Five minutes, by arrows: the starred prompts, one after the other.
        page.go("#/theme/icp").await?;
        page.tab_to(".dial input", 8).await?;
        page.press(Key::Left).await?;
        let chosen = page.value_at(".dial :checked").await?;
        ensure!(chosen == "5", "{chosen} minutes are chosen");
        page.tab_to("main .button", 4).await?;
        page.press(Key::Enter).await?;
        page.wait_for_route("#/theme/icp/icp-01").await?;
        page.find("main [data-focus]").await?;
        ensure!(page.focus_is("[data-focus]").await?, "the focus is on {}", page.focused().await?);
        for next in ["icp-04", "icp-09"] {
            page.tab_to("[data-next]", 16).await?;
            page.press(Key::Enter).await?;
            page.wait_for_route(&format!("#/theme/icp/{next}")).await?;
            ensure!(page.focus_is("[data-focus]").await?, "the focus is on {}", page.focused().await?);
        }
        Ok(())
    })
    .await
}

/// Answers that are chosen, added and put in order.
async fn prompts(browser: Browser) -> Result<()> {
    with(browser, "#/theme/icp/icp-03", async |page| {
        // One of several, by arrows.
        page.tab_to("[data-prompt=icp-03] input", 20).await?;
        page.press(' ').await?;
        page.press(Key::Down).await?;
        page.press(Key::Down).await?;
        let chosen = page.chosen("icp-03").await?;
        ensure!(chosen == ["icp-03-turns-silence"], "chosen: {chosen:?}");
        ensure!(page.focus_is(":checked").await?, "the focus is on {}", page.focused().await?);

        // Two columns: adding the other person goes on in the first field about them.
        page.go("#/theme/icp/icp-02").await?;
        page.tab_to("[data-slot=me-want]", 8).await?;
        page.type_text("Rust.").await?;
        page.tab_to("[data-action=add-other]", 6).await?;
        page.press(Key::Enter).await?;
        ensure!(page.focus_is("[data-slot=other-want]").await?, "the focus is on {}", page.focused().await?);
        page.type_text("De bus.").await?;

        // An order, by its buttons: the focus stays on the row that moves, also where it can go no further.
        // The second module draws it; as on any other page, the focus goes to the heading.
        page.go("#/theme/icp/icp-10").await?;
        ensure!(page.focus_is("[data-focus]").await?, "the focus is on {}", page.focused().await?);
        page.tab_to("[data-option=icp-10-consult] [data-move=up]", 12).await?;
        page.press(Key::Enter).await?;
        ensure!(
            page.focus_is("[data-option=icp-10-consult] [data-move=up]").await?,
            "the focus is on {}",
            page.focused().await?
        );
        page.press(' ').await?;
        ensure!(
            page.focus_is("[data-option=icp-10-consult] [data-move]").await?,
            "at the top the focus is on {}",
            page.focused().await?
        );
        let order = page.order("icp-10").await?;
        ensure!(order.first().is_some_and(|first| first == "icp-10-consult"), "the order is {order:?}");

        // A scale with its arrows, and the way back from it.
        page.go("#/theme/icp/icp-s1").await?;
        page.tab_to("[data-prompt=icp-s1] input", 6).await?;
        page.press(' ').await?;
        page.press(Key::Down).await?;
        ensure!(page.chosen("icp-s1").await? == ["icp-s1-a2"], "chosen: {:?}", page.chosen("icp-s1").await?);
        page.tab_to("[data-action=clear]", 3).await?;
        page.press(Key::Enter).await?;
        ensure!(page.chosen("icp-s1").await?.is_empty(), "still chosen: {:?}", page.chosen("icp-s1").await?);
        ensure!(
            page.focus_is("[data-prompt=icp-s1] input").await?,
            "the focus is on {}",
            page.focused().await?
        );
        Ok(())
    })
    .await
}

/// What stands around every page.
async fn menu_and_language(browser: Browser) -> Result<()> {
    with(browser, "#/theme/icp", async |page| {
        // The menu: open, leave by Escape, back on its button.
        page.tab_from_start("[data-menu]", 12).await?;
        page.press(Key::Enter).await?;
        page.find("[data-menu][aria-expanded=true]").await?;
        page.press(Key::Tab).await?;
        page.press(Key::Escape).await?;
        page.find("[data-menu][aria-expanded=false]").await?;
        ensure!(
            page.focus_is("[data-menu]").await?,
            "after Escape the focus is on {}",
            page.focused().await?
        );

        // The other language: the focus is not lost with the words.
        page.tab_from_start("[data-language=en]", 12).await?;
        page.press(Key::Enter).await?;
        page.wait_for_words(Words::of("en")?.get("icp.intro")?).await?;
        ensure!(!page.focused().await?.starts_with("nothing"), "after the switch the focus is nowhere");
        Ok(())
    })
    .await
}

/// An item of a checklist.
async fn checklist(browser: Browser) -> Result<()> {
    with(browser, "#/journey/stage-a", async |page| {
        // An item opens under its button.
        page.tab_to("[data-item=stage-a-01]", 30).await?;
        page.press(' ').await?;
        page.wait_for_route("#/journey/stage-a/stage-a-01").await?;
        ensure!(page.focus_is("[data-item=stage-a-01]").await?, "the focus is on {}", page.focused().await?);
        page.tab_to("input[name$=state]", 3).await?;
        page.press(Key::Right).await?;
        ensure!(
            page.focus_is("input[value=busy]:checked").await?,
            "the focus is on {}",
            page.focused().await?
        );
        page.tab_to("li:has([data-item=stage-a-01]) textarea[id$=note]", 6).await?;
        page.type_text("Gevraagd.").await?;
        page.wait_for_save("saved").await?;
        Ok(())
    })
    .await
}

/// A page at this place, at the end of which nothing may have been objected to.
async fn with(browser: Browser, route: &str, body: impl AsyncFnOnce(Page<'_>) -> Result<()>) -> Result<()> {
    let server = app()?;
    with_page(browser, Options::default(), &server, route, body).await
}
