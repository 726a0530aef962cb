//! The addresses to hand out, and how to join without one.

use super::state::{Details, Share};
use crate::i18n::{share as words, townhall};
use crate::shell::problem::problem_view;
use crate::ui::copy::copy_button;
use leptos::prelude::*;
use virtual_events::{AudioConferencing, JoinMeetingId, Session};

/// Attendee link, registration link, join details.
pub(super) fn card(share: Share) -> AnyView {
    let registers_first = Memo::new(move |_| share.registers_first());
    let join = Memo::new(move |_| share.join_link());
    let registration = Memo::new(move |_| share.registration_link());
    let attendee = move || {
        let help = if registers_first.get() {
            words::JOIN_HELP_REGISTERED
        } else {
            words::JOIN_HELP
        };
        let copy = copy_button(
            townhall::COPY_ATTENDEE,
            townhall::ATTENDEE_COPIED,
            join.get()?,
        );
        Some(address(townhall::ATTENDEE_LINK, help, &join.get()?, copy))
    };
    let portal = move || {
        let url = registration.get()?;
        let help = if registers_first.get() {
            words::REGISTRATION_HELP
        } else {
            words::ADD_TO_CALENDAR_HELP
        };
        let copy = copy_button(
            townhall::COPY_REGISTRATION,
            townhall::REGISTRATION_COPIED,
            url.clone(),
        );
        Some(address(townhall::REGISTRATION_LINK, help, &url, copy))
    };
    view! {
        <section class="card stack" aria-labelledby="share-links">
            <h2 id="share-links">{words::LINKS}</h2>
            {attendee}
            {portal}
            {move || joining(share)}
        </section>
    }
    .into_any()
}

fn address(label: &'static str, help: &'static str, url: &str, copy: AnyView) -> AnyView {
    view! {
        <div class="stack-tight">
            <span class="label">{label}</span>
            <p class="quiet small">{help}</p>
            <div class="link-line">
                <a class="url" href=url.to_owned() target="_blank" rel="noopener">{url.to_owned()}</a>
                {copy}
            </div>
        </div>
    }
    .into_any()
}

/// Meeting id, passcode and telephone.
fn joining(share: Share) -> AnyView {
    match share.details() {
        Details::UnderWay => {
            view! { <span class="skeleton" style="block-size:64px" aria-busy="true"></span> }
                .into_any()
        }
        Details::Failed(error) => {
            problem_view(&error, Some(Callback::new(move |()| share.read_details())))
        }
        Details::There(session) => details(&session),
    }
}

fn details(session: &Session) -> AnyView {
    let meeting = session
        .join_meeting_id_settings
        .as_ref()
        .and_then(meeting_id);
    let phone = session.audio_conferencing.as_ref().and_then(dial_in);
    if meeting.is_none() && phone.is_none() {
        return ().into_any();
    }
    view! {
        <h3>{words::OTHER_WAYS}</h3>
        <dl class="facts">{meeting}{phone}</dl>
    }
    .into_any()
}

fn meeting_id(settings: &JoinMeetingId) -> Option<AnyView> {
    let id = words::meeting_id(settings.join_meeting_id.as_deref()?);
    let passcode = settings.passcode.clone().filter(|it| !it.is_empty());
    let passcode = passcode.map(|passcode| {
        let shown = RwSignal::new(false);
        let copied = passcode.clone();
        let value = move || {
            if shown.get() {
                passcode.clone()
            } else {
                words::HIDDEN.to_owned()
            }
        };
        let label = move || if shown.get() { words::HIDE_PASSCODE } else { words::SHOW_PASSCODE };
        view! {
            <dt>{words::PASSCODE}</dt>
            <dd class="row">
                <span class="numbers">{value}</span>
                <button type="button" class="button" on:click=move |_| shown.update(|it| *it = !*it)>{label}</button>
                {copy_button(words::COPY_PASSCODE, words::PASSCODE_COPIED, copied)}
            </dd>
        }
    });
    let copied = id.clone();
    Some(
        view! {
            <dt>{words::MEETING_ID}</dt>
            <dd class="row"><span class="numbers">{id}</span>{copy_button(words::COPY_MEETING_ID, words::MEETING_ID_COPIED, copied)}</dd>
            {passcode}
        }
        .into_any(),
    )
}

fn dial_in(phone: &AudioConferencing) -> Option<AnyView> {
    let number = phone
        .toll_number
        .clone()
        .or_else(|| phone.toll_free_number.clone())?;
    let conference = phone.conference_id.clone();
    let numbers = phone.dialin_url.clone().map(|url| {
        view! { <a href=url target="_blank" rel="noopener">{words::ALL_NUMBERS}</a> }
    });
    Some(
        view! {
            <dt>{words::DIAL_IN}</dt>
            <dd class="row"><span class="numbers">{number}</span>{numbers}</dd>
            {conference.map(|id| view! { <dt>{words::CONFERENCE_ID}</dt><dd class="numbers">{id}</dd> })}
        }
        .into_any(),
    )
}
