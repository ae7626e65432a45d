//! Answering by keys alone, and with a finger on a phone.

use super::{ALTERNATIVES, THEME, has_focus, with};
use crate::{every, in_chromium};
use anyhow::{Context, Result, ensure};
use browser_tests::cdp::Look;
use browser_tests::{Browser, Page, Words};
use serde_json::json;
use thirtyfour::Key;

every!(by_keys);
in_chromium!(by_touch);

/// Tab, arrows, space and Enter: put off, a lens, begun again, what was written before, its note, what is taken along.
async fn by_keys(browser: Browser) -> Result<()> {
    with(browser, "", async |page| {
        page.tab_to("[data-another]", 20).await?;
        page.press(Key::Enter).await?;
        has_focus(page, "h1[data-focus]").await?;

        page.go("#/theme/icp/icp-01").await?;
        has_focus(page, "[data-focus]").await?;
        page.tab_to("[data-prompt=icp-01]", 8).await?;
        page.type_text("Met de toetsen.").await?;
        page.wait_for_save("saved").await?;
        page.go(THEME).await?;
        has_focus(page, "[data-focus]").await?;
        page.tab_to(".dial input", 6).await?;
        page.press(Key::Right).await?;
        page.find(".dial__stop:has([value=\"45\"]:checked)").await?;
        ensure!(page.focus_is(".dial :checked").await?, "the focus is on {}", page.focused().await?);
        page.tab_to(ALTERNATIVES, 16).await?;
        page.press(Key::Enter).await?;
        page.find(".errand--later").await?;
        ensure!(page.focus_is(ALTERNATIVES).await?, "the focus is on {}", page.focused().await?);
        page.press(' ').await?;
        page.wait_until_gone(".errand--later").await?;
        page.tab_to(".lenses input", 12).await?;
        page.press(' ').await?;
        page.find(".lenses :checked").await?;
        ensure!(page.focus_is(".lenses :checked").await?, "the focus is on {}", page.focused().await?);

        page.go("#/theme/icp/answers").await?;
        has_focus(page, "[data-focus]").await?;
        page.tab_to("[data-share=icp-01]", 60).await?;
        page.press(' ').await?;
        page.find(".sharing--open").await?;
        ensure!(page.focus_is("[data-share=icp-01]").await?, "the focus is on {}", page.focused().await?);
        page.tab_to("a[href=\"#/theme/icp/along\"]", 3).await?;
        page.press(Key::Enter).await?;
        page.wait_for_route("#/theme/icp/along").await?;
        page.wait_for_words("Met de toetsen.").await?;

        page.go(THEME).await?;
        has_focus(page, "[data-focus]").await?;
        page.tab_to("section[aria-labelledby$=runs] button", 40).await?;
        page.press(Key::Enter).await?;
        page.wait_for_words(Words::of("nl-BE")?.get("theme.start")?).await?;
        has_focus(page, "[data-focus]").await?;
        page.go("#/theme/icp/icp-01").await?;
        has_focus(page, "[data-focus]").await?;
        page.tab_to("[data-earlier]", 12).await?;
        page.press(Key::Enter).await?;
        page.tab_to("[data-note]", 3).await?;
        page.type_text("Ook de kanttekening.").await?;
        page.wait_for_save("saved").await?;
        ensure!(page.focus_is("[data-note]").await?, "the focus is on {}", page.focused().await?);
        page.tab_to("[data-next]", 6).await?;
        page.press(Key::Enter).await?;
        page.wait_for_route("#/theme/icp/icp-02").await
    })
    .await
}

/// With a finger on a phone: time, putting off, an order, what is taken along.
async fn by_touch() -> Result<()> {
    with(Browser::Chromium, "#/theme/icp/icp-01", async |page| {
        page.session.look(Look::new(360, false)).await?;
        page.session.cdp("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await?;
        page.type_into("icp-01", "Met een vinger.").await?;
        page.wait_for_save("saved").await?;
        page.go(THEME).await?;
        tap(page, ".dial__stop:has([value=\"5\"])").await?;
        page.find(".dial__stop:has([value=\"5\"]:checked)").await?;
        tap(page, ALTERNATIVES).await?;
        page.find(".errand--later").await?;
        tap(page, ".lenses .tick").await?;
        page.find(".lenses :checked").await?;
        page.go("#/theme/icp/icp-10").await?;
        page.find("[data-option]").await?;
        let before = page.order("icp-10").await?;
        let (first, second) = (before.first().context("a row")?, before.get(1).context("a row")?);
        tap(page, &format!("[data-option={second}] [data-move=up]")).await?;
        page.find("[data-kept]").await?;
        let after = page.order("icp-10").await?;
        ensure!(after.iter().take(2).eq([second, first]), "the order is {after:?}");
        page.go("#/theme/icp/answers").await?;
        tap(page, "label:has([data-share=icp-01])").await?;
        page.find(".sharing--open").await?;
        tap(page, "a[href=\"#/theme/icp/along\"]").await?;
        page.wait_for_route("#/theme/icp/along").await?;
        page.wait_for_words("Met een vinger.").await
    })
    .await
}

/// Touches the middle of something and lets go.
async fn tap(page: Page<'_>, css: &str) -> Result<()> {
    let element = page.find(css).await?;
    let script = "const [element] = arguments; element.scrollIntoView({ block: 'center', behavior: 'instant' }); \
        const box = element.getBoundingClientRect(); return [box.left + box.width / 2, box.top + box.height / 2]";
    let at = page.session.run(script, vec![element.to_json()?]).await?;
    for (what, points) in [("touchStart", json!([{ "x": at[0], "y": at[1] }])), ("touchEnd", json!([]))] {
        page.session.cdp("Input.dispatchTouchEvent", json!({ "type": what, "touchPoints": points })).await?;
    }
    Ok(())
}
