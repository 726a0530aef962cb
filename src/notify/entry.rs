//! One notification in the list.

use super::hub::Hub;
use super::when::{about, exact};
use crate::i18n::event as names;
use crate::i18n::notify as words;
use leptos::prelude::*;
use planning::notify::{Entry, Subject, Watched};

/// What happened, what is different, when.
pub(super) fn entry(hub: Hub, entry: &Entry) -> AnyView {
    let said = words::happened(&entry.meaning);
    let about_it = entry.event().is_none().then(|| subscription(hub, entry));
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
            <span class="what"><span>{said}</span>{about_it}{details}</span>
            <span class="row end">
                {new}
                <time class="quiet small" datetime=at.to_string() title=exact(hub, at)>{move || about(hub, at)}</time>
            </span>
        </li>
    }
    .into_any()
}

/// The subscription that a notification is about, when it is about none of the events.
fn subscription(hub: Hub, entry: &Entry) -> Option<AnyView> {
    let id = entry.meaning.subscription.clone()?;
    let said = move || {
        let noted = hub.noted(&id)?;
        let watched = Watched::of_resource(noted.resource.as_str());
        let what = words::watched(watched.as_ref());
        let event = Subject::at(noted.resource.as_str()).event;
        let events = hub.list.known().events.unwrap_or_default();
        let mine = events
            .iter()
            .find(|it| Some(&it.event.id) == event.as_ref());
        let title = mine.and_then(|it| it.event.display_name.clone());
        let title = title.map(|it| [names::title(&it).as_str(), ": "].concat());
        Some(view! { <span class="quiet difference">{title}{what}</span> })
    };
    Some(said.into_any())
}
