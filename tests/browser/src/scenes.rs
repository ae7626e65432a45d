//! The screens and states that are looked at: by people (`pictures`) and by axe-core. A scene is a
//! name, a route and what a person did there. A new screen is one entry in [`SCENES`].

use crate::page::Page;
use anyhow::{Context, Result};
use serde_json::json;
use thirtyfour::Key;

/// One screen in one state.
#[derive(Debug, Clone)]
pub struct Scene {
    /// Also the picture's file name.
    pub name: &'static str,
    /// What follows the base address, without a language.
    pub route: &'static str,
    pub steps: &'static [Step],
}

/// One thing that a person does.
#[derive(Debug, Clone)]
pub enum Step {
    /// Writes in a prompt's text field.
    Write(&'static str, &'static str),
    /// Writes in the field that a selector finds.
    WriteAt(&'static str, &'static str),
    /// Chooses or ticks an option of a prompt.
    Choose(&'static str, &'static str),
    /// Clicks what a selector finds.
    Click(&'static str),
    /// Presses a key.
    Press(Key),
    /// Waits until the status line says this.
    Save(&'static str),
    /// Waits until something that a selector finds is visible.
    See(&'static str),
    /// Follows a fragment.
    Go(&'static str),
    /// Loads the same address again.
    Reload,
    /// Anything else, as a script in the page.
    Script(&'static str),
}

/// The languages that every scene is shown in, as `?lang=` takes them.
pub const LANGUAGES: [&str; 2] = ["nl-BE", "en"];

/// All scenes.
pub const SCENES: &[Scene] = &[
    Scene { name: "home", route: "", steps: &[] },
    Scene { name: "theme-icp", route: "#/theme/icp", steps: &[] },
    Scene { name: "prompt-open", route: "#/theme/icp/icp-01", steps: &[] },
    Scene {
        name: "prompt-open-saved",
        route: "#/theme/icp/icp-01",
        steps: &[
            Step::Write("icp-01", "Vorige week zei een leerling iets wat me aan het denken zette."),
            Step::Save("saved"),
        ],
    },
];

/// The scenes whose name contains `filter`.
#[must_use]
pub fn matching(filter: &str) -> Vec<&'static Scene> {
    SCENES.iter().filter(|scene| scene.name.contains(filter)).collect()
}

impl Scene {
    /// Sets the scene as on a first visit: an empty store (Chromium only), the route in a language,
    /// then each step.
    ///
    /// # Errors
    /// With the scene, the language and the step that did not work.
    pub async fn set(&self, page: Page<'_>, language: &str) -> Result<()> {
        let scene = || format!("scene ‘{}’ in {language}", self.name);
        // Away first: a page that is open could write once more.
        page.session.driver.goto("about:blank").await?;
        page.session.empty_store(&page.server.origin()).await.with_context(scene)?;
        page.open(&format!("?lang={language}{}", self.route)).await.with_context(scene)?;
        for step in self.steps {
            take(page, step).await.with_context(|| format!("step {step:?}")).with_context(scene)?;
        }
        Ok(())
    }
}

async fn take(page: Page<'_>, step: &Step) -> Result<()> {
    match step {
        Step::Write(prompt, text) => page.type_into(prompt, text).await,
        Step::WriteAt(css, text) => page.type_at(css, text).await,
        Step::Choose(prompt, option) => page.choose(prompt, option).await,
        Step::Click(css) => page.click(css).await,
        Step::Press(key) => page.press(key.clone()).await,
        Step::Save(state) => page.wait_for_save(state).await,
        Step::See(css) => page.find(css).await.map(drop),
        Step::Go(fragment) => page.go(fragment).await,
        Step::Reload => {
            page.session.driver.refresh().await?;
            page.wait_until_ready().await
        }
        Step::Script(script) => page.session.run(script, vec![json!(null)]).await.map(drop),
    }
}
