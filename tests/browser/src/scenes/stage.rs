//! Scenes of the big screen.

use super::{FIRST_VISIT, Scene};
use crate::acts::Act;

/// What can stand on it, and what cannot.
pub const STAGE: &[Scene] = &[
    Scene { name: "stage-scale", route: "stage.html#/theme/icp/icp-s1", ..FIRST_VISIT },
    Scene { name: "stage-choices", route: "stage.html#/theme/vul/vul-03", ..FIRST_VISIT },
    Scene { name: "stage-dilemma", route: "stage.html#/theme/gen/gen-d1", ..FIRST_VISIT },
    Scene { name: "stage-dimension", route: "stage.html#/theme/scan-school/scan-v4", ..FIRST_VISIT },
    Scene {
        name: "stage-step",
        route: "stage.html#/workshop/inc-workshops/inc-w1/inc-w1-2",
        acts: &[Act::Click("[data-clock]"), Act::See("[data-timer=runs]")],
        ..FIRST_VISIT
    },
    Scene { name: "stage-private", route: "stage.html#/theme/icp/icp-01", ..FIRST_VISIT },
    Scene { name: "stage-missing", route: "stage.html#/theme/icp/icp-99", ..FIRST_VISIT },
];
