//! Who is signed in, and signing out.

use super::Workspace;
use super::shortcuts::Shortcuts;
use crate::browser::timer;
use crate::i18n::frame as words;
use crate::router::Router;
use crate::routes::Page;
use crate::session::SignOutReach;
use leptos::prelude::*;

/// The account's button and its menu.
pub(super) fn account_menu(workspace: Workspace, shortcuts: Shortcuts) -> AnyView {
    let (person, router) = (workspace.person(), Router::expect());
    let sign_out = move |reach| {
        workspace.sign_in().sign_out(reach);
        workspace.signed_out(None);
    };
    view! {
        <div class="account">
            <button
                type="button"
                class="button subtle"
                popovertarget="account-menu"
                aria-label=words::account(&person.name)
            >
                <span class="avatar" aria-hidden="true">{initials(&person.name)}</span>
                <span class="name">{person.name.clone()}</span>
            </button>
            <div class="account-menu stack" id="account-menu" popover="auto">
                <div class="stack-tight">
                    <strong>{person.name.clone()}</strong>
                    <span class="quiet small">{person.username}</span>
                </div>
                <div class="menu">
                    <button type="button" class="button" on:click=move |_| sign_out(SignOutReach::Microsoft)>{words::SIGN_OUT}</button>
                    <button type="button" class="button" on:click=move |_| sign_out(SignOutReach::Here)>{words::FORGET_HERE}</button>
                </div>
                <p class="quiet small">{words::SIGN_OUT_HELP}</p>
                <div class="menu">
                    <button type="button" class="button" popovertarget="account-menu" popovertargetaction="hide" on:click=move |_| router.go(&Page::Access)>{words::ACCESS}</button>
                </div>
                // the help opens once the menu has closed and given the focus back to its button
                <div class="menu">
                    <button
                        type="button"
                        class="button"
                        popovertarget="account-menu"
                        popovertargetaction="hide"
                        on:click=move |_| timer::after(0, move || shortcuts.help.set(true))
                    >
                        {words::SHORTCUTS}
                    </button>
                </div>
            </div>
        </div>
    }
    .into_any()
}

/// At most two letters of a name, for its round badge, which shows them as capitals.
pub(crate) fn initials(name: &str) -> String {
    let mut words = name
        .split_whitespace()
        .filter_map(|word| word.chars().next());
    let first = words.next();
    words
        .next_back()
        .into_iter()
        .fold(first.into_iter().collect::<String>(), |mut both, last| {
            both.push(last);
            both
        })
}
