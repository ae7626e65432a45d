//! The markup of the parts, rendered on the host with the real content: every field has a name, no id stands twice,
//! nothing is shown too early.

#![cfg(feature = "ssr")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

mod prompts;

use prompts::*;
use std::rc::Rc;
use terugblik::domain::{
    Answer, ContentId, Date, Kind, Language, Main, Map, Moment, Priority, Prompt, Sensitivity, Set, Stand,
    Value, parse_date, slot,
};
use terugblik::view::part::flush::Flush;
use terugblik::view::part::prompt::{Props, help};
use yew::prelude::*;

#[test]
fn every_prompt_is_sound_and_carries_its_question() {
    let pack = pack();
    for prompt in pack.all() {
        let html = pack.answering(prompt, None);
        has(&html, &format!(" data-prompt=\"{}\"", prompt.id));
        let id = format!("id=\"t-{}-ask\"", prompt.id);
        assert_eq!(
            tags_with(&html, "h1", &[&id, "class=\"prompt\"", "tabindex=\"-1\"", "data-focus=\"\""]),
            1
        );
        for (slot, _) in &prompt.extras {
            has(&html, &format!("id=\"t-{}-{slot}\"", prompt.id));
        }
        lacks(&html, "Neem mijn keuze terug");
    }
}

#[test]
fn open_text_has_its_question_as_name_and_its_hints_as_description() {
    let pack = pack();
    let html = pack.answering(&pack.prompt("icp-01"), None);
    has(
        &html,
        "aria-labelledby=\"t-icp-01-ask\" aria-describedby=\"t-icp-01-camera t-icp-01-anon\" data-prompt=\"icp-01\"",
    );
    has(&html, "Cameratest");
    has(&html, "<q class=\"starter__phrase\">Op de beelden zie je …</q>");
    let html = pack.with("icp-01", Main::Text, &[("text", "Iets & meer\r\nop twee regels")]);
    has(&html, ">Iets &amp; meer\nop twee regels</textarea>");
    lacks(&html, "starter");
}

#[test]
fn extras_say_that_they_may_stay_empty() {
    let pack = pack();
    let html = pack.with("icp-17", Main::Text, &[("own", "Ik wachtte")]);
    has(&html, "Wat deed jij daarvoor? <span class=\"soft optional\">(mag leeg blijven)</span></label>");
    has(&html, ">Ik wachtte</textarea>");
}

#[test]
fn the_other_comes_after_oneself_and_is_a_supposition() {
    let pack = pack();
    let none = Main::Columns { supposed: Set::new() };
    let html = pack.with("icp-02", none.clone(), &[("me-want", "rust")]);
    assert_eq!(tags(&html, "textarea").len(), 4);
    has(&html, "Voeg de ander toe");
    lacks(&html, "vermoeden");
    let html = pack.with("icp-02", none, &[("other-do", "zweeg")]);
    assert_eq!(tags(&html, "textarea").len(), 8);
    lacks(&html, "Voeg de ander toe");
    assert_eq!(count(&html, "Dit is een vermoeden"), 1, "only where something is supposed");
    lacks(&html, "pair__guess");
    let supposed = Main::Columns { supposed: Set::from(["other-do".into()]) };
    let html = pack.with("icp-02", supposed, &[("other-do", "zweeg")]);
    assert_eq!(count(&html, "pair__guess"), 1);
    let tick = ["value=\"other-do\"", "aria-describedby=\"t-icp-02-other-do\"", "checked"];
    assert_eq!(tags_with(&html, "input", &tick), 1);
}

#[test]
fn a_choice_can_be_taken_back_and_be_something_else() {
    let pack = pack();
    let html = pack.with("icp-03", Main::Choice { chosen: Some("icp-03-time".into()), other: false }, &[]);
    assert_eq!(count(&html, "type=\"radio\""), 10);
    assert_eq!(attributes(&html, "name").iter().collect::<Set<_>>().len(), 1);
    has(&html, "value=\"icp-03-time\" checked");
    assert_eq!(count(&html, " checked"), 1);
    has(&html, "Neem mijn keuze terug");
    lacks(&html, "Wat dan?");
    let html = pack.with("icp-03", Main::Choice { chosen: None, other: true }, &[("other", "een lied")]);
    has(&html, "value=\"other\" checked");
    has(&html, ">Wat dan?</label>");
    has(&html, ">een lied</textarea>");
}

#[test]
fn ticks_show_their_note_and_say_how_many_there_may_be() {
    let pack = pack();
    let main = Main::Choices { chosen: vec!["icp-04-language".into(), "icp-04-effort".into()], other: false };
    let html = pack.with("icp-04", main.clone(), &[]);
    assert_eq!(count(&html, " checked"), 2);
    assert_eq!(count(&html, "choice__note"), 2);
    lacks(&html, "hoogstens");
    let mut prompt = Prompt::clone(&pack.prompt("icp-04"));
    if let Kind::Choices { max, .. } = &mut prompt.kind {
        *max = Some(2);
    }
    let html = pack.answering(&Rc::new(prompt), Some(Value::new(main)));
    has(&html, "aria-describedby=\"t-icp-04-max\"");
    has(&html, "Kies er hoogstens 2.");
    assert_eq!(tags_with(&html, "p", &["class=\"hint\"", "role=\"status\""]), 1);
}

#[test]
fn a_ranking_needs_no_pointer_and_can_be_kept_as_it_is() {
    let pack = pack();
    let html = pack.answering(&pack.prompt("icp-10"), None);
    assert_eq!(count(&html, "data-move=\"up\""), 5);
    assert_eq!(count(&html, "data-move=\"down\""), 5);
    assert_eq!(count(&html, "aria-disabled=\"true\""), 2);
    has(&html, "Dit is mijn volgorde");
    let order = vec!["gone".into(), "icp-10-observe".into(), "icp-10-consult".into()];
    let html = pack.with("icp-10", Main::Ranking { order }, &[]);
    let first = ["icp-10-observe", "icp-10-consult", "icp-10-in-private"];
    assert_eq!(attributes(&html, "data-option")[..3], first);
    assert_eq!(attributes(&html, "data-option").len(), 5);
    lacks(&html, "Dit is mijn volgorde");
    has(&html, "Je volgorde staat vast");
}

#[test]
fn a_scale_asks_for_proof_after_the_choice() {
    let pack = pack();
    let html = pack.answering(&pack.prompt("icp-s1"), None);
    assert_eq!(count(&html, "type=\"radio\""), 6);
    assert_eq!(count(&html, "class=\"rung\""), 4);
    assert_eq!(attributes(&html, "name").iter().collect::<Set<_>>().len(), 1, "one group");
    lacks(&html, "Waaraan merk je");
    let html = pack.with("icp-s1", Main::Scale(Some(Stand::DontKnow)), &[]);
    has(&html, "value=\"dont-know\" checked");
    has(&html, "Waaraan merk je dat in je praktijk?");
    has(&html, "Wat doen we als team?");
    let html = pack.with("icp-s1", Main::Scale(None), &[("team", "overleg")]);
    has(&html, ">overleg</textarea>");
    lacks(&html, "Waaraan merk je");
}

#[test]
fn a_dilemma_shows_its_questions_after_the_choice() {
    let pack = pack();
    let html = pack.answering(&pack.prompt("icp-d1"), None);
    assert_eq!(tags_with(&html, "article", &["class=\"case\"", "aria-labelledby=\"t-icp-d1-case\""]), 1);
    has(&html, "Verzonnen voorval");
    lacks(&html, "Wie draagt het risico?");
    lacks(&html, "aria-describedby");
    let html = pack.with("icp-d1", Main::Dilemma { chosen: Some("icp-d1-o2".into()) }, &[]);
    has(&html, "Er is geen juist antwoord.");
    assert_eq!(tags(&html, "textarea").len(), 3);
    let html = pack.with("icp-d1", Main::Dilemma { chosen: None }, &[("know", "meer")]);
    has(&html, ">meer</textarea>");
}

fn day(text: &str) -> Option<Date> {
    parse_date(text)
}

#[test]
fn an_intention_keeps_the_rest_folded_until_it_is_used() {
    let pack = pack();
    let empty = Main::Intention { date: None, review: None };
    let html = pack.with("icp-13", empty, &[("if", "ik merk dat")]);
    assert_eq!(count(&html, "type=\"date\""), 2);
    has(&html, "<details class=\"more\"><summary>");
    let html =
        pack.with("icp-13", Main::Intention { date: day("2026-10-20"), review: day("2026-11-10") }, &[]);
    assert_eq!(tags_with(&html, "details", &["class=\"more\"", "open=\"open\""]), 1);
    has(&html, "value=\"2026-10-20\"");
    has(&html, "value=\"2026-11-10\"");
    has(&html, "Kies een lesdag.");
}

#[test]
fn a_scout_card_has_all_its_fields() {
    let pack = pack();
    let main =
        Main::Scout { level: Some("scout.level-primary".into()), sharing: vec!["scout.sharing-talk".into()] };
    let html = pack.with("icp-11", main, &[("seen", "een kring")]);
    assert_eq!(attributes(&html, "data-slot"), slot::SCOUT);
    assert_eq!(tags_with(&html, "option", &["value=\"scout.level-primary\"", "selected=\"selected\""]), 1);
    assert_eq!(count(&html, "selected="), 1);
    has(&html, "value=\"scout.sharing-talk\" checked");
    has(&html, "Geen naam van een school.");
}

#[test]
fn an_answer_of_another_kind_leaves_its_texts_in_sight() {
    let pack = pack();
    let html = pack.with("icp-s1", Main::Text, &[("proof", "gehoord")]);
    has(&html, ">gehoord</textarea>");
    let html = pack.read("icp-03", &Value::text("van vroeger"));
    has(&html, "van vroeger");
}

#[test]
fn what_was_written_is_read_back_in_full() {
    let pack = pack();
    let read = |id: &str, main: Main, texts: &[(&str, &str)]| pack.read(id, &value(main, texts));
    has(
        &read("icp-01", Main::Text, &[("text", "een\ntwee")]),
        "<p class=\"prose\" dir=\"auto\">een\ntwee</p>",
    );
    let supposed = Main::Columns { supposed: Set::from(["other-want".into()]) };
    let html = read("icp-02", supposed, &[("me-do", "riep"), ("other-want", "weg"), ("other-do", "liep")]);
    assert_eq!(count(&html, "<span class=\"guess\">vermoeden</span>"), 1);
    assert!(html.find("riep") < html.find("weg") && html.find("weg") < html.find("liep"));
    has(&read("icp-03", Main::Choice { chosen: None, other: true }, &[("other", "een lied")]), "een lied");
    has(&read("icp-03", Main::Choice { chosen: None, other: true }, &[]), "Iets anders");
    let order = vec!["icp-10-observe".into(), "gone".into(), "icp-10-consult".into()];
    has(&read("icp-10", Main::Ranking { order }, &[]), "<ol><li>Nog wat langer kijken</li><li>Een collega");
    has(&read("icp-s1", Main::Scale(Some(Stand::NotApplicable)), &[("team", "t")]), "Niet van toepassing");
    let html = read("icp-d1", Main::Dilemma { chosen: Some("icp-d1-o1".into()) }, &[("risk", "ik")]);
    has(&html, "Vragen om nog te wachten");
    has(&html, "Wie draagt het risico?");
    let dated = Main::Intention { date: day("2026-10-20"), review: None };
    let html =
        read("icp-13", dated, &[("if", "het stil wordt"), ("then", "wacht ik"), ("friend", "mijn mentor")]);
    has(&html, "<span class=\"ifthen\">Als …</span> <bdi>het stil wordt</bdi>");
    has(&html, "<span class=\"ifthen\">Dan …</span> <bdi>wacht ik</bdi>");
    has(&html, "2026-10-20");
    has(&html, "mijn mentor");
    let card =
        Main::Scout { level: Some("scout.level-adult".into()), sharing: vec!["scout.sharing-poster".into()] };
    let html = read("icp-11", card, &[("seen", "een kring")]);
    for part in ["Volwassenenonderwijs", "Een poster", "een kring"] {
        has(&html, part);
    }
    has(
        &read("icp-01", Main::Text, &[("text", "a"), ("later-slot", "uit een nieuwere versie")]),
        "uit een nieuwere versie",
    );
}

#[test]
fn help_is_folded_away_and_absent_where_there_is_none() {
    let pack = pack();
    let shown = |id: &str| draw::<Still>(StillProps { html: help(&pack.prompt(id), &pack.wording).html() });
    has(&shown("icp-01"), "Verzonnen voorbeeld");
    has(&shown("icp-01"), "Hulp en een voorbeeld");
    lacks(&shown("icp-06"), "voorbeeld");
    assert_eq!(shown("icp-s1"), "");
}

#[test]
fn what_is_asked_about_pupils_carries_the_hint_about_names_in_every_language() {
    for tag in ["nl-BE", "en"] {
        let pack = pack_in(tag);
        let hint = pack.wording.common.get("anonymity.hint").to_owned();
        let about = pack
            .all()
            .filter(|prompt| matches!(prompt.sensitivity, Sensitivity::Pupil | Sensitivity::Safety));
        let mut some = 0;
        for prompt in about {
            has(&pack.answering(prompt, None), &hint);
            some += 1;
        }
        assert!(some >= 40, "{some} prompts are about pupils: too few to be true");
    }
}

#[test]
fn rows_are_counted_by_buttons_and_totals_are_read_back() {
    let pack = pack();
    let empty = pack.with("gen-01", Main::Tally(Map::new()), &[]);
    let rows = pack.prompt("gen-01");
    let Kind::Tally { rows } = &rows.kind else { panic!("gen-01 counts") };
    assert_eq!(count(&empty, "aria-disabled=\"true\""), rows.len(), "nothing can be taken off nothing");
    let counts: Map<ContentId, u16> = [(rows[0].id.clone(), 3)].into_iter().collect();
    let counted = value(Main::Tally(counts.clone()), &[]);
    has(&pack.with("gen-01", Main::Tally(counts), &[]), "class=\"count\">3<");
    has(&pack.read("gen-01", &counted), &format!("{}: 3", rows[0].label));
}

#[test]
fn a_dimension_names_its_levels_and_what_to_look_for() {
    let pack = pack();
    let blank = || Main::Dimension { stand: None, priority: None };
    let html = pack.with("scan-v1", blank(), &[]);
    let dimension = pack.prompt("scan-v1");
    let Kind::Dimension { look_for, levels, .. } = &dimension.kind else { panic!("scan-v1 is a dimension") };
    for words in look_for.iter().chain(levels.iter().flat_map(|level| [&level.note, &level.label])) {
        has(&html, words);
    }
    let order = ["dimension.hint", "dimension.evidence", "dimension.priority", "dimension.owner"];
    let order: Vec<_> = order.iter().map(|key| html.find(pack.wording.common.get(key)).unwrap()).collect();
    assert!(order.is_sorted(), "level, evidence, priority, owner: {order:?}");
    for words in ["Niet nu", "Later", "Dit schooljaar", "Als eerste"] {
        has(&html, words);
    }
    lacks(&html, "clear-priority");
    let level = Some(Stand::Anchor(levels[1].id.clone()));
    let main = Main::Dimension { stand: level.clone(), priority: Some(Priority::ThisYear) };
    let chosen = value(main.clone(), &[("evidence", "Twee klassen")]);
    let read = pack.read("scan-v1", &chosen);
    for words in [&*levels[1].label, "Twee klassen", "Wanneer pakken jullie dit aan?", "Dit schooljaar"] {
        has(&read, words);
    }
    let html = pack.with("scan-v1", main, &[]);
    assert_eq!(count(&html, " checked"), 2, "a level and a priority");
    has(&html, "clear-priority");
    // Before there were priorities, a dimension was stored as a scale.
    let html = pack.with("scan-v1", Main::Scale(level.clone()), &[]);
    assert_eq!(count(&html, " checked"), 1, "its level is still chosen");
    has(&pack.read("scan-v1", &value(Main::Scale(level), &[])), &levels[1].label);
}

#[test]
fn two_dimensions_are_chosen_among_those_of_the_scan() {
    let pack = pack();
    for (id, dimensions) in [("scan-v-priorities", 9), ("scan-b-priorities", 4)] {
        let prompt = pack.prompt(id);
        let Kind::Choices { options, other: false, max: Some(2) } = &prompt.kind else {
            panic!("{id} is a choice of two")
        };
        assert_eq!(options.len(), dimensions);
        for option in options {
            assert_eq!(option.label, pack.prompt(option.id.as_str()).short);
        }
        let html = pack.with(id, Main::Choices { chosen: vec![options[2].id.clone()], other: false }, &[]);
        assert_eq!(count(&html, "type=\"checkbox\""), dimensions);
        assert_eq!(count(&html, " checked"), 1);
    }
}

#[test]
fn research_stands_folded_and_corrects_nobody() {
    let pack = pack();
    let prompt = pack.prompt("mul-05");
    assert!(prompt.research);
    let Kind::Choice { options, .. } = &prompt.kind else { panic!("mul-05 is a choice") };
    let chosen = Main::Choice { chosen: Some(options[0].id.clone()), other: false };
    let html = pack.with("mul-05", chosen, &[]);
    has(&html, "<details class=\"more\">");
    lacks(&html, "choice__note");
    has(&html, &options[0].note);
    assert!(html.find(&options[0].note) > html.find("mul-05-holds"), "first one's own thought");
}

#[test]
fn a_follow_up_asks_what_became_of_the_intention() {
    let pack = pack();
    for theme in ["icp", "inc", "vul", "gen", "mul", "plc"] {
        let prompt = pack.prompt(&format!("{theme}-20"));
        let Kind::Choice { options, other: false } = &prompt.kind else {
            panic!("{theme}-20 is a follow-up")
        };
        assert_eq!(options.len(), 3, "done, partly, not");
        assert_eq!(prompt.extras.len(), 3, "what happened, what I now see, the next turn");
        assert!(prompt.extras.iter().all(|(_, ask)| !ask.is_empty()));
    }
}

#[test]
fn props_are_equal_only_when_what_they_point_at_is_one() {
    let pack = pack();
    let prompt = pack.prompt("icp-01");
    let answer = |text: &str| {
        let language = Language::new("nl-BE");
        Rc::new(Answer {
            value: Value::text(text),
            edited: Moment(0),
            language,
            version: Rc::from("1"),
            shared: false,
        })
    };
    let props = Props {
        part: ContentId::new("icp"),
        prompt: Rc::clone(&prompt),
        answer: Some(answer("a")),
        wording: pack.wording.clone(),
        prefix: AttrValue::from("t-"),
        edit: Callback::noop(),
        level: 1,
        flush: Flush::default(),
    };
    assert!(props == props.clone());
    assert!(props != Props { answer: Some(answer("a")), ..props.clone() });
    assert!(props != Props { answer: None, ..props.clone() });
    assert!(props != Props { prompt: Rc::new(Prompt::clone(&prompt)), ..props.clone() });
    assert!(props != Props { level: 2, ..props.clone() });
    assert!(props != Props { flush: Flush::default(), ..props.clone() });
}
