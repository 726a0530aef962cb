//! Shows an error of Microsoft Graph with the action that fits it.

use crate::chunk::{chunk, chunk_view};
use crate::i18n::{failure, frame, problem as words, welcome};
use crate::session::SignInWish;
use crate::shell::Workspace;
use crate::ui::copy::copy_button;
use crate::ui::message::{Details, Tone, message};
use leptos::prelude::*;
use virtual_events::{Error, ErrorKind, Scope, TokenDemand, TokenError};

/// What the app can't do without.
const NEEDED: [Scope; 2] = [Scope::VirtualEventRead, Scope::VirtualEventReadWrite];

/// The error as a message; `retry` is offered where a repeat may help.
///
/// Most days nothing goes wrong: what is said then loads when the page has settled.
pub(crate) fn problem_view(error: &Error, retry: Option<Callback<()>>) -> AnyView {
    if error.kind() == ErrorKind::Offline {
        return offline(retry);
    }
    chunk_view(told(error.clone(), retry), ().into_any())
}

/// That there is no connection; the rest couldn't be loaded without.
fn offline(retry: Option<Callback<()>>) -> AnyView {
    let (title, text) = words::OFFLINE;
    let again = retry.map(|retry| {
        view! { <button type="button" class="button" on:click=move |_| retry.run(())>{failure::RETRY}</button> }
    });
    message(
        Tone::Error,
        title,
        text.to_owned(),
        &Details::default(),
        again.into_any(),
    )
}

chunk! {
    problem, preload:
    /// The message.
    pub(super) fn told(error: Error, retry: Option<Callback<()>>) -> AnyView {
        tell(&error, retry)
    }
}

fn tell(error: &Error, retry: Option<Callback<()>>) -> AnyView {
    let (title, text) = words::sentence(error);
    let details = Details(words::details(error));
    let tone = if error.kind() == ErrorKind::ConsentRequired {
        Tone::Warning
    } else {
        Tone::Error
    };
    message(
        tone,
        title,
        text.to_owned(),
        &details,
        actions(error, retry),
    )
}

fn actions(error: &Error, retry: Option<Callback<()>>) -> AnyView {
    let workspace = Workspace::expect();
    let lacks_consent = error.kind() == ErrorKind::ConsentRequired;
    let again = retry.map(|retry| {
        let go = move |_| {
            if lacks_consent {
                ask_anew(workspace, retry);
            } else {
                retry.run(());
            }
        };
        view! { <button type="button" class="button" on:click=go>{failure::RETRY}</button> }
    });
    let interaction = match error {
        Error::Token(TokenError::InteractionRequired { claims }) => Some(sign_in_button(
            workspace,
            words::SIGN_IN_AGAIN,
            Vec::new(),
            claims.clone(),
        )),
        _ if error.kind() == ErrorKind::SignInRequired => Some(sign_in_button(
            workspace,
            words::SIGN_IN_AGAIN,
            Vec::new(),
            None,
        )),
        _ if lacks_consent => {
            let link = workspace.sign_in().admin_consent_link(&NEEDED);
            Some(
                view! {
                    <label class="visually-hidden" for="admin-link">{welcome::ADMIN_LINK}</label>
                    <input class="input" id="admin-link" readonly prop:value=link.clone()/>
                    {copy_button(welcome::COPY_ADMIN_LINK, welcome::ADMIN_LINK_COPIED, link)}
                    {sign_in_button(workspace, words::ASK_ACCESS, NEEDED.to_vec(), None)}
                }
                .into_any(),
            )
        }
        _ => None,
    };
    // what else is and isn't allowed, and who can change it
    let check = (lacks_consent || error.kind() == ErrorKind::Forbidden).then(access_link);
    view! { {interaction}{again}{check} }.into_any()
}

/// The way to the page that tells what the account can do.
pub(crate) fn access_link() -> AnyView {
    view! { <a href="/access" class="button">{frame::ACCESS}</a> }.into_any()
}

/// Tries again after asking for a token anew: that one is missing is remembered for a moment, but
/// an administrator may just have granted what it needs.
fn ask_anew(workspace: Workspace, retry: Callback<()>) {
    leptos::task::spawn_local(async move {
        let refused = TokenDemand::Refused { claims: None };
        // Whether it worked, the retry finds out.
        let _ = workspace.sign_in().access_token(&NEEDED, refused).await;
        retry.run(());
    });
}

/// A button that leaves for the sign-in page, to come back with `scopes`.
pub(crate) fn sign_in_button(
    workspace: Workspace,
    label: &'static str,
    scopes: Vec<Scope>,
    claims: Option<String>,
) -> AnyView {
    let go = move |_| {
        let wish = SignInWish {
            scopes: scopes.clone(),
            login_hint: Some(workspace.person().username),
            claims: claims.clone(),
            choose_account: false,
        };
        if let Err(notice) = workspace.sign_in().sign_in(wish) {
            workspace.signed_out(Some(notice));
        }
    };
    view! { <button type="button" class="button primary" on:click=go>{label}</button> }.into_any()
}
