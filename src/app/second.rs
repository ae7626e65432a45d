//! Fetches a part in the second language and pairs it with the first. Only the second module names this room.

use super::store::Store;
use crate::content::{Words, read_index, read_theme};
use crate::domain::{ContentId, LENSES, Language, Second, Theme};
use crate::platform;
use crate::state::{Deed, Msg};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// Sees to it that the part on screen is there in the second language too, where somebody asked for one. What does not
/// come is not shown: the first language is all that is needed.
pub(super) fn follow(store: &Store) {
    let model = store.model();
    let Some(language) = model.habits.second(model.ui.language()) else { return };
    let Some(first) = model.route.part().and_then(|part| model.theme(part)).cloned() else { return };
    let there = model.second.as_ref();
    if there.is_some_and(|second| second.part == first.id && second.language == language) {
        return;
    }
    let (store, ui) = (store.clone(), model.ui.language().clone());
    spawn_local(async move {
        if let Some(second) = fetch(&store, &first, language).await
            && *store.model().ui.language() == ui
        {
            store.send(Msg::Did(Rc::new(Deed::SecondArrived(Rc::new(second)))));
        }
    });
}

async fn fetch(store: &Store, first: &Theme, language: Language) -> Option<Second> {
    let text = platform::part("index", language.as_str()).await.ok()?;
    let (catalogue, _) = read_index(&text, &language).ok()?;
    let common = catalogue.words.and(&super::words::of_prompts(&language).await?);
    let read = async |part: &ContentId, common: &Words| {
        let text = platform::part(part.as_str(), language.as_str()).await.ok()?;
        read_theme(&text, common).ok()
    };
    let other = read(&first.id, &common).await?;
    let lenses = ContentId::new(LENSES);
    let others = read(&lenses, &common).await;
    let model = store.model();
    let second = Second::new(first, &other, language.clone(), model.words.beside(&common));
    Some(match (model.theme(&lenses), others) {
        (Some(one), Some(other)) if first.id != lenses => second.and(one, &other),
        _ => second,
    })
}
