//! The permissions, whether they are granted, and who can grant them.

use super::state::Access;
use crate::i18n::{access as words, welcome};
use crate::session::SignInWish;
use crate::ui::copy::copy_button;
use crate::ui::{Icon, icon};
use leptos::prelude::*;
use planning::access::{Grant, SCOPES};
use virtual_events::{ConsentBy, Scope};

/// The card.
pub(super) fn card(access: Access) -> AnyView {
    let rows = move || {
        let grants = access.grants.get();
        let rows = SCOPES.into_iter().zip(grants);
        rows.map(|(scope, grant)| row(access, scope, grant))
            .collect_view()
    };
    let lacks_administrator = move || {
        let grants = access.grants.get();
        let lacking = |(scope, grant): (Scope, Option<Grant>)| {
            grant == Some(Grant::Missing) && scope.consent() == ConsentBy::Administrator
        };
        SCOPES.into_iter().zip(grants).any(lacking)
    };
    view! {
        <section class="card stack-tight" aria-labelledby="permissions">
            <h2 id="permissions">{words::PERMISSIONS}</h2>
            <ul class="checks">{rows}</ul>
            {move || lacks_administrator().then(|| administrator(access))}
        </section>
    }
    .into_any()
}

fn row(access: Access, scope: Scope, grant: Option<Grant>) -> AnyView {
    let (class, picture) = match grant {
        Some(Grant::Granted) => ("good", Icon::Check),
        Some(Grant::Missing) => ("missing", Icon::Warning),
        Some(Grant::Unknown) | None => ("quiet", Icon::Info),
    };
    let by_user = grant == Some(Grant::Missing) && scope.consent() == ConsentBy::User;
    let ask = by_user.then(|| {
        let go = move |_| ask(access, scope);
        view! { <button type="button" class="button" aria-label=words::ask_for(scope) on:click=go>{words::ASK}</button> }
    });
    view! {
        <li>
            <div class="said">
                <p class=class>
                    {icon(picture)}
                    <span>
                        {words::grant(grant)}": "<strong>{scope.as_str()}</strong>". "
                        <span class="quiet">{words::purpose(scope)}". "{words::granted_by(scope)}"."</span>
                    </span>
                </p>
            </div>
            {ask}
        </li>
    }
    .into_any()
}

/// Leaves for Microsoft's page and comes back here.
fn ask(access: Access, scope: Scope) {
    let workspace = access.workspace;
    let wish = SignInWish {
        scopes: vec![scope],
        login_hint: Some(workspace.person().username),
        ..SignInWish::default()
    };
    if let Err(notice) = workspace.sign_in().sign_in(wish) {
        workspace.signed_out(Some(notice));
    }
}

/// The link that only an administrator can use.
fn administrator(access: Access) -> AnyView {
    let by_administrator = |scope: &Scope| scope.consent() == ConsentBy::Administrator;
    let scopes: Vec<Scope> = SCOPES.into_iter().filter(by_administrator).collect();
    let link = access.workspace.sign_in().admin_consent_link(&scopes);
    view! {
        <div class="field">
            <label for="access-admin-link">{welcome::ADMIN_LINK}</label>
            <input class="input" id="access-admin-link" readonly prop:value=link.clone()/>
            <div class="row">{copy_button(welcome::COPY_ADMIN_LINK, welcome::ADMIN_LINK_COPIED, link)}</div>
        </div>
    }
    .into_any()
}
