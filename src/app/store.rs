//! Holds the model and hands messages round: update, then effects, then a new picture.
//!
//! A store of our own and not `use_reducer`: text must reach storage at once when the page goes away, and effects of
//! a reducer run only after the next rendering, which a closing page no longer does.

use super::persist::Persist;
use super::{AppConfig, Pages};
use crate::platform::{Page, fresh_id, now};
use crate::state::{Model, Msg, Stamp, update};
use crate::view::Edit;
use crate::view::part::flush::Flush;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// The store of one mount. Cheap to clone.
#[derive(Clone)]
pub struct Store(Rc<Inner>);

struct Inner {
    model: RefCell<Rc<Model>>,
    draw: RefCell<Option<Callback<Rc<Model>>>>,
    persist: Persist,
    page: Page,
    flush: Flush,
    config: AppConfig,
}

impl PartialEq for Store {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Store {
    pub fn new(model: Model, persist: Persist, page: Page, config: AppConfig) -> Self {
        let flush = Flush::default();
        let model = RefCell::new(Rc::new(model));
        Self(Rc::new(Inner { model, draw: RefCell::new(None), persist, page, flush, config }))
    }

    /// The snapshot as it is now.
    pub fn model(&self) -> Rc<Model> {
        Rc::clone(&self.0.model.borrow())
    }

    /// Who is told when there is a new snapshot.
    pub fn draw_with(&self, draw: Callback<Rc<Model>>) {
        draw.emit(self.model());
        *self.0.draw.borrow_mut() = Some(draw);
    }

    pub fn persist(&self) -> &Persist {
        &self.0.persist
    }

    pub fn page(&self) -> &Page {
        &self.0.page
    }

    pub fn flush(&self) -> &Flush {
        &self.0.flush
    }

    pub fn config(&self) -> &AppConfig {
        &self.0.config
    }

    /// Something happened. No borrow is held while effects run: they may send messages of their own.
    pub fn send(&self, msg: Msg) {
        let old = self.model();
        let stamp = Stamp { now: now(), fresh: fresh_id() };
        let mut next = match (&msg, self.config().pages) {
            (Msg::Did(deed), Pages::All(wing)) => (wing.update)(&old, deed, &stamp),
            _ => update(&old, &msg, &stamp),
        };
        if let Some(embed) = self.config().embed {
            (embed.follow)(&old, &mut next.model);
        }
        let model = Rc::new(next.model);
        *self.0.model.borrow_mut() = Rc::clone(&model);
        if !next.touched.is_empty() {
            self.0.persist.write(self, &model, &next.touched);
        }
        self.react(&msg);
        let draw = self.0.draw.borrow().clone();
        if let Some(draw) = draw {
            draw.emit(self.model());
        }
    }

    /// Where messages go, for views.
    pub fn sender(&self) -> Callback<Msg> {
        let store = self.clone();
        Callback::from(move |msg| store.send(msg))
    }

    /// Where edits go, for prompts.
    pub fn editor(&self) -> Callback<Edit> {
        let store = self.clone();
        Callback::from(move |Edit { part, content, value }| {
            store.send(Msg::AnswerEdited { part, content, value });
        })
    }
}
