//! The event in people's calendars.

use super::state::Share;
use super::wording;
use crate::browser::download;
use crate::i18n::share as words;
use crate::ui::toast::Toasts;
use crate::ui::{Icon, icon};
use leptos::prelude::*;
use planning::calendar_file::{Standing, calendar_file};
use planning::invitation::{CalendarService, add_to, file_name};

/// The calendar file, and links into calendars on the web.
pub(super) fn card(share: Share) -> AnyView {
    let times = Memo::new(move |_| wording::times(share));
    let inside = move || match times.get() {
        None => view! { <p class="quiet">{words::NO_TIMES}</p> }.into_any(),
        Some((start, end)) => {
            let links = move || {
                let invitation = wording::invitation(share);
                let link = |service| {
                    let address = add_to(service, &invitation, start, end, words::LOCATION);
                    view! {
                        <li><a href=address target="_blank" rel="noopener">{icon(Icon::Open)}{words::add_to(service)}</a></li>
                    }
                };
                CalendarService::ALL.map(link).collect_view()
            };
            view! {
                <div class="row">{save_button(share, Standing::Confirmed, words::SAVE_ICS)}</div>
                <ul class="plain-links">{links}</ul>
            }
            .into_any()
        }
    };
    view! {
        <section class="card stack" aria-labelledby="share-calendar">
            <h2 id="share-calendar">{words::CALENDAR}</h2>
            <p class="quiet small">{words::CALENDAR_HELP}</p>
            {inside}
        </section>
    }
    .into_any()
}

/// The file that takes a cancelled event out of calendars.
pub(super) fn cancellation(share: Share) -> AnyView {
    view! {
        <section class="card stack" aria-labelledby="share-calendar">
            <h2 id="share-calendar">{words::CALENDAR}</h2>
            <p class="quiet small">{words::CANCELLATION_HELP}</p>
            <div class="row">{save_button(share, Standing::Cancelled, words::SAVE_CANCELLATION)}</div>
        </section>
    }
    .into_any()
}

fn save_button(share: Share, standing: Standing, label: &'static str) -> AnyView {
    let toasts = expect_context::<Toasts>();
    let save = move |_| {
        let saved = wording::calendar_event(share, standing).map(|event| {
            let file = calendar_file(&event, &*share.event.workspace.rules());
            download::save(
                &file_name(&event.title, "ics"),
                "text/calendar;charset=utf-8",
                file.as_bytes(),
            )
        });
        match saved {
            Some(Ok(())) => {}
            Some(Err(_)) => toasts.say(words::NOT_SAVED),
            None => toasts.say(words::NO_TIMES),
        }
    };
    view! { <button type="button" class="button" on:click=save>{label}</button> }.into_any()
}
