//! Joining by number, and the chat.

use crate::i18n::session as words;
use crate::ui::copy::copy_button;
use leptos::prelude::*;
use virtual_events::{ChatInfo, JoinMeetingId};

/// Meeting id and passcode; the passcode is hidden until somebody asks for it, since screens are
/// shared.
pub(super) fn entry(join: &JoinMeetingId) -> AnyView {
    let id = join.join_meeting_id.clone().filter(|it| !it.is_empty());
    let Some(id) = id else {
        return ().into_any();
    };
    let passcode = join.passcode.clone().filter(|it| !it.is_empty());
    let passcode = match passcode {
        Some(passcode) => secret(passcode),
        None => view! { <p class="quiet">{words::NO_PASSCODE}</p> }.into_any(),
    };
    view! {
        <div class="stack-tight">
            <span class="label">{words::MEETING_ID}</span>
            <div class="link-line">
                <span class="url">{words::in_groups(&id)}</span>
                {copy_button(words::COPY_MEETING_ID, words::MEETING_ID_COPIED, id)}
            </div>
            {passcode}
        </div>
    }
    .into_any()
}

fn secret(passcode: String) -> AnyView {
    let shown = RwSignal::new(false);
    let copied = passcode.clone();
    let text = move || {
        if shown.get() {
            passcode.clone()
        } else {
            words::HIDDEN.to_owned()
        }
    };
    let label = move || {
        if shown.get() {
            words::HIDE_PASSCODE
        } else {
            words::SHOW_PASSCODE
        }
    };
    view! {
        <div class="link-line">
            <span class="label">{words::PASSCODE}</span>
            <span class="url">{text}</span>
            <button type="button" class="button" on:click=move |_| shown.update(|it| *it = !*it)>{label}</button>
            {copy_button(words::COPY_PASSCODE, words::PASSCODE_COPIED, copied)}
        </div>
    }
    .into_any()
}

/// The chat's thread, for whoever looks for it with Graph or an administrator's tools.
pub(super) fn chat(chat: &ChatInfo) -> Option<AnyView> {
    let thread = chat.thread_id.clone().filter(|it| !it.is_empty())?;
    Some(
        view! {
            <div class="stack-tight">
                <span class="label">{words::CHAT}</span>
                <div class="link-line">
                    <span class="url">{thread.clone()}</span>
                    {copy_button(words::COPY_CHAT, words::CHAT_COPIED, thread)}
                </div>
            </div>
        }
        .into_any(),
    )
}
