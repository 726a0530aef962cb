//! The parts of an event's page, each with an address of its own.

use super::state::EventState;
use crate::attendance;
use crate::browser::page;
use crate::chunk::chunk_view;
use crate::i18n::townhall as words;
use crate::notify;
use crate::router::Router;
use crate::routes::{Page, Part};
use crate::townhall::{people, registration, share};
use leptos::prelude::*;

/// The part that the address names; `None` for the overview. Tracks.
fn shown(router: Router) -> Option<Part> {
    match router.page() {
        Some(Page::EventPart(_, _, part)) => Some(part),
        _ => None,
    }
}

/// Links to the parts.
pub(super) fn tabs(state: EventState) -> AnyView {
    let router = Router::expect();
    let tab = move |part: Option<Part>| {
        let id = state.id();
        let page = match part {
            None => Page::Event(state.kind, id),
            Some(part) => Page::EventPart(state.kind, id, part),
        };
        let current = move || (shown(router) == part).then_some("page");
        view! { <li><a href=page.path() aria-current=current>{words::part(part)}</a></li> }
    };
    let parts = [None]
        .into_iter()
        .chain(Part::ALL.into_iter().map(Some))
        .map(tab);
    // on a phone the row is longer than the page is wide
    Effect::new(move |_| {
        let _ = shown(router);
        page::bring_current_into_view(".tabs");
    });
    view! { <nav class="tabs" aria-label=words::PARTS><ul>{parts.collect_view()}</ul></nav> }
        .into_any()
}

/// The part itself; `overview` is what stands at the event's own address.
pub(super) fn content(state: EventState, overview: fn(EventState) -> AnyView) -> AnyView {
    let router = Router::expect();
    let part = Memo::new(move |_| shown(router));
    (move || match part.get() {
        None => untrack(|| overview(state)),
        Some(Part::People) => waiting(people::part(state)),
        Some(Part::Registration) => waiting(registration::part(state)),
        Some(Part::Share) => waiting(share::part(state)),
        Some(Part::Attendance) => waiting(attendance::part(state)),
        Some(Part::Notifications) => waiting(notify::part(state)),
    })
    .into_any()
}

fn waiting(
    load: impl Future<Output = Result<AnyView, crate::chunk::ChunkError>> + 'static,
) -> AnyView {
    let skeleton = view! {
        <div class="stack" aria-busy="true"><span class="skeleton" style="block-size:180px"></span></div>
    };
    chunk_view(load, skeleton.into_any())
}
