//! A screenshot of every scene, in every language, on phone and desktop, light and dark, into
//! `target/pictures`, for people to look at. A word as argument takes only the scenes whose name
//! contains it; `--quick` takes one language, in light only.

use anyhow::{Result, ensure};
use browser_tests::cdp::Look;
use browser_tests::scenes::Stage;
use browser_tests::{Browser, Options, Page, Session, Site, scenes, tools};

fn main() {
    browser_tests::block_on(take());
}

async fn take() -> Result<()> {
    let (flags, words): (Vec<_>, Vec<_>) = std::env::args().skip(1).partition(|word| word.starts_with("--"));
    let quick = flags.iter().any(|flag| flag == "--quick");
    let filter = words.first().map_or("", String::as_str);
    let wanted = scenes::matching(filter);
    ensure!(
        !wanted.is_empty(),
        "no scene is called ‘{filter}’: {:?}",
        scenes::all().map(|s| s.name).collect::<Vec<_>>()
    );

    let server = Site::new(&tools::dist()?).without_probe().serve()?;
    let session = Session::start(Browser::Chromium, Options::default()).await?;
    let page = Page::new(&session, &server);
    let folder = tools::repository().join("target/pictures");
    let (languages, widths, schemes): (&[&str], _, &[bool]) = if quick {
        (&scenes::LANGUAGES[..1], [360, 1280], &[false])
    } else {
        (&scenes::LANGUAGES, [360, 1280], &[false, true])
    };
    let mut failed = Vec::new();
    let stage = Stage::new(page);
    for (width, language) in
        widths.iter().flat_map(|width| languages.iter().map(move |language| (*width, *language)))
    {
        for scene in &wanted {
            // Set at the width that it is looked at: fields grow with their text, for one.
            session.look(Look::new(width, false)).await?;
            if let Err(error) = stage.set(scene, language).await {
                failed.push(format!("{error:#}"));
                continue;
            }
            for look in schemes.iter().map(|dark| Look::new(width, *dark)) {
                session.look(look).await?;
                let file = folder.join(format!("{}-{language}-{}.png", scene.name, look.name()));
                session.picture(&file).await?;
                println!("{}", file.display());
            }
        }
    }
    ensure!(failed.is_empty(), "{} scenes could not be set:\n{}", failed.len(), failed.join("\n\n"));
    Ok(())
}
