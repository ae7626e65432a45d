//! How content is written in `content/`: one struct per file kind. Host only, for reading, checking and composing a
//! pack; what a browser fetches is read field by field in `load`, which is a third of the size of derived readers.
//!
//! The JSON Schema of a pack is made from these types (`cargo xtask content schema`), so what stands beside a field
//! here is what an author reads in an editor.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Words of one part in one language: `icp-01.ask` → text.
pub type WordMap = BTreeMap<String, String>;

/// Gives a wire type its place in the JSON Schema, and refuses fields that it does not have.
macro_rules! wire {
    ($($(#[$about:meta])* $name:ident { $($(#[$field:meta])* $key:ident: $type:ty,)* })*) => {$(
        $(#[$about])*
        #[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
        #[cfg_attr(feature = "host", derive(schemars::JsonSchema))]
        #[serde(default, rename_all = "camelCase", deny_unknown_fields)]
        pub struct $name {
            $($(#[$field])* #[serde(skip_serializing_if = "is_default")] pub $key: $type,)*
        }
    )*};
}

pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

wire! {
    /// `pack.json`: what is in a pack, and who answers for it.
    PackFile {
        /// The pack's id, which answers record.
        id: String,
        /// Semantic version of the content.
        version: String,
        /// BCP 47 tags; the first one is the base, the one in which texts are written first.
        languages: Vec<String>,
        /// SPDX identifier of the licence of the texts.
        licence: String,
        /// Who reviewed it; empty until a real person has.
        reviewed_by: String,
        /// ISO date of that review.
        reviewed_on: String,
        /// Prompts of the day for the home page, in their order; the first one stands in the page before any program runs.
        daily: Vec<String>,
        /// The equity themes, in the order in which they are listed.
        themes: Vec<String>,
        /// Other sets of prompts: debriefing, internships, ways to look at one experience, lenses.
        reflections: Vec<String>,
        /// Scans for school teams.
        scans: Vec<String>,
        /// Mobility checklists.
        routes: Vec<String>,
        /// Files of workshop formats.
        workshops: Vec<String>,
    }

    /// `structure/<set>.json`: a theme, a reflection or a scan.
    SetFile {
        /// `icp`.
        id: String,
        /// `theme`, `reflection` or `scan`.
        #[cfg_attr(feature = "host", schemars(extend("enum" = super::check::SETS)))]
        kind: String,
        /// Where it is listed when it is no theme: `themes` (when empty) or `journeys`.
        shelf: String,
        /// For whom: role ids such as `TE`, `ST`.
        audiences: Vec<String>,
        /// The frameworks it stands on: ids of `sources`.
        frameworks: Vec<String>,
        /// Which prompts the 20- and the 45-minute route take; that of 5 minutes takes the starred ones.
        routes: RoutesWire,
        /// Practices from elsewhere that one may look at.
        practices: Vec<PracticeWire>,
        /// The screens in order.
        screens: Vec<ScreenWire>,
    }

    /// The two longer routes through a theme, as prompt ids in the order of the screens.
    RoutesWire {
        /// About 20 minutes, alone.
        core: Vec<String>,
        /// About 45 minutes, in pairs.
        deep: Vec<String>,
    }

    /// A practice from elsewhere, described in one sentence of our own and linked.
    PracticeWire {
        /// `icp-find-1`.
        id: String,
        /// An `https` address.
        url: String,
        /// ISO date on which a person last compared; empty until somebody has.
        checked_on: String,
    }

    /// A screen of a set.
    ScreenWire {
        /// `icp-look-back`.
        id: String,
        /// `look-back`, `become-aware`, `alternatives`, `intention`, `trial` (after the review date), or `own`.
        role: String,
        /// The prompts in order.
        prompts: Vec<PromptWire>,
    }

    /// A prompt: the fields of all kinds together; `check` asks for those of its kind.
    PromptWire {
        /// Stable for ever: `icp-01`.
        id: String,
        /// How it is answered.
        #[cfg_attr(feature = "host", schemars(extend("enum" = super::check::KINDS)))]
        kind: String,
        /// Minutes that an answer takes, 1 to 8.
        minutes: u16,
        /// Part of the five-minute route.
        star: bool,
        /// `none`, `self`, `pupil` or `safety`.
        #[cfg_attr(feature = "host", schemars(extend("enum" = super::check::SENSITIVITIES)))]
        sensitivity: String,
        /// Whether it may stand on a big screen.
        projectable: bool,
        /// Whether the reader may have lived this: a care note stands beside it.
        care: bool,
        /// Offered on top of the theme rather than as a step of it.
        optional: bool,
        /// About the subject one teaches.
        subject: bool,
        /// Competences it draws on: `rfcdc:empathy`, `icom:global`, `dim:citizenship`, `bc:team`.
        tags: Vec<String>,
        /// Frameworks behind this prompt: ids of `sources`.
        sources: Vec<String>,
        /// Open questions after the main answer; their words stand under `<id>.<extra>`.
        extras: Vec<String>,
        /// Open text: lines shown before the field grows.
        rows: u8,
        /// Open text: whether only what could be seen and heard is asked.
        camera: bool,
        /// Two columns: `want`, `think`, `feel`, `do`.
        cells: Vec<String>,
        /// Choices, things to rank, rows to count: ids that begin with the prompt's.
        options: Vec<String>,
        /// Choices: whether "something else" is offered.
        other: bool,
        /// Several choices: at most this many.
        max: u8,
        /// Scales and dimensions: four sentences.
        anchors: Vec<String>,
        /// Dimensions: what to look for.
        indicators: Vec<String>,
        /// Follow-up: the intention it comes back to.
        follows: String,
        /// Priorities: the dimensions of this scan that one chooses from.
        among: Vec<String>,
        /// Choices: whether the notes of the options stand folded as what research says.
        research: bool,
        /// Terms and sources to link to. Composed, never written by an author.
        see: Vec<SeeWire>,
    }

    /// A link to a term of the glossary or to a source, with its name.
    SeeWire {
        /// `glossary` or `sources`.
        shelf: String,
        /// The term's or source's id.
        id: String,
        /// Its name in the language of the file.
        name: String,
        /// Its form as it stands in the text, where that is another one than the name.
        form: String,
    }

    /// `structure/<route>.json`: a mobility checklist.
    RouteFile {
        /// `stage-a`.
        id: String,
        /// For whom: role ids.
        audiences: Vec<String>,
        /// The dates it hangs on: one or two of `departure`, `return`, `start`, `end`.
        anchors: Vec<String>,
        /// Parts of the journey that have items, for authors.
        phases: Vec<String>,
        /// The items in order.
        items: Vec<ItemWire>,
    }

    /// A checklist item.
    ItemWire {
        /// `stage-a-07`.
        id: String,
        /// `before`, `during` or `after`.
        phase: String,
        /// Codes such as `B-12w`, `D+3`, `M`, `weekly`, `E-1d`, `R+7 R+30`, `S+4w`.
        when: String,
        /// Who sees to it: role ids.
        who: Vec<String>,
        /// Conditions under which it applies; none means always.
        applies_if: Vec<String>,
        /// Prompts that help with it.
        prompts: Vec<String>,
        /// `safety` shows the stop-and-call branch.
        sensitivity: String,
        /// Where facts that change can be checked.
        verify_at: Vec<VerifyWire>,
        /// Terms to link to. Composed, never written by an author.
        see: Vec<SeeWire>,
    }

    /// A page where a fact can be checked.
    VerifyWire {
        /// An `https` address.
        url: String,
        /// ISO date on which a person last compared; empty until somebody has.
        checked_on: String,
    }

    /// `structure/<part>-workshops.json`: formats that belong to one set.
    WorkshopsFile {
        /// `icp-workshops`.
        id: String,
        /// The set: `icp`.
        theme: String,
        /// For whom: role ids.
        audiences: Vec<String>,
        /// The opener first, then the workshops.
        formats: Vec<FormatWire>,
    }

    /// A workshop format.
    FormatWire {
        /// `icp-w1`.
        id: String,
        /// `opener` or `workshop`.
        kind: String,
        /// Minutes in all; the steps add up to it.
        minutes: u16,
        /// Smallest and largest group.
        group: Vec<u16>,
        /// The steps in order.
        steps: Vec<StepWire>,
        /// Terms to link to. Composed, never written by an author.
        see: Vec<SeeWire>,
    }

    /// A step of a workshop, with a text that is projected.
    StepWire {
        /// `icp-w1-3`.
        id: String,
        /// Minutes.
        minutes: u16,
        /// `individual`, `pairs`, `threes`, `groups` or `plenary`.
        #[cfg_attr(feature = "host", schemars(extend("enum" = super::check::FORMS)))]
        form: String,
        /// Prompts that it uses.
        prompts: Vec<String>,
    }

    /// `structure/facilitation.json`: notes for whoever leads a workshop.
    NotesFile {
        /// `facilitation`.
        id: String,
        /// The notes in order.
        notes: Vec<String>,
    }

    /// `structure/glossary.json`.
    GlossaryFile {
        /// `glossary`.
        id: String,
        /// The terms in the order of the list.
        terms: Vec<TermWire>,
    }

    /// A term with its usual words in five varieties. What it means stands in the words of each language.
    TermWire {
        /// `g-class-council`.
        id: String,
        /// English.
        en: String,
        /// Dutch as Flemish schools use it.
        #[serde(rename = "nl-BE")]
        nl_be: String,
        /// The Netherlands, where it differs; else empty.
        #[serde(rename = "nl-NL")]
        nl_nl: String,
        /// French in Belgium. `≈` marks the nearest word rather than the same thing.
        #[serde(rename = "fr-BE")]
        fr_be: String,
        /// German in Belgium.
        #[serde(rename = "de-BE")]
        de_be: String,
        /// `source`: found in a public source; `expert`: to be checked by a native expert.
        status: String,
        /// Per language, the forms that are linked where they occur.
        forms: BTreeMap<String, Vec<String>>,
    }

    /// `structure/sources.json`.
    SourcesFile {
        /// `sources`.
        id: String,
        /// The sources in the order of the list.
        sources: Vec<SourceWire>,
    }

    /// A framework or text that content stands on: named and linked, never copied.
    SourceWire {
        /// `alact`.
        id: String,
        /// `framework`, `research`, `policy`, `practice` or `site`.
        kind: String,
        /// Who, as one credits them.
        author: String,
        /// Year of the work; empty when there is none.
        year: String,
        /// An `https` address; empty when none was found.
        url: String,
        /// `source`: found in a public source; `expert`: to be checked by an expert.
        status: String,
        /// ISO date on which a person last opened it; empty until somebody has.
        checked_on: String,
        /// What its terms allow us: `name`, `paraphrase` or `link`.
        allowed: String,
    }

    /// `structure/competences.json`: the lists that tags come from.
    CompetencesFile {
        /// `competences`.
        id: String,
        /// The lists in order.
        lists: Vec<CompetenceList>,
    }

    /// One list of competences.
    CompetenceList {
        /// What tags begin with: `rfcdc`.
        id: String,
        /// The source it comes from.
        source: String,
        /// What tags end with.
        entries: Vec<String>,
    }
}

/// The JSON Schema of every file of a pack, as file name and text: `content/schema/theme.json` and so on.
#[cfg(feature = "host")]
pub fn json_schemas() -> Vec<(&'static str, String)> {
    fn one<T: schemars::JsonSchema>() -> String {
        let schema =
            schemars::generate::SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>();
        serde_json::to_string_pretty(&schema).map(|text| text + "\n").unwrap_or_default()
    }
    vec![
        ("pack.json", one::<PackFile>()),
        ("set.json", one::<SetFile>()),
        ("checklist.json", one::<RouteFile>()),
        ("workshops.json", one::<WorkshopsFile>()),
        ("facilitation.json", one::<NotesFile>()),
        ("glossary.json", one::<GlossaryFile>()),
        ("sources.json", one::<SourcesFile>()),
        ("competences.json", one::<CompetencesFile>()),
        ("words.json", one::<WordMap>()),
    ]
}
