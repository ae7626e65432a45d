//! Wiring: the only layer that knows all others. Starts the program, holds the store, and does what messages ask for.

mod config;
mod effects;
mod persist;
mod root;
mod start;
mod store;

pub use config::AppConfig;
pub use start::{Mounted, mount, start_page};
