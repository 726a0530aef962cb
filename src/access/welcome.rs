//! The signed-out page: what the product is, and "Sign in".

use crate::i18n::welcome as words;
use crate::session::SignInNotice;
use crate::ui::copy::copy_button;
use crate::ui::message::{Details, Tone, message};
use crate::ui::{Icon, icon};
use leptos::prelude::*;

/// The product's sign.
pub(crate) fn wordmark() -> impl IntoView {
    view! {
        <svg viewBox="0 0 24 24" aria-hidden="true">
            <rect width="24" height="24" rx="6" fill="var(--brand)"></rect>
            <path fill="var(--on-brand)" d="M6 7h12v2.5H6zm2 4h8l-1.2 4.5H9.2zm3 4.5h2V19h-2z"></path>
        </svg>
        <span>{words::NAME}</span>
    }
}

/// The page for somebody who isn't signed in. `sign_in` starts the sign-in; `busy` while it does.
pub(crate) fn welcome_page(
    notice: Option<SignInNotice>,
    busy: Signal<bool>,
    sign_in: impl Fn() + 'static,
) -> AnyView {
    let points = [
        (Icon::Draft, words::PLAN),
        (Icon::Check, words::PUBLISH),
        (Icon::Live, words::RUN),
    ];
    view! {
        <div class="welcome">
            <header><span class="wordmark">{wordmark()}</span></header>
            <main>
                {notice.map(notice_view)}
                <h1>{words::TITLE}</h1>
                <p class="lead">{words::LEAD}</p>
                <div class="go">
                    <button
                        class="button primary"
                        aria-busy=move || busy.get().then_some("true")
                        on:click=move |_| if !busy.get_untracked() { sign_in() }
                    >
                        {words::SIGN_IN}
                    </button>
                    <span class="quiet">{words::SIGN_IN_WITH}</span>
                </div>
                <ul class="points">
                    {points.map(|(picture, (title, text))| view! {
                        <li class="card">{icon(picture)}<strong>{title}</strong><span class="quiet">{text}</span></li>
                    }).into_iter().collect_view()}
                </ul>
            </main>
            <footer class="quiet small">{words::FOOTER}</footer>
        </div>
    }
    .into_any()
}

/// Says what became of a sign-in.
pub(crate) fn notice_view(notice: SignInNotice) -> AnyView {
    let link = notice.admin_link.map(|link| {
        view! {
            <label class="visually-hidden" for="admin-link">{words::ADMIN_LINK}</label>
            <input class="input" id="admin-link" readonly prop:value=link.clone()/>
            {copy_button(words::COPY_ADMIN_LINK, words::ADMIN_LINK_COPIED, link)}
        }
    });
    message(
        Tone::Warning,
        notice.title,
        notice.text,
        &Details(notice.details),
        link.into_any(),
    )
}
