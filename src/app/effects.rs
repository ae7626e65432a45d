//! What messages ask of the world: going places, fetching content, files, settings. The model has changed already.

use super::Pages;
use super::store::Store;
use crate::content::{read_index, read_theme};
use crate::domain::{ContentId, Language};
use crate::i18n::Ui;
use crate::platform::{self, Intl, Signal};
use crate::route::Route;
use crate::state::{Appearance, Device, Keeping, Model, Msg, Notice, Part, Save, Scheme, TextSize};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

impl Store {
    /// What has to be under way before the first picture.
    pub fn begin(&self) {
        let model = self.model();
        self.react(&Msg::RouteEntered(model.route.clone()));
        self.page().set_data("data-scheme", scheme_name(model.appearance.scheme));
        self.page().set_data("data-text", text_name(model.appearance.text));
    }

    /// Acts on a message.
    pub fn react(&self, msg: &Msg) {
        match msg {
            Msg::Went(route) => self.go(route),
            Msg::SkipAsked => self.page().focus("[data-main]"),
            Msg::RouteEntered(route) if !self.has(route) => self.call_wing(),
            Msg::RouteEntered(_) => self.load_parts(),
            Msg::PagesRetried => self.call_wing(),
            Msg::PartRetried(id) => self.fetch_part(id.clone()),
            Msg::LanguageAsked(language) => self.change_language(language.clone()),
            Msg::LanguageArrived(..) | Msg::PartArrived(..) | Msg::NotebookReplaced(_) => self.load_parts(),
            Msg::DeviceNamed(device) => {
                // The question goes away, with the focus in it: on to what it was about.
                self.page().focus("[data-focus]");
                self.page().focus("[data-save]");
                match device {
                    Device::Guest => self.persist().become_guest(self),
                    Device::Own | Device::Unasked => self.persist().keep_for_good(),
                }
            }
            Msg::MenuToggled(false) => self.page().focus("[data-menu]"),
            Msg::DownloadAsked => {
                self.flush().flush();
                self.persist().download(self);
            }
            Msg::AppearanceChosen(appearance) => self.show_appearance(*appearance),
            _ => {}
        }
        if let Pages::All(wing) = self.config().pages {
            (wing.react)(self, msg);
        }
    }

    /// Acts on what the browser tells.
    pub fn on_signal(&self, signal: Signal) {
        match signal {
            Signal::Address(_) if !self.config().owns_page => {}
            Signal::Address(fragment) => self.enter(Route::parse(&fragment)),
            Signal::Hiding => self.flush().flush(),
            Signal::Leaving => {
                self.persist().leave();
                self.flush().flush();
            }
            Signal::Showing => {
                let today = platform::today();
                if self.model().today != today {
                    self.send(Msg::DayChanged(today));
                }
            }
            Signal::Revived => self.persist().reopen(self),
            Signal::Stored(key, value) => self.persist().arrived(self, key.as_deref(), value.as_deref()),
        }
    }

    /// Whether leaving now would lose something the person wrote.
    pub fn would_lose(&self) -> bool {
        // What is still in a field goes to the first store now: Firefox may cut off what is written on `pagehide`.
        self.persist().leave();
        self.flush().flush();
        self.persist().stay_if_nobody_left(self);
        let model = self.model();
        let written = model.notebook.count() > 0;
        (model.keeping != Keeping::Browser && written) || matches!(model.save, Save::Failed(_))
    }

    /// Whether this module has the page of a place.
    fn has(&self, route: &Route) -> bool {
        route.is_first() || matches!(self.config().pages, Pages::All(_))
    }

    fn enter(&self, route: Route) {
        if !self.has(&route) {
            // The page stays as it is, and of use, until the second module takes over.
            self.flush().flush();
            self.call_wing();
        } else if route != self.model().route {
            self.flush().flush();
            self.send(Msg::RouteEntered(route));
        }
    }

    /// Fetches the second module, which takes over. What is being saved is saved first: it reads the same stores.
    fn call_wing(&self) {
        let store = self.clone();
        spawn_local(async move {
            store.persist().settled().await;
            store.persist().hand_over(&store);
            if platform::call_wing().await.is_err() {
                store.send(Msg::PagesFailed);
                let wanted = Route::parse(&store.page().fragment());
                if !store.has(&wanted) && store.model().route != wanted {
                    store.send(Msg::RouteShown(wanted));
                }
            }
        });
    }

    /// A link to a place was followed inside a page that is not ours.
    pub fn visit(&self, place: &str) {
        self.enter(Route::parse(place));
    }

    fn go(&self, route: &Route) {
        match self.config().owns_page {
            true => self.page().go(&route.to_string()),
            false => self.enter(route.clone()),
        }
    }

    /// Fetches what the place needs and was not asked for yet.
    fn load_parts(&self) {
        let model = self.model();
        for id in wanted(&model) {
            let exists = model.catalogue.theme(&id).is_some() || model.catalogue.journey(&id).is_some();
            if exists && !self.model().parts.contains_key(&id) {
                self.send(Msg::PartRetried(id));
            }
        }
    }

    fn fetch_part(&self, id: ContentId) {
        let store = self.clone();
        spawn_local(async move {
            let model = store.model();
            let part = fetch(&store, &model, model.ui.language(), &id).await;
            // The language may have changed meanwhile: then this text is no longer wanted.
            if store.model().ui.language() == model.ui.language() {
                store.send(Msg::PartArrived(id, part));
            }
        });
    }

    fn change_language(&self, language: Language) {
        self.flush().flush();
        let store = self.clone();
        spawn_local(async move {
            let text = platform::part("index", language.as_str()).await;
            let Some((catalogue, strings)) = text.ok().and_then(|text| read_index(&text, &language).ok())
            else {
                store.send(Msg::NoticeRaised(Notice::LanguageFailed));
                return;
            };
            let mut next = Model::clone(&store.model());
            next.catalogue = Rc::new(catalogue);
            let part = match next.route.part().filter(|id| next.parts.contains_key(id)).cloned() {
                Some(id) => match fetch(&store, &next, &language, &id).await {
                    Part::Failed => {
                        store.send(Msg::NoticeRaised(Notice::LanguageFailed));
                        return;
                    }
                    part => Some((id, part)),
                },
                None => None,
            };
            store.persist().set("lang", language.as_str());
            platform::set_language(language.as_str());
            let ui = Ui::new(language, strings, Rc::new(Intl::default()));
            store.send(Msg::LanguageArrived(ui, next.catalogue, part));
        });
    }

    fn show_appearance(&self, appearance: Appearance) {
        let Appearance { scheme, text } = appearance;
        self.page().set_data("data-scheme", scheme_name(scheme));
        self.page().set_data("data-text", text_name(text));
        self.persist().set("scheme", scheme_name(scheme).unwrap_or_default());
        self.persist().set("text", text_name(text).unwrap_or_default());
    }
}

/// The parts that the place shows: its own; all that were written in where everything stands together; and, beside a
/// checklist, the themes whose prompts it links to.
fn wanted(model: &Model) -> Vec<ContentId> {
    match &model.route {
        Route::Overview | Route::MyAnswers => {
            model.notebook.runs.values().map(|run| run.part.clone()).collect()
        }
        route => {
            let part = route.part();
            let mut all: Vec<ContentId> = part.into_iter().cloned().collect();
            if let Some(Part::Journey(list)) = part.and_then(|id| model.parts.get(id)) {
                let linked = list.items.iter().flat_map(|item| &item.prompts);
                let themes = linked.filter_map(|prompt| model.catalogue.theme_of(prompt));
                all.extend(themes.map(|theme| theme.id.clone()));
            }
            all
        }
    }
}

async fn fetch(store: &Store, model: &Model, language: &Language, id: &ContentId) -> Part {
    match platform::part(id.as_str(), language.as_str()).await {
        Ok(text) => read_part(store, model, id, &text),
        Err(()) => Part::Failed,
    }
}

fn read_part(store: &Store, model: &Model, id: &ContentId, text: &str) -> Part {
    let common = &model.catalogue.words;
    match (model.catalogue.theme(id).is_some(), store.config().pages) {
        (true, _) => read_theme(text, common).map_or(Part::Failed, |theme| Part::Theme(Rc::new(theme))),
        (false, Pages::All(wing)) => (wing.read_list)(text, common),
        (false, Pages::First) => Part::Failed,
    }
}

/// The value of `data-scheme`; none leaves it to the device.
fn scheme_name(scheme: Scheme) -> Option<&'static str> {
    match scheme {
        Scheme::Auto => None,
        Scheme::Light => Some("light"),
        Scheme::Dark => Some("dark"),
    }
}

/// The value of `data-text`; none is the browser's own size.
fn text_name(text: TextSize) -> Option<&'static str> {
    match text {
        TextSize::Normal => None,
        TextSize::Larger => Some("larger"),
        TextSize::Largest => Some("largest"),
    }
}

/// Reads the two names back from the settings.
pub fn appearance_of(scheme: &str, text: &str) -> Appearance {
    let scheme = [Scheme::Light, Scheme::Dark].into_iter().find(|one| scheme_name(*one) == Some(scheme));
    let text = [TextSize::Larger, TextSize::Largest].into_iter().find(|one| text_name(*one) == Some(text));
    Appearance { scheme: scheme.unwrap_or_default(), text: text.unwrap_or_default() }
}
