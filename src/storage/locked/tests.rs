//! What is written is read again, and everything else is refused in its own way.

use super::*;

const DATA: &[u8] = b"encrypted, and a tag behind it";

fn lock() -> Lock {
    Lock { iterations: ITERATIONS, salt: [7; SALT], iv: [9; IV] }
}

fn file() -> String {
    let header = Header::new(1_790_001_000_000, "0.1.0", lock()).unwrap();
    write(&header, DATA, &[0xab; 32]).unwrap()
}

/// The file with one piece of its text replaced.
fn with(old: &str, new: &str) -> String {
    let file = file();
    assert_eq!(file.matches(old).count(), 1, "{old} in {file}");
    file.replace(old, new)
}

#[test]
fn what_is_written_is_read_again() {
    let read = read(&file()).unwrap();
    assert_eq!(read.data, DATA);
    assert_eq!(read.header, Header::new(1_790_001_000_000, "0.1.0", lock()).unwrap());
    assert!(read.is_whole(&[0xab; 32]) && !read.is_whole(&[0xac; 32]) && !read.is_whole(&[]));
    assert_eq!(
        summed(&read.header, b"!"),
        [read.header.line.as_bytes(), b"!"].concat(),
        "the header is in the sum"
    );
}

#[test]
fn the_header_is_authenticated_as_it_stands_in_the_file() {
    let line = "{\"format\":\"terugblik-backup-locked\",\"version\":1,\"exportedAt\":\"2026-09-21T14:30:00Z\",\
                \"app\":\"0.1.0\",\"kdf\":{\"name\":\"PBKDF2\",\"hash\":\"SHA-256\",\"iterations\":600000,\
                \"salt\":\"BwcHBwcHBwcHBwcHBwcHBw==\"},\"cipher\":{\"name\":\"AES-256-GCM\",\"iv\":\"CQkJCQkJCQkJCQkJ\"}}";
    assert_eq!(read(&file()).unwrap().header.line, line);
    let other = read(&with("\"app\": \"0.1.0\"", "\"app\": \"0.2.0\"")).unwrap();
    assert_ne!(other.header.line, line, "another app is another header");
    let more = read(&with("\"version\": 1,", "\"version\": 1, \"later\": {\"half\": [1, null]},")).unwrap();
    assert_eq!(
        more.header.line,
        line.replace("\"version\":1,", "\"version\":1,\"later\":{\"half\":[1,null]},")
    );
}

#[test]
fn a_file_reads_the_same_however_it_is_laid_out() {
    let line = file().lines().map(str::trim).collect::<String>();
    assert_eq!(read(&line), read(&file()));
    assert_eq!(read(&["\u{FEFF}", &file()].concat()), read(&file()));
}

#[test]
fn only_a_locked_file_says_so() {
    assert!(is_locked(&file()));
    assert!(!is_locked(
        r#"{"format": "terugblik-backup", "aside": [{"raw": "\"terugblik-backup-locked\""}]}"#
    ));
    for text in ["", "[]", "\u{0}", r#"{"format": "terugblik-backup", "version": 1}"#] {
        assert_eq!(read(text), Err(LockedError::NotOurs), "{text}");
    }
    assert_eq!(read(r#"["terugblik-backup-locked"]"#), Err(LockedError::NotOurs));
    assert_eq!(read(r#"{"app": "terugblik-backup-locked"}"#), Err(LockedError::NotOurs));
}

#[test]
fn a_newer_file_is_left_alone() {
    assert_eq!(read(&with("\"version\": 1", "\"version\": 2")), Err(LockedError::Newer));
    for version in ["0", "-1", "1.5", "\"1\"", "null", "99999999999999999999"] {
        let file = with("\"version\": 1", &format!("\"version\": {version}"));
        assert_eq!(read(&file), Err(LockedError::Field("version")), "{version}");
    }
}

#[test]
fn a_key_is_made_neither_carelessly_nor_for_hours() {
    for count in [FEWEST, 1_000_000, MOST] {
        let read = read(&with("600000", &count.to_string())).unwrap();
        assert_eq!(i64::from(read.header.lock.iterations), count);
    }
    for count in
        ["0", "-600000", "1", "599999", "10000001", "4294967296", "600000.5", "1e6", "\"600000\"", "null"]
    {
        assert_eq!(read(&with("600000", count)), Err(LockedError::Iterations), "{count}");
    }
    for (old, new) in
        [("\"PBKDF2\"", "\"scrypt\""), ("\"SHA-256\"", "\"SHA-1\""), ("AES-256-GCM", "AES-256-CBC")]
    {
        assert_eq!(read(&with(old, new)), Err(LockedError::Method), "{new}");
    }
}

#[test]
fn salt_and_iv_have_their_length() {
    for salt in
        ["", "BwcH", "BwcHBwcHBwcHBwcHBwcHBwcH", "BwcHBwcHBwcHBwcHBwcHBw", "BwcHBwcHBwcHBwcHBwcHBx==", "é"]
    {
        assert_eq!(read(&with("BwcHBwcHBwcHBwcHBwcHBw==", salt)), Err(LockedError::Salt), "{salt}");
    }
    for iv in ["", "CQkJ", "CQkJCQkJCQkJCQkJCQkJ", "CQkJCQkJCQkJCQk ", "----------------"] {
        assert_eq!(read(&with("CQkJCQkJCQkJCQkJ", iv)), Err(LockedError::Iv), "{iv}");
    }
}

#[test]
fn data_and_sum_have_their_form() {
    let data = STANDARD.encode(DATA);
    for wrong in ["", "AAAA", "AAAAAAAAAAAAAAAAAAAAAA==", "%%%%", "ZW5j\\n"] {
        assert_eq!(read(&with(&data, wrong)), Err(LockedError::Data), "{wrong}");
    }
    let sum = hex(&[0xab; 32]);
    for wrong in ["", "ab", &sum.to_uppercase(), &sum.replace('b', "g"), &format!("{sum}ab")] {
        assert_eq!(read(&with(&sum, wrong)), Err(LockedError::Sum), "{wrong}");
    }
}

#[test]
fn a_missing_field_is_named() {
    let names = ["version", "exportedAt", "app", "kdf", "cipher", "sha256", "data"];
    for name in names {
        for value in ["null", "7.5"] {
            let tree = Json::parse(&file()).unwrap().into_fields().unwrap();
            let without: Fields = tree.into_iter().filter(|(known, _)| known != name).collect();
            let text = Json::Object(without).compact().unwrap();
            assert_eq!(read(&text), Err(LockedError::Field(name)), "without {name}");
            let text = text.replacen('{', &format!("{{\"{name}\": {value}, "), 1);
            assert_eq!(read(&text), Err(LockedError::Field(name)), "{name} is {value}");
        }
    }
    assert_eq!(read(&with("\"name\": \"PBKDF2\",", "")), Err(LockedError::Method));
    assert_eq!(
        read(&with("\"version\": 1", "\"version\": 1, \"more\": 0.5")),
        Err(LockedError::Damaged { line: 0 })
    );
}

#[test]
fn a_file_that_was_cut_off_anywhere_is_refused() {
    let file = file();
    let end = file.trim_end().len();
    for at in 0..end {
        let Some((start, _)) = file.split_at_checked(at) else { continue };
        let wanted = if is_locked(start) { LockedError::Truncated } else { LockedError::NotOurs };
        assert_eq!(read(start), Err(wanted), "cut off at {at}");
    }
}

#[test]
fn no_byte_that_changes_brings_it_down() {
    let file = file();
    let known = read(&file).unwrap();
    for at in 0..file.len() {
        for byte in [0, b'"', b'}', b'9', 0x7f] {
            let mut bytes = file.clone().into_bytes();
            *bytes.get_mut(at).unwrap() = byte;
            // What still reads has another header, other bytes or another sum, or is the same but for blanks.
            if let Ok(changed) = read(&String::from_utf8(bytes).unwrap()) {
                let blank = file.as_bytes().get(at).is_some_and(u8::is_ascii_whitespace);
                assert!(
                    changed != known || blank || file.as_bytes().get(at) == Some(&byte),
                    "byte {at} is {byte}"
                );
            }
        }
    }
}

#[test]
fn twice_the_same_name_and_deep_nests_are_refused() {
    let twice = with("\"version\": 1", "\"version\": 1, \"version\": 1");
    assert!(matches!(read(&twice), Err(LockedError::Damaged { .. })), "{:?}", read(&twice));
    let twice = with("\"iterations\"", "\"salt\": \"\", \"iterations\"");
    assert!(matches!(read(&twice), Err(LockedError::Damaged { .. })), "{:?}", read(&twice));
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let nest = [&open.repeat(100_000), "0", &close.repeat(100_000)].concat();
        let deep = with("\"version\": 1", &format!("\"version\": 1, \"more\": {nest}"));
        assert_eq!(read(&deep), Err(LockedError::Damaged { line: 3 }));
    }
}

#[test]
fn nothing_larger_than_what_is_read_is_written() {
    let header = Header::new(0, "0.1.0", lock()).unwrap();
    let fits = LARGEST / 4 * 3 - 1_000;
    let file = write(&header, &vec![0; fits], &[0; 32]).unwrap();
    assert!(read(&file).is_ok());
    assert_eq!(write(&header, &vec![0; LARGEST / 4 * 3], &[0; 32]), None);
    assert_eq!(read(&[file.as_str(), " ".repeat(2_000).as_str()].concat()), Err(LockedError::TooLarge));
}
