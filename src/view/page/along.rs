//! What somebody takes along from a theme: only the answers that they marked as ones that others may see. This page is meant
//! for others, so nothing else of theirs stands on it.

use super::answers::print;
use super::stored;
use crate::domain::{AnswerSpot, ContentId, Run, Sensitivity, Theme};
use crate::i18n::Text;
use crate::route::Route;
use crate::state::Part;
use crate::view::part::el::{El, el, together, worded};
use crate::view::part::icon::theme_mark;
use crate::view::part::written::written;
use crate::view::{View, link, title_of};

/// The page of what is taken along.
pub fn along(view: &View, id: &ContentId) -> El {
    let run = view.model.notebook.latest_run(id).map(|(_, run)| run.as_ref());
    let body = match (view.model.parts.get(id), view.beyond) {
        (Some(Part::Theme(theme)), Some(beyond)) => shown(view, &(beyond.through)(view.model, theme), run),
        // Without its questions nothing can be told apart here; what was written stands on the other pages.
        _ => view.say("p", "note", Text::LoadingPart).set("role", "status"),
    };
    let back = link("context__back", Route::Answers(id.clone(), None))
        .with(theme_mark(id.as_str(), "mark mark--s mark--inline"))
        .text(&stored::title(view, id));
    let head = el("header")
        .class("stack-s")
        .with(el("p").class("context").with(back))
        .with(title_of(&view.ui(Text::AlongTitle)));
    let column = el("div").class("column stack-l").with(head).with(body).with(view.word(
        "p",
        "small profile__foot",
        "appraisal.note",
    ));
    together()
        .with(el("div").class("hang hang--below").with(theme_mark(id.as_str(), "hang__mark")))
        .with(column)
}

fn shown(view: &View, theme: &Theme, run: Option<&Run>) -> El {
    let prompts = theme.screens.iter().chain(&theme.trial).flat_map(|screen| &screen.prompts);
    let mut rows = Vec::new();
    for prompt in prompts {
        let answer = run.and_then(|run| run.answers.get(&AnswerSpot::first(&prompt.id)));
        if let Some(answer) =
            answer.filter(|answer| answer.shared && prompt.sensitivity != Sensitivity::Safety)
        {
            let row = el("div")
                .key(prompt.id.as_str())
                .class("answer")
                .with(worded("h2", "answer__ask", &prompt.ask))
                .with(written(prompt, &answer.value, &view.wording()));
            rows.push(row);
        }
    }
    if rows.is_empty() {
        let back = view.link("button", Route::Answers(theme.id.clone(), None), Text::AlongChoose);
        return el("div")
            .class("stack")
            .with(view.say("p", "read", Text::AlongNone))
            .with(el("p").with(back));
    }
    together().with(print(view)).with(el("div").all(rows))
}
