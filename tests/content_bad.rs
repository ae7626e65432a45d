//! Bad packs: every problem is told at once, with file and id and how to mend it, and nothing panics.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test"
)]
#![cfg(not(target_arch = "wasm32"))]

use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use terugblik::content::source::{CORE, Finding, Source};

/// A copy of the pack in a folder of its own, taken away at the end.
struct Copy(PathBuf);

impl Copy {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&folder);
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join(CORE), &folder.join("pack"));
        Self(folder)
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.join("pack").join(name)
    }

    fn change(&self, name: &str, change: impl FnOnce(&mut Value)) {
        let mut tree: Value = serde_json::from_str(&fs::read_to_string(self.file(name)).unwrap()).unwrap();
        change(&mut tree);
        fs::write(self.file(name), tree.to_string()).unwrap();
    }

    fn check(&self) -> Vec<Finding> {
        Source::read_pack(&self.0, "pack").check()
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

fn told(findings: &[Finding], file: &str, id: &str, part: &str) {
    let fits = |found: &Finding| found.file == file && found.id == id && found.what.contains(part);
    let all: Vec<String> = findings.iter().map(ToString::to_string).collect();
    assert!(findings.iter().any(fits), "{file}: {id} … {part} is not among:\n{}", all.join("\n"));
}

#[test]
fn an_unchanged_copy_is_good() {
    let copy = Copy::new("unchanged");
    assert_eq!(copy.check(), []);
}

#[test]
fn all_problems_are_told_at_once() {
    let copy = Copy::new("all-at-once");
    // A missing language of a part, a duplicate id, an unknown kind, a scale with three anchors: the issue's own list.
    fs::remove_file(copy.file("en/vul.json")).unwrap();
    copy.change("structure/inc.json", |set| {
        let prompts = set["screens"][0]["prompts"].as_array_mut().unwrap();
        let first = prompts[0].clone();
        prompts.push(first);
    });
    copy.change("structure/mul.json", |set| set["screens"][0]["prompts"][0]["kind"] = json!("oracle"));
    copy.change("structure/gen.json", |set| {
        for screen in set["screens"].as_array_mut().unwrap() {
            for prompt in screen["prompts"].as_array_mut().unwrap() {
                if prompt["id"] == "gen-s2" {
                    prompt["anchors"].as_array_mut().unwrap().pop();
                }
            }
        }
    });
    copy.change("structure/stage-a.json", |list| {
        list["items"][0]["when"] = json!("B-soon");
        list["items"][0]["see"] = json!([{ "shelf": "glossary", "id": "g-okan", "name": "OKAN" }]);
        list["items"][1]["appliesIf"] = json!(["fullMoon"]);
        list["items"][2]["prompts"] = json!(["icp-99"]);
        list["items"][4]["verifyAt"] = json!([{ "url": "http://example.org", "checkedOn": "soon" }]);
    });
    copy.change("structure/plc-workshops.json", |file| file["formats"][1]["minutes"] = json!(1));
    copy.change("nl-BE/icp.json", |words| {
        words["icp-01.ask"] = json!("Wat? En hoe?");
        words["icp-03.ask"] = json!("Welke nationaliteit heeft de leerling?");
        words["icp-05.check"] = json!("Welke diagnose kreeg de leerling?");
        words["icp-05.help"] = json!("Denk aan de {x} zwakke leerlingen!");
        words["icp-77.ask"] = json!("Wie is dat?");
        words.as_object_mut().unwrap().remove("icp-06.ask");
    });
    copy.change("pack.json", |pack| pack["themes"].as_array_mut().unwrap().push(json!("missing")));
    let findings = copy.check();
    told(&findings, "pack/en/vul.json", "", "cannot be read");
    told(&findings, "pack/structure", "inc-01", "twice");
    told(&findings, "pack/structure/mul.json", "mul-01", "unknown kind “oracle”");
    told(&findings, "pack/structure/gen.json", "gen-s2", "four anchor");
    told(&findings, "pack/nl-BE/gen.json", "gen-s2-a4", "not used");
    told(&findings, "pack/structure/stage-a.json", "stage-a-01", "unknown moment “B-soon”");
    told(&findings, "pack/structure/stage-a.json", "stage-a-01", "`see`, which is composed");
    told(&findings, "pack/structure/stage-a.json", "stage-a-02", "unknown condition “fullMoon”");
    told(&findings, "pack/structure/stage-a.json", "stage-a-03", "unknown prompt icp-99");
    told(&findings, "pack/structure/stage-a.json", "stage-a-05", "https://");
    told(&findings, "pack/structure/stage-a.json", "stage-a-05", "no date");
    told(&findings, "pack/structure/plc-workshops.json", "plc-w1", "takes 1 minutes");
    told(&findings, "pack/nl-BE/icp.json", "icp-01.ask", "more than one thing");
    told(&findings, "pack/nl-BE/icp.json", "icp-03.ask", "asks for “nationaliteit”");
    told(&findings, "pack/nl-BE/icp.json", "icp-05.check", "asks for “diagnose”");
    told(&findings, "pack/nl-BE/icp.json", "icp-05.help", "zwakke leerling");
    told(&findings, "pack/nl-BE/icp.json", "icp-05.help", "exclamation");
    told(&findings, "pack/en/icp.json", "icp-05.help", "other placeholders");
    told(&findings, "pack/nl-BE/icp.json", "icp-06.ask", "is missing");
    told(&findings, "pack/nl-BE/icp.json", "icp-77.ask", "not used");
    told(&findings, "pack/structure/missing.json", "", "cannot be read");
    told(&findings, "pack/pack.json", "missing", "no file has this id");
}

#[test]
fn what_is_no_pack_is_told_too() {
    let copy = Copy::new("no-pack");
    fs::write(copy.file("structure/icp.json"), "{").unwrap();
    fs::write(copy.file("structure/inc.json"), r#"{"id":"inc","scenes":[]}"#).unwrap();
    fs::write(copy.file("nl-BE/vul.json"), r#"{"vul.title":"a","vul.title":"b"}"#).unwrap();
    fs::write(copy.file("en/gen.json"), [0xff, 0xfe]).unwrap();
    fs::write(copy.file("structure/glossary.json"), "[]").unwrap();
    let findings = copy.check();
    told(&findings, "pack/structure/icp.json", "", "does not fit");
    told(&findings, "pack/structure/inc.json", "", "unknown field `scenes`");
    told(&findings, "pack/nl-BE/vul.json", "vul.title", "twice");
    told(&findings, "pack/en/gen.json", "", "cannot be read");
    told(&findings, "pack/structure/glossary.json", "glossary", "needs the id");
    let noise = findings.iter().filter(|found| found.what.contains("not used")).count();
    assert_eq!(noise, 0, "words without a structure are not told one by one");
    let empty = Source::read_pack(Path::new(env!("CARGO_TARGET_TMPDIR")), "nothing-here").check();
    told(&empty, "nothing-here/pack.json", "", "cannot be read");
}

#[test]
fn a_team_is_only_supposed_where_a_student_has_a_way_to_answer() {
    let copy = Copy::new("student");
    copy.change("nl-BE/gen.json", |words| {
        words.as_object_mut().unwrap().remove("gen-d1.student");
    });
    told(&copy.check(), "pack/nl-BE/gen.json", "gen-d1", "add `.student`");
}

#[test]
fn routes_through_a_theme_keep_their_minutes() {
    let copy = Copy::new("routes");
    copy.change("structure/vul.json", |set| {
        set["routes"]["core"].as_array_mut().unwrap().truncate(2);
        set["routes"]["deep"].as_array_mut().unwrap().push(json!("vul-01"));
    });
    let findings = copy.check();
    told(&findings, "pack/structure/vul.json", "vul", "route core takes");
    told(&findings, "pack/structure/vul.json", "vul", "leaves out a whole screen");
    told(&findings, "pack/structure/vul.json", "vul", "not in order");
}

#[test]
fn the_command_ends_with_1_and_prints_the_list() {
    let copy = Copy::new("command");
    copy.change("structure/icp.json", |set| set["screens"][1]["prompts"][0]["kind"] = json!("oracle"));
    let output = Command::new(env!("CARGO_BIN_EXE_content"))
        .args(["check", "pack"])
        .current_dir(&copy.0)
        .output()
        .unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1), "{printed}");
    assert!(printed.contains("pack/structure/icp.json: icp-04 has the unknown kind “oracle”"), "{printed}");
    assert!(output.stderr.is_empty(), "nothing panics");
}
