//! Words of then and words explained: an answer beside the question that it answered, and the glossary within a prompt.

use crate::{app, every, with_page};
use anyhow::{Result, ensure};
use browser_tests::{Browser, Options, Page, Words, axe};

every!(former_questions);

/// A file with answers to questions that the pack no longer has: they are shown with the words they answered, on the page
/// of the theme and in the overview, also after a start, when only the second store has the words.
async fn former_questions(browser: Browser) -> Result<()> {
    with(browser, "#/answers", async |page| {
        let words = Words::of("nl-BE")?;
        page.choose_file("vroeger.json", include_bytes!("../../src/scenes/former.json")).await?;
        page.click_words(words.get("preview.add")?).await?;
        page.find(".notice").await?;
        for again in [false, true] {
            page.go("#/theme/icp/answers").await?;
            if again {
                page.session.driver.refresh().await?;
                page.wait_until_ready().await?;
            }
            page.wait_for_words(words.get("overview.gone-title")?).await?;
            for asked in [
                "Wat deed je toen de leerling binnenkwam?",
                "Ik knikte en wachtte",
                "Waaraan zag je dat het aankwam?",
                "Hij keek eerst naar mij en ging dan pas zitten.",
                "What did you do while nobody said anything?",
                "Hiervan is de vraag niet bewaard.",
            ] {
                page.wait_for_words(asked).await?;
            }
            ensure!(!page.says("Ik begon met de les").await?, "what was not chosen is shown");
            page.find("[lang=en]").await?;
            if browser == Browser::Chromium {
                axe::assert_clean(page, "answers to former questions").await?;
            }
            // Of a theme that is gone as a whole.
            page.go("#/overview").await?;
            page.wait_for_words("Hoe vaak bespreek je dit met je team?").await?;
            page.wait_for_words("Soms, als iemand erover begint").await?;
            page.wait_for_words("Wat deed je toen de leerling binnenkwam?").await?;
            page.assert_no_sideways_scroll("the overview").await?;
        }
        Ok(())
    })
    .await
}

async fn with(browser: Browser, route: &str, body: impl AsyncFnOnce(Page<'_>) -> Result<()>) -> Result<()> {
    let server = app()?;
    with_page(browser, Options::default(), &server, route, body).await
}
