//! What `docs/` says about backup files is so: the JSON Schema fits every file that is written, and an implementation that
//! is not the browser's opens a locked one.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
#![cfg(not(target_arch = "wasm32"))]

mod stored;

use aes_gcm::aead::{Aead, Payload};
use aes_gcm::{Aes256Gcm, KeyInit};
use boon::{Compiler, SchemaIndex, Schemas};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::rc::Rc;
use std::sync::LazyLock;
use stored::{TOOLS, fixture, run};
use terugblik::storage::locked::{self, Header, Lock, Locked};
use terugblik::storage::{Choice, Memory, MemoryMirror, backup, open};

/// The passphrase of `backup_locked_v1.json`.
const WORDS: &str = "vier losse woorden, één zin";

/// The schema of `docs/`, ready to judge.
struct Schema(Schemas, SchemaIndex);

impl Schema {
    fn read() -> Self {
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        compiler.enable_format_assertions();
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/backup.schema.json");
        let index = compiler.compile(path, &mut schemas).unwrap_or_else(|error| panic!("{error:#}"));
        Self(schemas, index)
    }

    fn judge(&self, file: &Value) -> Result<(), String> {
        self.0.validate(file, self.1).map_err(|error| format!("{error:#}"))
    }
}

fn tree(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// A file of an empty browser into which a backup was put back.
fn exported() -> String {
    let opened = run(open(Rc::new(Memory::as_if_lasting()), Some(Rc::new(MemoryMirror::default())), TOOLS));
    let file = backup::read(&fixture("backup_v1.json")).unwrap();
    run(opened.keeper.restore(&file, Choice::Merge)).unwrap();
    run(opened.keeper.export())
}

fn key(words: &str, lock: &Lock) -> Aes256Gcm {
    let key = pbkdf2::pbkdf2_hmac_array::<Sha256, 32>(words.as_bytes(), &lock.salt, lock.iterations);
    Aes256Gcm::new(&key.into())
}

/// The key of the fixture, made once: that takes seconds.
static KEY: LazyLock<Aes256Gcm> = LazyLock::new(|| key(WORDS, &fixed().header.lock));

fn fixed() -> Locked {
    locked::read(&fixture("backup_locked_v1.json")).unwrap()
}

fn unlock(key: &Aes256Gcm, file: &Locked) -> Option<String> {
    let payload = Payload { msg: &file.data, aad: file.header.line.as_bytes() };
    String::from_utf8(key.decrypt(&file.header.lock.iv.into(), payload).ok()?).ok()
}

fn sum(header: &Header, data: &[u8]) -> Vec<u8> {
    Sha256::digest(locked::summed(header, data)).to_vec()
}

#[test]
fn a_locked_file_of_version_1_opens_with_another_implementation() {
    let file = fixed();
    assert!(file.is_whole(&sum(&file.header, &file.data)));
    assert_eq!(unlock(&KEY, &file).as_deref(), Some(fixture("backup_v1.json").as_str()));
    assert_eq!(unlock(&key("vier losse woorden, een zin", &file.header.lock), &file), None);
}

#[test]
fn a_header_that_was_changed_shows_and_does_not_open() {
    let changed = fixture("backup_locked_v1.json").replacen("2026-09-21", "2026-09-22", 1);
    let file = locked::read(&changed).unwrap();
    assert!(!file.is_whole(&sum(&file.header, &file.data)), "damage shows without the passphrase");
    assert_eq!(unlock(&KEY, &file), None, "nor does it open for somebody who makes the sum fit");
}

#[test]
fn what_is_locked_here_opens_there() {
    let text = exported();
    let lock = Lock { iterations: locked::ITERATIONS, salt: [3; locked::SALT], iv: [5; locked::IV] };
    let header = Header::new(1_790_000_000_000, "0.1.0", lock).unwrap();
    let payload = Payload { msg: text.as_bytes(), aad: header.line.as_bytes() };
    let key = key(WORDS, &header.lock);
    let data = key.encrypt(&header.lock.iv.into(), payload).unwrap();
    let file = locked::write(&header, &data, &sum(&header, &data)).unwrap();
    let read = locked::read(&file).unwrap();
    assert!(read.is_whole(&sum(&read.header, &read.data)));
    assert_eq!(unlock(&key, &read), Some(text));
    Schema::read().judge(&tree(&file)).unwrap();
}

#[test]
fn every_file_fits_the_schema() {
    let schema = Schema::read();
    for text in [fixture("backup_v1.json"), fixture("backup_locked_v1.json"), exported()] {
        schema.judge(&tree(&text)).unwrap();
    }
    // What stands in a browser are records too.
    for name in ["stored_v1_kinds.json", "stored_v1_tally.json", "stored_v1_dimension.json"] {
        let mut file = tree(&fixture("backup_v1.json"));
        let stored = tree(&fixture(name));
        let raws = stored.as_object().unwrap().iter().filter(|(key, _)| key.starts_with("terugblik/r/"));
        let records = raws.map(|(_, raw)| {
            let (sum, json) = raw.as_str().unwrap().split_at(9);
            let mut record = tree(json);
            record["crc"] = json!(sum.trim());
            record
        });
        file["records"] = records.collect();
        assert!(!file["records"].as_array().unwrap().is_empty());
        schema.judge(&file).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

#[test]
fn a_broken_file_does_not_fit_the_schema() {
    let schema = Schema::read();
    let cases: [(&str, &str, Value); 24] = [
        ("backup_v1.json", "/format", json!("terugblik")),
        ("backup_v1.json", "/version", json!(2)),
        ("backup_v1.json", "/exportedAt", json!("gisteren")),
        ("backup_v1.json", "/exportedAt", json!("2026-13-01T00:00:00Z")),
        ("backup_v1.json", "/notebook", json!("a/b")),
        ("backup_v1.json", "/records", json!({})),
        ("backup_v1.json", "/records/0/crc", json!("0x123456")),
        ("backup_v1.json", "/records/0/v", json!("1")),
        ("backup_v1.json", "/records/0/key", json!("elders/r/1")),
        ("backup_v1.json", "/records/0/rev", json!("")),
        ("backup_v1.json", "/records/0/at", json!(1.5)),
        ("backup_v1.json", "/records/0/body", json!({})),
        ("backup_v1.json", "/records/0/body/texts", json!({ "text": 1 })),
        ("backup_v1.json", "/records/7/body/dates", json!({ "date": "1 mei" })),
        ("backup_v1.json", "/history/0/reason", json!("zomaar")),
        ("backup_v1.json", "/wording", json!([])),
        ("backup_v1.json", "/aside", json!([{ "key": "a" }])),
        ("backup_locked_v1.json", "/version", json!(2)),
        ("backup_locked_v1.json", "/kdf/iterations", json!(1_000)),
        ("backup_locked_v1.json", "/kdf/iterations", json!(10_000_001)),
        ("backup_locked_v1.json", "/kdf/salt", json!("BwcH")),
        ("backup_locked_v1.json", "/cipher/iv", json!("CQkJCQkJCQkJCQkJCQkJ")),
        ("backup_locked_v1.json", "/sha256", json!("AB".repeat(32))),
        ("backup_locked_v1.json", "/data", json!("geen base64")),
    ];
    for (name, place, value) in cases {
        let mut file = tree(&fixture(name));
        *file.pointer_mut(place).unwrap_or_else(|| panic!("{name} has no {place}")) = value.clone();
        assert!(schema.judge(&file).is_err(), "{name} with {value} at {place} fits");
    }
    for name in ["backup_v1.json", "backup_locked_v1.json"] {
        let whole = tree(&fixture(name));
        for field in whole.as_object().unwrap().keys() {
            let mut file = whole.clone();
            file.as_object_mut().unwrap().remove(field);
            assert!(schema.judge(&file).is_err(), "{name} fits without {field}");
        }
    }
}

#[test]
fn what_the_program_refuses_and_what_the_schema_refuses_is_the_same_for_a_header() {
    let schema = Schema::read();
    let whole = fixture("backup_locked_v1.json");
    let cases = [
        ("\"version\": 1", "\"version\": 0"),
        ("600000", "599999"),
        ("600000", "10000000"),
        ("600000", "600001"),
        ("AES-256-GCM", "AES-128-GCM"),
        ("\"SHA-256\"", "\"SHA-512\""),
        ("\"app\": \"0.1.0\"", "\"app\": 1"),
        ("\"app\": \"0.1.0\"", "\"app\": \"9.9.9\", \"later\": true"),
        ("jDJR6hWW6ES5nnza", "jDJR6hWW6ES5nnz="),
        ("jDJR6hWW6ES5nnza", "jDJR6hWW6ES5nnzb"),
        ("\"sha256\": \"3", "\"sha256\": \""),
    ];
    for (old, new) in cases {
        let text = whole.replacen(old, new, 1);
        assert_ne!(text, whole, "{old}");
        let (program, schema) = (locked::read(&text), schema.judge(&tree(&text)));
        assert_eq!(program.is_ok(), schema.is_ok(), "{new}: {program:?}, {schema:?}");
    }
}
