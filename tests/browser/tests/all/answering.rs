//! Answering beyond one prompt: the question of the day, the time there is, what is put off, lenses, a theme gone through
//! once more, an intention that comes back, what is taken along; by mouse, by keys and by touch.

use crate::{app, every, in_chromium, with_page};
use anyhow::{Context, Result, ensure};
use browser_tests::cdp::Look;
use browser_tests::fields::TODAY;
use browser_tests::page::PATIENCE;
use browser_tests::scenes::NO_ROOM;
use browser_tests::stored::Stored;
use browser_tests::wait::until;
use browser_tests::{Browser, Options, Page, Words, tools};
use serde_json::{Value, json};
use thirtyfour::{By, Key};

every!(of_the_day, time_and_order, lenses, once_more, follow_up, taken_along, full_store, by_keys);
in_chromium!(by_touch);

const THEME: &str = "#/theme/icp";
const ALTERNATIVES: &str = "[data-put-off=icp-alternatives]";

/// Another question of the day has a field of its own; what stands under the first one stays under it. Then deeper, at once.
async fn of_the_day(browser: Browser) -> Result<()> {
    with(browser, "", async |page| {
        let first = page.today().await?;
        page.type_into(TODAY, "Onder de eerste vraag.").await?;
        // Within the pause after the last key: it is not saved yet.
        page.click("[data-another]").await?;
        let second = until("another question", PATIENCE, async || {
            Ok(Some(page.today().await?).filter(|id| *id != first))
        })
        .await?;
        has_focus(page, "h1[data-focus]").await?;
        ensure!(page.text_of(TODAY).await?.is_empty(), "{second} has the text of {first}");
        let ask = page.find("h1[data-focus]").await?.text().await?;
        let words = Words::of("nl-BE")?;
        ensure!(ask == words.get(&format!("{second}.ask"))?, "{second} asks ‘{ask}’");

        page.type_into(TODAY, "Onder de tweede.").await?;
        let theme = second.split('-').next().unwrap_or_default().to_owned();
        page.click("[data-deeper]").await?;
        page.wait_for_route(&format!("#/theme/{theme}")).await?;
        page.find(".dial").await?;
        let begun = page.session.driver.find_all(By::Css(".task__state--busy, .task__state--done")).await?;
        ensure!(begun.len() == 1, "{} steps are begun", begun.len());
        page.wait_for_words(words.get("theme.answers")?).await?;

        // The day's question stays the second one; each text stands with its own question, there and nowhere else.
        page.go("#/").await?;
        page.wait_for_text(TODAY, "Onder de tweede.").await?;
        ensure!(page.today().await? == second, "it is {} now", page.today().await?);
        kept(page, "Onder de tweede.").await?;
        for (id, text) in [(&first, "Onder de eerste vraag."), (&second, "Onder de tweede.")] {
            let theme = id.split('-').next().unwrap_or_default();
            page.open(&format!("#/theme/{theme}/{id}")).await?;
            page.wait_for_text(id, text).await?;
        }
        Ok(())
    })
    .await
}

/// The dial changes what is asked and how long it takes, never what was written; a step that is put off says so in words.
async fn time_and_order(browser: Browser) -> Result<()> {
    let set = Set::read("icp")?;
    let words = Words::of("nl-BE")?;
    let left = async |page: Page<'_>, route: &[String], done: &[&str]| -> Result<()> {
        let open: u64 = set.minutes(route.iter().filter(|id| !done.contains(&id.as_str())));
        page.wait_for_words(&words.fill("theme.left-other", &[("n", &open.to_string())])?).await
    };
    with(browser, THEME, async |page| {
        page.find(".dial__stop:has([value=\"20\"]:checked)").await?;
        left(page, &set.core, &[]).await?;
        let stop = words.fill(
            "theme.deep",
            &[("n", &set.deep.len().to_string()), ("takes", &set.minutes(set.deep.iter()).to_string())],
        )?;
        page.wait_for_words(&stop).await?;

        // Of the route of twenty minutes, and not of the one of five.
        page.go("#/theme/icp/icp-05").await?;
        page.type_into("icp-05", "Niet gevraagd in vijf minuten.").await?;
        page.go(THEME).await?;
        left(page, &set.core, &["icp-05"]).await?;
        page.pick(".dial [value=\"5\"]").await?;
        left(page, &set.stars, &["icp-05"]).await?;
        let state = |n: usize, all: usize| {
            words.fill("step.begun", &[("n", &n.to_string()), ("all", &all.to_string())])
        };
        page.wait_for_words(&state(1, 2)?).await?;
        page.click("main .button").await?;
        page.wait_for_route("#/theme/icp/icp-01").await?;
        page.find("[data-prompt=icp-01]").await?;
        let ticks = page.session.driver.find_all(By::Css(".progress__tick")).await?.len();
        ensure!(ticks == set.stars.len() + 1, "{ticks} questions are on the way");
        page.go(THEME).await?;
        page.pick(".dial [value=\"45\"]").await?;
        left(page, &set.deep, &["icp-05"]).await?;
        page.wait_for_words(words.get("theme.pairs")?).await?;

        page.find(&step("icp-alternatives")).await?;
        says(page, &step("icp-alternatives"), words.get("step.not-begun")?).await?;
        page.click(ALTERNATIVES).await?;
        page.find(".errand--later").await?;
        says(page, &step("icp-alternatives"), words.get("step.take-up")?).await?;
        says(page, ".errand--later .task__state", words.get("step.later")?).await?;
        ensure!(
            page.focus_is(ALTERNATIVES).await? || browser == Browser::WebKit,
            "{}",
            page.focused().await?
        );

        page.open(THEME).await?;
        page.find(".dial__stop:has([value=\"45\"]:checked)").await?;
        left(page, &set.deep, &["icp-05"]).await?;
        says(page, ".errand--later .task__state", words.get("step.later")?).await?;
        page.click(ALTERNATIVES).await?;
        page.wait_until_gone(".errand--later").await?;
        says(page, &step("icp-alternatives"), words.get("step.put-off")?).await?;
        says(page, &step("icp-alternatives"), words.get("step.not-begun")?).await?;
        page.go("#/theme/icp/icp-05").await?;
        page.wait_for_text("icp-05", "Niet gevraagd in vijf minuten.").await
    })
    .await
}

/// Two more questions at the end of the third step, whatever the time; written in, they stay when the lens is put away.
async fn lenses(browser: Browser) -> Result<()> {
    let words = Words::of("nl-BE")?;
    with(browser, THEME, async |page| {
        page.find(".lenses").await?;
        page.pick(".lenses [value=lenses-gender]").await?;
        page.find(".lenses [value=lenses-gender]:checked").await?;
        page.go("#/theme/icp/all").await?;
        page.find("[data-prompt=lens-gender-2]").await?;
        page.go("#/theme/icp/icp-d1").await?;
        page.click("[data-next]").await?;
        page.wait_for_route("#/theme/icp/lens-gender-1").await?;
        page.wait_for_words(words.get("lens-gender-1.ask")?).await?;
        page.type_into("lens-gender-1", "Door de lens gezien.").await?;
        page.wait_for_save("saved").await?;
        page.click("[data-next]").await?;
        page.wait_for_route("#/theme/icp/lens-gender-2").await?;
        page.click("[data-next]").await?;
        page.wait_for_route("#/theme/icp/icp-13").await?;

        page.open("#/theme/icp/lens-gender-1").await?;
        page.wait_for_text("lens-gender-1", "Door de lens gezien.").await?;
        page.go("#/theme/inc/all").await?;
        page.find("[data-prompt=lens-gender-1]").await?;
        ensure!(
            page.text_of("lens-gender-1").await?.is_empty(),
            "another theme shows the answer of this one"
        );

        page.go(THEME).await?;
        page.find(".lenses :checked").await?;
        page.pick(".lenses [value=lenses-gender]").await?;
        page.wait_until_gone(".lenses :checked").await?;
        page.go("#/theme/inc/all").await?;
        page.wait_until_gone("[data-prompt=lens-gender-1]").await?;
        page.open("#/overview").await?;
        page.wait_for_words("Door de lens gezien.").await?;
        page.wait_for_words(words.get("lens-gender-1.short")?).await?;
        page.go("#/theme/icp/answers").await?;
        page.wait_for_words("Door de lens gezien.").await?;
        page.wait_for_words(words.get("lens-gender-1.ask")?).await?;
        page.open("#/theme/icp/lens-gender-1").await?;
        page.wait_for_text("lens-gender-1", "Door de lens gezien.").await
    })
    .await
}

/// Empty fields, with what was written before beside them; a note in its margin leaves it as it was.
async fn once_more(browser: Browser) -> Result<()> {
    let words = Words::of("nl-BE")?;
    with(browser, "#/theme/icp/icp-01", async |page| {
        page.type_into("icp-01", "De eerste keer.").await?;
        page.go("#/theme/icp/icp-s1").await?;
        page.choose("icp-s1", "icp-s1-a2").await?;
        page.go(THEME).await?;
        page.click_words(words.get("runs.again")?).await?;
        page.wait_for_words(words.get("theme.start")?).await?;
        has_focus(page, "[data-focus]").await?;

        page.go("#/theme/icp/icp-01").await?;
        page.find("[data-prompt=icp-01]").await?;
        ensure!(page.text_of("icp-01").await?.is_empty(), "the field holds the former answer");
        page.click("[data-earlier]").await?;
        says(page, ".echo__then .prose", "De eerste keer.").await?;
        // Both began today, so the day alone would not tell them apart.
        let (first, second) = (today_in_words(page).await? + " (1)", today_in_words(page).await? + " (2)");
        says(page, ".echo__then .echo__label", &first).await?;
        page.type_at("[data-note]", "Nu zie ik het anders.").await?;
        page.wait_for_save("saved").await?;

        // Where one stood before would pull towards itself: it shows after the new choice.
        page.go("#/theme/icp/icp-s1").await?;
        page.find("[data-prompt=icp-s1]").await?;
        ensure!(page.chosen("icp-s1").await?.is_empty(), "chosen: {:?}", page.chosen("icp-s1").await?);
        page.wait_until_gone("[data-earlier], .earlier").await?;
        page.choose("icp-s1", "icp-s1-a3").await?;
        page.find("[data-earlier]").await?;
        says(page, ".earlier q", words.get("icp-s1-a2")?).await?;
        page.wait_for_save("saved").await?;

        page.open("#/theme/icp/icp-01").await?;
        page.find("[data-prompt=icp-01]").await?;
        ensure!(page.text_of("icp-01").await?.is_empty(), "the field holds the former answer after a reload");
        page.click("[data-earlier]").await?;
        ensure!(page.value_at("[data-note]").await? == "Nu zie ik het anders.", "the note is gone");
        page.type_into("icp-01", "De tweede keer.").await?;

        page.go("#/theme/icp/answers").await?;
        page.wait_for_words("De tweede keer.").await?;
        ensure!(!page.says("De eerste keer.").await?, "the new pass shows the former one's answer");
        says(page, ".passes [aria-current=page]", &second).await?;
        says(page, ".passes a:not([aria-current])", &first).await?;
        page.click(".passes a:not([aria-current])").await?;
        page.wait_for_route("#/theme/icp/answers/1").await?;
        says(page, ".answer:has([data-note]) .prose", "De eerste keer.").await?;
        ensure!(!page.says("De tweede keer.").await?, "the former pass shows the new one's answer");
        let note = page.value_at(".answer:has(.prose) [data-note]").await?;
        ensure!(note == "Nu zie ik het anders.", "the note says ‘{note}’");
        ensure!(!shows(page, "[data-share]").await?, "an earlier pass can be shared");
        ensure!(
            !page.says(words.get("overview.gone-title")?).await?,
            "a note counts as an answer without a question"
        );

        page.go("#/overview").await?;
        page.wait_for_words("De tweede keer.").await?;
        page.wait_for_words("De eerste keer.").await?;
        page.wait_for_words("Nu zie ik het anders.").await?;
        ensure!(!page.text().await?.contains("note."), "the overview names an id: {}", page.text().await?);
        page.go("#/find").await?;
        page.type_at("input[type=search]", "anders").await?;
        page.find("[data-hits] mark").await?;
        let noted = words.fill("find.note", &[("what", words.get("icp-01.short")?)])?;
        page.wait_for_words(&noted).await
    })
    .await
}

/// An intention with its day to look back comes back on the first page, leads to its follow-up, and that to a new turn.
async fn follow_up(browser: Browser) -> Result<()> {
    with(browser, "#/theme/icp/icp-13", async |page| {
        page.type_at("[data-slot=if]", "Als ik wil roepen").await?;
        page.type_at("[data-slot=then]", "dan loop ik ernaartoe.").await?;
        page.click("[data-prompt=icp-13] summary").await?;
        page.set_value("[data-slot=review]", &page.day(1).await?).await?;
        page.wait_for_save("saved").await?;
        page.go("#/").await?;
        page.find(".resume").await?;
        ensure!(!shows(page, "[data-due]").await?, "tomorrow's intention is due today");
        page.go("#/theme/icp/icp-13").await?;
        page.set_value("[data-slot=review]", &page.day(0).await?).await?;
        page.wait_for_save("saved").await?;

        // By the first module too, which has no follow-up to show.
        page.open("").await?;
        page.click("[data-due]").await?;
        page.wait_for_route("#/theme/icp/icp-20").await?;
        for words in ["Als ik wil roepen", "dan loop ik ernaartoe."] {
            until("the intention", PATIENCE, async || said_at(page, "main aside", words).await).await?;
        }
        ensure!(!shows(page, "[data-next-turn]").await?, "a new turn before the follow-up");
        page.choose("icp-20", "follow-up-partly").await?;
        page.type_at("[data-slot=happened]", "Het lukte één keer.").await?;
        page.find("[data-next-turn]").await?;
        page.wait_for_save("saved").await?;
        page.go("#/").await?;
        page.find(".resume").await?;
        ensure!(!shows(page, "[data-due]").await?, "it is still due after its follow-up");

        page.go("#/theme/icp/icp-20").await?;
        page.find("[data-slot=happened]").await?;
        let kept = page.value_at("[data-slot=happened]").await?;
        ensure!(kept == "Het lukte één keer.", "what happened is ‘{kept}’");
        // Within the pause after the last key: what is typed last still belongs to the turn that ends.
        page.type_at("[data-slot=happened]", " Nu nog een keer.").await?;
        page.click("[data-next-turn]").await?;
        page.wait_for_route(THEME).await?;
        has_focus(page, "[data-focus]").await?;
        page.wait_for_words(Words::of("nl-BE")?.get("theme.start")?).await?;
        page.go("#/theme/icp/icp-13").await?;
        page.find("[data-slot=if]").await?;
        ensure!(
            page.value_at("[data-slot=if]").await?.is_empty(),
            "the new turn begins with the old intention"
        );
        page.go("#/theme/icp/answers/1").await?;
        page.wait_for_words("Het lukte één keer. Nu nog een keer.").await?;
        page.open("").await?;
        page.find(".contents").await?;
        ensure!(!shows(page, "[data-due]").await?, "a new turn makes the old intention due again");
        Ok(())
    })
    .await
}

/// Only what was marked is taken along, and only as it was when it was marked.
async fn taken_along(browser: Browser) -> Result<()> {
    let words = Words::of("nl-BE")?;
    with(browser, "#/theme/icp/icp-01", async |page| {
        page.type_into("icp-01", "Dit mag mee.").await?;
        page.go("#/theme/icp/icp-05").await?;
        page.type_into("icp-05", "Dit blijft hier.").await?;
        page.wait_for_save("saved").await?;
        ensure!(!shows(page, "[data-share]").await?, "a prompt's own page offers to share");
        page.go("#/theme/icp/along").await?;
        page.wait_for_words(words.get("along.none")?).await?;

        page.go("#/theme/icp/answers").await?;
        page.find("[data-share=icp-05]").await?;
        ensure!(
            !shows(page, "[data-share]:checked, .sharing--open").await?,
            "something is shared from the start"
        );
        page.pick("[data-share=icp-01]").await?;
        says(page, ".sharing--open", words.get("share.open")?).await?;
        page.click_words(words.get("share.see")?).await?;
        page.wait_for_route("#/theme/icp/along").await?;
        page.wait_for_words("Dit mag mee.").await?;
        let there = async || -> Result<()> {
            let html = page.session.run("return document.body.innerHTML", vec![]).await?;
            let html = html.as_str().unwrap_or_default();
            ensure!(html.contains("Dit mag mee."), "what was marked is not there");
            ensure!(!html.contains("Dit blijft hier."), "what was not marked is there");
            Ok(())
        };
        there().await?;
        page.open("#/theme/icp/along").await?;
        page.wait_for_words("Dit mag mee.").await?;
        there().await?;

        page.go("#/theme/icp/icp-01").await?;
        page.type_into("icp-01", " Of toch niet.").await?;
        page.go("#/theme/icp/along").await?;
        page.wait_for_words(words.get("along.none")?).await?;
        ensure!(!page.says("Dit mag mee.").await?, "a changed answer is still shared");
        kept(page, " Of toch niet.").await?;
        page.open("#/theme/icp/answers").await?;
        page.find("[data-share=icp-01]").await?;
        ensure!(!shows(page, "[data-share]:checked").await?, "after a reload it is marked again");
        Ok(())
    })
    .await
}

/// Where nothing can be written any more, what is in memory goes over to the second module and stays on screen.
async fn full_store(browser: Browser) -> Result<()> {
    with(browser, "", async |page| {
        page.find("[data-prompt]").await?;
        page.session.run(NO_ROOM, vec![]).await?;
        page.type_into(TODAY, "Hier is geen plaats voor.").await?;
        page.wait_for_save("failed").await?;
        let theme = page.today().await?.split('-').next().unwrap_or_default().to_owned();
        page.click("[data-deeper]").await?;
        page.wait_for_route(&format!("#/theme/{theme}")).await?;
        page.find(".dial").await?;
        page.go(&format!("#/theme/{theme}/answers")).await?;
        page.wait_for_words("Hier is geen plaats voor.").await?;
        page.go("#/").await?;
        page.wait_for_text(TODAY, "Hier is geen plaats voor.").await?;
        page.wait_for_save("failed").await?;
        page.type_into(TODAY, " Dit ook niet.").await?;
        page.go("#/overview").await?;
        page.wait_for_words("Hier is geen plaats voor. Dit ook niet.").await?;
        let stored = page.stored().await?;
        let all = format!("{stored:?}");
        ensure!(!all.contains("geen plaats"), "it was written after all, so this tests nothing: {all}");
        Ok(())
    })
    .await
}

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

/// What a set asks in each time, as its structure says.
struct Set {
    minutes: Vec<(String, u64)>,
    stars: Vec<String>,
    core: Vec<String>,
    deep: Vec<String>,
}

impl Set {
    fn read(part: &str) -> Result<Self> {
        let file = tools::repository().join(format!("content/core/structure/{part}.json"));
        let set: Value = serde_json::from_str(&std::fs::read_to_string(file)?)?;
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        let name = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let prompts: Vec<Value> =
            list(&set["screens"]).iter().flat_map(|screen| list(&screen["prompts"])).collect();
        let stars = prompts.iter().filter(|prompt| prompt["star"] == json!(true));
        let route = |which: &str| list(&set["routes"][which]).iter().map(name).collect();
        Ok(Self {
            minutes: prompts
                .iter()
                .map(|prompt| (name(&prompt["id"]), prompt["minutes"].as_u64().unwrap_or_default()))
                .collect(),
            stars: stars.map(|prompt| name(&prompt["id"])).collect(),
            core: route("core"),
            deep: route("deep"),
        })
    }

    fn minutes<'a>(&self, ids: impl Iterator<Item = &'a String>) -> u64 {
        ids.filter_map(|id| self.minutes.iter().find(|(known, _)| known == id))
            .map(|(_, minutes)| minutes)
            .sum()
    }
}

/// The row of a step among the tasks of a theme.
fn step(screen: &str) -> String {
    format!(".tasks li:has([data-put-off={screen}])")
}

/// Waits until something says these words.
async fn says(page: Page<'_>, css: &str, words: &str) -> Result<()> {
    page.find(css).await?;
    until(&format!("‘{css}’ to say ‘{words}’"), PATIENCE, async || said_at(page, css, words).await).await
}

async fn said_at(page: Page<'_>, css: &str, words: &str) -> Result<Option<()>> {
    let script = "return [...document.querySelectorAll(arguments[0])].map((e) => e.innerText)";
    let shown = page.session.run(script, vec![json!(css)]).await?;
    let fits = |text: &Value| text.as_str().is_some_and(|text| text.contains(words));
    ensure!(shown.as_array().is_some_and(|all| all.iter().any(fits)), "it says {shown}");
    Ok(Some(()))
}

/// Whether something visible is found now.
async fn shows(page: Page<'_>, css: &str) -> Result<bool> {
    let script = "return [...document.querySelectorAll(arguments[0])].some((e) => e.getClientRects().length)";
    Ok(page.session.run(script, vec![json!(css)]).await? == json!(true))
}

/// Waits until the focus is where it belongs after a page was drawn.
async fn has_focus(page: Page<'_>, css: &str) -> Result<()> {
    until(&format!("the focus on ‘{css}’"), PATIENCE, async || {
        ensure!(page.focus_is(css).await?, "at {} it is on {}", page.route().await?, page.focused().await?);
        Ok(Some(()))
    })
    .await
}

/// Waits until both stores have a text.
async fn kept(page: Page<'_>, text: &str) -> Result<()> {
    until(&format!("‘{text}’ to be in both stores"), PATIENCE, async || {
        let Stored { local, indexed } = page.stored().await?;
        Ok((Stored::holds(&local, text) && Stored::holds(&indexed, text)).then_some(()))
    })
    .await
}

/// Today as the page writes a date.
async fn today_in_words(page: Page<'_>) -> Result<String> {
    let script = "return new Intl.DateTimeFormat(document.documentElement.lang, \
        { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date())";
    let date = page.session.run(script, vec![]).await?;
    date.as_str().map(str::to_owned).context("a date")
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

async fn with(browser: Browser, route: &str, body: impl AsyncFnOnce(Page<'_>) -> Result<()>) -> Result<()> {
    let server = app()?;
    with_page(browser, Options::default(), &server, &format!("?lang=nl-BE{route}"), body).await
}
