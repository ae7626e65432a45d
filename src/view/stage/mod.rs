//! The big screen: one question in large type, a clock, a code, and a few quiet controls. Nothing that anybody wrote can
//! stand here: it is drawn from [`Stage`], which does not know of answers.

mod controls;
mod rail;
mod signs;
mod slide;

use super::part::el::{El, button, el, together, worded};
use super::part::icon::theme_mark;
use crate::i18n::Text;
use crate::state::stage::{Deck, Said, Show, Slide, Stage, StageMsg, What};
use yew::prelude::*;

/// What the big screen is drawn from.
pub struct Hall<'a> {
    /// The snapshot.
    pub stage: &'a Stage,
    /// Where messages go. The same callback for as long as the page lives.
    pub send: &'a Callback<StageMsg>,
}

impl Hall<'_> {
    fn say(&self, tag: &'static str, class: &'static str, text: Text) -> El {
        el(tag).class(class).say(&self.stage.ui, text)
    }

    fn on<E: 'static>(&self, msg: StageMsg) -> Callback<E> {
        self.send.reform(move |_| msg.clone())
    }
}

/// The whole screen.
pub fn stage_screen(hall: &Hall) -> Html {
    let stage = hall.stage;
    // Heard also while the screen is blank, so it stands outside of what comes and goes.
    let said = stage.clock.said.map(|said| match said {
        Said::Minute => Text::StageMinute,
        Said::Over => Text::StageOver,
    });
    let aloud = el("p").key("aloud").class("quiet-for-eyes").set("role", "status");
    let aloud = match said {
        Some(text) => aloud.say(&stage.ui, text),
        None => aloud,
    };
    together().with(aloud).with(shown(hall).key("shown").attr("data-route", &stage.place.to_string())).html()
}

fn shown(hall: &Hall) -> El {
    match &hall.stage.show {
        _ if hall.stage.blank => blank(hall),
        Show::Slide(deck, at) => match deck.slides.get(*at) {
            Some(slide) => of_slide(hall, deck, *at, slide),
            None => missing(hall),
        },
        Show::Loading => plain(hall, None, together()).set("aria-busy", "true").with(hall.say(
            "p",
            "stage__case",
            Text::LoadingPart,
        )),
        Show::Private => {
            let link = hall.say("a", "stage__link", Text::StageToPrompt).attr("href", &hall.stage.back());
            plain(hall, Some((Text::StagePrivate, Text::StagePrivateText)), link)
        }
        Show::Missing => missing(hall),
        Show::Failed => {
            let again = button("stage__link", &hall.stage.ui.get(Text::Retry), hall.on(StageMsg::RetryAsked));
            plain(hall, Some((Text::FailedTitle, Text::StageFailedText)), again)
        }
    }
}

fn missing(hall: &Hall) -> El {
    let home = hall.say("a", "stage__link", Text::UnknownHome).attr("href", &hall.stage.home);
    plain(hall, Some((Text::StageMissing, Text::StageMissingText)), home)
}

/// What stands there when there is no slide: why, and what to do next.
fn plain(hall: &Hall, words: Option<(Text, Text)>, next: El) -> El {
    let told = words.map(|(head, body)| {
        together()
            .with(hall.say("h1", "stage__prompt", head).set("tabindex", "-1").set("data-focus", ""))
            .with(hall.say("p", "stage__case", body))
            .with(el("p").with(next))
    });
    el("main").class("stage stage--plain").with(el("div").class("stage__text").with(told))
}

/// No light at all, and one button over all of it for whoever has no key B.
fn blank(hall: &Hall) -> El {
    let back = el("button")
        .class("stage__dark")
        .set("type", "button")
        .label("aria-label", &hall.stage.ui, Text::StageShow)
        .set("aria-keyshortcuts", "b")
        .set("data-blank", "")
        .on_click(hall.on(StageMsg::BlankToggled));
    el("main").class("stage stage--blank").with(back)
}

fn of_slide(hall: &Hall, deck: &Deck, at: usize, slide: &Slide) -> El {
    let tint = ["stage theme-", deck.set.as_str()].concat();
    let text = el("div")
        .class("stage__text")
        // Who listens hears a new question without having to look for it.
        .set("aria-live", "polite")
        .with(slide::text(hall, slide).key(&slide.place.to_string()));
    let mid = el("div").class("stage__mid").with(text).with(rail::rail(hall, slide));
    let foot = el("footer")
        .class("stage__foot")
        .with(el("div").class("stage__say").with(hall.say("p", "", Text::StageWrite)).with(hall.say(
            "p",
            "",
            Text::StagePass,
        )))
        .with(controls::controls(hall));
    el("main").attr("class", &tint).with(top(hall, deck, at, slide)).with(mid).with(foot)
}

fn top(hall: &Hall, deck: &Deck, at: usize, slide: &Slide) -> El {
    let (n, all) = ((at + 1).to_string(), deck.slides.len().to_string());
    let (text, what) = match &slide.what {
        What::Step(step) => (Text::StageStep, &*step.title),
        What::Prompt(_) => (Text::StagePlace, ""),
    };
    let place = hall.stage.ui.fill(text, &[("n", &n), ("all", &all), ("what", what)]);
    let place = match slide::is_case(slide) {
        true => [hall.stage.words.get("dilemma.fictional"), " · ", &place].concat(),
        false => place,
    };
    el("header")
        .class("stage__top")
        .with(theme_mark(deck.set.as_str(), "stage__mark"))
        .with(worded("p", "stage__name", slide::name(deck, slide)))
        .with(worded("p", "stage__step", &place))
}

/// What the browser's title says.
pub fn stage_title(stage: &Stage) -> String {
    let what = match (stage.slide().map(|slide| &slide.what), &stage.show) {
        (Some(What::Prompt(prompt)), _) => prompt.short.clone(),
        (Some(What::Step(step)), _) => step.title.clone(),
        (None, Show::Private) => stage.ui.get(Text::StagePrivate).to_string(),
        (None, Show::Loading) => stage.ui.get(Text::LoadingPart).to_string(),
        (None, Show::Failed) => stage.ui.get(Text::FailedTitle).to_string(),
        (None, _) => stage.ui.get(Text::StageMissing).to_string(),
    };
    let page = stage.ui.fill(Text::StageTitle, &[("what", &what)]);
    stage.ui.fill(Text::TitleOf, &[("page", &page)])
}
