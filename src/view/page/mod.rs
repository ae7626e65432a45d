//! One screen a file. A page composes parts and turns their events into messages.

pub mod answers;
pub mod home;
pub mod journey;
pub mod my_answers;
pub mod other;
pub mod overview;
pub mod prompt;
mod stored;
pub mod theme;
