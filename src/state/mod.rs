//! What the program knows and how it changes: [`Model`], [`Msg`] (what happened, past tense), [`update`].
//!
//! Pure: no browser, no serde, no words. Side effects are not here; `app` looks at the message and at what was
//! touched, and acts. Time and random ids come in as a [`Stamp`].

mod deed;
mod embedded;
mod file;
mod former;
mod guard;
mod habits;
mod model;
mod msg;
pub mod stage;
mod update;
mod vault;

pub use deed::{BookDeed, Chosen, Deed, LiveDeed, update_by};
pub use embedded::{Embedded, follow, same_list};
pub use file::{Kept, Preview, Refusal, Restore, Way, Why};
pub use guard::{Found, GUARD, Guard, Warning, Weight, changed, first_unbacked};
pub use habits::Habits;
pub use model::{
    Appearance, Device, Facts, Keeping, Model, Notice, Part, Save, Scheme, Shelved, TextSize, Trouble,
};
pub use msg::Msg;
pub use update::{Next, Stamp, Touch, update};
pub use vault::{Flaw, LockedFile, Passphrase, Step, Taking, Unmade, VAULT, Vault};
