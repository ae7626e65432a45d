//! Writing in and choosing from a prompt, wherever on a page it stands. Finds fields by `data-prompt`
//! and options by their `value`.

use crate::page::{PATIENCE, Page};
use crate::wait::until;
use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::WebElement;

/// The name of the prompt of the day, whichever it is: the only one on the home page.
pub const TODAY: &str = "today";

impl Page<'_> {
    /// The id of the prompt of the day, from the moment on when it is settled.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn today(self) -> Result<String> {
        self.find("[data-prompt]").await?;
        let script = "return document.querySelector('[data-prompt]')?.dataset.prompt";
        let id = self.session.run(script, vec![]).await?;
        id.as_str().map(str::to_owned).context("the home page has no prompt")
    }

    /// The element of a prompt: a text area for open text, a group of native inputs for other kinds.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn prompt(self, id: &str) -> Result<WebElement> {
        self.find(&format!("[data-prompt=\"{id}\"]")).await
    }

    /// Types into a prompt's text field, at the end of what stands there.
    ///
    /// # Errors
    /// When there is no field or it does not take keys.
    pub async fn type_into(self, prompt: &str, text: &str) -> Result<()> {
        self.type_at(&field_of(prompt), text).await
    }

    /// Types into any field that a selector finds.
    ///
    /// # Errors
    /// As [`Page::type_into`].
    pub async fn type_at(self, css: &str, text: &str) -> Result<()> {
        let field = self.find(css).await?;
        let Err(error) = field.send_keys(text).await else { return Ok(()) };
        // WebKit gives a sandboxed frame no focus by script: a click does, as a person's would.
        self.click(css).await.with_context(|| format!("after {error:#}"))?;
        ensure!(self.focus_is(css).await?, "‘{css}’ takes neither keys ({error:#}) nor the focus");
        self.type_text(text).await
    }

    /// What stands in a prompt's text field now.
    ///
    /// # Errors
    /// When there is no such field.
    pub async fn text_of(self, prompt: &str) -> Result<String> {
        self.value_at(&field_of(prompt)).await
    }

    /// The value of a field that a selector finds.
    ///
    /// # Errors
    /// When there is no such field.
    pub async fn value_at(self, css: &str) -> Result<String> {
        let value =
            self.session.run("return document.querySelector(arguments[0])?.value", vec![json!(css)]).await?;
        value.as_str().map(str::to_owned).with_context(|| format!("no field at ‘{css}’"))
    }

    /// Waits until a prompt's field holds exactly this text.
    ///
    /// # Errors
    /// With what it holds instead.
    pub async fn wait_for_text(self, prompt: &str, text: &str) -> Result<()> {
        let waited = until(&format!("‘{text}’ in prompt {prompt}"), PATIENCE, async || {
            let shown = self.text_of(prompt).await?;
            ensure!(shown == text, "it holds ‘{shown}’");
            Ok(Some(()))
        })
        .await;
        self.explain(waited).await
    }

    /// Chooses or ticks the option with this id in a prompt's group, as a click on its label does.
    ///
    /// # Errors
    /// When the option is not there.
    pub async fn choose(self, prompt: &str, option: &str) -> Result<()> {
        self.pick(&format!("[data-prompt=\"{prompt}\"] [value=\"{option}\"]")).await
    }

    /// Chooses or ticks the radio or box that a selector finds.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn pick(self, css: &str) -> Result<()> {
        // The input itself may be drawn over by its label: then the label is what a person hits.
        let script = "const input = document.querySelector(arguments[0]); if (!input) return false; \
                      const target = input.labels?.[0] ?? input; \
                      target.scrollIntoView({ block: 'center', behavior: 'instant' }); target.click(); return true";
        let waited = until(&format!("the option ‘{css}’"), PATIENCE, async || {
            Ok((self.session.run(script, vec![json!(css)]).await? == json!(true)).then_some(()))
        })
        .await;
        self.explain(waited).await
    }

    /// The ids of what is chosen or ticked in a prompt's group, in the page's order.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn chosen(self, prompt: &str) -> Result<Vec<String>> {
        let script = "return [...document.querySelectorAll(arguments[0])].map((input) => input.value)";
        let css = format!("[data-prompt=\"{prompt}\"] :checked");
        let list = self.session.run(script, vec![json!(css)]).await?;
        Ok(list.as_array().into_iter().flatten().filter_map(|id| id.as_str().map(str::to_owned)).collect())
    }

    /// Gives a date field or a list a value, as its own picker does.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn set_value(self, css: &str, value: &str) -> Result<()> {
        let field = self.find(css).await?;
        let script = "const [field, value] = arguments; field.focus(); field.value = value; \
                      for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }))";
        self.session.run(script, vec![field.to_json()?, json!(value)]).await.map(drop)
    }

    /// The day so many days from today, as date fields write it.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn day(self, from_today: i32) -> Result<String> {
        let script = "const day = new Date(); day.setDate(day.getDate() + arguments[0]); \
                      const two = (number) => String(number).padStart(2, '0'); \
                      return [day.getFullYear(), two(day.getMonth() + 1), two(day.getDate())].join('-')";
        let day = self.session.run(script, vec![json!(from_today)]).await?;
        day.as_str().map(str::to_owned).context("a day")
    }

    /// The ids of a prompt's options in the order in which they stand.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn order(self, prompt: &str) -> Result<Vec<String>> {
        let script = "return [...document.querySelectorAll(arguments[0])].map((one) => one.dataset.option)";
        let css = format!("[data-prompt=\"{prompt}\"] [data-option]");
        let list = self.session.run(script, vec![json!(css)]).await?;
        Ok(list.as_array().into_iter().flatten().filter_map(|id| id.as_str().map(str::to_owned)).collect())
    }
}

/// A prompt's text field: the element itself, or the first one in its group.
fn field_of(prompt: &str) -> String {
    let field = "textarea, input:not([type]), input[type=text]";
    if prompt == TODAY {
        return format!("[data-prompt]:is({field})");
    }
    format!("[data-prompt=\"{prompt}\"]:is({field}), [data-prompt=\"{prompt}\"] :is({field})")
}
