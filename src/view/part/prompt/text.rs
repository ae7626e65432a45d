//! Open text: the question is the label, a first half-sentence helps to begin.

use super::super::dom;
use super::field::{Area, Field, Label};
use crate::domain::slot;
use crate::i18n::Text;
use std::rc::Rc;
use yew::prelude::*;

pub(super) fn text(field: &Field, rows: u8, camera: bool) -> Html {
    let short = (rows <= 3).then_some("writing--short");
    let area = Area {
        label: Label::Heading,
        also: camera.then(|| field.id("camera")),
        rows,
        class: classes!("writing", short),
        ..Area::line(slot::TEXT)
    };
    html! {
        <>
            { field.heading() }
            if camera { <p class="hint" id={field.id("camera")}>{ field.common("camera.hint") }</p> }
            if field.value.get(slot::TEXT).is_empty() && !field.prompt.starter.is_empty() { { starter(field) } }
            <div key="area" class="stack-s">
                { field.area(&area) }
                { field.anonymity() }
            </div>
        </>
    }
}

/// A button only while the field is empty: nothing that was written is ever changed by it.
fn starter(field: &Field) -> Html {
    let phrase = &field.prompt.starter;
    let begin = [phrase.trim_end_matches(['…', '.', ' ']), " "].concat();
    let (pen, area) = (Rc::clone(field.pen), field.area.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        if pen.value().get(slot::TEXT).is_empty() {
            dom::continue_after(&area, &begin);
            pen.write(&|value| value.set(slot::TEXT, &begin));
        }
    });
    html! {
        <p key="starter"><button class="starter" type="button" {onclick}>
            <span>{ field.ui(Text::StarterBegin) }</span><q class="starter__phrase">{ phrase.clone() }</q>
        </button></p>
    }
}
