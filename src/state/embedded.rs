//! The program in a frame of somebody's page: which store it has there, and the places one came by. Pure. Only the
//! second module names what lives here; through the model it travels as [`Shelved`].

use super::model::{Model, Shelved};
use crate::route::Route;

/// How far back one can go. Who goes on longer finds the start of a theme faster by its own link.
const LONGEST: usize = 40;

/// What is known about the frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Embedded {
    /// Whether a tab of its own has the same store. `false` when that is not so, and when nobody can tell.
    pub shared: bool,
    /// Whether the page around the frame is of another origin, so that the browser keeps it from reading along.
    pub strangers: bool,
    /// Where one was before, the first place first. The address of the frame replaces itself, so that the host's Back
    /// button leads out of the host's page as ever; the way back within the frame is this one.
    pub trail: Vec<Route>,
}

impl Model {
    /// What is known about the frame; none on a page of its own.
    pub fn framed(&self) -> Option<&Embedded> {
        self.embedded.as_ref()?.get()
    }
}

/// Adds the step from one snapshot to the next to the trail. Going to the last place of it is going back.
pub fn follow(old: &Model, next: &mut Model) {
    if old.route == next.route || same_list(&old.route, &next.route) {
        return;
    }
    let Some(mut embedded) = old.framed().cloned() else { return };
    if embedded.trail.last() == Some(&next.route) {
        embedded.trail.pop();
    } else {
        embedded.trail.push(old.route.clone());
        if embedded.trail.len() > LONGEST {
            embedded.trail.remove(0);
        }
    }
    next.embedded = Some(Shelved::new(embedded));
}

/// Whether both are one checklist: its items open and close in place.
pub fn same_list(one: &Route, other: &Route) -> bool {
    matches!((one, other), (Route::Journey(a, _), Route::Journey(b, _)) if a == b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::read_index;
    use crate::domain::{Language, Moment, Notebook, NotebookId, parse_date};
    use crate::i18n::{Plain, Ui};
    use std::rc::Rc;

    fn model() -> Model {
        let index = r#"{"pack":"core","version":"1","languages":[["nl-BE","N"]],
            "parts":[{"id":"t","screens":[["look-back.title",["t-1"]]]}],
            "words":{"t-1.ask":"Wat?"},"ui":[]}"#;
        let (catalogue, strings) = read_index(index, &Language::new("nl-BE")).unwrap();
        let ui = Ui::new(Language::new("nl-BE"), strings, Rc::new(Plain));
        let notebook = Notebook::new(NotebookId::new("n"), Moment(0));
        let today = parse_date("2026-10-13").unwrap();
        let mut model = Model::new(ui, Rc::new(catalogue), notebook, today);
        model.embedded = Some(Shelved::new(Embedded { shared: false, strangers: true, trail: Vec::new() }));
        model
    }

    fn go(model: &Model, place: &str) -> Model {
        let mut next = model.clone();
        next.route = Route::parse(place);
        follow(model, &mut next);
        next
    }

    fn trail(model: &Model) -> Vec<String> {
        model.framed().unwrap().trail.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn going_on_adds_and_going_back_takes_away() {
        let start = go(&model(), "#/theme/icp");
        let prompt = go(&start, "#/theme/icp/icp-01");
        let term = go(&prompt, "#/glossary/g-okan");
        assert_eq!(trail(&term), ["#/", "#/theme/icp", "#/theme/icp/icp-01"]);
        let back = go(&term, "#/theme/icp/icp-01");
        assert_eq!(trail(&back), ["#/", "#/theme/icp"]);
        assert_eq!(trail(&go(&back, "#/theme/icp/icp-01")), ["#/", "#/theme/icp"]);
    }

    #[test]
    fn items_of_a_list_are_no_places_of_their_own() {
        let list = go(&model(), "#/journey/stage-a");
        let item = go(&go(&list, "#/journey/stage-a/stage-a-03"), "#/journey/stage-a");
        assert_eq!(trail(&item), ["#/"]);
        let prompt = go(&go(&list, "#/journey/stage-a/stage-a-03"), "#/theme/icp/icp-01");
        assert_eq!(trail(&prompt), ["#/", "#/journey/stage-a/stage-a-03"]);
    }

    #[test]
    fn a_long_way_forgets_its_beginning() {
        let mut at = model();
        for n in 0..100 {
            at = go(&at, &format!("#/theme/t{n}"));
        }
        assert_eq!(trail(&at).len(), LONGEST);
        assert_eq!(trail(&at).last().unwrap(), "#/theme/t98");
    }

    #[test]
    fn a_page_of_its_own_has_no_trail() {
        let mut own = model();
        own.embedded = None;
        assert!(go(&own, "#/theme/icp").framed().is_none());
    }
}
