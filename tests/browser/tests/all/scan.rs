//! A scan from its first dimension to its two priorities, by keys alone; and two runs of a theme side by side.

use crate::{app, every, with_page};
use anyhow::{Result, ensure};
use browser_tests::{Browser, Options, Page, Words};
use thirtyfour::Key;

every!(two_priorities, then_and_now);

/// Levels and priorities by keys, then the result: a picture, two priorities, no third; all of it there after a reload.
async fn two_priorities(browser: Browser) -> Result<()> {
    with(browser, "#/theme/scan-blocks/scan-b2", async |page| {
        // The second module draws dimensions: its heading has the focus.
        page.find("[data-prompt=scan-b2] input").await?;
        page.tab_to("[data-prompt=scan-b2] input", 30).await?;
        page.press(' ').await?;
        page.press(Key::Down).await?;
        let level = page.chosen("scan-b2").await?;
        ensure!(level == ["scan-b2-a2"], "the level is {level:?}");
        page.tab_to(".priorities input", 6).await?;
        page.press(' ').await?;
        for _ in 0..3 {
            page.press(Key::Down).await?;
        }
        page.find(".priorities [value=\"3\"]:checked").await?;
        page.tab_to("[data-action=clear-priority]", 3).await?;
        page.press(Key::Enter).await?;
        page.wait_until_gone(".priorities :checked").await?;
        ensure!(page.focus_is(".priorities input").await?, "the focus is on {}", page.focused().await?);
        page.press(' ').await?;
        for _ in 0..3 {
            page.press(Key::Down).await?;
        }
        page.tab_to("[data-slot=owner]", 6).await?;
        page.type_text("De brugfiguur.").await?;
        page.wait_for_save("saved").await?;

        page.go("#/theme/scan-blocks/answers").await?;
        page.find(".track").await?;
        let words = Words::of("nl-BE")?;
        page.wait_for_words(words.get("scan.note")?).await?;
        page.wait_for_words(words.get("scan.none")?).await?;
        page.tab_to("[data-prompt=scan-b-priorities] input", 30).await?;
        ensure!(
            page.focus_is("[value=scan-b2]").await?,
            "first of all stands first: {}",
            page.focused().await?
        );
        page.press(' ').await?;
        page.press(Key::Tab).await?;
        page.press(' ').await?;
        page.press(Key::Tab).await?;
        page.press(' ').await?;
        page.wait_for_words(&words.fill("choices.full", &[("n", "2")])?).await?;
        let two = ["scan-b2", "scan-b1"];
        let chosen = page.chosen("scan-b-priorities").await?;
        ensure!(chosen == two, "a third one was taken: {chosen:?}");
        page.wait_for_words("De brugfiguur.").await?;
        page.wait_for_save("saved").await?;

        page.session.driver.refresh().await?;
        page.wait_until_ready().await?;
        page.find("[data-prompt=scan-b-priorities] :checked").await?;
        let chosen = page.chosen("scan-b-priorities").await?;
        ensure!(chosen == two, "after a reload: {chosen:?}");
        page.wait_for_words(words.get("scan.missing")?).await?;

        // The table behind the picture opens by a key.
        page.tab_from_start(".profile-part summary", 40).await?;
        page.press(Key::Enter).await?;
        page.find(".profile-part table").await?;
        page.assert_no_sideways_scroll("the result of a scan").await?;

        // On the dimension's own page its level and priority stand as they were left.
        page.go("#/theme/scan-blocks/scan-b2").await?;
        page.find(".priorities [value=\"3\"]:checked").await?;
        let level = page.chosen("scan-b2").await?;
        ensure!(level == ["scan-b2-a2"], "the level is {level:?}");
        Ok(())
    })
    .await
}

/// A file with two runs: the picture has a ring and a disc, and the words say the same.
async fn then_and_now(browser: Browser) -> Result<()> {
    with(browser, "#/answers", async |page| {
        let words = Words::of("nl-BE")?;
        page.choose_file("twee.json", include_bytes!("../../src/scenes/two_runs.json")).await?;
        page.click_words(words.get("preview.add")?).await?;
        page.find(".notice").await?;
        page.go("#/theme/icp/answers").await?;
        page.find(".track__then").await?;
        for (mark, count) in
            [(".profile .track", 5), (".profile .track__then", 5), (".profile .track__now", 4)]
        {
            let found = page.session.driver.find_all(thirtyfour::By::Css(mark)).await?.len();
            ensure!(found == count, "{found} of {mark}");
        }
        page.wait_for_words(words.get("profile.stayed")?).await?;
        page.wait_for_words(words.get("icp-s1-a3")?).await?;
        page.wait_for_words(words.get("appraisal.note")?).await?;
        Ok(())
    })
    .await
}

async fn with(browser: Browser, route: &str, body: impl AsyncFnOnce(Page<'_>) -> Result<()>) -> Result<()> {
    let server = app()?;
    with_page(browser, Options::default(), &server, route, body).await
}
