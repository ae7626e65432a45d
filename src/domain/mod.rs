//! What the program talks about: prompts and checklists on one side, what people write and tick on the other.
//!
//! Pure: no browser, no serde, no interface words. Wire formats live in `content` and `storage`, so a renamed
//! field here never breaks a person's notebook.

mod asked;
mod checklist;
mod date;
mod details;
mod dial;
mod due;
pub mod find;
mod holidays;
mod id;
mod map;
mod notebook;
mod profile;
mod progress;
mod prompt;
mod reference;
mod second;
mod theme;
mod undo;
mod value;
mod workshop;

pub use asked::{Asked, AskedKey};
pub use checklist::{Anchor, Checklist, Item, Phase, Verify, When};
pub use date::{Date, date_text, days_between, parse_date, shift};
pub use details::{Detail, Finding, details};
pub use dial::{Dial, Routes, minutes_left};
pub use due::{Due, review_of};
pub use holidays::{is_school_holiday, school_day_from};
pub use id::{ContentId, Language, NotebookId, PackId, RunId, Slot};
pub use map::{Map, Set};
pub use notebook::{Answer, AnswerKey, AnswerSpot, Moment, Notebook, Run, RunKind};
pub use profile::{Ladder, Line, Place, lines, most_pressing_first, priorities};
pub use progress::{Progress, Step, first_open, of_prompts};
pub use prompt::{Cell, Choice, Kind, Prompt, See, Sensitivity, Shelf};
pub use reference::{Competences, Glossary, Library, Shown, Source, Sources, Term};
pub use second::Second;
pub use theme::{LENSES, Practice, Screen, SetKind, Theme};
pub use undo::{Lost, Undo};
pub use value::{ItemState, Main, Priority, Stand, Texts, Value, slot};
pub use workshop::{Form, Format, GroupSize, Step as WorkshopStep, Workshops};
