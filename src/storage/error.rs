//! What can go wrong with keeping, as values that the page has words for. No words here.

use std::fmt;

/// Why something was not kept, or not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// The store cannot be reached at all: blocked by a setting, a sandboxed frame, or gone.
    Unavailable,
    /// There is no room, also after older records made way.
    Full,
    /// What stood there cannot be read.
    Corrupt {
        /// The key under which it is kept now; `None` when it could not be set aside and stands where it was.
        aside: Option<String>,
    },
    /// What stands there was written by a newer version; it is left as it is.
    FromNewerVersion,
    /// What was read back is not what was written.
    NotSame,
    /// Everything was erased in another tab; this one may not write any more.
    Epoch,
    /// IndexedDB refused; the text is for a developer, not for the page.
    Mirror(String),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Error::Unavailable => "storage is unavailable",
            Error::Full => "storage is full",
            Error::Corrupt { .. } => "a stored value is unreadable",
            Error::FromNewerVersion => "a stored value is from a newer version",
            Error::NotSame => "what was read back differs",
            Error::Epoch => "erased in another tab",
            Error::Mirror(why) => why,
        })
    }
}

impl std::error::Error for Error {}
