//! Drafts that look like this one: saved twice, by the user or by a browser that found its
//! connection cut and sent the request once more without telling anybody.

use super::state::EventState;
use crate::i18n::townhall as words;
use crate::routes::Page;
use crate::ui::message::{Details, Tone, message};
use leptos::prelude::*;
use virtual_events::{EventId, EventStatus, VirtualEvent};

/// Says so, with a link to each.
pub(super) fn notice(state: EventState) -> AnyView {
    let twins = Memo::new(move |_| {
        let event = state.event()?;
        Some(state.others(|other| alike(&event, other)))
    });
    (move || {
        let twins = twins.get().filter(|it| !it.is_empty())?;
        let links = twins.into_iter().map(|id: EventId| {
            let page = Page::Event(state.kind, id).path();
            view! { <a href=page class="button">{words::OPEN_TWIN}</a> }
        });
        Some(message(
            Tone::Info,
            words::TWIN,
            words::TWIN_TEXT.to_owned(),
            &Details::default(),
            links.collect_view().into_any(),
        ))
    })
    .into_any()
}

fn alike(one: &VirtualEvent, other: &VirtualEvent) -> bool {
    let draft = |event: &VirtualEvent| event.status == Some(EventStatus::Draft);
    one.id != other.id
        && one.kind == other.kind
        && draft(one)
        && draft(other)
        && one.organizer_id() == other.organizer_id()
        && one.display_name == other.display_name
        && one.start == other.start
        && one.end == other.end
}
