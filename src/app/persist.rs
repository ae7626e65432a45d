//! Between the model and storage: what was touched is written, what came of it is told. Files are in `files`.

use super::effects::appearance_of;
use super::store::Store;
use crate::domain::{AnswerKey, Moment, Notebook};
use crate::platform;
use crate::state::{Appearance, Device, Habits, Keeping, Model, Msg, Notice, Save, Touch, Trouble};
use crate::storage::backup::Backup;
use crate::storage::raw::Typed;
use crate::storage::{
    Arrival, Backend, Error, Indexed, Keeper, Local, Memory, Mirror, Opened, Outcome, Place, RecordKey,
    Tools, open, open_first, read_settings, wording_of, write_settings,
};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// What storage needs and cannot make itself.
pub(super) const TOOLS: Tools = Tools { fresh: platform::fresh_id, now: || platform::now().0 };

/// The keeper in use and what is under way with it. Cheap to clone.
#[derive(Clone)]
pub struct Persist(pub(super) Rc<Inner>);

pub(super) struct Inner {
    keeper: RefCell<Rc<Keeper>>,
    /// Where settings go: the browser's store, or memory once nothing may be kept.
    pub(super) settings: RefCell<Rc<dyn Backend>>,
    /// Counts writes, so that only the outcome of the last one is shown.
    writes: Cell<u32>,
    /// The page goes away. A write to the mirror that begins now would be cut off, and WebKit then holds back the next
    /// page's for many seconds; the next start brings it there.
    leaving: Cell<bool>,
    /// A file that was read and waits for the person's word, with what had stood in fields when it was made.
    pub(super) file: RefCell<Option<(Backup, Typed)>>,
}

/// What opening found.
pub struct Found {
    pub notebook: Notebook,
    pub keeping: Keeping,
    pub save: Save,
    pub notices: Vec<Notice>,
    pub settings: (Appearance, Device, Option<Moment>),
    pub habits: Habits,
}

impl Persist {
    /// Opens what this browser allows; or, after another module handed over what only memory held, that.
    pub async fn open() -> (Self, Found) {
        let handed = platform::handed_over();
        let guest = handed.as_ref().is_some_and(|(guest, _)| *guest);
        let (local, opened) = match handed {
            Some((_, records)) => open_memory(records).await,
            None => open_browser().await,
        };
        let settings = read_settings(&*local);
        let appearance = appearance_of(settings.get("scheme"), settings.get("text"));
        let device = match settings.get("own") {
            _ if guest => Device::Guest,
            "yes" => Device::Own,
            _ => Device::Unasked,
        };
        let last_backup = settings.get("lastBackup").parse().ok().map(Moment);
        let habit = |name: &str| settings.get(name).to_owned();
        let habits = Habits { dials: habit("dial"), lenses: habit("lenses"), second: habit("second") };
        let notices = notices_of(&opened);
        let blocked = opened.report.place == Place::Memory;
        let Opened { keeper, notebook, .. } = opened;
        let persist = Self(Rc::new(Inner {
            keeper: RefCell::new(keeper),
            settings: RefCell::new(local),
            writes: Cell::new(0),
            leaving: Cell::new(false),
            file: RefCell::new(None),
        }));
        let found = Found {
            notebook,
            keeping: match blocked {
                true if guest => Keeping::Guest,
                true => Keeping::Blocked,
                false => Keeping::Browser,
            },
            save: if blocked { Save::Memory } else { Save::Idle },
            notices,
            settings: (appearance, device, last_backup),
            habits,
        };
        (persist, found)
    }

    /// The page goes away: from now on only the first store is written.
    pub fn leave(&self) {
        self.0.leaving.set(true);
    }

    /// The page may still be here, because somebody chose to stay: then the mirror gets what it lacks.
    pub fn stay_if_nobody_left(&self, store: &Store) {
        let (persist, store) = (self.clone(), store.clone());
        spawn_local(async move {
            platform::pause(1_000).await;
            persist.0.leaving.set(false);
            if persist.pending() && store.model().keeping == Keeping::Browser {
                persist.keeper().catch_up().await;
                if !persist.pending() {
                    store.send(Msg::SaveChanged(Save::Saved(platform::now())));
                }
            }
        });
    }

    pub(super) fn keeper(&self) -> Rc<Keeper> {
        Rc::clone(&self.0.keeper.borrow())
    }

    /// Whether something is not confirmed yet.
    pub fn pending(&self) -> bool {
        self.keeper().pending()
    }

    /// Waits until what is being saved is saved, but not for ever: what fails stays pending, and is in the first store.
    pub async fn settled(&self) {
        for _ in 0..40 {
            if !self.keeper().pending() {
                return;
            }
            platform::pause(50).await;
        }
    }

    /// Leaves what only memory holds to the module that takes over.
    pub fn hand_over(&self, store: &Store) {
        let keeping = store.model().keeping;
        if keeping == Keeping::Browser {
            // What found no room stands in this module only.
            return platform::leave_unsaved(&self.keeper().unsaved());
        }
        let memory = Rc::clone(&self.0.settings.borrow());
        let mut records = Vec::new();
        for key in memory.keys("").unwrap_or_default() {
            if let Ok(Some(text)) = memory.get(&key) {
                records.push((key, text));
            }
        }
        platform::hand_over(keeping == Keeping::Guest, &records);
    }

    /// Writes what was touched: to the first store at once, to the mirror as soon as it answers.
    pub fn write(&self, store: &Store, model: &Model, touched: &[Touch]) {
        let keys: Vec<RecordKey> = touched
            .iter()
            .map(|touch| match touch {
                Touch::Run(run) => RecordKey::Run(run.clone()),
                Touch::Answer(key) => RecordKey::Answer(key.clone()),
            })
            .collect();
        self.remember_wording(model, touched);
        self.write_keys(store, &model.notebook, &keys);
    }

    fn write_keys(&self, store: &Store, notebook: &Notebook, keys: &[RecordKey]) {
        let keeper = self.keeper();
        let written = keeper.write(notebook, keys);
        if !written.kept_other.is_empty() {
            store.send(Msg::NoticeRaised(Notice::OtherTextKept));
        }
        if self.0.leaving.get() {
            return;
        }
        let number = self.0.writes.get().wrapping_add(1);
        self.0.writes.set(number);
        if store.model().keeping == Keeping::Browser && store.model().save != Save::Saving {
            store.send(Msg::SaveChanged(Save::Saving));
        }
        let (persist, store) = (self.clone(), store.clone());
        spawn_local(async move {
            let outcome = keeper.settle(written).await;
            let last = persist.0.writes.get() == number;
            if last || matches!(outcome, Outcome::Failed(_)) {
                store.send(Msg::SaveChanged(save_of(outcome)));
            }
        });
    }

    /// The question as it stood on screen is kept once, so that an old answer can be read beside its own question.
    fn remember_wording(&self, model: &Model, touched: &[Touch]) {
        for touch in touched {
            let Touch::Answer(AnswerKey { run, spot }) = touch else { continue };
            let Some(run) = model.notebook.runs.get(run) else { continue };
            let catalogue = &model.catalogue;
            let of_day =
                || catalogue.days.iter().find(|day| day.id == spot.content).map(|day| wording_of(day));
            let json = model.asked(&run.part, &spot.content).map(|prompt| wording_of(prompt)).or_else(of_day);
            if let Some(json) = json {
                let language = catalogue.language.as_str();
                self.keeper().remember_wording(&run.pack, &spot.content, &catalogue.version, language, &json);
            }
        }
    }

    /// Another tab wrote something.
    pub fn arrived(&self, store: &Store, key: Option<&str>, value: Option<&str>) {
        // What is still in a field goes to the store first: nothing replaces it unseen.
        store.flush().flush();
        match self.keeper().arrived(key.unwrap_or_default(), value) {
            Arrival::Nothing => {}
            Arrival::Answer(key, answer) => store.send(Msg::AnswerArrived(key, answer.map(Rc::new))),
            Arrival::Run(id, Some(run)) => store.send(Msg::RunArrived(id, Rc::new(run))),
            Arrival::Run(_, None) => {}
            Arrival::Erased => store.send(Msg::NoticeRaised(Notice::ErasedElsewhere)),
        }
    }

    /// Reads everything again: the page was away and may be old.
    pub fn reopen(&self, store: &Store) {
        self.0.leaving.set(false);
        if store.model().keeping != Keeping::Browser {
            return;
        }
        let (persist, store) = (self.clone(), store.clone());
        spawn_local(async move {
            persist.keeper().catch_up().await;
            if persist.pending() {
                // What is not kept yet stands in this page only: it stays as it is.
                return;
            }
            let opened = open_browser().await;
            let notebook = persist.take(opened);
            store.send(Msg::NotebookReplaced(notebook));
        });
    }

    /// From now on these are the stores and the keeper; gives what the notebook is.
    pub(super) fn take(&self, (settings, opened): (Rc<dyn Backend>, Opened)) -> Notebook {
        *self.0.settings.borrow_mut() = settings;
        *self.0.keeper.borrow_mut() = opened.keeper;
        opened.notebook
    }

    /// Keeps a setting; what cannot be kept is only a wish less.
    pub fn set(&self, name: &str, value: &str) {
        let backend = Rc::clone(&self.0.settings.borrow());
        let mut settings = read_settings(&*backend);
        settings.set(name, value);
        let _ = write_settings(&*backend, &settings);
    }
}

/// The browser's two stores as far as it allows them. Settings go to the first, or to memory.
pub(super) async fn open_browser() -> (Rc<dyn Backend>, Opened) {
    let local: Rc<dyn Backend> =
        Local::open().map_or_else(|_| Rc::new(Memory::new()) as Rc<dyn Backend>, |local| Rc::new(local));
    let mirror = Indexed::open().await.ok().map(|mirror| Rc::new(mirror) as Rc<dyn Mirror>);
    let opened = open_first(Rc::clone(&local), mirror, TOOLS).await;
    let keeper = Rc::clone(&opened.keeper);
    spawn_local(async move { keeper.catch_up().await });
    (local, opened)
}

/// What another module held in memory.
async fn open_memory(records: Vec<(String, String)>) -> (Rc<dyn Backend>, Opened) {
    let memory: Rc<dyn Backend> = Rc::new(Memory::new());
    for (key, text) in records {
        // Memory refuses nothing.
        let _ = memory.set(&key, &text);
    }
    let opened = open(Rc::clone(&memory), None, TOOLS).await;
    (memory, opened)
}

pub(super) fn notices_of(opened: &Opened) -> Vec<Notice> {
    let report = &opened.report;
    [
        (report.repaired, Notice::Repaired(report.repaired)),
        (report.aside, Notice::SetAside(report.aside)),
        (report.newer, Notice::Newer(report.newer)),
        (report.conflicts, Notice::OtherTextKept),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(_, notice)| notice)
    .collect()
}

pub(super) fn save_of(outcome: Outcome) -> Save {
    let now = platform::now();
    match outcome {
        Outcome::Saved(Place::Both) => Save::Saved(now),
        Outcome::Saved(Place::LocalOnly | Place::MirrorOnly) => Save::Partial(now),
        Outcome::Saved(Place::Memory) => Save::Memory,
        Outcome::Failed(Error::Full) => Save::Failed(Trouble::Full),
        Outcome::Failed(Error::Epoch) => Save::Failed(Trouble::ErasedElsewhere),
        Outcome::Failed(Error::FromNewerVersion) => Save::Failed(Trouble::Newer),
        Outcome::Failed(_) => Save::Failed(Trouble::Refused),
    }
}
