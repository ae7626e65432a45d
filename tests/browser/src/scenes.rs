//! The screens and states that are looked at: by people (`pictures`) and by axe-core. A scene is a name, a route and
//! what a person did there. A new screen is one entry in a list of [`all`].

mod answering;
mod list;
mod stage;

use crate::acts::Act;
use crate::page::Page;
use crate::plenty::Plenty;
use crate::story;
use anyhow::{Context, Result};
use std::cell::RefCell;

pub use crate::acts::LANGUAGES;
pub use list::NO_ROOM;

/// Answers of [`Given::Plenty`]: more than an overview shows at once.
const MUCH: usize = 300;

/// One screen in one state.
#[derive(Debug, Clone, Copy)]
pub struct Scene {
    /// Also the picture's file name.
    pub name: &'static str,
    /// What follows the base address, perhaps with more of the query before a place: `#/theme/icp`, `&embed#/theme/icp`,
    /// `stage.html#/theme/icp/icp-s1`.
    pub route: &'static str,
    /// What was written before.
    pub given: Given,
    pub acts: &'static [Act],
    /// Parts of paths that the server does not give.
    pub broken: &'static [&'static str],
    /// Whether the acts change what was written before.
    pub changes: bool,
}

/// What stands in the browser when a scene begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    /// Nothing: a first visit.
    Nothing,
    /// An answer of each kind and a journey, on the person's own device.
    Story,
    /// Hundreds of answers in many passes.
    Plenty,
}

/// What the scenes of a first visit begin with.
const FIRST_VISIT: Scene =
    Scene { name: "", route: "", given: Given::Nothing, acts: &[], broken: &[], changes: true };

/// All scenes. Those of somebody who wrote much stand together, so that it is told once.
pub fn all() -> impl Iterator<Item = &'static Scene> {
    answering::ANSWERING.iter().chain(list::SCENES).chain(stage::STAGE)
}

/// The scenes whose name contains `filter`.
#[must_use]
pub fn matching(filter: &str) -> Vec<&'static Scene> {
    all().filter(|scene| scene.name.contains(filter)).collect()
}

/// Sets scenes one after the other in one Chromium, and knows what is written in it: a story is told once.
pub struct Stage<'a> {
    page: Page<'a>,
    written: RefCell<Option<(Given, String)>>,
}

impl<'a> Stage<'a> {
    #[must_use]
    pub const fn new(page: Page<'a>) -> Self {
        Self { page, written: RefCell::new(None) }
    }

    /// Sets a scene: what was written before it, the route in a language, then each act.
    ///
    /// # Errors
    /// With the scene, the language and the act that did not work.
    pub async fn set(&self, scene: &Scene, language: &str) -> Result<()> {
        let wanted = (scene.given, language.to_owned());
        let known = self.written.take().is_some_and(|written| written == wanted);
        self.play(scene, language, known)
            .await
            .with_context(|| format!("scene ‘{}’ in {language}", scene.name))?;
        if scene.given != Given::Nothing && !scene.changes {
            self.written.replace(Some(wanted));
        }
        Ok(())
    }

    async fn play(&self, scene: &Scene, language: &str, known: bool) -> Result<()> {
        let page = self.page;
        page.server.mend();
        // Away first: a page that is open could write once more.
        page.session.driver.goto("about:blank").await?;
        if !known {
            page.session.empty_store(&page.server.origin()).await?;
            if scene.given == Given::Story {
                page.open(&format!("?lang={language}")).await?;
                story::tell(page, story::PROMPTS, language).await?;
                page.pick("[data-device=own]").await?;
                story::tell(page, story::JOURNEY, language).await?;
            }
            if scene.given == Given::Plenty {
                page.put_back(&Plenty::new(MUCH)?, language).await?;
            }
        }
        for part in scene.broken {
            page.server.break_path(part, 503);
        }
        // The big screen is a document of its own, whose name stands before the language.
        let at = scene.route.find('#').unwrap_or(scene.route.len());
        let (document, place) = scene.route.split_at(at);
        // More of the query stands before the place, and behind the language.
        let (document, query) = document.split_at(document.find('&').unwrap_or(document.len()));
        let address = format!("{document}?lang={language}{query}{place}");
        if scene.broken.contains(&".wasm") {
            page.open_without_waiting(&address).await?;
            page.find("[data-start-failed]").await?;
        } else {
            page.open(&address).await?;
        }
        for act in scene.acts {
            act.take(page, language).await?;
        }
        Ok(())
    }
}
