//! Whether the event is one of many.

use super::state::EventState;
use crate::i18n::series as words;
use crate::routes::Page;
use leptos::prelude::*;
use planning::series::SeriesPlace;

/// A link to the series, for an event that belongs to one.
pub(super) fn link(state: EventState) -> AnyView {
    let place = Memo::new(move |_| SeriesPlace::of_event(&*state.event()?));
    (move || {
        let place = place.get()?;
        let text = words::part_of(place.number, place.of);
        Some(view! { <a href=Page::Series(place.series).path()>{text}</a> })
    })
    .into_any()
}
