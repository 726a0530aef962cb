//! How registration is set up, and what can be done about it elsewhere only.

use super::state::RegistrationState;
use crate::i18n::{registration as words, townhall};
use crate::shell::problem::access_link;
use crate::ui::copy::copy_button;
use leptos::prelude::*;

/// Whether it is required, the portal, and its limits.
pub(super) fn card(state: RegistrationState) -> AnyView {
    let required = move || {
        if state.is_required() {
            words::REQUIRED_TEXT
        } else {
            words::NOT_REQUIRED_TEXT
        }
    };
    let portal = move || {
        let url = state.there()?.setup.registration_web_url.clone();
        Some(match url.filter(|url| !url.is_empty()) {
            Some(url) => address(&url),
            None => view! { <p class="quiet">{words::NO_PORTAL}</p> }.into_any(),
        })
    };
    let limits = move || {
        let setup = state.there()?.setup.clone();
        let capacity = setup
            .capacity
            .map_or_else(|| townhall::NOT_SET.to_owned(), |it| it.to_string());
        Some(view! {
            <dl class="facts">
                <dt>{words::CAPACITY}</dt><dd>{capacity}</dd>
                <dt>{words::WAITLIST}</dt><dd>{yes_no(setup.is_waitlist_enabled)}</dd>
                <dt>{words::APPROVAL}</dt><dd>{yes_no(setup.is_manual_approval_enabled)}</dd>
            </dl>
        })
    };
    view! {
        <section class="card stack" aria-labelledby="registration-setup">
            <h2 id="registration-setup">{words::SETUP}</h2>
            <p>{required}</p>
            {portal}
            {limits}
        </section>
    }
    .into_any()
}

fn address(url: &str) -> AnyView {
    view! {
        <div class="stack-tight">
            <span class="label">{townhall::REGISTRATION_LINK}</span>
            <div class="link-line">
                <a class="url" href=url.to_owned() target="_blank" rel="noopener">{url.to_owned()}</a>
                {copy_button(townhall::COPY_REGISTRATION, townhall::REGISTRATION_COPIED, url.to_owned())}
            </div>
        </div>
    }
    .into_any()
}

const fn yes_no(value: Option<bool>) -> &'static str {
    match value {
        Some(true) => townhall::YES,
        Some(false) => townhall::NO,
        None => townhall::NOT_SET,
    }
}

/// What a browser can't do here, where one would look for it.
pub(super) fn elsewhere() -> AnyView {
    view! {
        <section class="card stack" aria-labelledby="registration-people">
            <h2 id="registration-people">{words::REGISTRANTS}</h2>
            <p>{words::REGISTRANTS_TEXT}</p>
            <p>{words::GUESTS_TEXT}</p>
            <div class="row"><a class="button" href=words::TEAMS target="_blank" rel="noopener">{words::OPEN_TEAMS}</a>{access_link()}</div>
        </section>
    }
    .into_any()
}
