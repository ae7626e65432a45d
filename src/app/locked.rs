//! Backups under a passphrase: making one, and opening one that was chosen. Only the second module comes here.

use super::persist::Persist;
use super::store::Store;
use crate::domain::{ContentId, date_text};
use crate::i18n::Text;
use crate::platform::cipher::{self, CipherError, Terms};
use crate::platform::{now, soon};
use crate::state::{
    LockedFile, Msg, Part, Passphrase, Refusal, Restore, Shelved, Step, Taking, Unmade, VAULT, Vault,
};
use crate::storage::locked::{self, Header, ITERATIONS, Lock, Locked, LockedError};
use wasm_bindgen_futures::spawn_local;

impl Persist {
    /// Everything as one file that a passphrase locks. It is opened once before it is given: a file that does not open
    /// is worse than none.
    pub fn lock(&self, store: &Store, word: &Passphrase) {
        if store.model().vault().take == Taking::UnderWay {
            return;
        }
        store.flush().flush();
        change(store, |vault| vault.take = Taking::UnderWay);
        let (persist, store, word) = (self.clone(), store.clone(), word.clone());
        spawn_local(async move {
            let text = persist.keeper().export().await;
            let made = seal(&word, &text).await;
            drop(word);
            let model = store.model();
            let name = model.ui.fill(Text::LockedName, &[("date", &date_text(model.today))]);
            let take = match made {
                Ok(file) if persist.give(&store, &name, &file) => Taking::Done(name),
                Ok(_) => Taking::Failed(Unmade::Failed),
                Err(why) => Taking::Failed(why),
            };
            change(&store, |vault| vault.take = take);
        });
    }

    /// Reads a chosen file: a locked one asks for its passphrase, any other shows what would change.
    pub fn read_any(&self, store: &Store, name: &str, text: &str) {
        if !locked::is_locked(text) {
            let (persist, store, name, text) =
                (self.clone(), store.clone(), name.to_owned(), text.to_owned());
            return spawn_local(async move { persist.read_file(&store, name, &text).await });
        }
        let (store, name, read) = (store.clone(), name.to_owned(), locked::read(text));
        spawn_local(async move {
            let whole = match read {
                Ok(file) => whole(file).await,
                Err(error) => Err(refusal_of(&error)),
            };
            store.send(Msg::RestoreChanged(match &whole {
                Ok(_) => Restore::None,
                Err(why) => Restore::Refused(*why),
            }));
            if let Ok(file) = whole {
                let chosen = LockedFile { name, file: Shelved::new(file), step: Step::Asked };
                change(&store, |vault| vault.back = Some(chosen));
            }
        });
    }

    /// Opens the chosen file with a passphrase and shows what would change.
    pub fn unlock(&self, store: &Store, word: &Passphrase) {
        let Some(chosen) = store.model().vault().back.filter(|chosen| chosen.step != Step::UnderWay) else {
            return;
        };
        let Some(file) = chosen.file.share::<Locked>() else { return };
        step(store, Step::UnderWay);
        let (persist, store, word) = (self.clone(), store.clone(), word.clone());
        spawn_local(async move {
            let opened = cipher::open(word.words(), terms(&file.header), &file.data).await;
            drop(word);
            // Meanwhile the person may have chosen another file, or none.
            if store.model().vault().back.is_none_or(|now| now.file != chosen.file) {
                return;
            }
            let refused = |why| store.send(Msg::RestoreChanged(Restore::Refused(why)));
            match opened.map(String::from_utf8) {
                Ok(Ok(text)) => persist.read_file(&store, chosen.name.clone(), &text).await,
                Ok(Err(_)) => refused(Refusal::Damaged),
                Err(CipherError::NotOpened) => return step(&store, Step::Wrong),
                Err(CipherError::Unavailable | CipherError::Refused) => refused(Refusal::NoCipher),
            }
            // The field that had the focus is gone: on to what the file holds, or to the choice of another one.
            soon(move || {
                store.page().focus("[type=file]");
                store.page().focus("[data-preview]");
            });
        });
    }
}

/// What a former visit to the page left is no news any more.
pub(super) fn enter(store: &Store) {
    if !matches!(store.model().vault().take, Taking::Idle | Taking::UnderWay) {
        change(store, |vault| vault.take = Taking::Idle);
    }
}

/// Another file is in view, or none.
pub(super) fn let_go(store: &Store) {
    if store.model().vault().back.is_some() {
        change(store, |vault| vault.back = None);
    }
}

/// Everything was erased: a file that was chosen goes too.
pub(super) fn forget(store: &Store) {
    change(store, |vault| *vault = Vault::default());
}

fn change(store: &Store, how: impl FnOnce(&mut Vault)) {
    let mut vault = store.model().vault();
    how(&mut vault);
    store.send(Msg::PartArrived(ContentId::new(VAULT), Part::Shelved(Shelved::new(vault))));
}

fn step(store: &Store, step: Step) {
    change(store, |vault| vault.back.iter_mut().for_each(|chosen| chosen.step = step));
}

async fn seal(word: &Passphrase, text: &str) -> Result<String, Unmade> {
    let failed = |error| match error {
        CipherError::Unavailable => Unmade::NoCipher,
        CipherError::NotOpened | CipherError::Refused => Unmade::Failed,
    };
    let lock = Lock {
        iterations: ITERATIONS,
        salt: cipher::random().map_err(failed)?,
        iv: cipher::random().map_err(failed)?,
    };
    let header = Header::new(now().0, env!("CARGO_PKG_VERSION"), lock).ok_or(Unmade::Failed)?;
    let data = cipher::seal(word.words(), terms(&header), text.as_bytes()).await.map_err(failed)?;
    let sum = cipher::digest(&locked::summed(&header, &data)).await.map_err(failed)?;
    let file = locked::write(&header, &data, &sum).ok_or(Unmade::TooLarge)?;
    let read = whole(locked::read(&file).map_err(|_| Unmade::Failed)?).await.map_err(|_| Unmade::Failed)?;
    let opened = cipher::open(word.words(), terms(&read.header), &read.data).await.map_err(failed)?;
    if opened == text.as_bytes() { Ok(file) } else { Err(Unmade::Failed) }
}

/// The file, if it is as it was written: then only the passphrase can be wrong.
async fn whole(file: Locked) -> Result<Locked, Refusal> {
    let sum = cipher::digest(&locked::summed(&file.header, &file.data)).await;
    match sum {
        Ok(sum) if file.is_whole(&sum) => Ok(file),
        Ok(_) => Err(Refusal::Damaged),
        Err(_) => Err(Refusal::NoCipher),
    }
}

fn terms(header: &Header) -> Terms<'_> {
    let Header { lock: Lock { iterations, salt, iv }, line } = header;
    Terms { iterations: *iterations, salt, iv, head: line.as_bytes() }
}

fn refusal_of(error: &LockedError) -> Refusal {
    match error {
        LockedError::TooLarge => Refusal::TooLarge,
        LockedError::NotOurs => Refusal::NotOurs,
        LockedError::Newer => Refusal::Newer,
        LockedError::Method | LockedError::Iterations => Refusal::OddLock,
        LockedError::Truncated
        | LockedError::Damaged { .. }
        | LockedError::Field(_)
        | LockedError::Salt
        | LockedError::Iv
        | LockedError::Data
        | LockedError::Sum => Refusal::Damaged,
    }
}
