//! One answer on the page of a run: the question, what was written, whether others may see it, and the way to change it.

use super::Pass;
use crate::domain::Prompt;
use crate::i18n::Text;
use crate::route::Route;
use crate::view::page::earlier;
use crate::view::part::el::{El, el, worded};
use crate::view::part::icon::{Icon, icon};
use crate::view::part::written::written;

pub(super) fn answer(pass: &Pass, prompt: &Prompt) -> El {
    let Pass { view, theme, run, latest, .. } = pass;
    let number = theme.find(&prompt.id).map_or(0, |(place, _, _)| place + 1);
    let mut given = Vec::new();
    for (spot, answer) in run.iter().flat_map(|(_, run)| run.answers.iter()) {
        if spot.content == prompt.id && !answer.value.is_empty() {
            let body = written(prompt, &answer.value, &view.wording());
            given.push(el("div").key(&spot.occurrence.to_string()).with(body));
        }
    }
    let none = given.is_empty();
    let (go, of) = match none {
        true => (Text::AnswersDo, Text::AnswersDoOf),
        false => (Text::AnswersChange, Text::AnswersChangeOf),
    };
    let of = view.model.ui.fill(of, &[("n", &number.to_string())]);
    let link = || {
        let to = Route::Prompt(theme.id.clone(), prompt.id.clone());
        view.link("textlink textlink--note no-print", to, go).with(worded("span", "quiet-for-eyes", &of))
    };
    let foot = || el("div").class("answer__foot").with(sharing(pass, prompt)).with(latest.then(link));
    let noted = run.filter(|_| !latest && !none).map(|(id, run)| earlier::note(view, id, run, prompt));
    // On paper the field of a note does not show what stands in it.
    let note = run.map(|(_, run)| run.note(&prompt.id)).unwrap_or_default();
    let on_paper = || worded("p", "on-paper prose", note);
    el("div")
        .key(prompt.id.as_str())
        .class(match none {
            true => "answer answer--none",
            false => "answer",
        })
        .with(worded("h3", "answer__ask", &prompt.ask))
        .all(given)
        .with(none.then(|| view.say("p", "answer__text answer__text--none", Text::AnswersNone)))
        .with((!none).then(foot))
        .with(noted.unwrap_or_default())
        .with((!note.is_empty()).then(on_paper))
        .with((*latest && none).then(link))
}

/// Who may see it: only oneself, unless it was marked. In words; the lock beside them says nothing more.
fn sharing(pass: &Pass, prompt: &Prompt) -> El {
    let shared = pass.shares(prompt);
    let (class, text) = match shared {
        true => ("sharing sharing--open", Text::ShareOpen),
        false => ("sharing", Text::SharePrivate),
    };
    el("p").class(class).with((!shared).then(|| icon(Icon::Lock))).say(&pass.view.model.ui, text)
}
