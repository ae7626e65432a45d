//! Small things that a person does, and what must stand there afterwards, as data: stories and scenes are lists of them.

use crate::page::{PATIENCE, Page};
use crate::wait::until;
use crate::words::Words;
use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::Key;

/// The languages that every scene is shown in, as `?lang=` takes them.
pub const LANGUAGES: [&str; 2] = ["nl-BE", "en"];

/// A text in each of the [`LANGUAGES`].
pub type Said = [&'static str; 2];

/// A text in one of the languages.
#[must_use]
pub fn said(texts: Said, language: &str) -> &'static str {
    if language == LANGUAGES[0] { texts[0] } else { texts[1] }
}

/// One thing that a person does.
#[derive(Debug, Clone)]
pub enum Act {
    /// Writes in a prompt's text field.
    Write(&'static str, Said),
    /// Writes in the field that a selector finds.
    WriteAt(&'static str, Said),
    /// Chooses or ticks an option of a prompt.
    Choose(&'static str, &'static str),
    /// Chooses or ticks the radio or box that a selector finds.
    Pick(&'static str),
    /// Gives a date field or list this value.
    Set(&'static str, &'static str),
    /// Gives a date field the day so many days from today.
    Day(&'static str, i32),
    /// Clicks what a selector finds.
    Click(&'static str),
    /// Clicks the button or link with the words of this name.
    Say(&'static str),
    /// Presses a key.
    Press(Key),
    /// Waits until the status line says this.
    Save(&'static str),
    /// Waits until something that a selector finds is visible.
    See(&'static str),
    /// Waits until the words of this name can be read.
    Read(&'static str),
    /// Follows a fragment.
    Go(&'static str),
    /// Loads the same address again.
    Reload,
    /// Chooses a file of this name and content to put back.
    File(&'static str, &'static str),
    /// Takes everything along as a file, and chooses that file to put back.
    OwnFile,
    /// Anything else, as a script in the page.
    Script(&'static str),
}

/// What must stand in a field.
#[derive(Debug, Clone)]
pub enum Hold {
    /// A field holds this text.
    Text(&'static str, Said),
    /// A field has this value.
    Value(&'static str, &'static str),
    /// A date field has the day so many days from today.
    Day(&'static str, i32),
    /// These options of a prompt are chosen or ticked, in the page's order.
    Chosen(&'static str, &'static [&'static str]),
    /// A radio or box is chosen.
    Checked(&'static str),
    /// A ranking begins with these options.
    First(&'static str, &'static [&'static str]),
}

impl Act {
    /// Does it.
    ///
    /// # Errors
    /// When it cannot be done.
    pub async fn take(&self, page: Page<'_>, language: &str) -> Result<()> {
        let done = match self {
            Self::Write(prompt, texts) => page.type_into(prompt, said(*texts, language)).await,
            Self::WriteAt(css, texts) => page.type_at(css, said(*texts, language)).await,
            Self::Choose(prompt, option) => page.choose(prompt, option).await,
            Self::Pick(css) => page.pick(css).await,
            Self::Set(css, value) => page.set_value(css, value).await,
            Self::Day(css, days) => page.set_value(css, &page.day(*days).await?).await,
            Self::Click(css) => page.click(css).await,
            Self::Say(key) => page.click_words(Words::of(language)?.get(key)?).await,
            Self::Press(key) => page.press(key.clone()).await,
            Self::Save(state) => page.wait_for_save(state).await,
            Self::See(css) => page.find(css).await.map(drop),
            Self::Read(key) => page.wait_for_words(Words::of(language)?.get(key)?).await,
            Self::Go(fragment) => page.go(fragment).await,
            Self::Reload => {
                page.session.driver.refresh().await?;
                page.wait_until_ready().await
            }
            Self::File(name, text) => page.choose_file(name, text.as_bytes()).await,
            Self::OwnFile => own_file(page, language).await,
            Self::Script(script) => page.session.run(script, vec![json!(null)]).await.map(drop),
        };
        done.with_context(|| format!("{self:?}"))
    }
}

async fn own_file(page: Page<'_>, language: &str) -> Result<()> {
    page.catch_files().await?;
    page.click_words(Words::of(language)?.get("mine.take-button")?).await?;
    let file = page.caught_file().await?;
    page.choose_file(&file.name, file.text.as_bytes()).await
}

impl Hold {
    /// Waits until it stands there.
    ///
    /// # Errors
    /// With what stands there instead.
    pub async fn check(&self, page: Page<'_>, language: &str) -> Result<()> {
        until(&format!("{self:?}"), PATIENCE, async || self.look(page, language).await.map(Some)).await
    }

    async fn look(&self, page: Page<'_>, language: &str) -> Result<()> {
        let list = |ids: &[&str]| ids.iter().map(ToString::to_string).collect::<Vec<_>>();
        let (shown, wanted) = match self {
            Self::Text(css, texts) => {
                (vec![page.value_at(css).await?], vec![said(*texts, language).to_owned()])
            }
            Self::Value(css, value) => (vec![page.value_at(css).await?], list(&[value])),
            Self::Day(css, days) => (vec![page.value_at(css).await?], vec![page.day(*days).await?]),
            Self::Chosen(prompt, ids) => (page.chosen(prompt).await?, list(ids)),
            Self::Checked(css) => {
                let script = "return String(document.querySelector(arguments[0])?.checked)";
                let shown = page.session.run(script, vec![json!(css)]).await?;
                (vec![shown.as_str().unwrap_or_default().to_owned()], list(&["true"]))
            }
            Self::First(prompt, ids) => {
                let order = page.order(prompt).await?;
                (order.into_iter().take(ids.len()).collect(), list(ids))
            }
        };
        ensure!(shown == wanted, "it is {shown:?}");
        Ok(())
    }
}
