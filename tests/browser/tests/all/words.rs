//! Words of then and words explained: an answer beside the question that it answered, and the glossary within a prompt.

use crate::{app, every, with_page};
use anyhow::{Result, ensure};
use browser_tests::{Browser, Options, Page, Words, axe};
use thirtyfour::Key;

every!(former_questions, terms_in_place, typed_while_taken_over);

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

/// A term is looked up by keyboard while somebody writes, and its text is kept; in the other language too; and where the
/// glossary does not come, another try helps.
async fn terms_in_place(browser: Browser) -> Result<()> {
    const HOME: &str = "[data-terms=mul-12] [data-term=g-home-language]";
    const OPEN: &str = "details[open] > [data-term=g-home-language]";
    let server = app()?;
    with_page(browser, Options::default(), &server, "#/theme/gen/gen-15", async |page| {
        let (dutch, english) = (Words::of("nl-BE")?, Words::of("en")?);
        page.type_into("gen-15", "Eerst luister ik.").await?;
        // The page was there before what explains its terms.
        page.find("[data-term=g-clb]").await?;
        ensure!(!page.says(dutch.get("g-clb.meaning")?).await?, "it is explained before anybody asked");
        page.tab_from_start("[data-term=g-clb]", 40).await?;
        page.press(Key::Enter).await?;
        page.wait_for_words(dutch.get("g-clb.meaning")?).await?;
        ensure!(page.focus_is("[data-term=g-clb]").await?, "the focus is at {}", page.focused().await?);
        if browser == Browser::Chromium {
            axe::assert_clean(page, "a term explained").await?;
        }
        page.assert_no_sideways_scroll("a term explained").await?;
        // From the link within, Escape goes back to what opened it.
        page.press(Key::Tab).await?;
        ensure!(page.focus_is("[href=\"#/glossary/g-clb\"]").await?, "it is at {}", page.focused().await?);
        page.press(Key::Escape).await?;
        page.find("details:not([open]) > [data-term=g-clb]").await?;
        ensure!(
            page.focus_is("[data-term=g-clb]").await?,
            "Escape left the focus at {}",
            page.focused().await?
        );
        ensure!(page.route().await?.contains("gen-15"), "it is another page");
        page.wait_for_text("gen-15", "Eerst luister ik.").await?;
        // What stands open is there in the other language too.
        page.press(Key::Enter).await?;
        page.wait_for_words(dutch.get("g-clb.meaning")?).await?;
        page.click("[data-language=en]").await?;
        page.wait_for_words(english.get("g-clb.meaning")?).await?;
        page.wait_for_text("gen-15", "Eerst luister ik.").await?;
        page.session.assert_quiet(&server, "before the glossary breaks").await?;

        // A marked word in the text, pressed with a pointer, opens the same fold.
        server.break_path("/glossary.", 503);
        page.open("#/theme/mul/mul-12").await?;
        page.click("h1 .term").await?;
        page.find(OPEN).await?;
        ensure!(page.focus_is(HOME).await?, "the focus is at {}", page.focused().await?);
        page.wait_for_words(english.get("part.failed-title")?).await?;
        server.mend();
        page.click_words(english.get("action.retry")?).await?;
        page.wait_for_words(english.get("g-home-language.meaning")?).await?;
        page.session.complaints().await?;
        page.click("h1 .term").await?;
        page.wait_until_gone(OPEN).await?;
        Ok(())
    })
    .await
}

/// A prompt with terms is of use before what explains them has come, and no key is lost while one module takes over from
/// the other: also not one that is typed between its last look at the old field and the end of the old picture.
async fn typed_while_taken_over(browser: Browser) -> Result<()> {
    // At each moment that the page waits for while the new picture stands hidden, somebody types.
    const TYPES: &str = "
window.__typed = [];
const later = window.setTimeout;
window.setTimeout = (run, wait, ...rest) => later(() => {
  const field = document.querySelector('textarea[data-prompt=gen-15]');
  const hidden = document.querySelector('#app > [hidden]');
  if (!wait && field && hidden && !hidden.contains(field) && window.__typed.length < 3) {
    window.__typed.push(` ${window.__typed.length}`);
    field.value += window.__typed.at(-1);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  run();
}, wait, ...rest);";
    let server = app()?;
    server.hold("wing-");
    with_page(browser, Options::default(), &server, "#/theme/gen/gen-15", async |page| {
        page.type_into("gen-15", "Eerst.").await?;
        page.session.run(TYPES, vec![]).await?;
        server.release();
        page.find("[data-term=g-clb]").await?;
        let typed = page.session.run("return window.__typed.join('')", vec![]).await?;
        let typed = typed.as_str().unwrap_or_default().to_owned();
        ensure!(!typed.is_empty(), "nothing was typed while the module took over");
        page.wait_for_text("gen-15", &format!("Eerst.{typed}")).await?;
        page.wait_for_save("saved").await
    })
    .await
}

async fn with(browser: Browser, route: &str, body: impl AsyncFnOnce(Page<'_>) -> Result<()>) -> Result<()> {
    let server = app()?;
    with_page(browser, Options::default(), &server, route, body).await
}
