//! Lenses: standing angles (gender, environment, decolonisation) that somebody looks through in any theme. Each adds its
//! two prompts at the end of the third screen.

use crate::domain::{ContentId, LENSES, Screen, SetKind, Theme};
use crate::i18n::Text;
use crate::platform::event;
use crate::state::{Deed, Model, Msg};
use crate::view::View;
use crate::view::part::el::{El, el};
use std::rc::Rc;
use yew::prelude::*;

/// A theme as it is asked: with the lenses that are switched on, and those in which something was written.
pub fn through(model: &Model, theme: &Rc<Theme>) -> Rc<Theme> {
    let is_theme = model.catalogue.theme(&theme.id).is_some_and(|outline| outline.kind == SetKind::Theme);
    let Some(lenses) = model.theme(&ContentId::new(LENSES)).filter(|_| is_theme) else {
        return Rc::clone(theme);
    };
    let run = model.notebook.latest_run(&theme.id).map(|(_, run)| run);
    let written = |lens: &Screen| {
        lens.prompts.iter().any(|prompt| run.is_some_and(|run| run.value(&prompt.id).is_some()))
    };
    let fits = |lens: &Screen| model.habits.has_lens(&lens.id) || written(lens);
    match lenses.screens.iter().any(fits) {
        true => Rc::new(theme.through(lenses, fits)),
        false => Rc::clone(theme),
    }
}

/// The lenses to switch on and off; nothing until they have come.
pub fn choice(view: &View) -> Option<El> {
    let lenses = view.model.theme(&ContentId::new(LENSES))?;
    let tick = |lens: &Screen| {
        let (send, habits, id) = (view.send.clone(), view.model.habits.clone(), lens.id.clone());
        let onchange = Callback::from(move |change: Event| {
            let habits = habits.with_lens(&id, event::checked_of(&change));
            send.emit(Msg::Did(Rc::new(Deed::HabitsChosen(habits))));
        });
        let input = el("input")
            .set("type", "checkbox")
            .value(lens.id.as_str())
            .checked(view.model.habits.has_lens(&lens.id))
            .on_change(onchange);
        el("label").key(lens.id.as_str()).class("tick").with(input).text(&lens.title)
    };
    let hint = view.id("lenses-hint");
    let ticks = el("div").class("lenses").all(lenses.screens.iter().map(tick));
    Some(
        el("fieldset")
            .class("stack-s")
            .attr("aria-describedby", &hint)
            .with(view.say("legend", "label", Text::LensLabel))
            .with(view.say("p", "hint", Text::LensHint).attr("id", &hint))
            .with(ticks),
    )
}
