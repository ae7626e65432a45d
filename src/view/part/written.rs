//! An answer as it is read back: every kind as text, lists and plans, line breaks kept.

use super::prompt::{scout_level, scout_sharing};
use crate::domain::{Choice, ContentId, Kind, Main, Prompt, Slot, Stand, Value, slot};
use crate::i18n::Text;
use crate::view::Wording;
use yew::prelude::*;

/// An answer, read-only. What cannot be named here (an option of another version, a text without a question) is still
/// shown as far as it can be: nothing that was written is left out.
pub fn written(prompt: &Prompt, value: &Value, wording: &Wording) -> Html {
    let mut reader = Reader { prompt, value, wording, read: Vec::new() };
    let main = reader.main();
    let extras: Vec<_> = prompt.extras.iter().map(|(slot, ask)| reader.asked(slot.as_str(), ask)).collect();
    let rest: Vec<_> = value.texts.keys().filter(|slot| !reader.read.contains(slot)).collect();
    html! {
        <div class="answer__text stack-s">
            { main }
            { for extras }
            { for rest.into_iter().map(|slot| prose(value.get(slot.as_str()))) }
        </div>
    }
}

struct Reader<'a> {
    prompt: &'a Prompt,
    value: &'a Value,
    wording: &'a Wording,
    /// The slots that were shown.
    read: Vec<Slot>,
}

impl Reader<'_> {
    fn main(&mut self) -> Html {
        let common = |key: &str| self.wording.common.get(key).to_owned();
        match (&self.prompt.kind, &self.value.main) {
            (Kind::Columns { cells }, Main::Columns { supposed }) => {
                let mut side = |who: &str, own: bool| {
                    let cells: Vec<_> = cells
                        .iter()
                        .map(|cell| {
                            let (prefix, ask) = if own { ("me-", &cell.me) } else { ("other-", &cell.other) };
                            (Slot::new(&[prefix, &cell.id].concat()), ask)
                        })
                        .collect();
                    self.side(&common(who), &cells, |slot| supposed.contains(slot))
                };
                let (me, other) = (side("columns.me", true), side("columns.other", false));
                html! { <>{ me }{ other }</> }
            }
            (Kind::Choice { options, .. }, Main::Choice { chosen, other }) => {
                let chosen = chosen.iter().cloned().collect::<Vec<_>>();
                self.list(options, &chosen, *other, false)
            }
            (Kind::Choices { options, .. }, Main::Choices { chosen, other }) => {
                self.list(options, chosen, *other, true)
            }
            (Kind::Ranking { options }, Main::Ranking { order }) => html! {
                <ol>{ for order.iter().filter_map(|id| label(options, id)).map(|label| html! { <li>{ label }</li> }) }</ol>
            },
            (Kind::Scale { anchors }, Main::Scale(stand)) => {
                let stand = match stand {
                    Some(Stand::Anchor(id)) => label(anchors, id).unwrap_or_default().to_owned(),
                    Some(Stand::DontKnow) => common("scale.dont-know"),
                    Some(Stand::NotApplicable) => common("scale.not-applicable"),
                    None => String::new(),
                };
                let (proof, team) = (common("scale.proof"), common("scale.team"));
                html! { <>{ prose(&stand) }{ self.asked(slot::PROOF, &proof) }{ self.asked(slot::TEAM, &team) }</> }
            }
            (Kind::Dilemma { options, .. }, Main::Dilemma { chosen }) => {
                let chosen = chosen.as_ref().and_then(|id| label(options, id)).unwrap_or_default();
                let asks = self.all_asked("dilemma.", &slot::DILEMMA);
                html! { <>{ prose(chosen) }{ for asks }</> }
            }
            (Kind::Intention, Main::Intention { date, review }) => {
                let (main, more) = slot::INTENTION.split_at_checked(2).unwrap_or_default();
                let plan: Vec<_> = main.iter().map(|slot| self.plan(slot)).collect();
                let more = self.all_asked("intention.", more);
                let day = |key: &str, date: &Option<crate::domain::Date>| {
                    date.map(|date| pair(&common(key), &self.wording.ui.weekday(date)))
                };
                html! { <>{ for plan }{ day("intention.date", date) }{ for more }{ day("intention.review", review) }</> }
            }
            (Kind::Scout, Main::Scout { level, sharing }) => {
                let level =
                    level.as_ref().filter(|level| scout_level(level)).map(|level| common(level.as_str()));
                let level = level.map(|level| pair(&common("scout.level"), &level));
                let shared = sharing.iter().filter(|form| scout_sharing(form));
                let shared: Vec<_> =
                    shared.map(|form| html! { <li>{ common(form.as_str()) }</li> }).collect();
                let title = common("scout.sharing");
                let asks = self.all_asked("scout.", &slot::SCOUT);
                html! {
                    <>
                        { level }{ for asks }
                        if !shared.is_empty() { <div><p class="answer__ask">{ title }</p><ul>{ for shared }</ul></div> }
                    </>
                }
            }
            // Open text, and what belongs to another kind: all of it stands in the texts.
            _ => html! {},
        }
    }

    fn take(&mut self, slot: &str) -> &str {
        self.read.push(Slot::new(slot));
        self.value.get(slot)
    }

    /// A question of the program's with its answer; nothing when there is none.
    fn asked(&mut self, slot: &str, ask: &str) -> Html {
        let text = self.take(slot);
        if text.trim().is_empty() {
            html! {}
        } else {
            pair(ask, text)
        }
    }

    fn all_asked(&mut self, key: &str, slots: &[&str]) -> Vec<Html> {
        let words = self.wording;
        slots.iter().map(|slot| self.asked(slot, words.common.get(&[key, slot].concat()))).collect()
    }

    fn plan(&mut self, slot: &str) -> Html {
        let words = self.wording;
        let lead = words.common.get(&["intention.", slot].concat());
        let text = self.take(slot);
        html! {
            if !text.trim().is_empty() {
                <p class="prose"><span class="ifthen">{ lead }</span>{ " " }{ text }</p>
            }
        }
    }

    fn side(&mut self, who: &str, cells: &[(Slot, &String)], supposed: impl Fn(&Slot) -> bool) -> Html {
        let guess = self.wording.ui(Text::AnswersSupposed);
        let mut rows = Vec::new();
        for (slot, ask) in cells {
            let text = self.take(slot.as_str());
            if !text.trim().is_empty() {
                rows.push(html! {
                    <li>
                        <span class="answer__ask">{ (*ask).clone() }</span>{ " " }
                        <span class="prose">{ text }</span>
                        if supposed(slot) { { " " }<span class="guess">{ guess.clone() }</span> }
                    </li>
                });
            }
        }
        html! { if !rows.is_empty() { <div><p class="note-strong">{ who }</p><ul>{ for rows }</ul></div> } }
    }

    fn list(&mut self, options: &[Choice], chosen: &[ContentId], other: bool, several: bool) -> Html {
        let words = self.wording;
        let text = self.take(slot::OTHER).trim();
        let mut rows: Vec<&str> = chosen.iter().filter_map(|id| label(options, id)).collect();
        if !text.is_empty() {
            rows.push(text);
        } else if other {
            rows.push(words.common.get("choice.other"));
        }
        if several {
            html! { <ul>{ for rows.into_iter().map(|row| html! { <li class="prose">{ row }</li> }) }</ul> }
        } else {
            html! { <>{ for rows.into_iter().map(prose) }</> }
        }
    }
}

fn label<'a>(options: &'a [Choice], id: &ContentId) -> Option<&'a str> {
    options.iter().find(|option| option.id == *id).map(|option| option.label.as_str())
}

fn prose(text: &str) -> Html {
    html! { if !text.trim().is_empty() { <p class="prose">{ text }</p> } }
}

fn pair(ask: &str, text: &str) -> Html {
    html! { <div><p class="answer__ask">{ ask }</p><p class="prose">{ text }</p></div> }
}
