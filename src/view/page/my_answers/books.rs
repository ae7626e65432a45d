//! The notebooks of this browser: which is open, turning to another, one more, another name, one that goes.

use super::sure::Sure;
use crate::domain::{ContentId, NotebookId};
use crate::i18n::Text;
use crate::platform::event::value_of;
use crate::state::{BookDeed, Deed, Keeping, Msg};
use crate::view::View;
use crate::view::part::el::{El, button, el, together, worded};
use crate::view::part::icon::{Icon, icon};
use std::rc::Rc;
use yew::prelude::*;

/// The part, held by no file, under which the notebooks stand in the model.
pub const BOOKS: &str = "books";

/// The notebooks of this browser, by name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Books(pub Vec<Book>);

/// A notebook as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Book {
    /// Its id.
    pub id: NotebookId,
    /// Its name; empty while it is the only one.
    pub label: String,
    /// How many answers it holds.
    pub answers: usize,
    /// Whether it is the one that is open.
    pub open: bool,
}

/// The list, and one more. In memory there is but one.
pub(super) fn books(view: &View) -> Option<El> {
    if view.model.keeping != Keeping::Browser {
        return None;
    }
    let books =
        view.model.shelved::<Books>(&ContentId::new(BOOKS)).map_or(&[][..], |books| books.0.as_slice());
    let several = books.len() > 1;
    let rows = books.iter().map(|book| row(view, book, several));
    let begin = name_field(view, "book-new", Text::BooksNew, Text::BooksNewButton, "", BookDeed::Begin);
    Some(
        together()
            .with(view.say("p", "read gap-s", Text::BooksText))
            .with(el("ul").class("books").all(rows))
            .with(begin),
    )
}

fn row(view: &View, book: &Book, several: bool) -> El {
    let ui = &view.model.ui;
    let name = if book.label.is_empty() { ui.get(Text::BooksFirst).to_string() } else { book.label.clone() };
    let answers = ui.count(Text::AnswersOne, Text::AnswersOther, book.answers);
    let state = if book.open { ui.fill(Text::BooksOpen, &[("answers", &answers)]) } else { answers };
    let deed = |wanted| Msg::Did(Rc::new(Deed::BookAsked(wanted)));
    let open = || {
        let words = ui.fill(Text::BooksTurn, &[("name", &name)]);
        button("textlink textlink--note", &words, view.on(deed(BookDeed::Open(book.id.clone()))))
            .set("data-book", "")
    };
    let own = || {
        let rename =
            name_field(view, "book-name", Text::BooksName, Text::BooksNameButton, &name, BookDeed::Name);
        let erase = several.then(|| erase(view, &name));
        let head = el("summary").with(icon(Icon::Next)).say(ui, Text::BooksMore).set("data-own-book", "");
        el("details")
            .class("more")
            .with(head)
            .with(el("div").class("more__body stack-s").with(rename).with(erase))
    };
    el("li")
        .key(book.id.as_str())
        .class("answer")
        .with(worded("p", "note-strong", &name))
        .with(worded("p", "note", &state))
        .with((!book.open).then(open))
        .with(book.open.then(own))
}

/// One notebook goes; the others stay.
fn erase(view: &View, name: &str) -> El {
    let words = view.model.ui.fill(Text::BooksErase, &[("name", name)]);
    let msg = Msg::Did(Rc::new(Deed::BookAsked(BookDeed::Erase)));
    let sure = html! {
        <Sure id={view.id("sure-book")} tick={AttrValue::from(view.ui(Text::MineEraseTick))}
            missing={AttrValue::from(view.ui(Text::MineEraseMissing))} button={AttrValue::from(words)} on_sure={view.on(msg)} />
    };
    let first = view.button("textlink textlink--note", Text::MineTakeButton, Msg::DownloadAsked);
    el("div")
        .with(view.say("p", "note", Text::BooksEraseText))
        .with(el("p").class("row").with(first))
        .with(sure)
}

fn name_field(
    view: &View,
    id: &str,
    label: Text,
    button: Text,
    first: &str,
    wanted: fn(String) -> BookDeed,
) -> Html {
    let send = view.send.clone();
    let on_named = Callback::from(move |name: String| {
        send.emit(Msg::Did(Rc::new(Deed::BookAsked(wanted(name)))));
    });
    html! {
        <NameField id={view.id(id)} label={AttrValue::from(view.ui(label))} button={AttrValue::from(view.ui(button))}
            missing={AttrValue::from(view.ui(Text::BooksNameMissing))} first={AttrValue::from(first.to_owned())} {on_named} />
    }
}

/// What a [`NameField`] is made of.
#[derive(Properties, PartialEq)]
struct NameFieldProps {
    /// The id of the field, unique on the page.
    id: AttrValue,
    /// The name of the field.
    label: AttrValue,
    /// The words on the button.
    button: AttrValue,
    /// What to say when nothing was filled in.
    missing: AttrValue,
    /// What stands in the field at first.
    first: AttrValue,
    /// A name was given.
    on_named: Callback<String>,
}

/// The most characters of a name.
const LONGEST: &str = "60";

/// A field for a name and a button.
#[component]
fn NameField(props: &NameFieldProps) -> Html {
    let name = use_state(|| props.first.to_string());
    let missed = use_state(|| false);
    let hint = [&props.id, "-missing"].concat();
    let on_input = {
        let (name, missed) = (name.clone(), missed.clone());
        Callback::from(move |event: InputEvent| {
            name.set(value_of(&event));
            missed.set(false);
        })
    };
    let on_submit = {
        let (name, missed) = (name.clone(), missed.clone());
        let (first, on_named) = (props.first.clone(), props.on_named.clone());
        Callback::from(move |_: MouseEvent| match name.trim() {
            "" => missed.set(true),
            given => {
                on_named.emit(given.to_owned());
                if first.is_empty() {
                    name.set(String::new());
                }
            }
        })
    };
    let field = el("input")
        .class("input")
        .set("type", "text")
        .set("maxlength", LONGEST)
        .set("autocomplete", "off")
        .attr("id", &props.id)
        .value(&name)
        .maybe("aria-invalid", missed.then_some("true"))
        .maybe("aria-describedby", missed.then_some(&hint))
        .on_input(on_input);
    let words = missed.then(|| {
        el("p").class("note-strong").attr("id", &hint).with(worded("mark", "marked", &props.missing))
    });
    el("div")
        .class("no-print stack-s")
        .with(worded("label", "label", &props.label).attr("for", &props.id))
        .with(field)
        .with(el("div").set("role", "alert").with(words))
        .with(el("p").class("row").with(button(
            "button button--small button--quiet",
            &props.button,
            on_submit,
        )))
        .html()
}
