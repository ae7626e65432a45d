//! Wiring: the only layer that knows all others. Starts the program, holds the store, and does what messages ask for.

mod config;
mod effects;
mod embed;
mod files;
mod guard;
mod persist;
mod root;
mod second;
mod stage;
mod start;
mod store;
mod wing;
mod words;

pub use config::{AppConfig, Pages};
pub use embed::{Embed, embedding};
pub use stage::start_stage;
pub use start::{Mounted, mount, start_page};
pub use wing::{WING, Wing};
