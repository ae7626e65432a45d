//! An answer as it is read back: every kind as text, lists and plans, line breaks kept.

use super::el::{El, el, together, worded};
use super::prompt::{priority_words, scout_level, scout_sharing};
use crate::domain::{Cell, Choice, ContentId, Date, Kind, Main, Prompt, Set, Slot, Stand, Value, slot};
use crate::i18n::Text;
use crate::view::Wording;

/// An answer, read-only. What cannot be named here (an option of another version, a text without a question) is still
/// shown as far as it can be: nothing that was written is left out.
pub fn written(prompt: &Prompt, value: &Value, wording: &Wording) -> El {
    let mut reader = Reader { prompt, value, wording, read: Vec::new() };
    let mut whole = el("div").class("answer__text stack-s").with(reader.main());
    for (slot, ask) in &prompt.extras {
        whole = whole.with(reader.asked(slot.as_str(), ask));
    }
    for slot in value.texts.keys().filter(|slot| !reader.read.contains(slot)) {
        whole = whole.with(prose(value.get(slot.as_str())));
    }
    whole
}

struct Reader<'a> {
    prompt: &'a Prompt,
    value: &'a Value,
    wording: &'a Wording,
    /// The slots that were shown.
    read: Vec<Slot>,
}

impl Reader<'_> {
    fn main(&mut self) -> El {
        match (&self.prompt.kind, &self.value.main) {
            (Kind::Columns { cells }, Main::Columns { supposed }) => {
                let me = self.side("columns.me", "me-", cells, supposed);
                together().with(me).with(self.side("columns.other", "other-", cells, supposed))
            }
            (Kind::Choice { options, .. }, Main::Choice { chosen, other }) => {
                together().all(self.list(options, chosen.as_slice(), *other, "p"))
            }
            (Kind::Choices { options, .. }, Main::Choices { chosen, other }) => {
                el("ul").all(self.list(options, chosen, *other, "li"))
            }
            (Kind::Ranking { options }, Main::Ranking { order }) => el("ol")
                .all(order.iter().filter_map(|id| label(options, id)).map(|label| worded("li", "", label))),
            (Kind::Scale { anchors }, Main::Scale(stand)) => {
                let stand = match stand {
                    Some(Stand::Anchor(id)) => label(anchors, id).unwrap_or_default(),
                    Some(Stand::DontKnow) => self.common("scale.dont-know"),
                    Some(Stand::NotApplicable) => self.common("scale.not-applicable"),
                    None => "",
                };
                let (proof, team) = (self.common("scale.proof"), self.common("scale.team"));
                let stand = together().with(prose(stand)).with(self.asked(slot::PROOF, proof));
                stand.with(self.asked(slot::TEAM, team))
            }
            (Kind::Dimension { levels, .. }, main @ (Main::Scale(_) | Main::Dimension { .. })) => {
                let stand = match main.stand() {
                    Some(Stand::Anchor(id)) => levels
                        .iter()
                        .find(|level| level.id == *id)
                        .map(|level| pair(&level.note, &level.label)),
                    Some(Stand::DontKnow) => prose(self.common("scale.dont-know")),
                    Some(Stand::NotApplicable) => prose(self.common("scale.not-applicable")),
                    None => None,
                };
                let priority = main
                    .priority()
                    .map(|one| pair(self.common("dimension.priority"), self.common(priority_words(one))));
                together().with(stand).with(priority)
            }
            (Kind::Tally { rows }, Main::Tally(counts)) => {
                let counted = rows.iter().filter_map(|row| Some((row, counts.get(&row.id)?)));
                el("ul").all(counted.map(|(row, count)| {
                    worded("li", "prose", &[&row.label, ": ", &count.to_string()].concat())
                }))
            }
            (Kind::Dilemma { options, .. }, Main::Dilemma { chosen }) => {
                let chosen = chosen.as_ref().and_then(|id| label(options, id)).unwrap_or_default();
                self.all_asked(together().with(prose(chosen)), "dilemma.", &slot::DILEMMA)
            }
            (Kind::Intention, Main::Intention { date, review }) => {
                let (main, more) = slot::INTENTION.split_at_checked(2).unwrap_or_default();
                let day = |key: &str, date: &Option<Date>| {
                    date.map(|date| pair(self.wording.common.get(key), &self.wording.ui.weekday(date)))
                };
                let (date, review) = (day("intention.date", date), day("intention.review", review));
                let mut plan = together();
                for slot in main {
                    plan = plan.with(self.plan(slot));
                }
                self.all_asked(plan.with(date), "intention.", more).with(review)
            }
            (Kind::Scout, Main::Scout { level, sharing }) => {
                let level = level.as_ref().filter(|level| scout_level(level));
                let level = level.map(|level| pair(self.common("scout.level"), self.common(level.as_str())));
                let forms: Vec<_> = sharing.iter().filter(|form| scout_sharing(form)).collect();
                let shared = (!forms.is_empty()).then(|| {
                    let list = forms.iter().map(|form| worded("li", "", self.common(form.as_str())));
                    el("div")
                        .with(worded("p", "answer__ask", self.common("scout.sharing")))
                        .with(el("ul").all(list))
                });
                self.all_asked(together().with(level), "scout.", &slot::SCOUT).with(shared)
            }
            // Open text, and what belongs to another kind: all of it stands in the texts.
            _ => together(),
        }
    }
}

impl<'a> Reader<'a> {
    fn common(&self, key: &str) -> &'a str {
        self.wording.common.get(key)
    }

    fn take(&mut self, slot: &str) -> &'a str {
        self.read.push(Slot::new(slot));
        self.value.get(slot)
    }

    /// A question of the program's with its answer; nothing when there is none.
    #[inline(never)]
    fn asked(&mut self, slot: &str, ask: &str) -> Option<El> {
        let text = self.take(slot);
        (!text.trim().is_empty()).then(|| pair(ask, text))
    }

    fn all_asked(&mut self, mut before: El, key: &str, slots: &[&str]) -> El {
        for slot in slots {
            before = before.with(self.asked(slot, self.common(&[key, slot].concat())));
        }
        before
    }

    fn plan(&mut self, slot: &str) -> Option<El> {
        let lead = self.common(&["intention.", slot].concat());
        let text = self.take(slot);
        (!text.trim().is_empty()).then(|| {
            el("p")
                .class("prose")
                .with(worded("span", "ifthen", lead))
                .text(" ")
                .with(worded("bdi", "", text))
        })
    }

    /// What stands in one of the two columns; nothing when all of it is empty.
    fn side(&mut self, who: &str, prefix: &str, cells: &[Cell], supposed: &Set<Slot>) -> Option<El> {
        let mut rows = Vec::new();
        for cell in cells {
            let slot = [prefix, &cell.id].concat();
            let text = self.take(&slot);
            if text.trim().is_empty() {
                continue;
            }
            let ask = if prefix == "me-" { &cell.me } else { &cell.other };
            let row = el("li")
                .with(worded("span", "answer__ask", ask))
                .text(" ")
                .with(worded("span", "prose", text).set("dir", "auto"));
            let guess = || el("span").class("guess").say(&self.wording.ui, Text::AnswersSupposed);
            rows.push(if supposed.contains(&Slot::new(&slot)) { row.text(" ").with(guess()) } else { row });
        }
        let who = worded("p", "note-strong", self.common(who));
        (!rows.is_empty()).then(|| el("div").with(who).with(el("ul").all(rows)))
    }

    fn list(&mut self, options: &[Choice], chosen: &[ContentId], other: bool, tag: &'static str) -> Vec<El> {
        let text = self.take(slot::OTHER).trim();
        let mut rows: Vec<&str> = chosen.iter().filter_map(|id| label(options, id)).collect();
        if !text.is_empty() {
            rows.push(text);
        } else if other {
            rows.push(self.common("choice.other"));
        }
        rows.into_iter()
            .filter(|row| !row.trim().is_empty())
            .map(|row| worded(tag, "prose", row).set("dir", "auto"))
            .collect()
    }
}

fn label<'a>(options: &'a [Choice], id: &ContentId) -> Option<&'a str> {
    options.iter().find(|option| option.id == *id).map(|option| option.label.as_str())
}

fn prose(text: &str) -> Option<El> {
    (!text.trim().is_empty()).then(|| worded("p", "prose", text).set("dir", "auto"))
}

/// A question with its answer; the answer alone where the question has no words.
fn pair(ask: &str, text: &str) -> El {
    let text = worded("p", "prose", text).set("dir", "auto");
    if ask.is_empty() {
        return text;
    }
    el("div").with(worded("p", "answer__ask", ask)).with(text)
}
