//! Names of things: text that is compared and stored, never shown.

use std::fmt;
use std::rc::Rc;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Rc<str>);

        impl $name {
            /// Wraps a text as it is; where the text comes from outside, its reader has checked it.
            pub fn new(text: &str) -> Self {
                Self(Rc::from(text))
            }

            /// The text itself, as it is stored.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self::new(text)
            }
        }
    )*};
}

ids! {
    /// A prompt, option, anchor sentence, item or part of a content pack: `icp-01`, `icp-d1-o3`, `stage-a-07`.
    /// Stable for ever; a number in it is no order.
    ContentId
    /// A content pack: `core` is the one that comes with the program.
    PackId
    /// One notebook: a random UUID.
    NotebookId
    /// One pass through a theme or one journey: a random UUID.
    RunId
    /// A BCP 47 language tag as declared by the pack: `nl-BE`, `en`.
    Language
    /// The name of one text inside an answer: `text`, `other`, `me-want`, `obstacle`.
    Slot
}

impl Language {
    /// The primary subtag: `nl` of `nl-BE`.
    pub fn primary(&self) -> &str {
        self.as_str().split('-').next().unwrap_or_default()
    }
}
