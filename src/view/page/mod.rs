//! One screen a file. A page composes parts and turns their events into messages.

pub mod along;
pub mod answers;
pub mod beside;
pub mod device;
pub mod earlier;
pub mod find;
pub mod glossary;
pub mod home;
pub mod journey;
pub mod lenses;
pub mod library;
pub mod my_answers;
pub mod other;
pub mod overview;
pub mod prompt;
pub mod rivals;
pub mod second;
pub mod sources;
mod stored;
pub mod theme;
pub mod whole;
pub mod workshop;
