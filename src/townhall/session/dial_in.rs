//! Joining by phone.

use crate::i18n::session as words;
use crate::ui::copy::copy_button;
use crate::ui::{Icon, icon};
use leptos::prelude::*;
use virtual_events::AudioConferencing;

/// Numbers and the conference's id.
pub(super) fn dial_in(audio: &AudioConferencing) -> AnyView {
    let all = |one: &Option<String>, many: &Option<Vec<String>>| {
        let mut numbers: Vec<String> = many.clone().unwrap_or_default();
        if let Some(one) = one
            && !numbers.contains(one)
        {
            numbers.insert(0, one.clone());
        }
        numbers.retain(|number| !number.is_empty());
        numbers
    };
    let paid = all(&audio.toll_number, &audio.toll_numbers);
    let free = all(&audio.toll_free_number, &audio.toll_free_numbers);
    if paid.is_empty() && free.is_empty() {
        return ().into_any();
    }
    let number = |number: String, free: bool| {
        let dials = ["tel:", &number.replace(' ', "")].concat();
        let note = free.then_some(words::FREE);
        view! { <li><a href=dials>{number}</a>" "<span class="quiet">{note}</span></li> }
    };
    let numbers: Vec<_> = free
        .into_iter()
        .map(|it| number(it, true))
        .chain(paid.into_iter().map(|it| number(it, false)))
        .collect();
    let conference = audio.conference_id.clone().map(|id| {
        view! {
            <div class="link-line">
                <span class="label">{words::CONFERENCE_ID}</span>
                <span class="url">{words::in_groups(&id)}</span>
                {copy_button(words::COPY_CONFERENCE_ID, words::CONFERENCE_ID_COPIED, id)}
            </div>
        }
    });
    let more = audio.dialin_url.clone().map(|url| {
        view! { <a href=url target="_blank" rel="noopener">{icon(Icon::Open)}{words::ALL_NUMBERS}</a> }
    });
    view! {
        <div class="stack-tight">
            <span class="label">{words::DIAL_IN}</span>
            <ul class="plain">{numbers}</ul>
            {conference}
            {more}
        </div>
    }
    .into_any()
}
