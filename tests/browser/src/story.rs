//! One person's answers: a prompt of each kind, and a journey with its dates and items. Told once for all who need a
//! browser in which much was written: the journeys, the scenes, the backup.

use crate::acts::{Act, Hold, Said, said};
use crate::page::{PATIENCE, Page};
use crate::stored::Stored;
use crate::wait::until;
use anyhow::{Context, Result, ensure};

/// What is answered at one place.
#[derive(Debug)]
pub struct Chapter {
    /// What follows the base address.
    pub route: &'static str,
    pub acts: &'static [Act],
    /// What stands there from then on.
    pub holds: &'static [Hold],
    /// A text of it, to find in the stores.
    pub sign: Said,
}

/// How far ahead the journey of [`JOURNEY`] leaves and comes back, in days.
pub const LEAVES: i32 = 300;
pub const RETURNS: i32 = 390;

const MOMENT: Said = [
    "Een leerling legt een blad op mijn tafel en loopt door. Ik zeg: ‘Kom eens terug.’",
    "A pupil puts a sheet on my desk and walks on. I say: ‘Come back here.’",
];
const BUS: Said =
    ["De bel was al gegaan en de bus vertrekt om vier uur.", "The bell had gone and the bus leaves at four."];
const ASK: Said = ["De haast, bij de leerling zelf.", "The hurry, with the pupil."];
const WANTED: Said = ["Weten of het werk af was.", "To know whether the work was finished."];
const FELT: Said = ["Even opzij gezet.", "Brushed aside for a moment."];
const OTHER_WANTED: Said = ["De bus halen.", "To catch the bus."];
const OTHER_DID: Said = ["Keek naar de deur.", "Looked at the door."];
const ELSE: Said = ["Hoe je werk afgeeft", "How to hand in work"];
const HEADING: Said = ["De drukte aan de deur", "The crowd at the door"];
const PROOF: Said =
    ["Vorige week legde ik uit waarom ik op tijd begin.", "Last week I explained why I start on time."];
const GAINS: Said = ["De leerling, die eerst gehoord wordt.", "The pupil, who is heard first."];
const RISK: Said = ["Ik, als de raad haast heeft.", "I do, if the council is in a hurry."];
const KNOW: Said =
    ["Hoe thuis gekeken wordt bij een terechtwijzing.", "Where one looks at home when corrected."];
const TOP: Said = ["Zo verliest niemand zijn gezicht.", "That way nobody loses face."];
const PLACE: Said = ["Durban, Zuid-Afrika", "Durban, South Africa"];
const SEEN: Said =
    ["Leerlingen leggen een begrip eerst aan elkaar uit.", "Pupils first explain a concept to each other."];
const ASKS_US: Said = [
    "Wanneer mogen mijn leerlingen het eerst zelf zeggen?",
    "When may my pupils say it first in their own words?",
];
const IF: Said = ["Als ik ‘kom eens terug’ wil roepen", "If I want to call out ‘come back here’"];
const THEN: Said =
    ["dan loop ik ernaartoe en stel ik één open vraag.", "then I walk over and ask one open question."];
const PLAN_B: Said = ["Ik doe het bij de volgende les.", "I do it in the next lesson."];
const NAME: Said = ["Kampong Cham", "Kampong Cham"];
const NOTE: Said = ["Gebeld met de dienst, wacht op antwoord.", "Called the office, waiting for an answer."];
const DONE: Said = ["Staat in het contract.", "It is in the contract."];
const REASON: Said = ["Ik ga niet buiten de EU.", "I do not go outside the EU."];

/// A prompt of each kind.
pub const PROMPTS: &[Chapter] = &[
    Chapter {
        route: "#/theme/icp/icp-01",
        acts: &[Act::Write("icp-01", MOMENT)],
        holds: &[Hold::Text("[data-prompt=icp-01]", MOMENT)],
        sign: MOMENT,
    },
    Chapter {
        route: "#/theme/icp/icp-05",
        acts: &[Act::Write("icp-05", BUS), Act::WriteAt("[data-slot=check]", ASK)],
        holds: &[Hold::Text("[data-prompt=icp-05]", BUS), Hold::Text("[data-slot=check]", ASK)],
        sign: ASK,
    },
    Chapter {
        route: "#/theme/icp/icp-02",
        acts: &[
            Act::WriteAt("[data-slot=me-want]", WANTED),
            Act::WriteAt("[data-slot=me-feel]", FELT),
            Act::Click("[data-action=add-other]"),
            Act::WriteAt("[data-slot=other-want]", OTHER_WANTED),
            Act::WriteAt("[data-slot=other-do]", OTHER_DID),
            // Written about the other, it is a supposition; what was seen is not.
            Act::Pick("[data-prompt=icp-02] [value=other-do]"),
        ],
        holds: &[
            Hold::Text("[data-slot=me-want]", WANTED),
            Hold::Text("[data-slot=me-feel]", FELT),
            Hold::Text("[data-slot=other-want]", OTHER_WANTED),
            Hold::Text("[data-slot=other-do]", OTHER_DID),
            Hold::Chosen("icp-02", &["other-want"]),
        ],
        sign: OTHER_DID,
    },
    Chapter {
        route: "#/theme/icp/icp-03",
        acts: &[Act::Choose("icp-03", "other"), Act::WriteAt("[data-slot=other]", ELSE)],
        holds: &[Hold::Chosen("icp-03", &["other"]), Hold::Text("[data-slot=other]", ELSE)],
        sign: ELSE,
    },
    Chapter {
        route: "#/theme/icp/icp-04",
        acts: &[
            Act::Choose("icp-04", "icp-04-organisation"),
            Act::Choose("icp-04", "icp-04-language"),
            Act::Choose("icp-04", "other"),
            Act::WriteAt("[data-slot=other]", HEADING),
        ],
        holds: &[
            Hold::Chosen("icp-04", &["icp-04-language", "icp-04-organisation", "other"]),
            Hold::Text("[data-slot=other]", HEADING),
        ],
        sign: HEADING,
    },
    Chapter {
        route: "#/theme/icp/icp-s1",
        acts: &[Act::Choose("icp-s1", "icp-s1-a2"), Act::WriteAt("[data-slot=proof]", PROOF)],
        holds: &[Hold::Chosen("icp-s1", &["icp-s1-a2"]), Hold::Text("[data-slot=proof]", PROOF)],
        sign: PROOF,
    },
    Chapter {
        route: "#/theme/icp/icp-d1",
        acts: &[
            Act::Choose("icp-d1", "icp-d1-o1"),
            Act::WriteAt("[data-slot=gains]", GAINS),
            Act::WriteAt("[data-slot=risk]", RISK),
            Act::WriteAt("[data-slot=know]", KNOW),
        ],
        holds: &[
            Hold::Chosen("icp-d1", &["icp-d1-o1"]),
            Hold::Text("[data-slot=gains]", GAINS),
            Hold::Text("[data-slot=risk]", RISK),
            Hold::Text("[data-slot=know]", KNOW),
        ],
        sign: KNOW,
    },
    Chapter {
        route: "#/theme/icp/icp-10",
        acts: &[
            Act::Click("[data-option=icp-10-consult] [data-move=up]"),
            Act::Click("[data-option=icp-10-consult] [data-move=up]"),
            Act::Click("[data-option=icp-10-in-private] [data-move=down]"),
            Act::WriteAt("[data-slot=top]", TOP),
        ],
        holds: &[
            Hold::First("icp-10", &["icp-10-consult", "icp-10-class-question", "icp-10-in-private"]),
            Hold::Text("[data-slot=top]", TOP),
        ],
        sign: TOP,
    },
    Chapter {
        route: "#/theme/icp/icp-11",
        acts: &[
            Act::WriteAt("[data-slot=place]", PLACE),
            Act::Set("[data-prompt=icp-11] select", "scout.level-secondary"),
            Act::WriteAt("[data-slot=seen]", SEEN),
            Act::WriteAt("[data-slot=question]", ASKS_US),
            Act::Choose("icp-11", "scout.sharing-talk"),
        ],
        holds: &[
            Hold::Text("[data-slot=place]", PLACE),
            Hold::Value("[data-prompt=icp-11] select", "scout.level-secondary"),
            Hold::Text("[data-slot=seen]", SEEN),
            Hold::Text("[data-slot=question]", ASKS_US),
            Hold::Checked("[data-prompt=icp-11] [value=\"scout.sharing-talk\"]"),
        ],
        sign: ASKS_US,
    },
    Chapter {
        route: "#/theme/icp/icp-13",
        acts: &[
            Act::WriteAt("[data-slot=if]", IF),
            Act::WriteAt("[data-slot=then]", THEN),
            Act::Day("[data-slot=date]", 3),
            Act::Click("[data-prompt=icp-13] summary"),
            Act::WriteAt("[data-slot=plan-b]", PLAN_B),
            Act::Day("[data-slot=review]", 24),
        ],
        holds: &[
            Hold::Text("[data-slot=if]", IF),
            Hold::Text("[data-slot=then]", THEN),
            Hold::Day("[data-slot=date]", 3),
            Hold::Text("[data-slot=plan-b]", PLAN_B),
            Hold::Day("[data-slot=review]", 24),
        ],
        sign: PLAN_B,
    },
];

/// A journey: its facts, and an item in each state.
pub const JOURNEY: &[Chapter] = &[
    Chapter {
        route: "#/journey/stage-a",
        acts: &[
            Act::WriteAt("input[id$=name]", NAME),
            Act::Day("input[id$=departure]", LEAVES),
            Act::Day("input[id$=return]", RETURNS),
        ],
        holds: &[
            Hold::Text("input[id$=name]", NAME),
            Hold::Day("input[id$=departure]", LEAVES),
            Hold::Day("input[id$=return]", RETURNS),
        ],
        sign: NAME,
    },
    Chapter {
        route: "#/journey/stage-a/stage-a-03",
        acts: &[
            Act::Pick("li:has([data-item=stage-a-03]) input[value=busy]"),
            Act::WriteAt("li:has([data-item=stage-a-03]) textarea[id$=note]", NOTE),
        ],
        holds: &[
            Hold::Checked("li:has([data-item=stage-a-03]) input[value=busy]"),
            Hold::Text("li:has([data-item=stage-a-03]) textarea[id$=note]", NOTE),
        ],
        sign: NOTE,
    },
    Chapter {
        route: "#/journey/stage-a/stage-a-05",
        acts: &[
            Act::WriteAt("li:has([data-item=stage-a-05]) textarea[id$=note]", DONE),
            Act::Pick("li:has([data-item=stage-a-05]) input[value=done]"),
        ],
        holds: &[
            Hold::Checked("li:has([data-item=stage-a-05]) input[value=done]"),
            Hold::Text("li:has([data-item=stage-a-05]) textarea[id$=note]", DONE),
        ],
        sign: DONE,
    },
    Chapter {
        route: "#/journey/stage-a/stage-a-08",
        acts: &[
            Act::Pick("li:has([data-item=stage-a-08]) input[value=none]"),
            Act::WriteAt("li:has([data-item=stage-a-08]) textarea[id$=reason]", REASON),
        ],
        holds: &[
            Hold::Checked("li:has([data-item=stage-a-08]) input[value=none]"),
            Hold::Text("li:has([data-item=stage-a-08]) textarea[id$=reason]", REASON),
        ],
        sign: REASON,
    },
];

/// Answers everything in these chapters, and waits until all of it is in both stores and the page says so.
///
/// # Errors
/// With the place where it did not go on.
pub async fn tell(page: Page<'_>, chapters: &[Chapter], language: &str) -> Result<()> {
    for Chapter { route, acts, .. } in chapters {
        page.go(route).await?;
        for act in *acts {
            act.take(page, language).await.with_context(|| format!("at {route}"))?;
        }
    }
    wait_until_kept(page, chapters, language).await?;
    page.wait_for_save("saved").await
}

/// Waits until a sign of each chapter is in both stores.
///
/// # Errors
/// With the signs that are missing.
pub async fn wait_until_kept(page: Page<'_>, chapters: &[Chapter], language: &str) -> Result<()> {
    until("everything to be in both stores", PATIENCE, async || {
        let Stored { local, indexed } = page.stored().await?;
        for Chapter { sign, route, .. } in chapters {
            for (name, entries) in [("localStorage", &local), ("IndexedDB", &indexed)] {
                let text = said(*sign, language);
                ensure!(Stored::holds(entries, text), "‘{text}’ of {route} is not in {name}");
            }
        }
        Ok(Some(()))
    })
    .await
}

/// Reads everything back from the fields.
///
/// # Errors
/// With what is missing, and where.
pub async fn check(page: Page<'_>, chapters: &[Chapter], language: &str) -> Result<()> {
    for Chapter { route, holds, .. } in chapters {
        page.go(route).await?;
        for hold in *holds {
            hold.check(page, language).await.with_context(|| format!("at {route}"))?;
        }
    }
    Ok(())
}
