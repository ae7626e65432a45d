//! The drawings on the controls of the big screen. The control they stand in has the name.

use crate::view::part::el::El;
use crate::view::part::icon::{Shapes, svg};

/// A sign of 20 by 20.
#[derive(Clone, Copy)]
pub(super) enum Sign {
    Previous,
    Next,
    Play,
    Pause,
    Blank,
    Sun,
    Moon,
    Close,
}

pub(super) fn sign(sign: Sign) -> El {
    let shapes: Shapes = match sign {
        Sign::Previous => (&["M12.5 4.5 7 10l5.5 5.5"], &[]),
        Sign::Next => (&["M7.5 4.5 13 10l-5.5 5.5"], &[]),
        Sign::Play => (&[], &["M6 4 16 10 6 16Z"]),
        Sign::Pause => (&["M7 4.5v11M13 4.5v11"], &[]),
        Sign::Blank => (&["M2.5 4h15v10h-15Z", "M7 17h6"], &["M2.5 4h15v10h-15Z"]),
        Sign::Sun => (
            &[
                "M6.5 10a3.5 3.5 0 0 0 7 0 3.5 3.5 0 0 0-7 0Z",
                "M10 2v2M10 16v2M2 10h2M16 10h2M4.3 4.3l1.4 1.4M14.3 14.3l1.4 1.4M4.3 15.7l1.4-1.4M14.3 5.7l1.4-1.4",
            ],
            &[],
        ),
        Sign::Moon => (&["M15.5 12.5A7 7 0 0 1 7.5 4.5 6.5 6.5 0 1 0 15.5 12.5Z"], &[]),
        Sign::Close => (&["m5 5 10 10M15 5 5 15"], &[]),
    };
    svg("stage__sign", "0 0 20 20", "1.75", shapes)
}
