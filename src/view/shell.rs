//! What stands around every page: way finding, notices that stay, and the line that says whose project this is.

use super::View;
use super::part::icon::{Icon, icon, wordmark};
use super::part::notice::{Tone, notice};
use crate::domain::Language;
use crate::i18n::Text;
use crate::platform::event;
use crate::route::Route;
use crate::state::{Appearance, Device, Keeping, Model, Msg, Notice, Save, Scheme, TextSize, Trouble};
use yew::prelude::*;

/// Draws a page into the frame. `task` pages (one prompt) stand higher and closer.
pub fn shell(view: &View, task: bool, theme: &str, page: Html) -> Html {
    let model = view.model;
    let own_link = !matches!(model.route, Route::Home | Route::MyAnswers);
    let main = classes!("main", "grid", task.then_some("main--task"));
    let frame = if theme.is_empty() { "frame".to_owned() } else { ["frame theme-", theme].concat() };
    let skip = view.on(Msg::SkipAsked);
    html! {
        <div class={frame} data-route={model.route.to_string()}>
            <button class="skip-control" type="button" onclick={skip}>{ view.ui(Text::Skip) }</button>
            { masthead(view) }
            <main class={main} id={view.id("main")} data-main="" tabindex="-1">
                <div class="notices column">{ standing(view) }{ for notices(view) }</div>
                { page }
            </main>
            <footer class="colophon grid">
                <div class="column">
                    if own_link {
                        <p>{ view.ui(Text::FooterPrivacy) }</p>
                    } else {
                        <p>{ view.common("independence") }</p>
                    }
                    <nav class="colophon__links" aria-label={view.ui(Text::NavFooter)}>
                        <a href={Route::MyAnswers.to_string()}>{ view.ui(Text::NavMyAnswers) }</a>
                        <a href={Route::Overview.to_string()}>{ view.ui(Text::NavOverview) }</a>
                    </nav>
                </div>
            </footer>
        </div>
    }
}

fn masthead(view: &View) -> Html {
    let model = view.model;
    let open = model.menu_open;
    let toggle = view.on(Msg::MenuToggled(!open));
    let close = view.send.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" && open {
            close.emit(Msg::MenuToggled(false));
        }
    });
    let menu = view.id("menu");
    html! {
        <header class="masthead grid" {onkeydown}>
            <div class="masthead__bar">
                <a class="wordmark" href={Route::Home.to_string()}>{ wordmark() }{ view.ui(Text::AppName) }</a>
                <nav class="masthead__nav" aria-label={view.ui(Text::NavMain)}>
                    { for places(model).into_iter().map(|(route, text)| html! {
                        <a class="tool" href={route.to_string()} aria-current={current(model, &route)}>{ view.ui(text) }</a>
                    }) }
                </nav>
                <div class="masthead__tools">
                    <a class="tool tool--wide" href={Route::MyAnswers.to_string()}
                        aria-current={current(model, &Route::MyAnswers)}>{ view.ui(Text::NavMyAnswers) }</a>
                    { for other_languages(view) }
                    <button class="tool" type="button" aria-expanded={open.to_string()} aria-controls={menu.clone()}
                        data-menu="" onclick={toggle}>
                        { view.ui(if open { Text::MenuClose } else { Text::MenuOpen }) }
                    </button>
                </div>
            </div>
            <div class="menu" id={menu} hidden={!open}>
                if open { { menu_body(view) } }
            </div>
        </header>
    }
}

fn places(model: &Model) -> Vec<(Route, Text)> {
    let themes =
        model.catalogue.themes.first().map(|theme| (Route::Theme(theme.id.clone()), Text::NavThemes));
    let journeys = model
        .catalogue
        .journeys
        .first()
        .map(|list| (Route::Journey(list.id.clone(), None), Text::NavJourneys));
    themes.into_iter().chain(journeys).chain([(Route::Overview, Text::NavOverview)]).collect()
}

fn current(model: &Model, place: &Route) -> Option<&'static str> {
    let inside = *place == model.route || (place.part().is_some() && place.part() == model.route.part());
    inside.then_some(if *place == model.route { "page" } else { "true" })
}

/// A link for each other language. It works before the program is there too: `?lang=` settles it for one visit.
fn other_languages(view: &View) -> Vec<Html> {
    let asked = |tag: &Language| {
        let msg = Msg::LanguageAsked(tag.clone());
        view.send.reform(move |event: MouseEvent| {
            event.prevent_default();
            msg.clone()
        })
    };
    let others = view.model.catalogue.languages.iter().filter(|known| known.tag != *view.model.ui.language());
    others
        .map(|known| {
            let tag = known.tag.as_str().to_owned();
            let short = known.tag.primary().to_uppercase();
            html! {
                <a key={tag.clone()} class="tool" href={["?lang=", &tag].concat()} lang={tag.clone()} hreflang={tag.clone()}
                    data-language={tag.clone()} onclick={asked(&known.tag)}>
                    <span aria-hidden="true">{ short }</span>
                    <span class="quiet-for-eyes">{ known.name.clone() }</span>
                </a>
            }
        })
        .collect()
}

fn menu_body(view: &View) -> Html {
    let model = view.model;
    let rows = [(Route::Home, Text::NavToday)]
        .into_iter()
        .chain(places(model))
        .chain([(Route::MyAnswers, Text::NavMyAnswers)]);
    let scheme = model.appearance.scheme;
    let text = model.appearance.text;
    let schemes = [
        (Scheme::Auto, Text::SchemeAuto),
        (Scheme::Light, Text::SchemeLight),
        (Scheme::Dark, Text::SchemeDark),
    ];
    let sizes = [
        (TextSize::Normal, Text::TextNormal),
        (TextSize::Larger, Text::TextLarger),
        (TextSize::Largest, Text::TextLargest),
    ];
    html! {
        <div class="grid"><div class="column">
            <nav aria-label={view.ui(Text::MenuOpen)}>
                <ul class="menu__list">
                    { for rows.map(|(route, text)| html! {
                        <li><a href={route.to_string()} aria-current={current(model, &route)}>{ view.ui(text) }</a></li>
                    }) }
                </ul>
            </nav>
            { choose(view, Text::SchemeLabel, "scheme", schemes.map(|(one, label)| {
                (label, one == scheme, Appearance { scheme: one, text })
            })) }
            { choose(view, Text::TextLabel, "text", sizes.map(|(one, label)| {
                (label, one == text, Appearance { scheme, text: one })
            })) }
        </div></div>
    }
}

fn choose(view: &View, legend: Text, name: &str, options: [(Text, bool, Appearance); 3]) -> Html {
    let name = view.id(name);
    html! {
        <fieldset class="menu__set stack-s">
            <legend class="label">{ view.ui(legend) }</legend>
            <div class="segmented">
                { for options.map(|(label, checked, appearance)| {
                    let send = view.send.clone();
                    let onchange = Callback::from(move |change: Event| {
                        if event::checked_of(&change) {
                            send.emit(Msg::AppearanceChosen(appearance));
                        }
                    });
                    html! {
                        <label class="segmented__option">
                            <input type="radio" name={name.clone()} {checked} {onchange} />{ view.ui(label) }
                        </label>
                    }
                }) }
            </div>
        </fieldset>
    }
}

/// What stays as long as it is true: nothing is kept here, or the last edit was not.
fn standing(view: &View) -> Html {
    let model = view.model;
    let (title, body, tone) = match (model.keeping, model.device, &model.save) {
        (_, _, Save::Failed(trouble)) => {
            let text = match trouble {
                Trouble::Full => Text::SaveFailedFull,
                Trouble::ErasedElsewhere => Text::SaveFailedErased,
                Trouble::Newer => Text::SaveFailedNewer,
                Trouble::Refused => Text::SaveFailedRefused,
            };
            (None, text, Tone::Danger)
        }
        (Keeping::Blocked, ..) => (Some(Text::BlockedTitle), Text::BlockedBody, Tone::Caution),
        (Keeping::Guest, ..) | (_, Device::Guest, _) => {
            (Some(Text::GuestTitle), Text::GuestBody, Tone::Caution)
        }
        _ => return html! {},
    };
    let actions = html! {
        <button class="button button--quiet button--small" type="button" onclick={view.on(Msg::DownloadAsked)}>
            { icon(Icon::Save) }{ view.ui(Text::Download) }
        </button>
    };
    notice(tone, title.map(|title| view.ui(title)), html! { view.ui(body) }, actions)
}

fn notices(view: &View) -> Vec<Html> {
    let ui = &view.model.ui;
    let words = |notice: &Notice| match notice {
        Notice::Repaired(count) => ui.count(Text::NoticeRepairedOne, Text::NoticeRepairedOther, *count),
        Notice::SetAside(count) => ui.count(Text::NoticeAsideOne, Text::NoticeAsideOther, *count),
        Notice::Newer(count) => ui.count(Text::NoticeNewerOne, Text::NoticeNewerOther, *count),
        Notice::OtherTextKept => ui.get(Text::NoticeOtherText).to_string(),
        Notice::ErasedElsewhere => ui.get(Text::NoticeErasedElsewhere).to_string(),
        Notice::LanguageFailed => ui.get(Text::NoticeLanguage).to_string(),
        Notice::Erased => ui.get(Text::NoticeErased).to_string(),
        Notice::EraseFailed => ui.get(Text::NoticeEraseFailed).to_string(),
        Notice::Restored(count) => ui.count(Text::NoticeRestoredOne, Text::NoticeRestoredOther, *count),
        Notice::EarlyTextAdded => ui.get(Text::NoticeEarly).to_string(),
    };
    let all = view.model.notices.iter().enumerate();
    all.map(|(at, one)| {
        let grave = matches!(one, Notice::EraseFailed | Notice::ErasedElsewhere);
        let tone = if grave { Tone::Danger } else { Tone::Plain };
        let actions = html! {
            <button class="textlink textlink--note" type="button" onclick={view.on(Msg::NoticeDismissed(at))}>
                { view.ui(Text::Dismiss) }
            </button>
        };
        notice(tone, None, html! { words(one) }, actions)
    })
    .collect()
}
