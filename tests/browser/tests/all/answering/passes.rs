//! A theme gone through once more, an intention that comes back, and what is taken along from the latest pass.

use super::*;

every!(once_more, follow_up, taken_along);

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

/// Today as the page writes a date.
async fn today_in_words(page: Page<'_>) -> Result<String> {
    let script = "return new Intl.DateTimeFormat(document.documentElement.lang, \
        { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date())";
    let date = page.session.run(script, vec![]).await?;
    date.as_str().map(str::to_owned).context("a date")
}
