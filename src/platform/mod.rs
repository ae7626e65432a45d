//! Every browser call that is not storage: focus, title, address, download, print, clock, Intl, early text.
//!
//! One place to look when a browser differs. Nothing here knows the model, and nothing here panics when a browser
//! refuses: a refusal is a value, or nothing happens.

mod boot;
pub mod cipher;
mod clock;
pub mod event;
mod frame;
mod keeping;
mod listen;
mod live;
mod page;
pub mod screen;

pub use boot::{
    call_wing, day, days, early_texts, end_early, end_former, hand_over, handed_over, invite_wing, is_quiet,
    language, leave_saved, leave_unsaved, leave_wish, on_leave, part, pause, set_day, set_language, soon,
    take_early, take_saved, take_unsaved, take_wish, tell_start_failed,
};
pub use clock::{Intl, fresh_id, now, today};
pub use frame::{
    has_focus, is_among_strangers, is_apart, is_embedded, own_links, replace_place, scroll_frame_to,
    shares_store,
};
pub use keeping::{clears_unvisited, is_private, pause_or_room, room};
pub use listen::{Links, Listeners, Signal};
pub use live::{LiveFile, Permission, can_pick_file, pick_file};
pub use page::{Page, Persisted, download, page_element, persist, persisted, print};
