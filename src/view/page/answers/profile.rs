//! Where somebody stands on each line of a theme or scan, as a picture, in sentences and as a table. The picture is
//! hidden from listeners; the sentences say all that it shows. No total, mean, grade or ranking, now or ever.

use crate::domain::{Choice, Ladder, Line, Place, Run, Theme, lines};
use crate::i18n::Text;
use crate::view::View;
use crate::view::page::stored::short;
use crate::view::part::el::{El, el, together, worded};
use crate::view::part::icon::{Icon, icon};
use crate::view::part::prompt::priority_words;
use crate::view::part::track::{Mark, Track, key, track};

/// The scales of a theme, then and now; nothing when none of them was answered.
pub fn profile(view: &View, theme: &Theme, then: Option<&Run>, now: Option<&Run>) -> Option<El> {
    let lines = lines(theme, Ladder::Scale, then, now)?;
    let compared = lines.iter().any(|line| line.then.is_some());
    let (head, lead) = match compared {
        true => (Text::ProfileThenNow, Text::ProfileThenNowLead),
        false => (Text::ProfileTitle, Text::ProfileLead),
    };
    let picture = Picture { view, lines: &lines, id: "profile", head, then, now };
    Some(picture.draw(lead))
}

/// Lines with what is needed to draw them.
pub(super) struct Picture<'a> {
    pub view: &'a View<'a>,
    pub lines: &'a [Line<'a>],
    /// Of its heading.
    pub id: &'static str,
    pub head: Text,
    pub then: Option<&'a Run>,
    pub now: Option<&'a Run>,
}

impl Picture<'_> {
    pub fn draw(&self, lead: Text) -> El {
        let view = self.view;
        let id = view.id(self.id);
        let count = self.lines.len().to_string();
        let lead = view.model.ui.fill(lead, &[("n", &count)]);
        view.section("profile-part", &id, view.say("h2", "head", self.head))
            .with(worded("p", "read profile__intro", &lead))
            .with(self.compared().then(|| self.legend()))
            .with(el("div").class("profile").all(self.lines.iter().map(|line| self.row(line))))
            .with(self.as_table(&id))
    }

    fn compared(&self) -> bool {
        self.lines.iter().any(|line| line.then.is_some())
    }

    fn is_scan(&self) -> bool {
        self.lines.iter().any(|line| is_named(line.levels))
    }

    /// When a run was begun, after the word for then or now.
    fn dated(&self, when: Text, run: Option<&Run>) -> String {
        let ui = &self.view.model.ui;
        let date = run.map(|run| ui.date(ui.day(run.started))).unwrap_or_default();
        let words = [("when", &*ui.get(when)), ("date", &date)];
        if date.is_empty() { ui.get(when).to_string() } else { ui.fill(Text::ProfileKey, &words) }
    }

    fn legend(&self) -> El {
        let one = |mark, words: &str| el("span").with(key(mark)).text(words);
        el("p")
            .class("profile__legend")
            .with(one(Mark::Then, &self.dated(Text::ProfileThen, self.then)))
            .with(one(Mark::Now, &self.dated(Text::ProfileNow, self.now)))
            .with(one(Mark::Stayed, &self.view.ui(Text::ProfileStayed)))
    }

    fn row(&self, line: &Line) -> El {
        let names: Vec<&str> = line.levels.iter().map(|level| level.note.as_str()).collect();
        let drawn = Track {
            then: line.then.and_then(Place::level),
            now: line.now.level(),
            names: if is_named(line.levels) { &names } else { &[] },
        };
        let say = |when: Text, place: Place| {
            let when = [&*self.view.ui(when), ":"].concat();
            let where_ = self.place(line, place);
            el("p").class("profile__now").with(worded("b", "", &when)).text(" ").text(&where_)
        };
        let said = match line.then {
            Some(Place::Open) if line.now == Place::Open => {
                together().with(say(Text::ProfileThenNow, line.now))
            }
            _ if line.stayed() => together().with(say(Text::ProfileStayed, line.now)),
            Some(then) => together().with(say(Text::ProfileThen, then)).with(say(Text::ProfileNow, line.now)),
            None => together().with(say(Text::ProfileNow, line.now)),
        };
        el("div")
            .key(line.prompt.id.as_str())
            .class("profile__row")
            .with(worded("h3", "profile__name", &short(line.prompt)))
            .with(track(&drawn))
            .with(el("div").class("profile__said").with(said))
    }

    /// A place in words: a level by its name, if it has one, and its sentence.
    fn place(&self, line: &Line, place: Place) -> String {
        let words = &self.view.model.words;
        match place {
            Place::Level(at) => line.levels.get(at).map(sentence).unwrap_or_default(),
            Place::DontKnow => words.get("scale.dont-know").to_owned(),
            Place::NotApplicable => words.get("scale.not-applicable").to_owned(),
            Place::Open => self.view.ui(Text::AnswersNone).to_string(),
        }
    }

    fn as_table(&self, heading: &str) -> El {
        let view = self.view;
        let column = |words: &str| worded("th", "", words).set("scope", "col");
        let then = self.compared().then(|| column(&self.dated(Text::ProfileThen, self.then)));
        let priority = self.is_scan().then(|| column(&view.ui(Text::ScanPriority)));
        let head = el("tr")
            .with(column(&view.ui(Text::ProfileLine)))
            .with(then)
            .with(column(&self.dated(Text::ProfileNow, self.now)))
            .with(priority);
        let rows = self.lines.iter().map(|line| {
            let now = match line.stayed() {
                true => view.ui(Text::ProfileStayed).to_string(),
                false => self.place(line, line.now),
            };
            let priority = match line.priority {
                Some(one) => view.common(priority_words(one)),
                None => view.ui(Text::AnswersNone).to_string(),
            };
            el("tr")
                .key(line.prompt.id.as_str())
                .with(worded("th", "", &short(line.prompt)).set("scope", "row"))
                .with(line.then.map(|then| worded("td", "", &self.place(line, then))))
                .with(worded("td", "", &now))
                .with(self.is_scan().then(|| worded("td", "", &priority)))
        });
        let table = el("table")
            .class("table")
            .with(view.say("caption", "quiet-for-eyes", self.head))
            .with(el("thead").with(head))
            .with(el("tbody").all(rows));
        let scroll = el("div")
            .class("table-scroll")
            .set("tabindex", "0")
            .set("role", "group")
            .attr("aria-labelledby", heading)
            .with(table);
        let summary = el("summary").with(icon(Icon::Next)).say(&view.model.ui, Text::ProfileTable);
        el("details").class("more no-print").with(summary).with(scroll)
    }
}

fn is_named(levels: &[Choice]) -> bool {
    levels.iter().all(|level| !level.note.is_empty())
}

fn sentence(level: &Choice) -> String {
    match level.note.as_str() {
        "" => level.label.clone(),
        name => [name, ". ", &level.label].concat(),
    }
}
