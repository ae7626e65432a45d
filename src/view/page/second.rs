//! Reading a part in two languages: the switch. The texts themselves stand where the first ones do.

use crate::content::LanguageName;
use crate::i18n::Text;
use crate::state::{Deed, Habits, Msg};
use crate::view::View;
use crate::view::part::el::{El, button, el, together};
use std::rc::Rc;

/// A remark for the margin with a button per other language; when one is shown, the way back to one language.
pub fn second(view: &View) -> El {
    let model = view.model;
    let chosen = model.habits.second(model.ui.language());
    let choose = |words: &str, tag: &str| {
        let habits = Habits { second: tag.to_owned(), ..model.habits.clone() };
        let msg = Msg::Did(Rc::new(Deed::HabitsChosen(habits)));
        let button = button("textlink textlink--note", words, view.on(msg)).attr("data-second", tag);
        el("p").key(tag).with(button)
    };
    let other =
        |known: &&LanguageName| known.tag != *model.ui.language() && Some(&known.tag) != chosen.as_ref();
    let show = model.catalogue.languages.iter().filter(other).map(|known| {
        let words = model.ui.fill(Text::SecondShow, &[("language", &known.name)]);
        choose(&words, known.tag.as_str())
    });
    let hide = chosen.as_ref().map(|_| choose(&view.ui(Text::SecondHide), ""));
    let body = together().with(view.say("p", "", Text::SecondText)).all(show).with(hide);
    view.remark(Text::SecondTitle, body)
}
