//! Wiring: the only layer that knows all others. Starts the program, holds the store, and does what messages ask for.

mod books;
mod config;
mod device;
mod effects;
mod embed;
mod files;
mod guard;
mod live;
mod locked;
mod persist;
mod rivals;
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
