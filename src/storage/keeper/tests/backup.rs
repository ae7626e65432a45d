//! The backup file: out, in, and what a broken one does.

use super::*;
use crate::storage::Preview;
use crate::storage::backup::{self, BackupError};
use crate::storage::{Choice, Error};

fn filled() -> (Browser, Tab) {
    let browser = Browser::default();
    let mut tab = browser.open();
    let (pack, id) = (PackId::new("core"), ContentId::new("icp-01"));
    tab.keeper.remember_wording(
        &pack,
        &id,
        "0.1.0",
        "nl-BE",
        r#"{"ask":"Wat zag je?","options":{"a":"één"}}"#,
    );
    let _ = tab.save("icp-01", &long("lang"));
    let _ = tab.save("icp-01", "<b>kort</b> __proto__ \u{0} \"\\ \u{1F600}");
    let _ = tab.save("icp-02", "twee");
    let _ = tab.save("icp-03", "drie");
    let _ = tab.save("icp-03", "");
    browser.local.set(&name(&tab, "icp-02"), "kapot").unwrap();
    (browser.open(), browser).swap()
}

trait Swap<A, B> {
    fn swap(self) -> (B, A);
}

impl<A, B> Swap<A, B> for (A, B) {
    fn swap(self) -> (B, A) {
        (self.1, self.0)
    }
}

fn without_date(file: &str) -> String {
    file.lines().filter(|line| !line.contains("\"exportedAt\"")).collect::<Vec<_>>().join("\n")
}

#[test]
fn restored_into_an_empty_browser_the_file_comes_out_the_same() {
    let (_, tab) = filled();
    let file = run(tab.keeper.export());
    for mirror in [true, false] {
        CLOCK.set(now() + 12_345_678);
        let empty = Browser::default();
        let fresh = if mirror { empty.open() } else { empty.open_without_mirror() };
        let read = backup::read(&file).unwrap();
        let (notebook, changed) = run(fresh.keeper.restore(&read, Choice::Merge)).unwrap();
        assert_eq!(changed, 2);
        assert_eq!(notebook, tab.notebook);
        assert_eq!(without_date(&run(fresh.keeper.export())), without_date(&file));
        assert_eq!(run(fresh.keeper.restore(&read, Choice::TakeFile)).unwrap().1, 0, "twice changes nothing");
        let again = if mirror { empty.open() } else { empty.open_without_mirror() };
        assert_eq!(again.notebook, tab.notebook);
        assert_eq!((again.report.repaired, again.report.conflicts), (0, 0));
        assert_eq!(without_date(&run(again.keeper.export())), without_date(&file));
    }
}

#[test]
fn where_both_have_text_the_choice_decides_and_the_other_is_kept() {
    for (choice, stays) in [(Choice::Merge, "hier"), (Choice::TakeFile, "daar")] {
        for mirror in [true, false] {
            let (one, two) = (Browser::default(), Browser::default());
            let mut there = one.open();
            let _ = there.save("icp-01", "daar");
            let _ = there.save("icp-02", "alleen daar");
            let _ = there.save("icp-03", "gelijk");
            let mut here = if mirror { two.open() } else { two.open_without_mirror() };
            let _ = here.save("icp-01", "hier");
            let _ = here.save("icp-03", "gelijk");
            let _ = here.save("icp-04", "alleen hier");
            let file = backup::read(&run(there.keeper.export())).unwrap();
            let seen = run(here.keeper.preview(&file)).unwrap();
            let [differs, new, equal] = ["icp-01", "icp-02", "icp-03"].map(|id| vec![spot(id)]);
            assert_eq!(seen, Preview { equal, new, conflicts: differs, ..Preview::default() });
            let (notebook, changed) = run(here.keeper.restore(&file, choice)).unwrap();
            assert_eq!(changed, if choice == Choice::Merge { 1 } else { 2 });
            here.notebook = notebook;
            let texts = ["icp-01", "icp-02", "icp-03", "icp-04"].map(|id| here.text(id).to_owned());
            assert_eq!(texts, [stays, "alleen daar", "gelijk", "alleen hier"]);
            let merged = choice == Choice::Merge;
            assert_eq!(here.history(), [if merged { "daar" } else { "hier" }]);
            assert_eq!(
                here.keeper.rivals().len(),
                usize::from(merged),
                "a merge asks, the file's word does not"
            );
            assert_eq!(
                here.save("icp-01", "verder"),
                if mirror { both() } else { Outcome::Saved(Place::LocalOnly) }
            );
            let again = if mirror { two.open() } else { two.open_without_mirror() };
            assert_eq!(
                (again.text("icp-01"), again.notebook.count(), again.report.conflicts),
                ("verder", 4, 0)
            );
        }
    }
}

#[test]
fn a_restore_that_breaks_leaves_what_was_there() {
    let (_, tab) = filled();
    let file = backup::read(&run(tab.keeper.export())).unwrap();
    for writes in 0..9 {
        let browser = Browser::default();
        let mut here = browser.open_without_mirror();
        let _ = here.save("icp-01", "van mij");
        let before = browser.texts();
        here.local.fault.set(Fault::Quota(here.local.size() + 250 * writes));
        if let Err(error) = run(here.keeper.restore(&file, Choice::TakeFile)) {
            assert_eq!(error, Error::Full);
            assert_eq!(browser.texts(), before, "{writes}");
            assert_eq!(browser.open_without_mirror().text("icp-01"), "van mij");
        }
    }
    for fault in [Fault::Full, Fault::Lies] {
        let browser = Browser::default();
        let mut here = browser.open();
        let _ = here.save("icp-01", "van mij");
        let before = (browser.texts(), browser.mirrored(Store::Records), browser.mirrored(Store::History));
        here.mirror.fault.set(fault);
        assert!(run(here.keeper.restore(&file, Choice::TakeFile)).is_err());
        assert_eq!(
            (browser.texts(), browser.mirrored(Store::Records), browser.mirrored(Store::History)),
            before
        );
    }
}

#[test]
fn a_deleted_answer_comes_back_from_a_file() {
    let browser = Browser::default();
    let mut tab = browser.open();
    let _ = tab.save("icp-01", "terug");
    let file = backup::read(&run(tab.keeper.export())).unwrap();
    let _ = tab.save("icp-01", "");
    let (notebook, changed) = run(tab.keeper.restore(&file, Choice::Merge)).unwrap();
    assert_eq!(changed, 1);
    assert_eq!(notebook.answer(&spot("icp-01")).map(|answer| answer.value.get("text")), Some("terug"));
    assert_eq!(browser.open().text("icp-01"), "terug");
}

#[test]
fn what_is_no_backup_says_what_it_is() {
    let (_, tab) = filled();
    let file = run(tab.keeper.export());
    assert!(backup::read(&format!("\u{FEFF}{file}")).is_ok(), "a byte order mark does no harm");
    let cases = [
        ("", BackupError::NotJson),
        ("PK\u{3}\u{4}", BackupError::NotJson),
        ("hallo", BackupError::NotJson),
        ("[]", BackupError::NotOurs),
        ("{}", BackupError::NotOurs),
        (r#"{"format":"anders","version":1}"#, BackupError::NotOurs),
        (r#"{"format":"terugblik-backup","version":2,"x":1.5}"#, BackupError::Newer),
        (r#"{"format":"terugblik-backup","version":1}"#, BackupError::Damaged { line: 0 }),
        (r#"{"format":"terugblik-backup","version":0}"#, BackupError::Damaged { line: 0 }),
        (r#"{"format":"terugblik-backup","version":1,"version":1}"#, BackupError::Damaged { line: 1 }),
        (r#"{"format":"terugblik-backup","a":"\ud800"}"#, BackupError::Damaged { line: 1 }),
    ];
    for (text, error) in cases {
        assert_eq!(backup::read(text), Err(error), "{text}");
    }
    assert_eq!(backup::read(&"[".repeat(10_000)), Err(BackupError::NotJson));
    let deep = format!(r#"{{"format":"terugblik-backup","x":{}"#, "[".repeat(10_000));
    assert_eq!(backup::read(&deep), Err(BackupError::Damaged { line: 1 }));
    assert_eq!(backup::read(&" ".repeat(backup::LARGEST + 1)), Err(BackupError::TooLarge));
}

#[test]
fn every_truncation_and_random_flips_are_noticed() {
    let (_, tab) = filled();
    let file = run(tab.keeper.export());
    let whole = backup::read(&file).unwrap();
    let end = file.trim_end().len();
    for at in (0..end).filter(|at| file.is_char_boundary(*at)) {
        let error = backup::read(file.get(..at).unwrap()).expect_err("not whole");
        let early = at < 40;
        assert!(
            early || matches!(error, BackupError::Truncated | BackupError::Damaged { .. }),
            "{at}: {error:?}"
        );
    }
    let (mut seed, mut noticed) = (0x2545_f491_4f6c_dd1d_u64, 0);
    for _ in 0..3_000 {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        let mut bytes = file.clone().into_bytes();
        let at = usize::try_from(seed % bytes.len() as u64).unwrap();
        bytes[at] ^= 1 << (seed >> 40 & 7);
        let Ok(text) = String::from_utf8(bytes) else { continue };
        let Ok(read) = backup::read(&text) else {
            noticed += 1;
            continue;
        };
        noticed += usize::from(read != whole);
        // No record that is read differs from the one that was written.
        assert!(read.records.iter().all(|record| whole.records.contains(record)));
        assert_eq!(
            read.records.len() + read.history.len() + read.unreadable,
            whole.records.len() + whole.history.len()
        );
    }
    assert!(noticed > 2_000, "{noticed}");
}
