//! What happened. Names are events in the past tense, never setters.

use super::deed::Deed;
use super::file::{Kept, Restore, Way};
use super::model::{Appearance, Device, Facts, Keeping, Notice, Part, Save};
use crate::content::{Catalogue, Words};
use crate::domain::{
    Anchor, Answer, AnswerKey, ContentId, Date, Language, Moment, Notebook, Run, RunId, Value,
};
use crate::domain::{Map, Set};
use crate::i18n::Ui;
use crate::route::Route;
use std::rc::Rc;

/// An event, from a person, from storage or from the network.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// The address changed.
    RouteEntered(Route),
    /// A place is shown although its page did not come.
    RouteShown(Route),
    /// A link or button asked to go somewhere; the address follows.
    Went(Route),
    /// The person asked to skip to the content.
    SkipAsked,
    /// The words that prompts of all kinds need came.
    WordsArrived(Words),
    /// A part of the pack came, or did not.
    PartArrived(ContentId, Part),
    /// The person asked to try a part again.
    PartRetried(ContentId),
    /// The second module did not come.
    PagesFailed,
    /// The person asked to try that again.
    PagesRetried,
    /// The person asked for another language.
    LanguageAsked(Language),
    /// Another language came: with the words that prompts of all kinds need, where a page shows them already, and with
    /// the part on screen if there is one.
    LanguageArrived(Ui, Rc<Catalogue>, Option<Words>, Option<(ContentId, Part)>),
    /// A prompt or item was answered, or its answer changed; an empty value takes the answer back.
    AnswerEdited {
        /// The theme or checklist.
        part: ContentId,
        /// The prompt or item.
        content: ContentId,
        /// The answer.
        value: Value,
    },
    /// Dates, name or conditions of a journey changed.
    JourneyEdited {
        /// The checklist.
        part: ContentId,
        /// A name of the person's own.
        label: String,
        /// The dates that are known.
        anchors: Map<Anchor, Date>,
        /// The conditions that hold.
        applies: Set<String>,
    },
    /// Another tab wrote an answer, or erased it.
    AnswerArrived(AnswerKey, Option<Rc<Answer>>),
    /// Another tab began or changed a run.
    RunArrived(RunId, Rc<Run>),
    /// A save began or ended.
    SaveChanged(Save),
    /// The question about the device was answered.
    DeviceNamed(Device),
    /// Storage turned out to be, or became, this.
    KeepingChanged(Keeping),
    /// The person wants everything as a file.
    DownloadAsked,
    /// A backup file was written out.
    Downloaded(Moment),
    /// What was set aside is wanted as a file.
    AsideAsked,
    /// A file was chosen to put back: its name and its text.
    FileChosen(String, Rc<str>),
    /// A file was read, refused or let go.
    RestoreChanged(Restore),
    /// The person confirmed that the chosen file is taken in, and how.
    RestoreConfirmed(Way),
    /// The notebook is another one now: restored, or emptied.
    NotebookReplaced(Notebook),
    /// The person confirmed that everything here goes.
    EraseConfirmed,
    /// Everything was erased; an empty notebook begins.
    Erased(Notebook),
    /// The person wants the page on paper.
    PrintAsked,
    /// Something must be told.
    NoticeRaised(Notice),
    /// The person has read it.
    NoticeDismissed(usize),
    /// Light, dark, size of text.
    AppearanceChosen(Appearance),
    /// The menu was opened or closed.
    MenuToggled(bool),
    /// Storage was counted.
    FactsArrived(Facts, Vec<Kept>),
    /// The person wants another prompt than that of the day.
    DayTurned,
    /// Something was done on a page of the second module.
    Did(Rc<Deed>),
    /// Midnight passed, or the page woke on another day.
    DayChanged(Date),
}
