//! Scenes of answering beyond one prompt: how much time there is, lenses, a theme once more, what comes back, what is
//! taken along. Each writes the little that it needs.

use super::{FIRST_VISIT, Scene};
use crate::acts::{Act, Said};
use crate::fields::TODAY;

const FIRST: Said = [
    "Ik riep een leerling terug zonder te vragen waarom de haast.",
    "I called a pupil back without asking why the hurry.",
];
const AGAIN: Said = ["Deze keer wachtte ik, en vroeg ik het eerst.", "This time I waited, and asked first."];
const NOTE: Said = [
    "Toen dacht ik dat het over beleefdheid ging. Het ging over de bus.",
    "Then I thought it was about manners. It was about the bus.",
];
const OWN: Said = ["Dit houd ik voor mezelf.", "This I keep to myself."];
const IF: Said = ["Als ik ‘kom eens terug’ wil roepen", "If I want to call out ‘come back here’"];
const THEN: Said =
    ["dan loop ik ernaartoe en stel ik één open vraag.", "then I walk over and ask one open question."];

/// In the order of `every!` in the journeys about the same.
pub const ANSWERING: &[Scene] = &[
    Scene {
        name: "home-another",
        acts: &[Act::Write(TODAY, FIRST), Act::Click("[data-another]"), Act::See("h1:focus")],
        ..FIRST_VISIT
    },
    Scene {
        name: "theme-dial-five",
        route: "#/theme/icp/icp-01",
        acts: &[
            Act::Write("icp-01", FIRST),
            Act::Go("#/theme/icp"),
            Act::Pick(".dial [value=\"5\"]"),
            Act::See(".dial__stop:has([value=\"5\"]:checked)"),
        ],
        ..FIRST_VISIT
    },
    Scene {
        name: "theme-put-off",
        route: "#/theme/icp/icp-01",
        acts: &[
            Act::Write("icp-01", FIRST),
            Act::Go("#/theme/icp"),
            Act::Click("[data-put-off=icp-alternatives]"),
            Act::See(".errand--later"),
        ],
        ..FIRST_VISIT
    },
    Scene {
        name: "theme-lens",
        route: "#/theme/icp",
        acts: &[Act::Pick(".lenses [value=lenses-gender]"), Act::See(".lenses :checked")],
        ..FIRST_VISIT
    },
    Scene {
        name: "prompt-lens",
        route: "#/theme/icp",
        acts: &[
            Act::Pick(".lenses [value=lenses-gender]"),
            Act::Go("#/theme/icp/lens-gender-1"),
            Act::See("[data-prompt=lens-gender-1]"),
        ],
        ..FIRST_VISIT
    },
    Scene {
        name: "theme-again",
        route: "#/theme/icp/icp-01",
        acts: &[
            Act::Write("icp-01", FIRST),
            Act::Go("#/theme/icp"),
            Act::Say("runs.again"),
            Act::Read("theme.start"),
        ],
        ..FIRST_VISIT
    },
    Scene {
        name: "prompt-earlier",
        route: "#/theme/icp/icp-01",
        acts: &[
            Act::Write("icp-01", FIRST),
            Act::Go("#/theme/icp"),
            Act::Say("runs.again"),
            Act::Read("theme.start"),
            Act::Go("#/theme/icp/icp-01"),
            Act::Write("icp-01", AGAIN),
            Act::Click("[data-earlier]"),
            Act::WriteAt("[data-note]", NOTE),
            Act::Save("saved"),
        ],
        ..FIRST_VISIT
    },
    Scene {
        name: "scale-then",
        route: "#/theme/icp/icp-s1",
        acts: &[
            Act::Choose("icp-s1", "icp-s1-a2"),
            Act::Go("#/theme/icp"),
            Act::Say("runs.again"),
            Act::Read("theme.start"),
            Act::Go("#/theme/icp/icp-s1"),
            Act::Choose("icp-s1", "icp-s1-a3"),
            Act::See(".earlier"),
        ],
        ..FIRST_VISIT
    },
    Scene {
        name: "answers-runs",
        route: "#/theme/icp/icp-01",
        acts: &[
            Act::Write("icp-01", FIRST),
            Act::Go("#/theme/icp"),
            Act::Say("runs.again"),
            Act::Read("theme.start"),
            Act::Go("#/theme/icp/icp-01"),
            Act::Write("icp-01", AGAIN),
            Act::Click("[data-earlier]"),
            Act::WriteAt("[data-note]", NOTE),
            Act::Save("saved"),
            Act::Go("#/theme/icp/answers/1"),
            Act::See("[data-note]"),
        ],
        ..FIRST_VISIT
    },
    Scene {
        name: "home-due",
        route: "#/theme/icp/icp-13",
        acts: &[
            Act::WriteAt("[data-slot=if]", IF),
            Act::WriteAt("[data-slot=then]", THEN),
            Act::Click("[data-prompt=icp-13] summary"),
            Act::Day("[data-slot=review]", 0),
            Act::Save("saved"),
            Act::Go("#/"),
            Act::See("[data-due]"),
        ],
        ..FIRST_VISIT
    },
    Scene {
        name: "follow-up-due",
        route: "#/theme/icp/icp-13",
        acts: &[
            Act::WriteAt("[data-slot=if]", IF),
            Act::WriteAt("[data-slot=then]", THEN),
            Act::Click("[data-prompt=icp-13] summary"),
            Act::Day("[data-slot=review]", 0),
            Act::Save("saved"),
            Act::Go("#/theme/icp/icp-20"),
            Act::Choose("icp-20", "follow-up-partly"),
            Act::WriteAt("[data-slot=happened]", AGAIN),
            Act::See("[data-next-turn]"),
        ],
        ..FIRST_VISIT
    },
    Scene {
        name: "answers-share",
        route: "#/theme/icp/icp-01",
        acts: &[
            Act::Write("icp-01", FIRST),
            Act::Go("#/theme/icp/icp-05"),
            Act::Write("icp-05", OWN),
            Act::Save("saved"),
            Act::Go("#/theme/icp/answers"),
            Act::Pick("[data-share=icp-01]"),
            Act::See(".sharing--open"),
        ],
        ..FIRST_VISIT
    },
    Scene {
        name: "along",
        route: "#/theme/icp/icp-01",
        acts: &[
            Act::Write("icp-01", FIRST),
            Act::Save("saved"),
            Act::Go("#/theme/icp/answers"),
            Act::Pick("[data-share=icp-01]"),
            Act::See(".sharing--open"),
            Act::Go("#/theme/icp/along"),
            Act::See(".answer"),
        ],
        ..FIRST_VISIT
    },
];
