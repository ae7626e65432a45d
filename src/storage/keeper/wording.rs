//! The kept wordings read back: from what waits for the mirror, else from the mirror.

use super::Keeper;
use crate::domain::{Asked, AskedKey};
use crate::storage::mirror::Store;
use crate::storage::record::unsealed;
use crate::storage::wording::read_wording;
use crate::storage::{BoxFuture, key};
use std::rc::Rc;

impl Keeper {
    /// The questions as they stood on screen, as far as they were kept, in no order. One that is damaged is not there.
    pub fn wordings(self: &Rc<Self>, wanted: Vec<AskedKey>) -> BoxFuture<Vec<(AskedKey, Asked)>> {
        let keeper = Rc::clone(self);
        Box::pin(async move {
            let name = |wanted: &AskedKey| {
                let AskedKey { pack, content, version, language } = wanted;
                key::wording(pack, content, version, language.as_str())
            };
            let read = |raw: &String| read_wording(unsealed(raw)?);
            let mut found = Vec::new();
            let mut further = Vec::new();
            {
                let state = keeper.state.borrow();
                for wanted in wanted {
                    match state.wording_waiting.get(&name(&wanted)) {
                        Some(raw) => found.extend(read(raw).map(|asked| (wanted, asked))),
                        None => further.push(wanted),
                    }
                }
            }
            if let (Some(mirror), false) = (&keeper.mirror, further.is_empty()) {
                let names = further.iter().map(name).collect();
                // A mirror that fails has no wordings; the answers are shown without.
                let texts = mirror.get(Store::Records, names).await.unwrap_or_default();
                let both = further.into_iter().zip(texts);
                found.extend(both.filter_map(|(wanted, raw)| Some((wanted, read(&raw?)?))));
            }
            found
        })
    }
}
