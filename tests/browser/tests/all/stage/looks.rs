//! How the big screen looks: large, clear, and as much as fits.

use super::on_stage;
use crate::{every, in_chromium};
use anyhow::{Result, ensure};
use browser_tests::Browser;
use browser_tests::axe;
use browser_tests::page::PATIENCE;
use browser_tests::wait::until;
use serde_json::json;
use thirtyfour::Key;

every!(large_and_clear);
in_chromium!(as_much_as_fits);

async fn large_and_clear(browser: Browser) -> Result<()> {
    const KINDS: [&str; 11] = [
        "#/theme/icp/icp-s1",
        "#/theme/icp/icp-03",
        "#/theme/vul/vul-03",
        "#/theme/icp/icp-10",
        "#/theme/vul/vul-d1",
        "#/theme/gen/gen-d1",
        "#/theme/scan-school/scan-v4",
        "#/theme/gen/gen-01",
        "#/workshop/inc-workshops/inc-w1/inc-w1-2",
        "#/theme/icp/icp-01",
        "#/theme/icp/icp-99",
    ];
    on_stage(browser, "?lang=nl-BE#/theme/icp/icp-s1", async |page| {
        for (scheme, language) in [("light", "nl-BE"), ("dark", "en")] {
            for place in KINDS {
                page.open(&format!("stage.html?lang={language}&scheme={scheme}{place}")).await?;
                let name = format!("{place} in {language}, {scheme}");
                let found = page.session.run(SMALL_OR_FAINT, vec![]).await?;
                ensure!(found["texts"].as_u64().unwrap_or(0) > 2, "{name}: nothing to look at");
                ensure!(found["wrong"].as_array().is_some_and(Vec::is_empty), "{name}: {found:#}");
                page.assert_no_sideways_scroll(&name).await?;
                if browser == Browser::Chromium {
                    axe::assert_clean(page, &name).await?;
                }
            }
        }
        Ok(())
    })
    .await
}

/// The type steps down until all fits; where even the smallest does not, keys scroll.
async fn as_much_as_fits() -> Result<()> {
    on_stage(Browser::Chromium, "?lang=nl-BE#/theme/icp/icp-s1", async |page| {
        let over = "const page = document.scrollingElement; return page.scrollHeight - page.clientHeight";
        let mut long = Vec::new();
        for size in [(1280, 720), (1920, 1080), (1024, 768)] {
            page.session.resize(size).await?;
            for (place, may_scroll) in [
                ("#/theme/icp/icp-s1", false),
                ("#/theme/icp/icp-03", false),
                ("#/theme/icp/icp-10", false),
                ("#/workshop/inc-workshops/inc-w1/inc-w1-5", false),
                ("#/theme/vul/vul-d1", true),
                ("#/theme/gen/gen-d1", true),
                ("#/theme/mul/mul-d2", true),
            ] {
                page.open(&format!("stage.html?lang=nl-BE{place}")).await?;
                let over = page.session.run(over, vec![]).await?.as_i64().unwrap_or(-1);
                ensure!(may_scroll || over == 0, "{place} at {size:?} sticks out by {over}");
                let step =
                    page.session.run("return document.getElementById('stage').dataset.size", vec![]).await?;
                println!("{place} at {size:?}: step {step}, {over} px below");
                if over > 0 {
                    ensure!(step == json!("5"), "{place} at {size:?} scrolls at step {step}");
                    long.push((size, place));
                }
            }
        }
        for (size, place) in long.iter().take(2) {
            page.session.resize(*size).await?;
            page.open(&format!("stage.html?lang=nl-BE{place}")).await?;
            page.press(Key::End).await?;
            until("the page to scroll by keys", PATIENCE, async || {
                Ok((page.session.run("return scrollY > 0", vec![]).await? == json!(true)).then_some(()))
            })
            .await?;
        }
        // The window becomes smaller: what stands there follows.
        page.session.resize((1024, 768)).await?;
        page.open("stage.html?lang=nl-BE#/theme/icp/icp-03").await?;
        page.session.resize((1280, 720)).await?;
        until("the same question to fit again", PATIENCE, async || {
            Ok((page.session.run(over, vec![]).await? == json!(0)).then_some(()))
        })
        .await
    })
    .await
}

/// Visible texts that are smaller than a twenty-fifth of the height, or whose contrast is below 7 (WCAG 1.4.6).
const SMALL_OR_FAINT: &str = "
const parse = (colour) => colour.match(/[\\d.]+/g).map(Number);
const light = (value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
const luminance = ([r, g, b]) => 0.2126 * light(r) + 0.7152 * light(g) + 0.0722 * light(b);
const ground = (e) => {
  for (; e; e = e.parentElement) {
    const colour = parse(getComputedStyle(e).backgroundColor);
    if (colour.length === 3 || colour[3] === 1) return colour;
  }
  return [255, 255, 255];
};
const wrong = [];
let texts = 0;
const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node = walk.nextNode(); node; node = walk.nextNode()) {
  const e = node.parentElement;
  if (!node.data.trim() || !e.getClientRects().length || e.closest('.quiet-for-eyes, script, noscript')) continue;
  texts += 1;
  const { fontSize, color } = getComputedStyle(e);
  const [a, b] = [luminance(parse(color)), luminance(ground(e))];
  const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  if (parseFloat(fontSize) < innerHeight / 25) wrong.push(`${fontSize} of ${innerHeight}: ${node.data}`);
  if (contrast < 7) wrong.push(`contrast ${contrast.toFixed(2)} (${color}): ${node.data}`);
}
return { wrong, texts };";
