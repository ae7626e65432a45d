//! What messages ask of the world: going places, fetching content, files, settings. The model has changed already.

use super::Pages;
use super::store::Store;
use super::words;
use crate::content::{Words, read_first};
use crate::domain::{ContentId, Language};
use crate::i18n::Ui;
use crate::platform::{self, Intl, Signal};
use crate::route::Route;
use crate::state::{Appearance, Keeping, Model, Msg, Notice, Part, Save, Scheme, TextSize};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

impl Store {
    /// What has to be under way before the first picture.
    pub fn begin(&self) {
        let model = self.model();
        self.react(&Msg::RouteEntered(model.route.clone()));
        self.page().set_data("data-scheme", model.appearance.scheme.name());
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
            // Only now is it known of what kind the prompt is that somebody came for.
            Msg::PartArrived(..) if !self.has(&self.model().route) => self.call_wing(),
            Msg::LanguageArrived(..) | Msg::PartArrived(..) | Msg::NotebookReplaced(_) => self.load_parts(),
            Msg::DayTurned => {
                platform::set_day(self.model().day);
                let store = self.clone();
                // The heading is another one once it is drawn.
                platform::soon(move || store.page().focus("[data-focus]"));
            }
            Msg::MenuToggled(false) => self.page().focus("[data-menu]"),
            Msg::AnswerEdited { .. } if matches!(self.config().pages, Pages::First) => {
                platform::invite_wing()
            }
            // The second module makes the file, once it has taken over.
            Msg::DownloadAsked if matches!(self.config().pages, Pages::First) => {
                platform::leave_wish();
                self.call_wing();
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
        matches!(self.config().pages, Pages::All(_)) || (route.is_first() && !self.model().is_later(route))
    }

    fn enter(&self, route: Route) {
        let route = match self.model().meant(&route) {
            // It comes back as the address of its page, and the short one is no stop on the way back.
            Some(meant) if self.config().owns_page => return self.page().replace(&meant.to_string()),
            Some(meant) => meant,
            None => route,
        };
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
            if platform::call_wing().await.is_err() {
                store.send(Msg::PagesFailed);
                if platform::take_wish() {
                    store.send(Msg::NoticeRaised(Notice::FileFailed));
                }
                let wanted = Route::parse(&store.page().fragment());
                if !store.has(&wanted) && store.model().route != wanted {
                    store.send(Msg::RouteShown(wanted));
                }
            }
        });
    }

    /// A link to a place was followed inside a page that is not ours, or not ours alone.
    pub fn visit(&self, place: &str) {
        self.go(&Route::parse(place));
    }

    fn go(&self, route: &Route) {
        match (self.config().embed, self.config().owns_page) {
            (Some(embed), _) => (embed.go)(route),
            (None, true) => self.page().go(&route.to_string()),
            (None, false) => self.enter(route.clone()),
        }
    }

    /// Fetches what the place needs and was not asked for yet.
    pub(super) fn load_parts(&self) {
        let model = self.model();
        let wanted = match self.config().pages {
            Pages::All(wing) => (wing.wanted)(&model),
            Pages::First => model.route.part().cloned().into_iter().collect(),
        };
        for id in wanted {
            if model.catalogue.has(&id) && !self.model().parts.contains_key(&id) {
                self.send(Msg::PartRetried(id));
            }
        }
    }

    fn fetch_part(&self, id: ContentId) {
        let store = self.clone();
        spawn_local(async move {
            let model = store.model();
            let (part, words) = fetch(&store, &model, model.ui.language(), &id).await;
            // The language may have changed meanwhile: then this text is no longer wanted.
            if store.model().ui.language() == model.ui.language() {
                if let Some(words) = words.filter(|_| !store.model().worded) {
                    store.send(Msg::WordsArrived(words));
                }
                store.send(Msg::PartArrived(id, part));
            }
        });
    }

    fn change_language(&self, language: Language) {
        self.flush().flush();
        let store = self.clone();
        spawn_local(async move {
            let Some(words::Start { catalogue, strings, mut words }) =
                words::start(store.config().pages, &language).await
            else {
                store.send(Msg::NoticeRaised(Notice::LanguageFailed));
                return;
            };
            let mut next = Model::clone(&store.model());
            next.catalogue = Rc::new(catalogue);
            next.worded = words.is_some();
            next.words = words.as_ref().map_or_else(Words::default, |words| next.catalogue.words.and(words));
            let shelf = next.route.shelf().map(ContentId::new);
            let shown = next.route.part().cloned().or(shelf).filter(|id| next.parts.contains_key(id));
            let part = match shown {
                Some(id) => match fetch(&store, &next, &language, &id).await {
                    (Part::Failed, _) => {
                        store.send(Msg::NoticeRaised(Notice::LanguageFailed));
                        return;
                    }
                    (part, came) => {
                        words = words.or(came);
                        Some((id, part))
                    }
                },
                None => None,
            };
            store.persist().set("lang", language.as_str());
            platform::set_language(language.as_str());
            let ui = Ui::new(language, strings, Rc::new(Intl::default()));
            store.send(Msg::LanguageArrived(ui, next.catalogue, words, part));
        });
    }

    fn show_appearance(&self, appearance: Appearance) {
        let Appearance { scheme, text } = appearance;
        self.page().set_data("data-scheme", scheme.name());
        self.page().set_data("data-text", text_name(text));
        self.persist().set("scheme", scheme.name().unwrap_or_default());
        self.persist().set("text", text_name(text).unwrap_or_default());
    }
}

/// A part, and the words that prompts of all kinds need where the catalogue does not have them yet.
async fn fetch(store: &Store, model: &Model, language: &Language, id: &ContentId) -> (Part, Option<Words>) {
    let text = platform::part(id.as_str(), language.as_str()).await;
    let words = match model.worded {
        true => None,
        false => match words::of_prompts(language).await {
            Some(words) => Some(words),
            None => return (Part::Failed, None),
        },
    };
    let Ok(text) = text else { return (Part::Failed, words) };
    let first = &model.catalogue.words;
    let common = words.as_ref().map_or_else(|| model.words.clone(), |words| first.and(words));
    (read_part(store, model, id, &text, &common), words)
}

fn read_part(store: &Store, model: &Model, id: &ContentId, text: &str, common: &Words) -> Part {
    match (model.catalogue.theme(id).is_some(), store.config().pages) {
        (_, Pages::All(wing)) => (wing.read)(model, id, text, common),
        (true, Pages::First) => {
            read_first(text, common).map_or(Part::Failed, |set| Part::Theme(Rc::new(set)))
        }
        (false, Pages::First) => Part::Failed,
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
    let text = [TextSize::Larger, TextSize::Largest].into_iter().find(|one| text_name(*one) == Some(text));
    Appearance { scheme: Scheme::named(scheme), text: text.unwrap_or_default() }
}
