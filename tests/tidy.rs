//! The house rules as tests: which room may use which, where words, colours and browser calls may stand.
//!
//! Each rule says why. A rule that is in the way is changed here and in ARCHITECTURE.md, in the same commit.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test"
)]
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files below a folder with this ending, relative to the project, with their text.
fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut open: Vec<PathBuf> = vec![root().join(folder)];
    while let Some(path) = open.pop() {
        for entry in fs::read_dir(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())) {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|known| known == ending) {
                let name = path.strip_prefix(root()).expect("below the root").display().to_string();
                found.push((name, fs::read_to_string(&path).expect("text")));
            }
        }
    }
    found.sort();
    found
}

/// Code without comments and without the module of tests at the end of a file.
fn code(text: &str) -> String {
    let body = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    body.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

fn is_test(name: &str) -> bool {
    name.contains("/tests") || name.ends_with("faulty.rs")
}

fn report(what: &str, wrong: &[String]) {
    assert!(wrong.is_empty(), "{what}:\n  {}", wrong.join("\n  "));
}

/// What each room may use. Half of the program must run without a browser, and nothing may import upward.
const ROOMS: &[(&str, &[&str])] = &[
    ("src/domain", &[]),
    ("src/content", &["domain", "i18n", "json"]),
    ("src/i18n", &["domain"]),
    ("src/json.rs", &["domain"]),
    ("src/route.rs", &["domain"]),
    ("src/state", &["domain", "content", "i18n", "route"]),
    ("src/storage", &["domain", "json"]),
    ("src/platform", &["domain", "i18n"]),
    ("src/view", &["domain", "content", "i18n", "route", "state", "platform::event"]),
    ("src/app", &["domain", "content", "i18n", "route", "state", "storage", "platform", "view"]),
];

#[test]
fn rooms_use_only_what_stands_below_them() {
    let mut wrong = Vec::new();
    for (name, text) in files("src", "rs") {
        let Some((room, allowed)) = ROOMS.iter().find(|(room, _)| name.starts_with(room)) else { continue };
        let own = room.trim_start_matches("src/").trim_end_matches(".rs");
        for (at, line) in code(&text).lines().enumerate() {
            for used in line.split("crate::").skip(1) {
                let fits = |known: &&&str| {
                    used.strip_prefix(**known)
                        .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
                };
                if !allowed.iter().any(|known| fits(&known)) && !fits(&&own) {
                    wrong.push(format!("{name}:{} uses crate::{used}", at + 1));
                }
            }
        }
    }
    report("a room may use only what ARCHITECTURE.md allows it", &wrong);
}

/// Words that name a browser, a framework or a wire format, and the places where they may stand.
const OUTSIDE: &[(&[&str], &[&str], &str)] = &[
    (
        &["serde", "serde_json"],
        &["src/json.rs", "src/content", "src/storage"],
        "a renamed field may never break a notebook",
    ),
    (&["yew"], &["src/view", "src/app"], "the model does not know how it is drawn"),
    (
        &["web_sys", "js_sys", "gloo", "wasm_bindgen"],
        &[
            "src/platform",
            "src/storage/browser.rs",
            "src/storage/indexed.rs",
            "src/app/start.rs",
            "src/app/embed.rs",
            "src/view/part/dom.rs",
        ],
        "one place to look when a browser differs",
    ),
    (&["qrcodegen"], &["src/view/part/qr.rs"], "one place that draws codes"),
    (
        &["wasm_bindgen_futures"],
        &["src/platform", "src/storage/indexed.rs", "src/app"],
        "only wiring starts something that ends later",
    ),
];

#[test]
fn crates_stand_only_where_they_may() {
    let mut wrong = Vec::new();
    for (name, text) in files("src", "rs") {
        for (crates, rooms, why) in OUTSIDE {
            if rooms.iter().any(|room| name.starts_with(room)) || name.starts_with("src/bin") {
                continue;
            }
            for (at, line) in code(&text).lines().enumerate() {
                for used in *crates {
                    let hit = line.contains(&format!("{used}::")) && !line.contains(&format!("_{used}::"));
                    if hit {
                        wrong.push(format!("{name}:{} uses {used}: {why}", at + 1));
                    }
                }
            }
        }
    }
    report("a crate stands in a room that may not know it", &wrong);
}

#[test]
fn parts_know_neither_model_nor_messages() {
    let wrong: Vec<String> = files("src/view/part", "rs")
        .into_iter()
        .filter(|(_, text)| {
            ["crate::state", "view::page", "crate::route"].iter().any(|used| code(text).contains(used))
        })
        .map(|(name, _)| name)
        .collect();
    report("parts are reused by pages that know different things; give them values and callbacks", &wrong);
}

#[test]
fn updating_the_model_has_no_side_effects() {
    let wrong: Vec<String> = files("src/state", "rs")
        .into_iter()
        .filter(|(_, text)| {
            ["platform", "storage::", "spawn", "RefCell"].iter().any(|used| code(text).contains(used))
        })
        .map(|(name, _)| name)
        .collect();
    report("effects are hooks in app", &wrong);
}

/// Text between quotes that a person would read: two letters in a row, and a space or a capital at its start.
fn reads_like_words(literal: &str) -> bool {
    let letters = literal.chars().filter(|c| c.is_alphabetic()).count();
    letters > 1 && (literal.trim().contains(' ') || literal.starts_with(char::is_uppercase))
}

#[test]
fn words_stand_in_content_and_catalogues_only() {
    let mut wrong = Vec::new();
    let written = ["{ \"", ".text(\""];
    let named = ["aria-label", "title", "placeholder", "alt", "aria-description"];
    let spoken: Vec<String> =
        named.iter().flat_map(|name| [format!("{name}=\""), format!("(\"{name}\", \"")]).collect();
    for (name, text) in files("src/view", "rs") {
        for (at, line) in code(&text).lines().enumerate() {
            let quoted = |start: &str| -> Vec<String> {
                let rests = line.split(start).skip(1);
                rests.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
            };
            let shown = written.iter().flat_map(|start| quoted(start));
            let words = shown.filter(|literal| reads_like_words(literal));
            let in_attributes = spoken.iter().flat_map(|start| quoted(start));
            for literal in words.chain(in_attributes) {
                wrong.push(format!("{name}:{}: {literal:?}", at + 1));
            }
        }
    }
    report("a string that a person reads belongs to the catalogues: it has two languages", &wrong);
}

#[test]
fn every_module_says_what_lives_in_it() {
    let all = ["src", "tests", "xtask/src"].into_iter().flat_map(|folder| files(folder, "rs"));
    let wrong: Vec<String> = all.filter(|(_, text)| !text.starts_with("//!")).map(|(name, _)| name).collect();
    report("a module opens with //!", &wrong);
}

#[test]
fn files_are_readable_in_one_sitting() {
    let all = files("src", "rs").into_iter().chain(files("xtask/src", "rs")).chain(files("styles", "css"));
    let wrong: Vec<String> = all
        // The names of the interface strings are a table: looked up in, not read.
        .filter(|(name, text)| text.lines().count() > 500 && name != "src/i18n/text.rs")
        .map(|(name, text)| format!("{name}: {}", text.lines().count()))
        .collect();
    report("a file above 500 lines is two rooms", &wrong);
}

#[test]
fn nothing_is_silenced_without_a_reason() {
    let mut wrong = Vec::new();
    for (name, text) in files("src", "rs") {
        for (at, line) in text.lines().enumerate() {
            let silent = line.contains("#[allow") || line.contains("#![allow");
            let crate_tests = name == "src/lib.rs" && line.contains("cfg_attr(test");
            if silent && !crate_tests || line.contains("#[ignore") || line.contains("todo!(") {
                wrong.push(format!("{name}:{}: {}", at + 1, line.trim()));
            }
        }
    }
    report("use #[expect(…, reason = …)]: it complains when it is no longer needed", &wrong);
}

/// The pages and kinds of prompts that only the second module has, and the parts that only they use.
const LATER: &[&str] = &[
    "src/app/books.rs",
    "src/app/device.rs",
    "src/app/live.rs",
    "src/app/rivals.rs",
    "src/app/locked.rs",
    "src/i18n/text.rs",
    "src/i18n/ui.rs",
    "src/view/embed.rs",
    "src/view/guard.rs",
    "src/view/page/along.rs",
    "src/view/page/answers",
    "src/view/page/beside.rs",
    "src/view/page/device.rs",
    "src/view/page/earlier.rs",
    "src/view/page/find.rs",
    "src/view/page/glossary.rs",
    "src/view/page/journey",
    "src/view/page/lenses.rs",
    "src/view/page/library.rs",
    "src/view/page/my_answers",
    "src/view/page/overview.rs",
    "src/view/page/rivals.rs",
    "src/view/page/second.rs",
    "src/view/page/sources.rs",
    "src/view/page/stored.rs",
    "src/view/page/theme",
    "src/view/page/whole.rs",
    "src/view/page/workshop.rs",
    "src/view/part/former.rs",
    "src/view/part/note.rs",
    "src/view/part/prompt/choice.rs",
    "src/view/part/prompt/columns.rs",
    "src/view/part/prompt/dilemma.rs",
    "src/view/part/prompt/dimension.rs",
    "src/view/part/prompt/drag.rs",
    "src/view/part/prompt/heed.rs",
    "src/view/part/prompt/holiday.rs",
    "src/view/part/prompt/intention.rs",
    "src/view/part/prompt/ranking.rs",
    "src/view/part/prompt/scale.rs",
    "src/view/part/prompt/scout.rs",
    "src/view/part/prompt/tally.rs",
    "src/view/part/prompt/undo.rs",
    "src/view/part/terms.rs",
    "src/view/part/written.rs",
    "src/view/stage",
];

#[test]
fn the_first_module_names_only_strings_that_travel_with_it() {
    let list = fs::read_to_string(root().join("src/i18n/text.rs")).expect("the names");
    let first = |line: &str| line.trim().split_once(" = \"").map(|(name, _)| name.to_owned());
    let is_name = |name: &String| name.starts_with(|c: char| c.is_uppercase());
    let names: Vec<String> = list.lines().filter_map(first).filter(is_name).collect();
    assert_eq!(names.len(), terugblik::i18n::Text::KEYS.len());
    let (_, later) = names.split_at(terugblik::i18n::Text::FIRST);
    let mut wrong = Vec::new();
    for (name, text) in
        files("src", "rs").into_iter().filter(|(name, _)| !LATER.iter().any(|l| name.starts_with(l)))
    {
        let code = code(&text);
        let used = code
            .split("Text::")
            .skip(1)
            .map(|rest| rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default());
        wrong.extend(
            used.filter(|used| later.iter().any(|l| l == used)).map(|used| format!("{name}: Text::{used}")),
        );
    }
    report("a string that comes with the pages of the second module is empty in the first one", &wrong);
}

/// All that the big screen is made of, beside the rooms that everything stands on.
const STAGE: [&str; 6] = [
    "src/bin/stage.rs",
    "src/app/stage.rs",
    "src/platform/screen.rs",
    "src/state/stage",
    "src/view/stage",
    "src/view/part/qr.rs",
];

#[test]
fn the_big_screen_knows_of_nothing_that_was_stored() {
    const DOORS: [&str; 10] = [
        "storage",
        "persist",
        "notebook",
        "answer",
        "localstorage",
        "sessionstorage",
        "indexeddb",
        "cookie",
        "crate::state::model",
        "wing",
    ];
    let mut looked_at = 0;
    let mut wrong = Vec::new();
    let programs =
        files("src", "rs").into_iter().filter(|(name, _)| STAGE.iter().any(|s| name.starts_with(s)));
    let scripts = files("boot", "js")
        .into_iter()
        .filter(|(name, _)| name.ends_with("stage.js") || name.ends_with("parts.js"));
    for (name, text) in programs.chain(scripts) {
        looked_at += 1;
        let code = code(&text);
        // `View` and `Model` hold the notebook: what is drawn from them could show an answer.
        let whole =
            |word: &str| code.split(|c: char| !c.is_alphanumeric() && c != '_').any(|known| known == word);
        wrong.extend(
            ["View", "Model", "Store"]
                .into_iter()
                .filter(|word| whole(word))
                .map(|word| format!("{name}: {word}")),
        );
        let small = code.to_lowercase();
        wrong
            .extend(DOORS.iter().filter(|door| small.contains(**door)).map(|door| format!("{name}: {door}")));
    }
    assert!(looked_at > 10, "only {looked_at} files were looked at");
    report("a room full of people sees the big screen: what somebody wrote may not even be near", &wrong);
}

#[test]
fn raw_colours_stand_in_the_tokens_only() {
    let mut wrong = Vec::new();
    for (name, text) in files("styles", "css").into_iter().filter(|(name, _)| !name.ends_with("tokens.css")) {
        for (at, line) in text.lines().enumerate() {
            let hex = line.split('#').skip(1).any(|rest| {
                let word: String =
                    rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
                matches!(word.len(), 3 | 4 | 6 | 8) && word.chars().all(|c| c.is_ascii_hexdigit())
            });
            if hex || ["rgb(", "rgba(", "hsl(", "oklch("].iter().any(|start| line.contains(start)) {
                wrong.push(format!("{name}:{}: {}", at + 1, line.trim()));
            }
        }
    }
    report("colours are named after their job in tokens.css", &wrong);
}

#[test]
fn styles_are_classes_and_html_is_never_raw() {
    let mut wrong = Vec::new();
    for (name, text) in files("src", "rs").into_iter().filter(|(name, _)| !is_test(name)) {
        for (at, line) in code(&text).lines().enumerate() {
            if [" style=", "from_html_unchecked", "set_inner_html", "insert_adjacent_html"]
                .iter()
                .any(|used| line.contains(used))
            {
                wrong.push(format!("{name}:{}: {}", at + 1, line.trim()));
            }
        }
    }
    report("the security policy refuses inline styles, and unescaped HTML is how a script gets in", &wrong);
}

#[test]
fn nothing_reaches_out_of_a_frame() {
    // `window.top()` would be written so; the top of a rectangle is something else.
    let reaching =
        ["window.top", "window.parent", "window()?.top", "window()?.parent", ".parent()", ".opener"];
    let asking = ["postMessage", "post_message", "requestStorageAccess", "request_storage_access"];
    let named = ["\"top\"", "\"parent\"", "\"_top\"", "\"_parent\"", "'_top'", "'_parent'"];
    let mut wrong = Vec::new();
    let inside = ["src/app", "src/platform", "src/storage", "src/view", "boot"];
    let all = files("src", "rs").into_iter().chain(files("boot", "js"));
    for (name, text) in all.filter(|(name, _)| inside.iter().any(|room| name.starts_with(room))) {
        for (at, line) in code(&text).lines().enumerate() {
            if reaching.iter().chain(&asking).chain(&named).any(|used| line.contains(used)) {
                wrong.push(format!("{name}:{}: {}", at + 1, line.trim()));
            }
        }
    }
    report("a host's page is neither read nor written from a frame in it", &wrong);
}

#[test]
fn the_page_fetches_nothing_from_elsewhere() {
    let index = fs::read_to_string(root().join("index.html")).expect("index.html");
    assert!(
        index.contains("require-trusted-types-for 'script'"),
        "the policy stands in the page: many hosts set no headers"
    );
    let scripts = files("boot", "js").into_iter().map(|(_, text)| text);
    let stage = fs::read_to_string(root().join("stage.html")).expect("stage.html");
    for text in scripts.chain([index, stage]) {
        assert!(!text.contains("http://") && !text.contains("https://"), "only relative addresses");
    }
}
