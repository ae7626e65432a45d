//! A screenshot of every scene, in every language, on phone and desktop, light and dark, into
//! `target/pictures`, for people to look at. A word as argument takes only the scenes whose name
//! contains it; `--quick` takes one language and two looks.

use anyhow::{Result, ensure};
use browser_tests::cdp::Look;
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
        scenes::SCENES.iter().map(|s| s.name).collect::<Vec<_>>()
    );

    let server = Site::new(&tools::dist()?).without_probe().serve()?;
    let session = Session::start(Browser::Chromium, Options::default()).await?;
    let page = Page::new(&session, &server);
    let folder = tools::repository().join("target/pictures");
    let looks =
        if quick { vec![Look::new(360, false), Look::new(1280, true)] } else { Look::usual().to_vec() };
    let mut failed = Vec::new();
    for scene in wanted {
        for language in scenes::LANGUAGES.iter().take(if quick { 1 } else { scenes::LANGUAGES.len() }) {
            if let Err(error) = scene.set(page, language).await {
                failed.push(format!("{error:?}"));
                continue;
            }
            for look in &looks {
                session.look(*look).await?;
                let file = folder.join(format!("{}-{language}-{}.png", scene.name, look.name()));
                session.picture(&file).await?;
                println!("{}", file.display());
            }
        }
    }
    ensure!(failed.is_empty(), "{} scenes could not be set:\n{}", failed.len(), failed.join("\n\n"));
    Ok(())
}
