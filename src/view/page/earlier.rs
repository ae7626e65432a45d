//! Then beside now: what was answered to the same prompt in earlier runs, with margin notes; and the way from a follow-up
//! into the next turn of a theme.

use super::rivals;
use super::theme::{begin_again, named};
use crate::domain::{AnswerKey, AnswerSpot, Kind, Main, Prompt, Run, RunId, Stand, Theme, Value, slot};
use crate::i18n::Text;
use crate::state::{Deed, Msg};
use crate::view::part::el::{El, el, together, worded};
use crate::view::part::icon::{Icon, icon};
use crate::view::part::note::Note;
use crate::view::part::written::written;
use crate::view::{Edit, View};
use std::rc::Rc;
use yew::prelude::*;

/// What stands under the fields of a prompt: another text that wants its place comes first.
pub fn below(view: &View, theme: &Theme, prompt: &Prompt) -> El {
    together()
        .with(rivals::at_prompt(view, theme, prompt))
        .with(earlier(view, theme, prompt))
        .with(next_turn(view, theme, prompt))
}

/// The former answers, the latest first, folded until somebody asks; nothing when there is none.
fn earlier(view: &View, theme: &Theme, prompt: &Prompt) -> Option<El> {
    let mut runs = view.model.notebook.runs_of(&theme.id);
    let (_, now) = runs.pop()?;
    let former: Vec<_> =
        runs.into_iter().rev().filter_map(|(id, run)| Some((id, run, run.value(&prompt.id)?))).collect();
    let (_, run, value) = former.first()?;
    // Of a scale the former place shows only once there is a new one: it would pull towards itself.
    if matches!(prompt.kind, Kind::Scale { .. } | Kind::Dimension { .. }) {
        now.value(&prompt.id)?;
    }
    let then = stood(prompt, value).map(|sentence| {
        let words = view.model.ui.fill(Text::EarlierStood, &[("date", &named(view, run))]);
        el("p").class("earlier").text(&words).text(" ").with(worded("q", "", sentence))
    });
    let count = view.model.ui.count(Text::EarlierOne, Text::EarlierOther, former.len());
    let head = el("summary").with(icon(Icon::Next)).text(&count).set("data-earlier", "");
    let all = former.iter().map(|(id, run, value)| {
        let date = worded("p", "echo__label", &named(view, run));
        el("div")
            .key(id.as_str())
            .class("echo__then")
            .with(date)
            .with(written(prompt, value, &view.wording()))
            .with(note(view, id, run, prompt))
    });
    let more = el("details").class("more").with(head).with(el("div").class("more__body stack").all(all));
    Some(el("div").class("stack-s").with(then).with(more))
}

/// The sentence that was chosen on a scale.
fn stood<'a>(prompt: &'a Prompt, value: &Value) -> Option<&'a str> {
    let (Kind::Scale { anchors } | Kind::Dimension { levels: anchors, .. }) = &prompt.kind else {
        return None;
    };
    let Some(Stand::Anchor(id)) = value.main.stand() else { return None };
    anchors.iter().find(|anchor| anchor.id == *id).map(|anchor| anchor.label.as_str())
}

/// The margin note to an old answer: it stands beside the answer, which stays as it was.
pub fn note(view: &View, id: &RunId, run: &Run, prompt: &Prompt) -> Html {
    let spot = AnswerSpot::note_on(&prompt.id);
    let answer = run.answers.get(&spot).cloned();
    let key = AnswerKey { run: id.clone(), spot };
    let field = view.id(&["note-", id.as_str(), "-", prompt.id.as_str()].concat());
    let label = view.ui(Text::NoteLabel);
    let (send, content) = (view.send.clone(), key.spot.content.clone());
    let written = Callback::from(move |edit: Edit| {
        send.emit(Msg::Did(Rc::new(Deed::NoteWritten(key.clone(), edit.value))));
    });
    html! {
        <Note id={field} part={run.part.clone()} {content} label={AttrValue::from(label)} {answer}
            edit={written} flush={view.flush.clone()} />
    }
}

/// After a follow-up the next turn can begin: ALACT's trial is the first step of it.
fn next_turn(view: &View, theme: &Theme, prompt: &Prompt) -> Option<El> {
    let trial = theme.trial.as_ref()?;
    let (_, run) = view.model.notebook.latest_run(&theme.id)?;
    let here = trial.prompts.iter().any(|known| known.id == prompt.id);
    let again = || {
        let button =
            begin_again(view, theme, "button button--quiet", Text::RunNext).set("data-next-turn", "");
        el("div").class("stack-s").with(view.say("p", "note", Text::RunNextNote)).with(el("p").with(button))
    };
    (here && run.value(&prompt.id).is_some()).then(again)
}

/// The intention that a follow-up looks back on, in whichever run it was made.
pub fn intention(view: &View, theme: &Theme, prompt: &Prompt) -> Option<El> {
    let trial = theme.trial.as_ref()?;
    if trial.prompts.iter().all(|known| known.id != prompt.id) {
        return None;
    }
    let runs = view.model.notebook.runs_of(&theme.id);
    let plan = runs.iter().rev().find_map(|(_, run)| {
        run.answers.iter().find_map(|(spot, answer)| {
            let is_plan = matches!(answer.value.main, Main::Intention { .. });
            let said = slot::INTENTION.iter().take(2).any(|slot| !answer.value.get(slot).is_empty());
            (is_plan && said).then_some((spot, answer))
        })
    });
    let (spot, answer) = plan?;
    let (_, _, asked) = theme.find(&spot.content)?;
    Some(view.remark(Text::EarlierPlan, written(asked, &answer.value, &view.wording())))
}
