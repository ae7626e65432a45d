//! All scenes: first those of a first visit, then those of somebody who wrote much.

use super::{FIRST_VISIT, Given, Scene};
use crate::acts::{Act, Said};
use crate::fields::TODAY;

const WRITTEN: Scene =
    Scene { name: "", route: "", given: Given::Story, acts: &[], broken: &[], changes: false };

const MUCH: Scene =
    Scene { name: "", route: "", given: Given::Plenty, acts: &[], broken: &[], changes: false };

const THOUGHT: Said = [
    "Vorige week zei een leerling iets wat me aan het denken zette.",
    "Last week a pupil said something that made me think.",
];

const NAMED: Said = [
    "Leerling Sofie De Smet keek naar de deur. Haar mama belde later vanaf 0470 12 34 56.",
    "The pupil Adam looked at the door. His mother called later, from +32 470 12 34 56.",
];

/// Everything in the field on the page is cut.
const ERASE: &str = "
const field = document.querySelector('main textarea');
field.value = '';
field.dispatchEvent(new InputEvent('input', { bubbles: true }));";

/// The first row is held before the fourth. A pointer that a script makes cannot be captured: it is told that it was.
const DRAG: &str = "
const grip = document.querySelector('[data-grip]');
grip.setPointerCapture = () => {};
const middle = (box) => ({ clientX: box.left + box.width / 2, clientY: box.top + box.height / 4 });
const send = (name, element) => grip.dispatchEvent(new PointerEvent(name,
    { bubbles: true, isPrimary: true, pointerId: 7, ...middle(element.getBoundingClientRect()) }));
send('pointerdown', grip);
send('pointermove', document.querySelectorAll('[data-option]')[3]);";

/// Writing fails in both stores, as on a full disk.
pub const NO_ROOM: &str = "
Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') };
const refuse = () => { throw new DOMException('full', 'QuotaExceededError') };
IDBObjectStore.prototype.put = refuse;
IDBObjectStore.prototype.add = refuse;";

/// A theme and a scan that were gone through twice.
const TWO_RUNS: &str = include_str!("two_runs.json");

/// Two notebooks, and in one of them an answer of which another text waits for a choice.
const TWO_TEXTS: &str = include_str!("two_texts.json");

/// A file that a passphrase locks.
const LOCKED: &str = include_str!("../../../fixtures/backup_locked_v1.json");

/// Answers to questions that the pack no longer asks, with the words of most of them.
const FORMER: &str = include_str!("former.json");

/// Every kind of screen and state.
pub const SCENES: &[Scene] = &[
    Scene { name: "home", ..FIRST_VISIT },
    Scene {
        name: "home-saved",
        acts: &[Act::Write(TODAY, THOUGHT), Act::Save("saved"), Act::See("[data-device=guest]")],
        ..FIRST_VISIT
    },
    Scene {
        name: "home-guest",
        acts: &[
            Act::Write(TODAY, THOUGHT),
            Act::Save("saved"),
            Act::Pick("[data-device=guest]"),
            Act::Save("memory"),
            Act::Read("guest.title"),
        ],
        ..FIRST_VISIT
    },
    Scene {
        name: "home-not-saved",
        acts: &[Act::Script(NO_ROOM), Act::Write(TODAY, THOUGHT), Act::Save("failed")],
        ..FIRST_VISIT
    },
    Scene { name: "home-start-failed", broken: &[".wasm"], ..FIRST_VISIT },
    Scene { name: "menu", acts: &[Act::Click("[data-menu]"), Act::Read("scheme.label")], ..FIRST_VISIT },
    Scene { name: "theme", route: "#/theme/icp", ..FIRST_VISIT },
    Scene { name: "prompt-text", route: "#/theme/icp/icp-01", ..FIRST_VISIT },
    Scene {
        name: "prompt-text-help",
        route: "#/theme/icp/icp-05",
        acts: &[Act::Click("main details:not(.safety) summary"), Act::Read("example.label")],
        ..FIRST_VISIT
    },
    Scene { name: "prompt-columns", route: "#/theme/icp/icp-02", ..FIRST_VISIT },
    Scene {
        name: "prompt-columns-both",
        route: "#/theme/icp/icp-02",
        acts: &[Act::Click("[data-action=add-other]"), Act::See("[data-slot=other-want]")],
        ..FIRST_VISIT
    },
    Scene { name: "prompt-choice", route: "#/theme/icp/icp-03", ..FIRST_VISIT },
    Scene { name: "prompt-choices", route: "#/theme/icp/icp-07", ..FIRST_VISIT },
    Scene { name: "prompt-scale", route: "#/theme/icp/icp-s4", ..FIRST_VISIT },
    Scene { name: "prompt-dilemma", route: "#/theme/icp/icp-d2", ..FIRST_VISIT },
    Scene { name: "prompt-ranking", route: "#/theme/icp/icp-10", ..FIRST_VISIT },
    Scene {
        name: "prompt-ranking-kept",
        route: "#/theme/icp/icp-10",
        acts: &[Act::Click("[data-action=keep]"), Act::See("[data-kept]"), Act::Save("saved")],
        ..FIRST_VISIT
    },
    Scene { name: "prompt-scout", route: "#/theme/icp/icp-11", ..FIRST_VISIT },
    Scene { name: "prompt-intention", route: "#/theme/icp/icp-13", ..FIRST_VISIT },
    Scene { name: "whole", route: "#/theme/icp/all", ..FIRST_VISIT },
    Scene { name: "theme-answers-none", route: "#/theme/icp/answers", ..FIRST_VISIT },
    Scene { name: "journey", route: "#/journey/stage-a", ..FIRST_VISIT },
    Scene { name: "journey-safety", route: "#/journey/stage-a/stage-a-22", ..FIRST_VISIT },
    Scene {
        name: "journey-turned",
        route: "#/journey/stage-a",
        acts: &[
            Act::Day("input[id$=departure]", 40),
            Act::Day("input[id$=return]", 30),
            Act::Read("journey.order"),
        ],
        ..FIRST_VISIT
    },
    Scene { name: "prompt-tally", route: "#/theme/gen/gen-01", ..FIRST_VISIT },
    Scene {
        name: "prompt-tally-counted",
        route: "#/theme/gen/gen-01",
        acts: &[Act::Click(".count__button:last-child"), Act::See("[data-action=clear]"), Act::Save("saved")],
        ..FIRST_VISIT
    },
    Scene {
        name: "prompt-research",
        route: "#/theme/mul/mul-05",
        acts: &[Act::Click("main .column details:has(> dl) summary"), Act::Read("mul-05-cannot-check.note")],
        ..FIRST_VISIT
    },
    Scene { name: "prompt-safety", route: "#/theme/vul/vul-01", ..FIRST_VISIT },
    Scene { name: "prompt-student", route: "#/theme/gen/gen-d1", ..FIRST_VISIT },
    Scene { name: "prompt-follow-up", route: "#/theme/inc/inc-20", ..FIRST_VISIT },
    Scene { name: "prompt-dimension", route: "#/theme/scan-blocks/scan-b1", ..FIRST_VISIT },
    Scene { name: "scan", route: "#/theme/scan-school", ..FIRST_VISIT },
    Scene {
        name: "scan-result-begun",
        route: "#/theme/scan-blocks/scan-b2",
        acts: &[
            Act::Choose("scan-b2", "scan-b2-a2"),
            Act::Pick(".priorities [value=\"2\"]"),
            Act::Save("saved"),
            Act::Go("#/theme/scan-blocks/answers"),
            Act::See("[data-prompt=scan-b-priorities]"),
        ],
        ..FIRST_VISIT
    },
    Scene {
        name: "scan-result",
        route: "#/answers",
        acts: &[
            Act::File("twee.json", TWO_RUNS),
            Act::Say("preview.add"),
            Act::See(".notice"),
            Act::Go("#/theme/scan-school/answers"),
            Act::See(".track"),
        ],
        ..FIRST_VISIT
    },
    Scene {
        name: "scan-result-table",
        route: "#/answers",
        acts: &[
            Act::File("twee.json", TWO_RUNS),
            Act::Say("preview.add"),
            Act::See(".notice"),
            Act::Go("#/theme/scan-school/answers"),
            Act::Click(".profile-part summary"),
            Act::See("table"),
        ],
        ..FIRST_VISIT
    },
    Scene {
        name: "profile",
        route: "#/answers",
        acts: &[
            Act::File("twee.json", TWO_RUNS),
            Act::Say("preview.add"),
            Act::See(".notice"),
            Act::Go("#/theme/icp/answers"),
            Act::Click(".profile-part summary"),
            Act::See("table"),
        ],
        ..FIRST_VISIT
    },
    Scene {
        name: "answers-former",
        route: "#/answers",
        acts: &[
            Act::File("vroeger.json", FORMER),
            Act::Say("preview.add"),
            Act::See(".notice"),
            Act::Go("#/theme/icp/answers"),
            Act::See("[lang=en]"),
        ],
        ..FIRST_VISIT
    },
    Scene {
        name: "overview-former",
        route: "#/answers",
        acts: &[
            Act::File("vroeger.json", FORMER),
            Act::Say("preview.add"),
            Act::See(".notice"),
            Act::Go("#/overview"),
            Act::See(".former"),
        ],
        ..FIRST_VISIT
    },
    Scene {
        name: "prompt-two-texts",
        route: "#/answers",
        acts: &[
            Act::File("teksten.json", TWO_TEXTS),
            Act::Say("preview.add"),
            Act::See(".notice"),
            Act::Go("#/theme/icp/icp-05"),
            Act::See("[data-rival]"),
        ],
        ..FIRST_VISIT
    },
    Scene {
        name: "mine-two-texts",
        route: "#/answers",
        acts: &[
            Act::File("teksten.json", TWO_TEXTS),
            Act::Say("preview.add"),
            Act::See("[data-book]"),
            Act::Click("[data-own-book]"),
            Act::Say("books.new-button"),
            Act::Read("books.name-missing"),
        ],
        ..FIRST_VISIT
    },
    Scene {
        name: "prompt-term",
        route: "#/theme/mul/mul-12",
        acts: &[Act::Click("[data-term=g-koala]"), Act::Read("g-koala.meaning")],
        ..FIRST_VISIT
    },
    Scene {
        name: "prompt-term-case",
        route: "#/theme/gen/gen-d1",
        acts: &[Act::Click(".term"), Act::Read("g-class-council.meaning")],
        ..FIRST_VISIT
    },
    Scene {
        name: "journey-item-term",
        route: "#/journey/stage-a/stage-a-02",
        acts: &[Act::See("[data-term]")],
        ..FIRST_VISIT
    },
    Scene { name: "reflection", route: "#/theme/gibbs", ..FIRST_VISIT },
    Scene { name: "journey-one-date", route: "#/journey/home-f/home-f-02", ..FIRST_VISIT },
    Scene { name: "library-themes", route: "#/themes", ..FIRST_VISIT },
    Scene { name: "library-journeys", route: "#/journeys", ..FIRST_VISIT },
    Scene { name: "library-scans", route: "#/scans", ..FIRST_VISIT },
    Scene { name: "library-workshops", route: "#/workshops", ..FIRST_VISIT },
    Scene { name: "workshop", route: "#/workshop/vul-workshops/vul-w2", ..FIRST_VISIT },
    Scene { name: "workshop-unknown", route: "#/workshop/vul-workshops/vul-w9", ..FIRST_VISIT },
    Scene { name: "glossary-term", route: "#/glossary/g-class-council", ..FIRST_VISIT },
    Scene { name: "sources", route: "#/sources/alact", ..FIRST_VISIT },
    Scene { name: "glossary-failed", route: "#/glossary", broken: &["/glossary"], ..FIRST_VISIT },
    Scene {
        name: "prompt-later-failed",
        route: "#/theme/icp/icp-10",
        broken: &["wing-"],
        acts: &[Act::Read("part.failed-title")],
        ..FIRST_VISIT
    },
    Scene { name: "overview-none", route: "#/overview", ..FIRST_VISIT },
    Scene { name: "find-none", route: "#/find", ..FIRST_VISIT },
    Scene { name: "mine-none", route: "#/answers", ..FIRST_VISIT },
    Scene { name: "embed-home", route: "&embed", ..FIRST_VISIT },
    Scene { name: "embed-theme", route: "&embed#/theme/mul", ..FIRST_VISIT },
    Scene {
        name: "embed-prompt",
        route: "&embed#/theme/icp/icp-01",
        acts: &[Act::Write("icp-01", THOUGHT), Act::Save("saved"), Act::See("[data-device=guest]")],
        ..FIRST_VISIT
    },
    Scene { name: "embed-journey", route: "&embed#/journey/stage-a/stage-a-22", ..FIRST_VISIT },
    Scene { name: "unknown", route: "#/nergens", ..FIRST_VISIT },
    Scene { name: "unknown-prompt", route: "#/theme/icp/icp-99", ..FIRST_VISIT },
    Scene { name: "theme-failed", route: "#/theme/icp", broken: &["/icp"], ..FIRST_VISIT },
    Scene { name: "journey-failed", route: "#/journey/stage-a", broken: &["/stage-a"], ..FIRST_VISIT },
    Scene {
        name: "prompt-names",
        route: "#/theme/icp/icp-02",
        acts: &[
            Act::Go("#/theme/icp/icp-01"),
            Act::Write("icp-01", NAMED),
            Act::Save("saved"),
            Act::See("[data-action=leave]"),
        ],
        ..FIRST_VISIT
    },
    Scene {
        name: "prompt-erased",
        route: "#/theme/icp/icp-02",
        acts: &[
            Act::Go("#/theme/icp/icp-01"),
            Act::Write("icp-01", THOUGHT),
            Act::Script(ERASE),
            Act::See("[data-action=undo]"),
        ],
        ..FIRST_VISIT
    },
    Scene {
        name: "prompt-taken-back",
        route: "#/theme/icp/icp-s4",
        acts: &[
            Act::Choose("icp-s4", "icp-s4-a2"),
            Act::Click("[data-action=clear]"),
            Act::See("[data-action=undo]"),
        ],
        ..FIRST_VISIT
    },
    Scene {
        name: "prompt-holiday",
        route: "#/theme/icp/icp-02",
        acts: &[
            Act::Go("#/theme/icp/icp-13"),
            Act::Click("[data-prompt=icp-13] summary"),
            Act::Set("[data-slot=review]", "2026-11-04"),
            Act::See("[data-action=school-day]"),
        ],
        ..FIRST_VISIT
    },
    Scene {
        name: "prompt-ranking-dragged",
        route: "#/theme/icp/icp-10",
        acts: &[Act::See("[data-grip]"), Act::Script(DRAG), Act::See(".rank--before")],
        ..FIRST_VISIT
    },
    // Somebody wrote much.
    Scene { name: "home-back", ..WRITTEN },
    Scene { name: "theme-begun", route: "#/theme/icp", ..WRITTEN },
    Scene { name: "prompt-text-answered", route: "#/theme/icp/icp-05", ..WRITTEN },
    Scene { name: "prompt-columns-answered", route: "#/theme/icp/icp-02", ..WRITTEN },
    Scene { name: "prompt-choice-answered", route: "#/theme/icp/icp-03", ..WRITTEN },
    Scene { name: "prompt-choices-answered", route: "#/theme/icp/icp-04", ..WRITTEN },
    Scene { name: "prompt-scale-answered", route: "#/theme/icp/icp-s1", ..WRITTEN },
    Scene { name: "prompt-dilemma-answered", route: "#/theme/icp/icp-d1", ..WRITTEN },
    Scene { name: "prompt-ranking-answered", route: "#/theme/icp/icp-10", ..WRITTEN },
    Scene { name: "prompt-scout-answered", route: "#/theme/icp/icp-11", ..WRITTEN },
    Scene { name: "prompt-intention-answered", route: "#/theme/icp/icp-13", ..WRITTEN },
    Scene { name: "whole-answered", route: "#/theme/icp/all", ..WRITTEN },
    Scene { name: "theme-answers", route: "#/theme/icp/answers", ..WRITTEN },
    Scene { name: "theme-answers-failed", route: "#/theme/icp/answers", broken: &["/icp"], ..WRITTEN },
    Scene { name: "journey-dated", route: "#/journey/stage-a", ..WRITTEN },
    Scene { name: "journey-item", route: "#/journey/stage-a/stage-a-03", ..WRITTEN },
    Scene { name: "journey-item-none", route: "#/journey/stage-a/stage-a-08", ..WRITTEN },
    Scene {
        name: "journey-now",
        route: "#/journey/stage-a",
        acts: &[Act::Pick("input[value=now]")],
        ..WRITTEN
    },
    Scene {
        name: "embed-back",
        route: "&embed#/theme/icp/icp-05",
        acts: &[Act::Click("[data-next]"), Act::See("[data-back]")],
        ..WRITTEN
    },
    Scene { name: "overview", route: "#/overview", ..WRITTEN },
    Scene { name: "find", route: "#/find", ..WRITTEN },
    Scene {
        name: "find-hits",
        route: "#/find",
        acts: &[Act::WriteAt("input[type=search]", ["een", "the"]), Act::See("[data-hits] mark")],
        ..WRITTEN
    },
    Scene {
        name: "find-nothing",
        route: "#/find",
        acts: &[Act::WriteAt("input[type=search]", ["qqq", "qqq"]), Act::Read("find.none")],
        ..WRITTEN
    },
    Scene { name: "mine", route: "#/answers", ..WRITTEN },
    Scene {
        name: "mine-refused",
        route: "#/answers",
        acts: &[Act::File("foto.json", "{\"a\":1}"), Act::Read("refused.not-ours")],
        ..WRITTEN
    },
    Scene {
        name: "mine-erase-missing",
        route: "#/answers",
        acts: &[Act::Say("mine.erase-button"), Act::Read("mine.erase-missing")],
        ..WRITTEN
    },
    Scene {
        name: "mine-lock",
        route: "#/answers",
        acts: &[
            Act::Click("main details.more > summary"),
            Act::WriteAt("[id$='lock-new']", ["kort", "short"]),
            Act::Say("locked.button"),
            Act::Read("locked.short"),
        ],
        ..WRITTEN
    },
    Scene {
        name: "mine-unlock",
        route: "#/answers",
        acts: &[Act::File("dicht.json", LOCKED), Act::Say("locked.open"), Act::Read("locked.missing")],
        ..WRITTEN
    },
    Scene {
        name: "mine-preview",
        route: "#/answers",
        acts: &[Act::OwnFile, Act::Read("preview.nothing")],
        ..WRITTEN
    },
    Scene {
        name: "journey-late",
        route: "#/journey/stage-a",
        acts: &[
            Act::Click("details summary"),
            Act::Day("input[id$=departure]", 20),
            Act::Day("input[id$=return]", 110),
            Act::Read("journey.late"),
        ],
        changes: true,
        ..WRITTEN
    },
    Scene {
        name: "overview-much",
        route: "#/overview",
        acts: &[Act::Click("main details summary"), Act::See("main details details")],
        ..MUCH
    },
    Scene {
        name: "find-much",
        route: "#/find",
        acts: &[Act::WriteAt("input[type=search]", ["leerling", "leerling"]), Act::See("[data-more]")],
        ..MUCH
    },
    Scene {
        name: "mine-erased",
        route: "#/answers",
        acts: &[Act::Pick("[id$=sure-erase]"), Act::Say("mine.erase-button"), Act::Read("notice.erased")],
        changes: true,
        ..WRITTEN
    },
];
