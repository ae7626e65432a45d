//! Every screen and state that `scenes` lists, in both languages, light and dark, phone and desktop:
//! axe-core finds nothing, nothing sticks out sideways, nothing is complained about.

use crate::in_chromium;
use anyhow::{Result, ensure};
use browser_tests::cdp::Look;
use browser_tests::scenes::{LANGUAGES, SCENES};
use browser_tests::{Browser, Options, Page, Session, Site, axe, tools};

// Two tests, since they run at the same time.
in_chromium!(phone, desktop);

async fn phone() -> Result<()> {
    at_width(360).await
}

async fn desktop() -> Result<()> {
    at_width(1280).await
}

/// Goes through all scenes and tells everything that is wrong at the end, not only the first thing.
async fn at_width(width: u32) -> Result<()> {
    let server = Site::new(&tools::dist()?).serve()?;
    let session = Session::start(Browser::Chromium, Options::default()).await?;
    let page = Page::new(&session, &server);
    let mut wrong = Vec::new();
    for (scene, language) in SCENES.iter().flat_map(|scene| LANGUAGES.map(|language| (scene, language))) {
        session.look(Look::new(width, false)).await?;
        if let Err(error) = scene.set(page, language).await {
            wrong.push(format!("{error:#}"));
            continue;
        }
        let place = format!("{} in {language} at {width} px", scene.name);
        wrong.extend(page.assert_no_sideways_scroll(&place).await.err().map(|error| format!("{error:#}")));
        for dark in [false, true] {
            session.look(Look::new(width, dark)).await?;
            let place = format!("{place}, {}", if dark { "dark" } else { "light" });
            wrong.extend(axe::assert_clean(page, &place).await.err().map(|error| format!("{error:#}")));
        }
        wrong.extend(session.assert_quiet(&server, &place).await.err().map(|error| format!("{error:#}")));
    }
    ensure!(wrong.is_empty(), "{} scenes are not right:\n\n{}", wrong.len(), wrong.join("\n\n"));
    Ok(())
}
