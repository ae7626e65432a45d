//! Every screen and state that `scenes` lists, in both languages, light and dark, phone and desktop:
//! axe-core finds nothing, nothing sticks out sideways, nothing is complained about.

use crate::{app, dutch, in_chromium};
use anyhow::{Context, Result, ensure};
use browser_tests::axe::{self, Rules};
use browser_tests::cdp::Look;
use browser_tests::scenes::{self, LANGUAGES, Scene, Stage};
use browser_tests::{Browser, Page, tools};
use std::process::Command;

// Several tests, since they run at the same time.
in_chromium!(phone, desktop, unusual, every_route);

async fn phone() -> Result<()> {
    at_width(360, LANGUAGES[0]).await
}

async fn desktop() -> Result<()> {
    at_width(1280, LANGUAGES[1]).await
}

/// Goes through all scenes and tells everything that is wrong at the end, not only the first thing. At each width one language
/// is looked at, one scene in light and the next in dark; both in both only when all is asked for.
async fn at_width(width: u32, own: &str) -> Result<()> {
    let mut wrong = Vec::new();
    let looks = [Look::new(width, false), Look::new(width, true)];
    if tools::all_routes() {
        for language in LANGUAGES {
            wrong.extend(look_at(scenes::all(), language, |_| looks.to_vec()).await?);
        }
    } else {
        let [light, dark] = looks;
        let turns = |at: usize| vec![if at.is_multiple_of(2) { light } else { dark }];
        wrong.extend(look_at(scenes::all(), own, turns).await?);
    }
    tell(&wrong)
}

/// Narrower than any phone, text twice as large, colours of the device: scenes in which much stands side by side.
async fn unusual() -> Result<()> {
    const SOME: [&str; 24] = [
        "home-saved",
        "menu",
        "theme-begun",
        "theme-put-off",
        "prompt-earlier",
        "answers-share",
        "scan",
        "prompt-student",
        "prompt-scale-answered",
        "sources",
        "prompt-columns-both",
        "prompt-dilemma",
        "prompt-ranking",
        "prompt-tally-counted",
        "prompt-dimension",
        "profile",
        "scan-result-table",
        "journey-item",
        "library-workshops",
        "workshop",
        "glossary-term",
        "mine",
        "whole",
        "embed-prompt",
    ];
    let phone = Look::new(360, false);
    let looks = [
        Look::new(320, false),
        Look { text_percent: 200, ..phone },
        Look { forced_colors: true, ..phone },
        Look { forced_colors: true, ..Look::new(1280, true) },
        Look { more_contrast: true, ..phone },
    ];
    let some = scenes::all().filter(|scene| SOME.contains(&scene.name));
    tell(&look_at(some, LANGUAGES[0], |_| looks.to_vec()).await?)
}

/// Only when asked for: every address that the program has, as on a first visit.
async fn every_route() -> Result<()> {
    if !tools::all_routes() {
        return Ok(());
    }
    let mut wrong = Vec::new();
    let server = app()?;
    let session = dutch(Browser::Chromium).await?;
    let page = Page::new(&session, &server);
    for route in routes()? {
        for language in LANGUAGES {
            session.look(Look::new(360, false)).await?;
            if let Err(error) = page.open(&format!("?lang={language}{route}")).await {
                wrong.push(format!("{error:#}"));
                continue;
            }
            let looks = [360, 1280].map(|width| [Look::new(width, false), Look::new(width, true)]);
            for look in looks.as_flattened() {
                look_here(page, &format!("{route} in {language}"), *look, &mut wrong).await?;
            }
        }
    }
    tell(&wrong)
}

fn routes() -> Result<Vec<String>> {
    let mut cargo = Command::new(option_env!("CARGO").unwrap_or("cargo"));
    cargo.args(["run", "--quiet", "--package", "terugblik", "--no-default-features", "--features", "host"]);
    let output = cargo.args(["--bin", "routes"]).current_dir(tools::repository()).output()?;
    let words = String::from_utf8(output.stdout)?;
    ensure!(output.status.success() && !words.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    Ok(words.lines().map(str::to_owned).collect())
}

async fn look_at(
    scenes: impl Iterator<Item = &Scene>,
    language: &str,
    looks: impl Fn(usize) -> Vec<Look>,
) -> Result<Vec<String>> {
    let server = app()?;
    let session = dutch(Browser::Chromium).await?;
    let stage = Stage::new(Page::new(&session, &server));
    let page = Page::new(&session, &server);
    let mut wrong = Vec::new();
    for (at, scene) in scenes.enumerate() {
        let looks = looks(at);
        session.look(looks[0]).await?;
        if let Err(error) = stage.set(scene, language).await {
            wrong.push(format!("{error:#}"));
            session.complaints().await.context("after a scene that could not be set")?;
            continue;
        }
        let place = format!("{} in {language}", scene.name);
        for look in looks {
            look_here(page, &place, look, &mut wrong).await?;
        }
        if scene.broken.is_empty() {
            wrong.extend(session.assert_quiet(&server, &place).await.err().map(|error| format!("{error:#}")));
        } else {
            session.complaints().await?;
        }
    }
    Ok(wrong)
}

/// Where only light and dark differ from what was looked at before, the rules about colours are enough.
async fn look_here(page: Page<'_>, place: &str, look: Look, wrong: &mut Vec<String>) -> Result<()> {
    page.session.look(look).await?;
    let place = format!("{place} at {}", look.name());
    let rules = match look {
        Look { forced_colors: true, .. } => Rules::Shapes,
        Look { dark: true, .. } => Rules::Colours,
        _ => Rules::All,
    };
    wrong.extend(axe::assert_rules(page, rules, &place).await.err().map(|error| format!("{error:#}")));
    if rules != Rules::Colours {
        wrong.extend(page.assert_no_sideways_scroll(&place).await.err().map(|error| format!("{error:#}")));
    }
    if look.forced_colors {
        // For people to look at: no rule sees what the device makes of the colours.
        let file = format!("target/pictures/{}.png", place.replace(' ', "-"));
        page.session.picture(&tools::repository().join(file)).await?;
    }
    Ok(())
}

fn tell(wrong: &[String]) -> Result<()> {
    ensure!(wrong.is_empty(), "{} things are not right:\n\n{}", wrong.len(), wrong.join("\n\n"));
    Ok(())
}
