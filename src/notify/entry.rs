//! One notification in the list.

use super::hub::Hub;
use super::when::{about, exact};
use crate::i18n::notify as words;
use leptos::prelude::*;
use planning::notify::Entry;

/// What happened, what is different, when.
pub(super) fn entry(hub: Hub, entry: &Entry) -> AnyView {
    let said = words::happened(&entry.meaning);
    let id = entry.id.clone();
    let details = move || {
        let turned = hub.turned.with(|known| known.get(&id).cloned())?;
        let each = turned.differences.into_iter();
        let each = each.map(|it| {
            let said = words::difference(&it, |at| exact(hub, at));
            view! { <span class="quiet difference">{said}</span> }
        });
        Some(each.collect_view())
    };
    let at = entry.at;
    // who looks at the page sees what is new until they say so
    let seen = hub.seen;
    let new = move || {
        let unseen = seen.get().is_none_or(|seen| at > seen);
        unseen.then(|| view! { <span class="tag">{words::NEW}</span> })
    };
    view! {
        <li>
            <span class="what"><span>{said}</span>{details}</span>
            <span class="row end">
                {new}
                <time class="quiet small" datetime=at.to_string() title=exact(hub, at)>{move || about(hub, at)}</time>
            </span>
        </li>
    }
    .into_any()
}
