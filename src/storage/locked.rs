//! The locked backup: the text of a backup file, encrypted with a passphrase, inside a readable header.
//!
//! Only what is written and read stands here: fields, bounds, base64. Keys and ciphers are the browser's
//! (`platform::cipher`). `docs/backup-format.md` describes the file. Pure: no store is touched here.

use super::backup::{LARGEST, from_iso, to_iso};
use crate::json::{Fields, Json, take};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// How often a passphrase is hashed to make a key of a new file. What is advised against guessing by machine today.
pub const ITERATIONS: u32 = 600_000;
/// Fewer were never written: such a header is not ours, and its key would be guessed too easily.
const FEWEST: i64 = 600_000;
/// More would keep a phone busy for minutes: a header may not ask that.
const MOST: i64 = 10_000_000;
/// Bytes of the salt.
pub const SALT: usize = 16;
/// Bytes of the initialisation vector.
pub const IV: usize = 12;
/// Bytes that the cipher adds to what it encrypts.
const TAG: usize = 16;

const FORMAT: &str = "terugblik-backup-locked";
const QUOTED: &str = "\"terugblik-backup-locked\"";
const VERSION: i64 = 1;
const KDF: [(&str, &str); 2] = [("name", "PBKDF2"), ("hash", "SHA-256")];
const CIPHER: &str = "AES-256-GCM";

/// How the key of a file is made and used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lock {
    /// How often the passphrase is hashed.
    pub iterations: u32,
    /// What makes the same passphrase another key in another file.
    pub salt: [u8; SALT],
    /// What makes the same text other bytes under the same key.
    pub iv: [u8; IV],
}

/// The readable part of a file. It is no secret, but a change in it is noticed: it is authenticated with the rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// How the key is made and used.
    pub lock: Lock,
    /// The header as JSON on one line, as it is authenticated.
    pub line: String,
}

/// A locked file that was read. Nothing in it is known yet but its header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locked {
    /// The readable part.
    pub header: Header,
    /// What is encrypted, with the cipher's tag behind it.
    pub data: Vec<u8>,
    sum: String,
}

/// Why a locked file cannot be opened, whatever the passphrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LockedError {
    /// Larger than any file that is written.
    TooLarge,
    /// Not a locked file of ours.
    NotOurs,
    /// Made by a newer version of the program.
    Newer,
    /// Ours, but its end is missing.
    Truncated,
    /// Ours, but no JSON of ours: a name twice, nested too deep, a character lost.
    Damaged {
        /// The line where reading stopped.
        line: usize,
    },
    /// A field is missing or of another kind.
    Field(&'static str),
    /// The key is made, or the text encrypted, in a way that this version never wrote.
    Method,
    /// The passphrase would be hashed too few or too many times.
    Iterations,
    /// The salt is no base64 of the right length.
    Salt,
    /// The initialisation vector is no base64 of the right length.
    Iv,
    /// The encrypted part is no base64, or too short to be one.
    Data,
    /// The checksum is no SHA-256 in hexadecimal.
    Sum,
}

/// Whether a text says of itself that it is a locked file. In a plain backup no answer can say so: quotes inside a text
/// are escaped there.
pub fn is_locked(text: &str) -> bool {
    text.contains(QUOTED)
}

impl Header {
    /// The header of a new file.
    pub fn new(exported: i64, app: &str, lock: Lock) -> Option<Self> {
        let line = Json::Object(fields(exported, app, &lock)).compact()?;
        Some(Self { lock, line })
    }
}

fn fields(exported: i64, app: &str, lock: &Lock) -> Fields {
    let named = |name: &str, value| (name.to_owned(), value);
    let mut kdf: Fields = KDF.iter().map(|(name, value)| named(name, Json::text(value))).collect();
    kdf.push(named("iterations", Json::Int(i64::from(lock.iterations))));
    kdf.push(named("salt", Json::Text(STANDARD.encode(lock.salt))));
    let cipher = vec![named("name", Json::text(CIPHER)), named("iv", Json::Text(STANDARD.encode(lock.iv)))];
    vec![
        named("format", Json::text(FORMAT)),
        named("version", Json::Int(VERSION)),
        named("exportedAt", Json::Text(to_iso(exported))),
        named("app", Json::text(app)),
        named("kdf", Json::Object(kdf)),
        named("cipher", Json::Object(cipher)),
    ]
}

/// What the checksum is made of: the header's line and the encrypted part behind it.
pub fn summed(header: &Header, data: &[u8]) -> Vec<u8> {
    [header.line.as_bytes(), data].concat()
}

/// The text of a new file; `None` when it would be larger than what is read. `sum` is the SHA-256 of [`summed`].
pub fn write(header: &Header, data: &[u8], sum: &[u8]) -> Option<String> {
    let mut fields = Json::parse(&header.line).ok()?.into_fields()?;
    fields.push(("sha256".to_owned(), Json::Text(hex(sum))));
    fields.push(("data".to_owned(), Json::Text(STANDARD.encode(data))));
    let mut text = Json::Object(fields).pretty()?;
    text.push('\n');
    (text.len() <= LARGEST).then_some(text)
}

/// Reads a file as far as it can be read without its passphrase.
pub fn read(text: &str) -> Result<Locked, LockedError> {
    if text.len() > LARGEST {
        return Err(LockedError::TooLarge);
    }
    if !is_locked(text) {
        return Err(LockedError::NotOurs);
    }
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let tree = Json::parse(text).map_err(|error| match error.is_eof() {
        true => LockedError::Truncated,
        false => LockedError::Damaged { line: error.line() },
    })?;
    let mut fields = tree.into_fields().ok_or(LockedError::NotOurs)?;
    let header = Json::Object(fields.clone());
    if header.str("format") != FORMAT {
        return Err(LockedError::NotOurs);
    }
    match header.field("version") {
        Some(Json::Int(VERSION)) => {}
        Some(Json::Int(later)) if *later > VERSION => return Err(LockedError::Newer),
        _ => return Err(LockedError::Field("version")),
    }
    let lock = lock_of(&header)?;
    let mut text = |name| take(&mut fields, name).and_then(Json::into_text);
    let sum = text("sha256").ok_or(LockedError::Field("sha256"))?;
    if sum.len() != 64 || !sum.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) {
        return Err(LockedError::Sum);
    }
    let data = text("data").ok_or(LockedError::Field("data"))?;
    let data = STANDARD.decode(data).ok().filter(|data| data.len() > TAG).ok_or(LockedError::Data)?;
    let line = Json::Object(fields).compact().ok_or(LockedError::Damaged { line: 0 })?;
    Ok(Locked { header: Header { lock, line }, data, sum })
}

fn lock_of(header: &Json) -> Result<Lock, LockedError> {
    if from_iso(header.str("exportedAt")).is_none() {
        return Err(LockedError::Field("exportedAt"));
    }
    if !matches!(header.field("app"), Some(Json::Text(_))) {
        return Err(LockedError::Field("app"));
    }
    let part = |name| match header.field(name) {
        Some(part @ Json::Object(_)) => Ok(part),
        _ => Err(LockedError::Field(name)),
    };
    let (kdf, cipher) = (part("kdf")?, part("cipher")?);
    if KDF.iter().any(|(name, value)| kdf.str(name) != *value) || cipher.str("name") != CIPHER {
        return Err(LockedError::Method);
    }
    let iterations = match kdf.field("iterations") {
        Some(Json::Int(count @ FEWEST..=MOST)) => u32::try_from(*count).ok(),
        _ => None,
    };
    let iterations = iterations.ok_or(LockedError::Iterations)?;
    let salt = bytes(kdf.str("salt")).ok_or(LockedError::Salt)?;
    let iv = bytes(cipher.str("iv")).ok_or(LockedError::Iv)?;
    Ok(Lock { iterations, salt, iv })
}

impl Locked {
    /// Whether the file is as it was written: `sum` is the SHA-256 of [`summed`]. What then does not open has another
    /// passphrase.
    pub fn is_whole(&self, sum: &[u8]) -> bool {
        self.sum == hex(sum)
    }
}

fn bytes<const N: usize>(text: &str) -> Option<[u8; N]> {
    STANDARD.decode(text).ok()?.try_into().ok()
}

fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

#[cfg(test)]
mod tests;
