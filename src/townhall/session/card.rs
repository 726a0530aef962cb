//! The details, read with the session itself: a list of sessions leaves them out.

use super::{dial_in, entry, settings};
use crate::browser::format::{self, Style};
use crate::i18n::session as words;
use crate::shell::problem::problem_view;
use crate::townhall::EventState;
use crate::townhall::event_page::rich::rich;
use crate::ui::copy::copy_button;
use crate::ui::{Icon, icon};
use leptos::prelude::*;
use std::rc::Rc;
use virtual_events::{Error, ItemBody, Session};

type Answer = Option<Result<Rc<Session>, Rc<Error>>>;

/// Join by number, dial-in, chat, options, recording, and everything else.
pub(super) fn card(state: EventState) -> AnyView {
    let answer = RwSignal::new_local(Answer::None);
    let read = move || {
        answer.set(None);
        read(state, answer);
    };
    // anew when the session is read anew: after publishing, for instance
    Effect::new(move |_| {
        if state.links().is_some_and(|links| links.session.is_some()) {
            read();
        }
    });
    (move || match answer.get() {
        None => view! { <span class="skeleton" style="block-size:96px" aria-busy="true"></span> }
            .into_any(),
        Some(Ok(session)) => untrack(|| details(state, &session)),
        Some(Err(error)) => problem_view(&error, Some(Callback::new(move |()| read()))),
    })
    .into_any()
}

fn read(state: EventState, answer: RwSignal<Answer, LocalStorage>) {
    let session = state.links().and_then(|links| links.session.clone());
    let Some(session) = session else { return };
    let sessions = state
        .workspace
        .graph()
        .events(state.kind)
        .sessions(&state.id());
    leptos::task::spawn_local(async move {
        let read = sessions.get(&session.id).await;
        let _ = answer.try_set(Some(read.map(Rc::new).map_err(Rc::new)));
    });
}

fn details(state: EventState, session: &Session) -> AnyView {
    let recording = session.video_on_demand_web_url.clone().map(|url| {
        view! {
            <div class="stack-tight">
                <span class="label">{words::RECORDING}</span>
                <div class="link-line">
                    <a class="url" href=url.clone() target="_blank" rel="noopener">{url.clone()}</a>
                    {copy_button(words::COPY_RECORDING, words::RECORDING_COPIED, url)}
                </div>
            </div>
        }
    });
    let options = session.meeting_options_web_url.clone().map(|url| {
        view! {
            <a class="button" href=url target="_blank" rel="noopener">{icon(Icon::Open)}{words::OPTIONS}</a>
        }
    });
    let expires = session.expiry_date_time.map(|at| {
        let zone = state.workspace.zone();
        [
            format::instant(at, &zone, Style::Day),
            format::instant(at, &zone, Style::Time),
        ]
        .join(", ")
    });
    let information = session.join_html().map(|html| {
        let body = Memo::new(move |_| Some(ItemBody::html(html.clone())));
        view! {
            <details>
                <summary>{words::INVITATION_BLOCK}</summary>
                {rich(body, words::NO_INVITATION_BLOCK)}
            </details>
        }
    });
    view! {
        {recording}
        {session.join_meeting_id_settings.as_ref().map(entry::entry)}
        {session.audio_conferencing.as_ref().map(dial_in::dial_in)}
        {session.chat_info.as_ref().and_then(entry::chat)}
        {options.map(|link| view! { <div class="row">{link}</div> })}
        {information}
        <details>
            <summary>{words::SETTINGS}</summary>
            {settings::list(session, expires)}
        </details>
    }
    .into_any()
}
