//! What stands beside fields: the warning about names, the way back from erasing, dragging, counting, a date in the
//! holidays; and texts such as nobody expects.

use crate::{app, every, in_chromium, with_page};
use anyhow::{Context, Result, ensure};
use browser_tests::cdp::Look;
use browser_tests::page::PATIENCE;
use browser_tests::wait::until;
use browser_tests::{Browser, Options, Page, Words};
use serde_json::{Value, json};
use thirtyfour::{By, Key};

every!(names, erased, taken_back, dragged, counted, holiday, any_text);
in_chromium!(dragged_by_touch);

const LONG: &str = "Een leerling legt een blad op mijn tafel en loopt door.";

/// Warned after the pause, left once, and warned again about another sort of detail only.
async fn names(browser: Browser) -> Result<()> {
    with(browser, async |page| {
        page.go("#/theme/icp/icp-01").await?;
        page.type_into("icp-01", "De leerling Sofie keek naar de deur.").await?;
        let shown = page.find("main [role=status] q").await?.text().await?;
        ensure!(shown.contains("Sofie"), "it quotes {shown}");
        page.wait_for_words(Words::of("nl-BE")?.get("heed.title")?).await?;
        page.click("[data-action=leave]").await?;
        page.wait_until_gone("[data-action=leave]").await?;
        ensure!(page.focus_is("[data-slot=text]").await?, "the focus is on {}", page.focused().await?);

        // Another name is no news, and coming back is none either.
        page.type_into("icp-01", " De collega Ruth ook.").await?;
        page.wait_for_save("saved").await?;
        page.go("#/theme/icp/icp-02").await?;
        page.go("#/theme/icp/icp-01").await?;
        page.wait_for_text("icp-01", "De leerling Sofie keek naar de deur. De collega Ruth ook.").await?;
        page.wait_until_gone("[data-action=leave]").await?;

        // A number is. Nothing was taken from the text, and nothing of it all is stored.
        page.type_into("icp-01", " Bel 0470 12 34 56.").await?;
        page.find("[data-action=leave]").await?;
        page.wait_for_words("0470 12 34 56").await?;
        page.wait_for_save("saved").await?;
        page.open("?lang=nl-BE#/theme/icp/icp-02").await?;
        page.go("#/theme/icp/icp-01").await?;
        let whole = "De leerling Sofie keek naar de deur. De collega Ruth ook. Bel 0470 12 34 56.";
        page.wait_for_text("icp-01", whole).await?;
        page.find("[data-action=leave]").await?;
        Ok(())
    })
    .await
}

/// Typed over by one letter, and back by the keyboard alone.
async fn erased(browser: Browser) -> Result<()> {
    with(browser, async |page| {
        page.go("#/theme/icp/icp-01").await?;
        page.type_into("icp-01", LONG).await?;
        page.wait_for_save("saved").await?;
        page.wait_until_gone("[data-action=undo]").await?;
        page.press_with(Key::Control, 'a').await?;
        page.type_text("x").await?;
        page.wait_for_text("icp-01", "x").await?;
        page.find("[data-action=undo]").await.context("typed over")?;
        page.wait_for_words(Words::of("nl-BE")?.get("undo.text")?).await?;
        page.tab_to("[data-action=undo]", 3).await?;
        page.press(Key::Enter).await?;
        page.wait_for_text("icp-01", LONG).await?;
        ensure!(page.focus_is("[data-prompt=icp-01]").await?, "the focus is on {}", page.focused().await?);
        page.wait_until_gone("[data-action=undo]").await?;
        page.wait_for_save("saved").await?;

        // Letter by letter, over the pause and the saving; and it is gone with the prompt.
        for _ in 0..LONG.len() - 10 {
            page.press(Key::Backspace).await?;
        }
        page.wait_for_text("icp-01", &LONG[..10]).await?;
        page.find("[data-action=undo]").await.context("letter by letter")?;
        page.wait_for_save("saved").await?;
        page.click("[data-action=undo]").await?;
        page.wait_for_text("icp-01", LONG).await?;
        page.go("#/theme/icp/icp-02").await?;
        page.go("#/theme/icp/icp-01").await?;
        page.wait_for_text("icp-01", LONG).await?;
        page.wait_until_gone("[data-action=undo]").await
    })
    .await
}

/// A choice and an order.
async fn taken_back(browser: Browser) -> Result<()> {
    with(browser, async |page| {
        page.go("#/theme/icp/icp-s1").await?;
        page.choose("icp-s1", "icp-s1-a3").await?;
        page.type_at("[data-slot=proof]", "Vorige week.").await?;
        page.click("[data-action=clear]").await?;
        page.click("[data-action=undo]").await?;
        ensure!(page.chosen("icp-s1").await? == ["icp-s1-a3"], "chosen: {:?}", page.chosen("icp-s1").await?);
        ensure!(page.focus_is("[value=icp-s1-a3]").await?, "the focus is on {}", page.focused().await?);
        ensure!(page.value_at("[data-slot=proof]").await? == "Vorige week.", "the text beside it");

        page.go("#/theme/icp/icp-10").await?;
        page.click("[data-option=icp-10-consult] [data-move=up]").await?;
        let order = page.order("icp-10").await?;
        page.click("[data-action=clear]").await?;
        page.click("[data-action=undo]").await?;
        page.find("[data-kept]").await?;
        ensure!(page.order("icp-10").await? == order, "the order is {:?}", page.order("icp-10").await?);
        Ok(())
    })
    .await
}

/// A row dragged by the mouse, and once more, let go where it was.
async fn dragged(browser: Browser) -> Result<()> {
    with(browser, async |page| {
        page.go("#/theme/icp/icp-10").await?;
        middle_of_page(page, "[data-option]:nth-of-type(2)").await?;
        let before = page.order("icp-10").await?;
        let (first, third) = (grip(page, &before, 0).await?, grip(page, &before, 2).await?);
        let chain = || page.session.driver.action_chain();
        // Drivers let go of the button between two chains, so what shows meanwhile is written down.
        let watch = "window.__shown = new Set(); new MutationObserver(() => document.querySelectorAll('.rank').forEach( \
            (row) => row.classList.forEach((name) => window.__shown.add(name)))) \
            .observe(document.querySelector('.ranks'), { subtree: true, attributes: true })";
        page.session.run(watch, vec![]).await?;
        let drag = chain().move_to_element_center(&first).click_and_hold().move_by_offset(0, 8);
        drag.move_to_element_center(&third).move_by_offset(0, 10).release().perform().await?;
        for name in ["rank--held", "rank--before"] {
            let shown = page.session.run("return window.__shown.has(arguments[0])", vec![json!(name)]).await?;
            ensure!(shown == json!(true), "no row was {name}");
        }
        page.wait_until_gone(".rank--held").await?;
        let wanted = [&before[1], &before[2], &before[0]];
        let after = page.order("icp-10").await?;
        ensure!(after.iter().take(3).eq(wanted), "the order is {after:?}");
        page.find("[data-kept]").await?;

        // No offset from where the pointer was: WebKit's driver may count it from the chain before.
        let (first, second) = (grip(page, &after, 0).await?, grip(page, &after, 1).await?);
        let drag = chain().move_to_element_center(&first).click_and_hold().move_to_element_center(&second);
        drag.move_to_element_center(&first).release().perform().await?;
        page.wait_until_gone(".rank--held").await?;
        ensure!(page.order("icp-10").await? == after, "the order is {:?}", page.order("icp-10").await?);
        Ok(())
    })
    .await
}

/// With a finger on a phone: a row is dragged, a drag that is cancelled changes nothing, and beside the handle the list
/// scrolls.
async fn dragged_by_touch() -> Result<()> {
    with(Browser::Chromium, async |page| {
        page.session.look(Look::new(360, false)).await?;
        page.session.cdp("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await?;
        page.go("#/theme/icp/icp-10").await?;
        let before = page.order("icp-10").await?;
        let script = "const grip = document.querySelector('[data-grip]'); \
            const style = getComputedStyle(grip); const box = grip.getBoundingClientRect(); \
            return [style.touchAction, Math.round(box.width), Math.round(box.height)]";
        let handle = page.session.run(script, vec![]).await?;
        ensure!(handle[0] == json!("none"), "touch-action is {}", handle[0]);
        ensure!(handle[1].as_u64() >= Some(44) && handle[2].as_u64() >= Some(44), "the handle is {handle}");

        middle_of_page(page, "[data-option]:nth-of-type(3)").await?;
        touch(page, "touchStart", Some(place(page, &before[0], "[data-grip]").await?)).await?;
        touch(page, "touchMove", Some(place(page, &before[1], "[data-grip]").await?)).await?;
        let (x, y) = place(page, &before[3], "[data-grip]").await?;
        touch(page, "touchMove", Some((x, y + 4.0))).await?;
        page.find(".rank--held").await?;
        touch(page, "touchCancel", None).await?;
        page.wait_until_gone(".rank--held").await?;
        ensure!(page.order("icp-10").await? == before, "cancelled: {:?}", page.order("icp-10").await?);

        touch(page, "touchStart", Some(place(page, &before[0], "[data-grip]").await?)).await?;
        touch(page, "touchMove", Some(place(page, &before[1], "[data-grip]").await?)).await?;
        let (x, y) = place(page, &before[3], "[data-grip]").await?;
        touch(page, "touchMove", Some((x, y + 4.0))).await?;
        touch(page, "touchEnd", None).await?;
        page.find("[data-kept]").await?;
        let after = page.order("icp-10").await?;
        ensure!(after.iter().position(|id| *id == before[0]) == Some(3), "the order is {after:?}");

        // Beside the handle a finger scrolls, and no row moves.
        let top = async || -> Result<f64> {
            Ok(page.session.run("return scrollY", vec![]).await?.as_f64().unwrap_or_default())
        };
        let scrolled = top().await?;
        let (x, y) = place(page, &after[2], ".rank__text").await?;
        touch(page, "touchStart", Some((x, y))).await?;
        for step in 1..8 {
            touch(page, "touchMove", Some((x, y - 15.0 * f64::from(step)))).await?;
        }
        touch(page, "touchEnd", None).await?;
        until("the page to scroll", PATIENCE, async || Ok((top().await? > scrolled).then_some(()))).await?;
        ensure!(page.order("icp-10").await? == after, "after scrolling: {:?}", page.order("icp-10").await?);
        Ok(())
    })
    .await
}

/// Counted, one tap taken back, cleared and put back.
async fn counted(browser: Browser) -> Result<()> {
    with(browser, async |page| {
        page.go("#/theme/gen/gen-01").await?;
        let more = ".rank--count:first-child .count__button:last-child";
        let count = async |wanted: &str| {
            until(&format!("a count of {wanted}"), PATIENCE, async || {
                let shown = page.find(".rank--count:first-child .count").await?.text().await?;
                ensure!(shown == wanted, "it is {shown}");
                Ok(Some(()))
            })
            .await
        };
        for _ in 0..3 {
            page.click(more).await?;
        }
        count("3").await?;
        page.click("[data-action=undo-tap]").await?;
        count("2").await?;
        ensure!(page.focus_is(".rank--count:first-child .count__button").await?, "{}", page.focused().await?);
        page.click("[data-action=clear]").await?;
        count("0").await?;
        page.click("[data-action=undo]").await?;
        count("2").await?;
        page.wait_for_save("saved").await?;
        if browser == Browser::Chromium {
            page.session.look(Look::new(360, false)).await?;
            let script = "return Math.min(...[...document.querySelectorAll('.count__button')].map((e) => e.offsetHeight))";
            let height = page.session.run(script, vec![]).await?;
            ensure!(height.as_u64() >= Some(64), "on a phone a button is {height} px high");
        }
        Ok(())
    })
    .await
}

/// A day in the autumn holidays is asked about, and the school day that is offered is taken.
async fn holiday(browser: Browser) -> Result<()> {
    with(browser, async |page| {
        page.go("#/theme/icp/icp-13").await?;
        page.click("[data-prompt=icp-13] summary").await?;
        page.set_value("[data-slot=review]", "2026-11-24").await?;
        page.wait_until_gone("[data-action=school-day]").await?;
        page.set_value("[data-slot=review]", "2026-11-04").await?;
        page.wait_for_words(Words::of("nl-BE")?.get("intention.review.holiday")?).await?;
        page.wait_for_words("maandag 9 november").await?;
        page.click("[data-action=school-day]").await?;
        page.wait_until_gone("[data-action=school-day]").await?;
        ensure!(page.value_at("[data-slot=review]").await? == "2026-11-09", "another day");
        ensure!(page.focus_is("[data-slot=review]").await?, "the focus is on {}", page.focused().await?);
        Ok(())
    })
    .await
}

/// Long, from right to left, with pictures, with markup, and half a character: kept as it was written, and shown without
/// breaking a page.
async fn any_text(browser: Browser) -> Result<()> {
    // Made in the page: so much does not travel well as keys.
    const TEXT: &str = "const lines = ['<script>alert(1)</' + 'script><b onclick=\"x()\">vet</b> &amp; <img src=x>', \
        '👩‍🏫👨‍👩‍👧‍👦 🏳️‍🌈 e\\u0301 \\u{1F1E7}\\u{1F1EA}', 'כתבתי משהו (5B) בעברית، ثم بالعربية.', '\\u202E omgekeerd \\u202C', \
        'a'.repeat(3000), '\\t  ruimte   tussen  ', '\\u0000\\u0007\\uFEFF\\u2028\\uFFFF']; \
        const text = (lines.join('\\n') + '\\n').repeat(80).slice(0, 200000);";
    let run = async |page: Page<'_>, rest: &str| -> Result<Value> {
        page.session.run(&[TEXT, rest].concat(), vec![]).await
    };
    let same = "const field = document.querySelector('[data-prompt=icp-01]'); \
        return field ? [field.value === text, field.value.length, text.length] : null";
    with(browser, async |page| {
        page.go("#/theme/icp/icp-01").await?;
        page.find("[data-prompt=icp-01]").await?;
        let written = "const field = document.querySelector('[data-prompt=icp-01]'); field.value = text; \
            field.dispatchEvent(new InputEvent('input', { bubbles: true })); return field.value === text";
        ensure!(run(page, written).await? == json!(true), "the field itself changes it");
        page.wait_for_save("saved").await?;
        page.assert_no_sideways_scroll("the prompt").await?;
        let kept = run(page, same).await?;
        ensure!(kept[0] == json!(true), "after saving: {kept}");
        page.open("?lang=nl-BE#/theme/icp/answers").await?;
        page.find(".answer .prose").await?;
        let shown = "const shown = document.querySelector('.answer .prose'); \
            return [shown.textContent === text, shown.dir, shown.children.length, shown.textContent.length]";
        let shown = run(page, shown).await?;
        ensure!(shown[0] == json!(true) && shown[1] == json!("auto") && shown[2] == json!(0), "shown: {shown}");
        page.assert_no_sideways_scroll("the answers").await?;
        page.go("#/overview").await?;
        page.find("main [dir=auto]").await?;
        page.assert_no_sideways_scroll("the overview").await?;
        page.go("#/theme/icp/icp-01").await?;
        page.find("[data-prompt=icp-01]").await?;
        let kept = run(page, same).await?;
        ensure!(kept[0] == json!(true), "after reloading: {kept}");

        // Half a character becomes the sign for it; what stands around it stays.
        page.go("#/theme/icp/icp-05").await?;
        page.find("[data-prompt=icp-05]").await?;
        let half = "const field = document.querySelector('[data-prompt=icp-05]'); field.value = 'voor \\uD83D na'; \
            field.dispatchEvent(new InputEvent('input', { bubbles: true }))";
        page.session.run(half, vec![]).await?;
        page.wait_for_save("saved").await?;
        page.open("?lang=nl-BE#/theme/icp/icp-05").await?;
        page.wait_for_text("icp-05", "voor \u{FFFD} na").await
    })
    .await
}

/// The handle of a row.
async fn grip(page: Page<'_>, order: &[String], at: usize) -> Result<thirtyfour::WebElement> {
    let id = order.get(at).context("a row")?;
    Ok(page.session.driver.find(By::Css(format!("[data-option={id}] [data-grip]"))).await?)
}

async fn middle_of_page(page: Page<'_>, css: &str) -> Result<()> {
    let script =
        "document.querySelector(arguments[0]).scrollIntoView({ block: 'center', behavior: 'instant' })";
    page.session.run(script, vec![json!(css)]).await.map(drop)
}

/// Where the middle of something in a row stands in the window.
async fn place(page: Page<'_>, row: &str, css: &str) -> Result<(f64, f64)> {
    let script = "const box = document.querySelector(arguments[0]).getBoundingClientRect(); \
        return [box.left + box.width / 2, box.top + box.height / 2]";
    let found = page.session.run(script, vec![json!(format!("[data-option={row}] {css}"))]).await?;
    let number = |at: usize| found[at].as_f64().context("a place");
    Ok((number(0)?, number(1)?))
}

async fn touch(page: Page<'_>, what: &str, at: Option<(f64, f64)>) -> Result<()> {
    let points: Vec<Value> = at.iter().map(|(x, y)| json!({ "x": x, "y": y })).collect();
    page.session
        .cdp("Input.dispatchTouchEvent", json!({ "type": what, "touchPoints": points }))
        .await
        .map(drop)
}

/// The program with all its pages: the second module has come with the first prompt of two columns.
async fn with(browser: Browser, body: impl AsyncFnOnce(Page<'_>) -> Result<()>) -> Result<()> {
    let server = app()?;
    with_page(browser, Options::default(), &server, "?lang=nl-BE#/theme/icp/icp-02", async |page| {
        page.find("[data-slot=me-want]").await?;
        body(page).await
    })
    .await
}
