//! What the index finds, and what it reads again.

use super::*;
use crate::domain::{ContentId, Language, NotebookId, PackId, RunKind, Value};
use proptest::prelude::*;

fn answer(text: &str, edited: i64) -> Rc<Answer> {
    Rc::new(Answer {
        value: Value::text(text),
        edited: Moment(edited),
        language: Language::new("nl-BE"),
        version: Rc::from("0.1.0"),
        shared: false,
    })
}

fn run(label: &str, texts: &[(&str, &str, i64)]) -> Run {
    let mut run = Run::new(RunKind::Theme, PackId::new("core"), ContentId::new("icp"), Moment(1));
    run.label = label.to_owned();
    for (id, text, edited) in texts {
        run.answers.insert(AnswerSpot::first(&ContentId::new(id)), answer(text, *edited));
    }
    run
}

fn notebook(runs: Vec<(&str, Run)>) -> Notebook {
    let mut notebook = Notebook::new(NotebookId::new("n"), Moment(0));
    for (id, run) in runs {
        notebook.runs.insert(RunId::new(id), Rc::new(run));
    }
    notebook
}

fn found(index: &mut Index, query: &str) -> Vec<String> {
    let name = |spot: &Rc<Spot>| match &spot.answer {
        Some((place, _)) => format!("{}/{}", spot.run, place.content),
        None => spot.run.to_string(),
    };
    index.find(&words(query)).iter().map(name).collect()
}

#[test]
fn all_words_must_occur_and_the_latest_comes_first() {
    let mut index = Index::default();
    index.follow(&notebook(vec![
        ("a", run("", &[("icp-01", "Eén leerling zweeg.", 5), ("note.icp-01", "Zweeg ik ook?", 9)])),
        ("b", run("Klas met zwijgers", &[("icp-01", "Een leerling lachte.", 7), ("icp-02", " \n", 8)])),
    ]));
    assert_eq!(found(&mut index, "een"), ["b/icp-01", "a/icp-01"]);
    assert_eq!(found(&mut index, "leerling ÉÉN zweeg"), ["a/icp-01"]);
    assert_eq!(found(&mut index, "zweeg"), ["a/note.icp-01", "a/icp-01"]);
    assert_eq!(found(&mut index, "klas"), ["b"]);
    assert_eq!(found(&mut index, "klas leerling"), [""; 0], "words of two places");
    assert_eq!(found(&mut index, "  "), [""; 0]);
}

#[test]
fn an_answer_that_did_not_change_is_not_read_again() {
    let mut book = notebook(vec![
        ("a", run("", &[("icp-01", "een", 1), ("icp-02", "twee", 2)])),
        ("b", run("", &[("icp-01", "drie", 3)])),
    ]);
    let mut index = Index::default();
    index.follow(&book);
    let before: Vec<Rc<Spot>> = index.order.clone();
    let changed = Rc::make_mut(book.runs.get_mut(&RunId::new("a")).expect("a run"));
    changed.answers.insert(AnswerSpot::first(&ContentId::new("icp-02")), answer("vier", 4));
    changed.answers.insert(AnswerSpot::first(&ContentId::new("icp-00")), answer("nul", 5));
    index.follow(&book);
    let kept = index.order.iter().filter(|spot| before.iter().any(|old| Rc::ptr_eq(old, spot))).count();
    assert_eq!((index.order.len(), kept), (4, 2));
    assert_eq!(found(&mut index, "vier"), ["a/icp-02"]);
    assert_eq!(found(&mut index, "twee"), [""; 0]);
    book.runs.remove(&RunId::new("a"));
    index.follow(&book);
    assert_eq!(found(&mut index, "e"), ["b/icp-01"]);
    book.runs.clear();
    index.follow(&book);
    assert!(index.is_empty());
}

proptest! {
    /// However it came about, an index finds what a walk through the notebook finds.
    #[test]
    fn an_index_that_followed_finds_what_a_fresh_one_finds(
        steps in prop::collection::vec((0..3_u8, 0..4_u8, "[ab é]{0,4}"), 1..24),
        queries in prop::collection::vec("[ab e]{0,3}", 1..6),
    ) {
        let mut book = notebook(Vec::new());
        let mut index = Index::default();
        for (at, (which, place, text)) in steps.iter().enumerate() {
            let id = RunId::new(&which.to_string());
            if text.is_empty() && *place == 0 {
                book.runs.remove(&id);
            } else {
                let run = book.runs.or_insert_with(id, || Rc::new(run("", &[])));
                let run = Rc::make_mut(run);
                let spot = AnswerSpot::first(&ContentId::new(&place.to_string()));
                match text.is_empty() {
                    true => drop(run.answers.remove(&spot)),
                    false => drop(run.answers.insert(spot, answer(text, at as i64 / 2))),
                }
            }
            index.follow(&book);
            for query in &queries {
                let mut fresh = Index::default();
                fresh.follow(&book);
                let expected = found(&mut fresh, query);
                prop_assert_eq!(found(&mut index, query), expected, "{}", query);
            }
            // And letter by letter, where each letter looks through the former hits only.
            let whole: String = queries.concat();
            for (end, _) in whole.char_indices() {
                let mut fresh = Index::default();
                fresh.follow(&book);
                let query = whole.get(..end).expect("whole letters");
                prop_assert_eq!(found(&mut index, query), found(&mut fresh, query), "{}", query);
            }
        }
    }
}
