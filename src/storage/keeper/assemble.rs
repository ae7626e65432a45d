//! Records of one notebook → the notebook. What is lost between them is guessed from what is left, never dropped.

use crate::domain::{
    Answer, AnswerKey, ContentId, Main, Map, Moment, Notebook, NotebookId, PackId, Run, RunId, RunKind, Set,
};
use crate::storage::record::Record;
use crate::storage::{RecordKey, convert, key};
use std::rc::Rc;

/// Joins the records of one notebook.
pub(super) fn assemble(id: &NotebookId, records: Map<String, Rc<Record>>, now: i64) -> Notebook {
    let mut label = String::new();
    let (mut since, mut runs, mut gone) = (None, Map::<RunId, Run>::new(), Set::<RunId>::new());
    let mut answers: Vec<(AnswerKey, PackId, Answer)> = Vec::new();
    for (name, record) in records {
        let Some((of, wanted)) = key::parse(&name) else { continue };
        if of != *id {
            continue;
        }
        match wanted {
            RecordKey::Notebook => {
                since = convert::to_since(&record.body);
                convert::to_label(&record.body).clone_into(&mut label);
            }
            RecordKey::Run(run) => match convert::to_run(&record.body).flatten() {
                Some(read) => drop(runs.insert(run, read)),
                None => drop(gone.insert(run)),
            },
            RecordKey::Answer(wanted) => {
                let pack = name.split('/').nth(4).and_then(|spot| spot.split(':').next()).unwrap_or_default();
                if let Some(Some(answer)) = convert::to_answer(&record) {
                    answers.push((wanted, PackId::new(pack), answer));
                }
            }
        }
    }
    for (AnswerKey { run, spot }, pack, answer) in answers {
        if gone.contains(&run) {
            continue;
        }
        // Where the run's own record is lost, its answers still say what it must have been.
        let run = runs.or_insert_with(run, || {
            let item = matches!(answer.value.main, Main::Item(_));
            let part = spot.content.as_str().rsplit_once('-').map_or(spot.content.as_str(), |(part, _)| part);
            let kind = if item { RunKind::Journey } else { RunKind::Theme };
            Run::new(kind, pack, ContentId::new(part), answer.edited)
        });
        run.answers.insert(spot, Rc::new(answer));
    }
    let first = runs.values().map(|run| run.started).min();
    let mut notebook = Notebook::new(id.clone(), since.or(first).unwrap_or(Moment(now)));
    notebook.label = label;
    notebook.runs = runs.into_iter().map(|(id, run)| (id, Rc::new(run))).collect();
    notebook
}
