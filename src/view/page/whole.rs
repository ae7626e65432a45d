//! All prompts of a theme on one page, for people who want to see all.

use super::prompt::{answering, lens, names, no_score, safety};
use super::second;
use crate::domain::{Prompt, Theme};
use crate::i18n::Text;
use crate::route::Route;
use crate::view::part::el::{El, el, together, worded};
use crate::view::part::icon::theme_mark;
use crate::view::part::prompt::help;
use crate::view::saving::save_line;
use crate::view::{View, title_of};
use std::rc::Rc;

/// All prompts of a theme on one page.
pub fn whole(view: &View, theme: &Theme) -> El {
    let ways = el("p")
        .class("row")
        .with(view.link("textlink", Route::Theme(theme.id.clone()), Text::ThemeOneByOne))
        .with(view.link("textlink", Route::Answers(theme.id.clone(), None), Text::ThemeAnswers));
    let mut screens = together();
    let mut number = 0;
    for screen in &theme.screens {
        let mut prompts = together();
        for prompt in &screen.prompts {
            number += 1;
            prompts = prompts.with(numbered(view, theme, prompt, number));
        }
        let section = el("section")
            .key(screen.id.as_str())
            .class("whole__screen")
            .with(worded("h2", "head band__head", &screen.title))
            .with(worded("p", "note", &screen.intro))
            .with(prompts);
        screens = screens.with(section);
    }
    let column = el("div")
        .class("column stack-l")
        .with(el("header").class("opening").with(title_of(&theme.title)).with(ways))
        .with(screens)
        .with(el("div").class("whole__save").with(save_line(view)));
    together()
        .with(el("div").class("hang").with(theme_mark(theme.id.as_str(), "hang__mark")))
        .with(column)
        .with(
            view.margin(Text::PromptAside)
                .with(second::second(view))
                .with(names(view))
                .with(no_score(view))
                .with(safety(view, false)),
        )
}

fn numbered(view: &View, theme: &Theme, prompt: &Rc<Prompt>, number: usize) -> El {
    let words = view.model.ui.fill(Text::PromptNumber, &[("n", &number.to_string())]);
    el("div")
        .key(prompt.id.as_str())
        .class("flow whole__prompt")
        .attr("data-item", prompt.id.as_str())
        .with(worded("p", "phase", &[&*words, &lens(theme, prompt)].concat()))
        .with(answering(view, &theme.id, prompt, 3))
        .with(help(prompt, &view.wording()))
        .with(prompt.care.then(|| view.word("p", "note", "care.note")))
}
