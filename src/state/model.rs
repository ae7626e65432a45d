//! The snapshot that every screen is drawn from.

use super::file::{Kept, Restore};
use super::habits::Habits;
use crate::content::{Catalogue, Words};
use crate::domain::Map;
use crate::domain::{
    Checklist, ContentId, Date, Kind, LENSES, Moment, Notebook, Prompt, Second, Shelf, Theme,
};
use crate::i18n::Ui;
use crate::route::Route;
use std::any::Any;
use std::fmt;
use std::rc::Rc;

/// Everything a screen can show. Cheap to clone: what is large stands behind an `Rc`.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// Interface words of the language in use.
    pub ui: Ui,
    /// What can be opened.
    pub catalogue: Rc<Catalogue>,
    /// Words that all parts of the pack share, as far as they have come.
    pub words: Words,
    /// Whether the words that prompts of all kinds need are among them.
    pub worded: bool,
    /// The themes and checklists that were asked for, in the language in use.
    pub parts: Map<ContentId, Part>,
    /// What the person wrote.
    pub notebook: Rc<Notebook>,
    /// Where the person is.
    pub route: Route,
    /// The part that is read in two languages, once the second has come.
    pub second: Option<Rc<Second>>,
    /// Which of the prompts of the day is shown, counted round.
    pub day: usize,
    /// Today, on the person's calendar.
    pub today: Date,
    /// What became of the last edit.
    pub save: Save,
    /// Whose device this is.
    pub device: Device,
    /// Where writing is kept.
    pub keeping: Keeping,
    /// Things the person must be told, oldest first, each once.
    pub notices: Vec<Notice>,
    /// How the page looks.
    pub appearance: Appearance,
    /// How the person likes to work.
    pub habits: Habits,
    /// Whether the second module was asked for and did not come.
    pub pages_failed: bool,
    /// Whether the menu is open (narrow screens).
    pub menu_open: bool,
    /// Facts about what is stored, once they were counted.
    pub facts: Option<Facts>,
    /// Earlier texts that were kept when another text took their place.
    pub kept: Rc<Vec<Kept>>,
    /// A file on its way back in.
    pub restore: Restore,
    /// When a backup was last downloaded in this browser.
    pub last_backup: Option<Moment>,
    /// In a frame of somebody's page: what is known about it ([`Embedded`](super::Embedded)).
    pub embedded: Option<Shelved>,
    /// The wordings of questions that are no longer asked, as far as they were looked up (`former`).
    pub former: Option<Shelved>,
}

/// A part of the pack that was asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// On its way.
    Loading,
    /// A theme.
    Theme(Rc<Theme>),
    /// A checklist.
    Journey(Rc<Checklist>),
    /// What only a page of the second module reads: workshops, the library, the glossary, the sources.
    Shelved(Shelved),
    /// It did not come, or does not fit.
    Failed,
}

/// A part that only one page of the second module understands. It names no type, so that the first module does not carry
/// the making and dropping of what it never shows.
#[derive(Clone)]
pub struct Shelved(Rc<dyn Any>);

impl Shelved {
    /// Puts it away.
    pub fn new<T: 'static>(part: T) -> Self {
        Self(Rc::new(part))
    }

    /// What it is, for a page that asks for the right type.
    pub fn get<T: 'static>(&self) -> Option<&T> {
        self.0.downcast_ref()
    }

    /// The same, for somebody who keeps it.
    pub fn share<T: 'static>(&self) -> Option<Rc<T>> {
        Rc::clone(&self.0).downcast().ok()
    }
}

impl PartialEq for Shelved {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl fmt::Debug for Shelved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Shelved")
    }
}

/// What became of the last edit. `data-save` carries its name.
#[derive(Clone, Debug, PartialEq)]
pub enum Save {
    /// Nothing was edited yet.
    Idle,
    /// Under way.
    Saving,
    /// Written, read back and compared in both stores.
    Saved(Moment),
    /// In one of the two stores only.
    Partial(Moment),
    /// Not written.
    Failed(Trouble),
    /// In memory only, by choice or because storage is blocked.
    Memory,
}

impl Save {
    /// The value of `data-save`.
    pub fn name(&self) -> &'static str {
        match self {
            Save::Idle => "idle",
            Save::Saving => "saving",
            Save::Saved(_) => "saved",
            Save::Partial(_) => "partial",
            Save::Failed(_) => "failed",
            Save::Memory => "memory",
        }
    }
}

/// Why something could not be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// No room.
    Full,
    /// Everything was erased in another tab.
    ErasedElsewhere,
    /// What stands there was written by a newer version.
    Newer,
    /// The browser refused.
    Refused,
}

/// Whose device this is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Device {
    /// Not asked, or not answered yet.
    Unasked,
    /// The person's own.
    Own,
    /// Somebody else's: nothing is kept.
    Guest,
}

/// Where writing is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// In this browser.
    Browser,
    /// Storage is blocked: in memory until the tab closes.
    Blocked,
    /// In memory by the guest's choice.
    Guest,
}

/// Things a person must be told. Each stays until it is dismissed or no longer true.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// One store lagged and was repaired: this many records.
    Repaired(usize),
    /// This many records could not be read and were set aside, downloadable.
    SetAside(usize),
    /// This many records come from a newer version and are left alone.
    Newer(usize),
    /// Another tab had another text; it was kept.
    OtherTextKept,
    /// Everything was erased in another tab; this one no longer writes.
    ErasedElsewhere,
    /// The other language could not be loaded.
    LanguageFailed,
    /// Everything here was erased, and read back to be sure.
    Erased,
    /// Erasing did not succeed.
    EraseFailed,
    /// A file was put back: this many answers changed.
    Restored(usize),
    /// The file that was asked for could not be made: the module that makes it did not come.
    FileFailed,
    /// Nothing came of what was wanted of the notebooks.
    BookFailed,
    /// Text typed before the program was there was put behind a stored answer.
    EarlyTextAdded,
}

/// How the page looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Appearance {
    /// Light or dark.
    pub scheme: Scheme,
    /// Size of text.
    pub text: TextSize,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scheme {
    /// As the device does.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Scheme {
    /// Its name in the settings, in addresses and as the value of `data-scheme`; none leaves it to the device.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Scheme::Auto => None,
            Scheme::Light => Some("light"),
            Scheme::Dark => Some("dark"),
        }
    }

    /// The scheme of a name, as far as there is one.
    pub fn named(name: &str) -> Self {
        [Scheme::Light, Scheme::Dark].into_iter().find(|one| one.name() == Some(name)).unwrap_or_default()
    }
}

/// Size of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextSize {
    /// The browser's own.
    #[default]
    Normal,
    /// A step larger.
    Larger,
    /// Two steps larger.
    Largest,
}

/// Facts about what is stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Records in localStorage.
    pub local: usize,
    /// Records in IndexedDB.
    pub mirror: usize,
    /// Bytes that our records take.
    pub bytes: usize,
    /// Unreadable records that were set aside.
    pub aside: usize,
    /// Whether the browser promised not to clear by itself.
    pub persisted: Option<bool>,
}

impl Model {
    /// The model at the start, before anything is known but words and place.
    pub fn new(ui: Ui, catalogue: Rc<Catalogue>, notebook: Notebook, today: Date) -> Self {
        Self {
            ui,
            words: catalogue.words.clone(),
            worded: false,
            catalogue,
            parts: Map::new(),
            notebook: Rc::new(notebook),
            route: Route::Home,
            second: None,
            day: 0,
            today,
            save: Save::Idle,
            device: Device::Unasked,
            keeping: Keeping::Browser,
            notices: Vec::new(),
            appearance: Appearance::default(),
            habits: Habits::default(),
            pages_failed: false,
            menu_open: false,
            facts: None,
            kept: Rc::new(Vec::new()),
            restore: Restore::None,
            last_backup: None,
            embedded: None,
            former: None,
        }
    }

    /// The prompt of the day, and the theme it belongs to.
    pub fn of_day(&self) -> Option<(&ContentId, &Rc<Prompt>)> {
        let days = &self.catalogue.days;
        let prompt = days.get(self.day.checked_rem(days.len())?)?;
        Some((&self.catalogue.theme_of(&prompt.id)?.id, prompt))
    }

    /// The theme the person is in, once it is there.
    pub fn theme(&self, id: &ContentId) -> Option<&Rc<Theme>> {
        match self.parts.get(id) {
            Some(Part::Theme(theme)) => Some(theme),
            _ => None,
        }
    }

    /// A part that only later pages read, once it is there.
    pub fn shelved<T: 'static>(&self, id: &ContentId) -> Option<&T> {
        match self.parts.get(id) {
            Some(Part::Shelved(part)) => part.get(),
            _ => None,
        }
    }

    /// The page that a short address means, where it is one and its prompt is known.
    pub fn meant(&self, route: &Route) -> Option<Route> {
        let Route::Short(prompt) = route else { return None };
        self.catalogue.theme_of(prompt).map(|theme| Route::Prompt(theme.id.clone(), prompt.clone()))
    }

    /// Whether a place is a prompt that the first module does not draw whole: of a later kind, of a lens, in two languages,
    /// with terms to explain, or with an earlier answer beside it.
    pub fn is_later(&self, route: &Route) -> bool {
        let Route::Prompt(part, prompt) = route else { return false };
        let Some(theme) = self.theme(part) else { return false };
        let found = theme.find(prompt);
        let termed = |prompt: &Prompt| prompt.see.iter().any(|see| see.shelf == Shelf::Glossary);
        found.is_none_or(|(_, _, prompt)| prompt.kind == Kind::Later || termed(prompt))
            || !self.habits.lenses.is_empty()
            || !self.habits.second.is_empty()
            || self.notebook.runs_of(part).len() > 1
    }

    /// A prompt of a part, or of a lens that stands in it, once it is there.
    pub fn asked(&self, part: &ContentId, prompt: &ContentId) -> Option<&Rc<Prompt>> {
        let within = |part: &ContentId| self.theme(part)?.find(prompt).map(|(_, _, prompt)| prompt);
        within(part).or_else(|| within(&ContentId::new(LENSES)))
    }

    /// Whether the question about the device stands under the field: after a first save that nobody answered for.
    pub fn asks_device(&self) -> bool {
        let written = matches!(self.save, Save::Saved(_) | Save::Partial(_)) || !self.notebook.is_empty();
        self.device == Device::Unasked && self.keeping == Keeping::Browser && written
    }
}
