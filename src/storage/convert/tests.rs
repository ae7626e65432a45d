//! Small cases for what is stored and read back.

use super::*;
use crate::domain::{AnswerSpot, Set, slot};

fn values() -> Vec<Value> {
    let c = ContentId::new;
    let date = parse_date("2027-02-01");
    let mains = vec![
        Main::Text,
        Main::Columns { supposed: ["me-want", "other-think"].into_iter().map(Slot::new).collect() },
        Main::Columns { supposed: Set::new() },
        Main::Choice { chosen: Some(c("a")), other: false },
        Main::Choice { chosen: None, other: true },
        Main::Choices { chosen: vec![c("b"), c("a")], other: true },
        Main::Ranking { order: vec![c("z"), c("y"), c("x")] },
        Main::Ranking { order: vec![] },
        Main::Scale(None),
        Main::Scale(Some(Stand::Anchor(c("icp-s1-2")))),
        Main::Scale(Some(Stand::DontKnow)),
        Main::Scale(Some(Stand::NotApplicable)),
        Main::Dimension { stand: Some(Stand::Anchor(c("scan-v1-a2"))), priority: Some(Priority::First) },
        Main::Dimension { stand: Some(Stand::DontKnow), priority: None },
        Main::Dimension { stand: None, priority: Some(Priority::NotNow) },
        Main::Tally([(c("gen-01-turns"), 3), (c("gen-01-help"), u16::MAX)].into_iter().collect()),
        Main::Tally(Map::new()),
        Main::Dilemma { chosen: Some(c("icp-d1-o3")) },
        Main::Dilemma { chosen: None },
        Main::Intention { date, review: None },
        Main::Intention { date: None, review: date },
        Main::Scout { level: Some(c("primary")), sharing: vec![c("team"), c("web")] },
        Main::Scout { level: None, sharing: vec![] },
        Main::Item(ItemState::Open),
        Main::Item(ItemState::Busy),
        Main::Item(ItemState::Done),
        Main::Item(ItemState::NotApplicable),
    ];
    mains
        .into_iter()
        .map(Value::new)
        .map(|mut value| {
            value.set(slot::TEXT, "iets <b>&amp; \u{1F600}");
            value.set("__proto__", "ook");
            value
        })
        .collect()
}

#[test]
fn every_kind_survives_the_way_there_and_back() {
    for value in values() {
        assert_eq!(to_value(&from_value(&value)), Some(value));
    }
    assert_eq!(from_value(&Value::text(" ")).kind, TOMBSTONE);
}

#[test]
fn what_is_not_understood_is_refused_whole() {
    let body = |kind: &str, picks: &[&str]| Body {
        picks: picks.iter().map(|pick| (*pick).to_owned()).collect(),
        ..Body::new(kind)
    };
    for odd in [
        body("hologram", &[]),
        body("text", &["a"]),
        body("item", &["+almost"]),
        body("item", &["+busy", "+done"]),
        body("scale", &["a", "b"]),
        body("scale", &["+later"]),
        body("choice", &["a", "b"]),
        body("dimension", &["a", "b"]),
        body("dimension", &["+dont-know", "+not-applicable"]),
        Body { names: [("priority".to_owned(), "4".to_owned())].into(), ..Body::new("dimension") },
        Body { names: [("priority".to_owned(), "first".to_owned())].into(), ..Body::new("dimension") },
        Body { names: [("priority".to_owned(), "2".to_owned())].into(), ..Body::new("scale") },
        Body { names: [("weight".to_owned(), "2".to_owned())].into(), ..Body::new("dimension") },
        body("dilemma", &["+other"]),
        body("tally", &["a"]),
        Body { names: [("a".to_owned(), "0".to_owned())].into(), ..Body::new("tally") },
        Body { names: [("a".to_owned(), "-1".to_owned())].into(), ..Body::new("tally") },
        Body { names: [("a".to_owned(), "many".to_owned())].into(), ..Body::new("tally") },
        Body { since: Some(1), ..Body::new("text") },
        Body { dates: [("date".to_owned(), "morgen".to_owned())].into(), ..Body::new("intention") },
        Body { dates: [("third".to_owned(), "2027-01-01".to_owned())].into(), ..Body::new("intention") },
    ] {
        assert_eq!(to_value(&odd), None, "{odd:?}");
    }
}

#[test]
fn a_run_survives_the_way_there_and_back() {
    let mut run = Run::new(RunKind::Journey, PackId::new("core"), ContentId::new("stage-a"), Moment(-5));
    assert_eq!(to_run(&from_run(&run)), Some(Some(run.clone())));
    run.label = "Lissabon".into();
    run.anchors.insert(Anchor::Return, parse_date("2027-04-30").expect("a date"));
    run.applies.insert("outsideEU".into());
    run.later.insert(ContentId::new("icp-look-back"));
    assert_eq!(to_run(&from_run(&run)), Some(Some(run.clone())));
    run.answers.insert(
        AnswerSpot::first(&ContentId::new("a")),
        Rc::new(Answer {
            value: Value::text("x"),
            edited: Moment(1),
            language: Language::new("en"),
            version: Rc::from("1"),
            shared: false,
        }),
    );
    assert!(to_run(&from_run(&run)).flatten().expect("a run").answers.is_empty());
    assert_eq!(to_since(&from_notebook(Moment(7), "Mijn lessen")), Some(Moment(7)));
}

#[test]
fn a_large_deletion_is_told_per_text() {
    let body = |a: usize, b: usize| Body {
        texts: [("a".to_owned(), "é".repeat(a)), ("b".to_owned(), "x".repeat(b))].into(),
        ..Body::new("columns")
    };
    assert!(is_large_deletion(&body(100, 100), &body(49, 100)));
    assert!(is_large_deletion(&body(100, 40), &body(100, 0)));
    assert!(is_large_deletion(&body(100, 0), &Body::new(TOMBSTONE)));
    assert!(!is_large_deletion(&body(100, 39), &body(100, 0)));
    assert!(!is_large_deletion(&body(100, 100), &body(50, 100)));
    assert!(!is_large_deletion(&body(10, 10), &body(200, 200)));
}
