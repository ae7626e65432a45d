//! axe-core on the page that is open: what it finds, as lines a person can act on. Which pages are
//! looked at is not decided here.

use crate::page::Page;
use crate::tools;
use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};

/// Which rules are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rules {
    /// Every rule that is on by default.
    All,
    /// All but those about colour: where the device forces its colours, axe-core still reads those of the style sheet.
    Shapes,
    /// Those about colour: enough where only the colours are others than on a page that was looked at before.
    Colours,
}

/// Runs axe-core and gives one text per violation and place.
///
/// # Errors
/// When axe-core is missing or does not run.
pub async fn violations(page: Page<'_>, rules: Rules) -> Result<Vec<String>> {
    if page.session.run("return typeof window.axe", vec![]).await? == json!("undefined") {
        page.session.run(&tools::axe_source()?, vec![]).await.context("putting axe-core into the page")?;
    }
    let answer =
        page.session.driver.execute_async(RUN, vec![json!(format!("{rules:?}"))]).await.context("axe.run")?;
    let report = answer.json();
    if let Some(error) = report["error"].as_str() {
        bail!("axe.run: {error}");
    }
    // An axe that looks at nothing finds nothing.
    ensure!(report["passes"].as_u64().unwrap_or(0) > 0, "axe-core checked nothing on this page");
    Ok(report["violations"].as_array().into_iter().flatten().flat_map(lines).collect())
}

/// No violations.
///
/// # Errors
/// With each violation and `where_it_is` (scene, language, look).
pub async fn assert_clean(page: Page<'_>, where_it_is: &str) -> Result<()> {
    assert_rules(page, Rules::All, where_it_is).await
}

/// No violations of these rules.
///
/// # Errors
/// As [`assert_clean`].
pub async fn assert_rules(page: Page<'_>, rules: Rules, where_it_is: &str) -> Result<()> {
    let found = violations(page, rules).await.with_context(|| where_it_is.to_owned())?;
    ensure!(found.is_empty(), "{where_it_is}: axe finds {}\n{}", found.len(), found.join("\n"));
    Ok(())
}

fn lines(violation: &Value) -> Vec<String> {
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let (id, impact, help) = (word(&violation["id"]), word(&violation["impact"]), word(&violation["help"]));
    let place = |node: &Value| {
        let summary = word(&node["failureSummary"]).replace('\n', "\n      ");
        format!("  {id} ({impact}): {help}\n    {} {}\n      {summary}", node["target"], word(&node["html"]))
    };
    let nodes = violation["nodes"].as_array().map_or(&[][..], Vec::as_slice);
    let more = nodes.len().saturating_sub(PLACES);
    let rest = (more > 0).then(|| format!("  {id}: and at {more} more places"));
    nodes.iter().take(PLACES).map(place).chain(rest).collect()
}

/// How many places of one violation are told.
const PLACES: usize = 3;

const RUN: &str = "
const [which, done] = arguments;
const colours = ['color-contrast', 'link-in-text-block'];
const only = {
  All: {},
  Colours: { runOnly: { type: 'rule', values: colours } },
  Shapes: { rules: Object.fromEntries(colours.map((rule) => [rule, { enabled: false }])) },
}[which];
window.axe.run(document, { resultTypes: ['violations'], ...only }).then(
  ({ violations, passes }) => done({ violations, passes: passes.length }),
  (error) => done({ error: String(error) }));";
