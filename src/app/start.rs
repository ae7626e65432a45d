//! From an element to a running program: content and stored answers come side by side, then the first picture stands
//! beside the prerendered page, takes over what was typed there, and the prerendered page goes.

use super::persist::Persist;
use super::root::{Came, Root, RootProps};
use super::store::Store;
use super::{AppConfig, Embed, Pages, words};
use crate::domain::{ContentId, Language, Value, slot};
use crate::i18n::Ui;
use crate::platform::{self, Intl, Links, Listeners, Page};
use crate::route::Route;
use crate::state::{Model, Msg, Notice, Save};
use crate::view::answer_in;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::prelude::*;

/// A running mount. Dropping it takes the program away and stops its listeners.
pub struct Mounted {
    _parts: Rc<RefCell<Option<Running>>>,
}

struct Running {
    store: Store,
    handle: Option<yew::AppHandle<Root>>,
    listeners: Option<Listeners>,
    links: Option<Links>,
}

impl Drop for Running {
    fn drop(&mut self) {
        if let Some(handle) = self.handle.take() {
            handle.destroy();
        }
    }
}

impl Mounted {
    /// Leaves the program running for as long as the page lives.
    pub fn keep(self) {
        std::mem::forget(self);
    }
}

/// Starts the program in an element. What the element holds stays visible until the first picture is there; when the
/// program cannot start, it stays for good.
pub fn mount(element: &Element, config: AppConfig) -> Mounted {
    let parts = Rc::new(RefCell::new(None));
    let (element, slot) = (element.clone(), Rc::clone(&parts));
    spawn_local(async move {
        if let Some(running) = start(element, config).await {
            let store = running.store.clone();
            *slot.borrow_mut() = Some(running);
            platform::on_leave(move || leave(&store, &slot));
        }
    });
    Mounted { _parts: parts }
}

/// Another module takes over: what is in fields is written, and nothing is listened to any more. The picture stays
/// until the other one has its own.
fn leave(store: &Store, running: &RefCell<Option<Running>>) {
    store.flush().flush();
    // Only now: what was typed until here is among it.
    store.persist().hand_over(store);
    if let Save::Saved(at) = store.model().save {
        platform::leave_saved(at);
    }
    if let Some(running) = running.borrow_mut().as_mut() {
        running.listeners = None;
        running.links = None;
        std::mem::forget(running.handle.take());
    }
}

async fn start(element: Element, config: AppConfig) -> Option<Running> {
    let language = Language::new(&config.language.clone().or_else(platform::language).unwrap_or_default());
    let formats = Rc::new(Intl::default());
    // Whoever comes from another module followed a link: as anywhere, the focus goes to the heading of the new page.
    let came = match platform::end_former() {
        false => Came::Fresh,
        true if platform::is_quiet() => Came::Quietly,
        true => Came::ByLink,
    };
    // boot.js has asked for the index already, so opening the stores first costs no waiting.
    let (persist, opened) = Persist::open().await;
    let Some(words::Start { catalogue, strings, words }) = words::start(config.pages, &language).await else {
        platform::tell_start_failed();
        return None;
    };
    let ui = Ui::new(language, strings, formats);
    let root = element.owner_document().and_then(|document| document.create_element("div").ok())?;
    let page = Page::new(root.clone(), config.owns_page);
    let mut model = Model::new(ui, Rc::new(catalogue), opened.notebook, platform::today());
    model.route = Route::parse(&if config.owns_page { page.fragment() } else { config.start.clone() });
    if let Some(meant) = model.meant(&model.route) {
        page.replace(&meant.to_string());
        model.route = meant;
    }
    (model.appearance, model.device, model.last_backup) = opened.settings;
    (model.habits, model.day) = (opened.habits, platform::day());
    (model.keeping, model.save, model.notices) = (opened.keeping, opened.save, opened.notices);
    // What the module before this one had read back stays as it said.
    if let (Save::Idle, Some(at)) = (&model.save, platform::take_saved()) {
        model.save = Save::Saved(at);
    }
    if let Some(words) = words {
        (model.words, model.worded) = (model.words.and(&words), true);
    }
    model.embedded = config.embed.map(|embed| (embed.look)());
    let store = Store::new(model, persist, page, config);
    store.begin();
    match store.config().pages {
        Pages::All(wing) => (wing.begin)(&store),
        // Two texts may want one place: that choice the second module shows.
        Pages::First if store.persist().keeper().carries_more() => platform::invite_wing(),
        Pages::First => {}
    }

    // Hidden until its first picture stands: the prerendered page stays in view and in use until then.
    let _ = root.set_attribute("hidden", "");
    element.append_child(&root).ok()?;
    let on_drawn = {
        let (store, element, root) = (store.clone(), element.clone(), root.clone());
        Callback::from(move |show| {
            let (store, element, root) = (store.clone(), element.clone(), root.clone());
            TakeOver { store, element, root, came, show, moved: Vec::new() }.go(true);
        })
    };
    let inside = root.clone();
    let handle =
        yew::Renderer::<Root>::with_root_and_props(root, RootProps { store: store.clone(), on_drawn })
            .render();
    let kept = store.clone();
    let links = match store.config().embed {
        Some(embed) => Some((embed.links)(&store, &inside)),
        None => (!store.config().owns_page).then(|| {
            let store = store.clone();
            Links::new(&inside, move |place| store.visit(&place))
        }),
    };
    let losing = {
        let store = store.clone();
        move || store.would_lose()
    };
    let listeners = Listeners::new(move |signal| store.on_signal(signal), losing);
    Some(Running { store: kept, handle: Some(handle), listeners: Some(listeners), links })
}

/// Early text that was taken over: the prompt, what its old field held, the whole answer, and how many UTF-16 units of
/// that stand before it.
type Moved = (String, String, String, u32);

/// The first picture stands: what was typed before moves into it, the prerendered page goes, the program shows itself.
struct TakeOver {
    store: Store,
    /// Where the prerendered page is.
    element: Element,
    root: Element,
    came: Came,
    /// Told that the program shows itself.
    show: Callback<Came>,
    moved: Vec<Moved>,
}

impl TakeOver {
    /// The picture with the early text is drawn a moment later, and only then can focus and selection move over; what
    /// was typed in that moment is taken over in its turn, until a moment passes without a key.
    fn go(mut self, first: bool) {
        let mut more = first;
        for (prompt, text) in platform::early_texts(&self.element) {
            match self.moved.iter_mut().find(|(of, ..)| *of == prompt) {
                Some((_, typed, ..)) if *typed == text => {}
                Some((_, typed, whole, _)) => {
                    let before = whole.len().saturating_sub(typed.len());
                    *whole = [whole.get(..before).unwrap_or_default(), &text].concat();
                    *typed = text;
                    put_early(&self.store, &prompt, whole);
                    more = true;
                }
                None => {
                    if let Some((whole, shift)) = add_early(&self.store, &prompt, &text) {
                        self.moved.push((prompt, text, whole, shift));
                        more = true;
                    }
                }
            }
        }
        if more {
            self.store.flush().flush();
            return platform::soon(move || self.go(false));
        }
        let Self { store, element, root, came, show, moved } = self;
        let _ = root.remove_attribute("hidden");
        let mut focused = false;
        for (prompt, _, whole, shift) in &moved {
            focused |= platform::take_early(&element, &root, prompt, whole, *shift);
        }
        platform::end_early(&element, &root);
        show.emit(if focused { Came::Quietly } else { came });
        store.page().set_data("data-place", None);
        store.page().mark("terugblik:ready");
    }
}

/// Puts early text into its prompt: as the answer, or below the stored one. Gives what stands there now, and how many
/// UTF-16 units of it stand before the early text.
pub(super) fn add_early(store: &Store, prompt: &str, text: &str) -> Option<(String, u32)> {
    let (_, value) = early_spot(store, prompt)?;
    let before = value.get(slot::TEXT);
    let (whole, shift) = match before.trim().is_empty() {
        true => (text.to_owned(), 0),
        // After a reload browsers fill the field with what stood there: that is no new text.
        false if before == text => return Some((text.to_owned(), 0)),
        // Typed on in a field that held the answer already.
        false if text.starts_with(before) => (text.to_owned(), 0),
        false => ([before, "\n\n", text].concat(), before.encode_utf16().count() + 2),
    };
    put_early(store, prompt, &whole);
    if shift > 0 {
        store.send(Msg::NoticeRaised(Notice::EarlyTextAdded));
    }
    Some((whole, u32::try_from(shift).unwrap_or(u32::MAX)))
}

/// The part that a prompt belongs to, and what was answered to it.
fn early_spot(store: &Store, prompt: &str) -> Option<(ContentId, Value)> {
    let (model, content) = (store.model(), ContentId::new(prompt));
    let part = model.catalogue.theme_of(&content)?.id.clone();
    let stored = answer_in(&model, &part, &content).map(|answer| answer.value.clone());
    Some((part, stored.unwrap_or_else(|| Value::text(""))))
}

/// Makes this the answer to a prompt.
fn put_early(store: &Store, prompt: &str, whole: &str) {
    if let Some((part, mut value)) = early_spot(store, prompt) {
        value.set(slot::TEXT, whole);
        store.send(Msg::AnswerEdited { part, content: ContentId::new(prompt), value });
    }
}

/// The page of its own: the program in `#app`, for as long as the page lives. `embed` when that page is in a frame.
pub fn start_page(pages: Pages, embed: Option<&'static Embed>) {
    if let Some(element) = platform::page_element("app") {
        mount(&element, AppConfig { pages, embed, ..AppConfig::default() }).keep();
    }
}
