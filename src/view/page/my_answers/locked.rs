//! The passphrase: for a file to take along, and for a locked one to put back. What is typed stands in these fields only
//! and goes with them; it leaves them once, as the message that asks for the key.

use crate::i18n::{Text, Ui};
use crate::platform::event::{checked_of, value_of};
use crate::state::{Deed, Flaw, LockedFile, Msg, Passphrase, Restore, Step, Taking, Unmade};
use crate::view::View;
use crate::view::part::dom;
use crate::view::part::el::{El, button, el, worded};
use crate::view::part::fold::Fold;
use std::rc::Rc;
use yew::prelude::*;

/// The second way to take everything along, folded away.
pub(super) fn take(view: &View) -> Html {
    let body = {
        let (ui, id) = (view.model.ui.clone(), AttrValue::from(view.id("lock-")));
        let taking = view.model.vault().take;
        let on_word = view.send.reform(|word| Msg::Did(Rc::new(Deed::LockAsked(word))));
        Callback::from(move |_| {
            html! { <Take id={id.clone()} ui={ui.clone()} taking={taking.clone()} on_word={on_word.clone()} /> }
        })
    };
    html! { <Fold head={AttrValue::from(view.ui(Text::LockedTitle))} {body} /> }
}

/// What a locked file that was chosen asks for.
pub(super) fn open(view: &View) -> Option<El> {
    let LockedFile { name, step, .. } = view.model.vault().back?;
    let on_word = view.send.reform(|word| Msg::Did(Rc::new(Deed::UnlockAsked(word))));
    let on_leave = view.on(Msg::RestoreChanged(Restore::None));
    let id = AttrValue::from(view.id("unlock-"));
    let ui = view.model.ui.clone();
    // Another file is another question: nothing that was typed for the one before stays.
    let key = name.clone();
    let name = AttrValue::from(name);
    Some(
        el("div")
            .class("preview gap-t")
            .with(html! { <Open {key} {id} {ui} {name} {step} {on_word} {on_leave} /> }),
    )
}

/// What was typed, and what is wrong with it.
#[derive(Clone, Default, PartialEq)]
struct Draft {
    words: [String; 2],
    shown: bool,
    flaw: Option<Flaw>,
    /// How often something was wrong: each time the focus goes there.
    missed: u32,
}

#[derive(Properties, PartialEq)]
struct TakeProps {
    id: AttrValue,
    ui: Ui,
    taking: Taking,
    on_word: Callback<Passphrase>,
}

/// A new passphrase, twice.
#[component]
fn Take(props: &TakeProps) -> Html {
    let draft = use_state(Draft::default);
    let form = use_node_ref();
    {
        let draft = draft.clone();
        // Once the file is there, what was typed is of no more use.
        use_effect_with(props.taking.clone(), move |taking| {
            if let Taking::Done(_) = taking {
                draft.set(Draft::default());
            }
        });
    }
    use_flaw(&form, draft.missed);
    let on_word = props.on_word.clone();
    let asked = handed_in(&draft, move |draft| {
        let [first, again] = &draft.words;
        let flaw = Passphrase::flaw(first, again);
        if flaw.is_none() {
            on_word.emit(Passphrase::new(first));
        }
        flaw
    });
    let ui = &props.ui;
    let at = |flaw, text| (draft.flaw == Some(flaw)).then_some(text);
    let new =
        Field { id: [&*props.id, "new"].concat(), label: Text::LockedWord, hint: Some(Text::LockedHint) };
    let again = Field { id: [&*props.id, "again"].concat(), label: Text::LockedAgain, hint: None };
    let said = match &props.taking {
        Taking::Idle => None,
        Taking::UnderWay => Some(ui.get(Text::LockedMaking).to_string()),
        Taking::Done(name) => Some(ui.fill(Text::LockedDone, &[("name", name)])),
        Taking::Failed(Unmade::TooLarge) => Some(ui.get(Text::LockedTooLarge).to_string()),
        Taking::Failed(Unmade::NoCipher) => Some(ui.get(Text::LockedNoCipher).to_string()),
        Taking::Failed(Unmade::Failed) => Some(ui.get(Text::LockedFailed).to_string()),
    };
    el("form")
        .class("stack no-print")
        .node(&form)
        .flag("novalidate", true)
        .on_submit(asked)
        .with(el("p").class("read gap-s").say(ui, Text::LockedText))
        .with(new.drawn(ui, &draft, 0, "new-password", at(Flaw::Short, Text::LockedShort)))
        .with(again.drawn(ui, &draft, 1, "new-password", at(Flaw::Different, Text::LockedDifferent)))
        .with(show(ui, &draft))
        .with(el("p").class("row").with(submit(ui, Text::LockedButton)))
        .with(el("div").set("role", "status").with(said.map(|said| worded("p", "note-strong", &said))))
        .html()
}

#[derive(Properties, PartialEq)]
struct OpenProps {
    id: AttrValue,
    ui: Ui,
    name: AttrValue,
    step: Step,
    on_word: Callback<Passphrase>,
    on_leave: Callback<MouseEvent>,
}

/// The passphrase of a file that was chosen.
#[component]
fn Open(props: &OpenProps) -> Html {
    let draft = use_state(Draft::default);
    let form = use_node_ref();
    use_flaw(&form, draft.missed);
    {
        let form = form.clone();
        use_effect_with(props.step, move |step| {
            if *step == Step::Wrong {
                dom::focus(&form, "[aria-invalid]");
            }
        });
    }
    let on_word = props.on_word.clone();
    let asked = handed_in(&draft, move |draft| {
        let [word, _] = &draft.words;
        if word.is_empty() {
            return Some(Flaw::Missing);
        }
        on_word.emit(Passphrase::new(word));
        None
    });
    let ui = &props.ui;
    let flaw = match (draft.flaw, props.step) {
        (Some(_), _) => Some(Text::LockedMissing),
        (None, Step::Wrong) => Some(Text::LockedWrong),
        _ => None,
    };
    let field = Field { id: [&*props.id, "word"].concat(), label: Text::LockedWord, hint: None };
    let title = [&*props.id, "file"].concat();
    let opening =
        (props.step == Step::UnderWay).then(|| el("p").class("note-strong").say(ui, Text::LockedOpening));
    let buttons = el("p").class("row").with(submit(ui, Text::LockedOpen)).with(button(
        "textlink textlink--note",
        &ui.get(Text::PreviewCancel),
        props.on_leave.clone(),
    ));
    el("form")
        .class("stack no-print")
        .node(&form)
        .flag("novalidate", true)
        .attr("aria-labelledby", &title)
        .on_submit(asked)
        .with(worded("p", "note-strong", &props.name).attr("id", &title))
        .with(el("p").class("note").set("role", "status").say(ui, Text::LockedAsked))
        .with(field.drawn(ui, &draft, 0, "current-password", flaw))
        .with(show(ui, &draft))
        .with(buttons)
        .with(el("div").set("role", "status").with(opening))
        .html()
}

/// The focus goes to the field in which something is wrong, each time it is said.
#[hook]
fn use_flaw(form: &NodeRef, missed: u32) {
    let form = form.clone();
    use_effect_with(missed, move |missed| {
        if *missed > 0 {
            dom::focus(&form, "[aria-invalid]");
        }
    });
}

/// The form was handed in, by its button or from a field. `asked` says what is wrong, or sends the message.
fn handed_in(
    draft: &UseStateHandle<Draft>,
    asked: impl Fn(&Draft) -> Option<Flaw> + 'static,
) -> Callback<SubmitEvent> {
    let draft = draft.clone();
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        let flaw = asked(&draft);
        let missed = draft.missed + u32::from(flaw.is_some());
        draft.set(Draft { flaw, missed, ..(*draft).clone() });
    })
}

/// A field for a passphrase.
struct Field {
    id: String,
    label: Text,
    hint: Option<Text>,
}

impl Field {
    /// The field with what is wrong beside it, in words that listeners hear at once.
    fn drawn(
        self,
        ui: &Ui,
        draft: &UseStateHandle<Draft>,
        at: usize,
        complete: &'static str,
        flaw: Option<Text>,
    ) -> El {
        let Self { id, label, hint } = self;
        let (told, wrong) = ([&id, "-hint"].concat(), [&id, "-flaw"].concat());
        let mut described = hint.map_or_else(String::new, |_| told.clone());
        if flaw.is_some() {
            described = [&described, " ", &wrong].concat();
        }
        let described = Some(described.trim()).filter(|ids| !ids.is_empty());
        let typed = {
            let draft = draft.clone();
            Callback::from(move |event: InputEvent| {
                let mut next = Draft { flaw: None, ..(*draft).clone() };
                if let Some(word) = next.words.get_mut(at) {
                    *word = value_of(&event);
                }
                draft.set(next);
            })
        };
        let input = el("input")
            .class("input")
            .attr("type", if draft.shown { "text" } else { "password" })
            .attr("id", &id)
            .set("autocomplete", complete)
            // A field that shows what it holds may not send it to a speller, nor begin it with a capital.
            .set("spellcheck", "false")
            .set("autocapitalize", "none")
            .maybe("aria-describedby", described)
            .maybe("aria-invalid", flaw.map(|_| "true"))
            .value(draft.words.get(at).map_or("", String::as_str))
            .on_input(typed);
        let alert = flaw.map(|flaw| {
            let words = el("mark").class("marked").say(ui, flaw);
            el("p").class("note-strong").attr("id", &wrong).with(words)
        });
        el("div")
            .with(el("label").class("label").attr("for", &id).say(ui, label))
            .with(hint.map(|hint| el("p").class("hint").attr("id", &told).say(ui, hint)))
            .with(el("div").set("role", "alert").with(alert))
            .with(input)
    }
}

/// A tick that shows what was typed.
fn show(ui: &Ui, draft: &UseStateHandle<Draft>) -> El {
    let draft = draft.clone();
    let shown = draft.shown;
    let ticked = Callback::from(move |event: Event| {
        draft.set(Draft { shown: checked_of(&event), ..(*draft).clone() });
    });
    let tick = el("input").set("type", "checkbox").checked(shown).on_change(ticked);
    el("label").class("tick").with(tick).say(ui, Text::LockedShow)
}

fn submit(ui: &Ui, text: Text) -> El {
    el("button").class("button button--small button--quiet").set("type", "submit").say(ui, text)
}
