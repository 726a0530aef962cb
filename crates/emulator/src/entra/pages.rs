//! The pages a user sees at Entra.

use axum::http::StatusCode;
use axum::response::Response;

use super::ask::Ask;
use super::authorize;
use super::error::Failure;
pub(super) use super::html::guard;
use super::html::{escape, page};
use super::issued::Session;
use super::scopes::{self, Consent};
use crate::tenant::{Account, Part};
use crate::wire::{Form, encode};
use crate::world::World;

/// The name under which the app is registered.
const APP_NAME: &str = "Rostrum";

/// "Pick an account", for signing in.
pub(super) fn accounts(world: &World, ask: &Ask) -> Response {
    let unknown = ask
        .login_hint
        .as_deref()
        .filter(|hint| world.tenant.account(hint).is_none());
    let note = unknown.map_or_else(String::new, |hint| {
        format!(
            "<p class=\"note\">There is no account {} here.</p>",
            escape(hint)
        )
    });
    let action = format!("/{}/login?{}", ask.tenant, ask.form.without(&[]));
    let list = buttons(world, &action, "authorize", world.tenant.accounts.iter());
    let content = format!("<p>to continue to {APP_NAME}</p>{note}{list}");
    page(StatusCode::OK, "Pick an account", &content)
}

/// "Pick an account", for the administrator's link.
pub(super) fn administrators(world: &World, tenant: &str, form: &Form) -> Response {
    let action = format!("/{tenant}/login?{}", form.without(&[]));
    let able = world
        .tenant
        .accounts
        .iter()
        .filter(|account| account.part == Part::Administrator);
    let list = buttons(world, &action, "adminconsent", able);
    let content = format!(
        "<p>Granting permissions to {APP_NAME} for the whole organization takes an \
         administrator's account.</p>{list}"
    );
    page(StatusCode::OK, "Sign in as an administrator", &content)
}

fn buttons<'a>(
    world: &World,
    action: &str,
    next: &str,
    accounts: impl Iterator<Item = &'a Account>,
) -> String {
    let items: String = accounts
        .filter_map(|account| {
            let person = world.tenant.people.get(&account.oid)?;
            Some(format!(
                "<li><button name=\"account\" value=\"{}\"><span class=\"name\">{}, {}</span> \
                 <span class=\"upn\">{}</span></button></li>",
                escape(&account.oid),
                escape(&person.name),
                account.part.label(),
                // A line may break before the domain rather than in its middle.
                escape(&person.upn).replace('@', "<wbr>@"),
            ))
        })
        .collect();
    format!(
        "<form method=\"post\" action=\"{}\"><input type=\"hidden\" name=\"next\" value=\"{next}\">\
         <ul class=\"accounts\">{items}</ul></form>",
        escape(action)
    )
}

/// "Permissions requested".
pub(super) fn consent(world: &World, ask: &Ask, session: &Session, scopes: &[String]) -> Response {
    let action = format!("/{}/consent?{}", ask.tenant, ask.form.without(&[]));
    let everybody = if authorize::is_administrator(world, session) {
        "<label><input type=\"checkbox\" name=\"organization\" value=\"yes\"> \
         Consent on behalf of your organization</label>"
    } else {
        ""
    };
    let content = format!(
        "{}<p>{APP_NAME} would like to:</p>{}{}",
        signed_in(world, session),
        list(scopes),
        answers(&action, everybody),
    );
    page(StatusCode::OK, "Permissions requested", &content)
}

/// "Permissions requested", for everybody.
pub(super) fn admin_consent(
    world: &World,
    tenant: &str,
    form: &Form,
    session: &Session,
    scopes: &[String],
) -> Response {
    let action = format!("/{tenant}/v2.0/adminconsent?{}", form.without(&[]));
    let content = format!(
        "{}<p>If you accept, {APP_NAME} may do this for every user of the organization, and \
         nobody will be asked again:</p>{}{}",
        signed_in(world, session),
        list(scopes),
        answers(&action, ""),
    );
    page(
        StatusCode::OK,
        "Permissions requested for your organization",
        &content,
    )
}

fn signed_in(world: &World, session: &Session) -> String {
    let upn = world
        .tenant
        .people
        .get(&session.oid)
        .map_or("", |person| person.upn.as_str());
    format!("<p class=\"note\">Signed in as {}</p>", escape(upn))
}

fn list(scopes: &[String]) -> String {
    let items: String = scopes
        .iter()
        .map(|scope| {
            let who = match scopes::consent(scope) {
                Consent::Admin => ", an administrator must agree",
                Consent::User => "",
            };
            format!(
                "<li>{} (<code>{}</code>{who})</li>",
                scopes::meaning(scope),
                escape(scope)
            )
        })
        .collect();
    format!("<ul>{items}</ul>")
}

fn answers(action: &str, more: &str) -> String {
    format!(
        "<form method=\"post\" action=\"{}\">{more}<div class=\"answers\">\
         <button name=\"answer\" value=\"cancel\">Cancel</button>\
         <button class=\"first\" name=\"answer\" value=\"accept\">Accept</button></div></form>",
        escape(action)
    )
}

/// "Need admin approval", with the way back and the way to another account.
pub(super) fn needs_admin(
    world: &World,
    ask: &Ask,
    session: &Session,
    missing: &[String],
) -> Response {
    let wanted: Vec<String> = missing
        .iter()
        .filter(|scope| scopes::consent(scope) == Consent::Admin)
        .cloned()
        .collect();
    let failure = Failure::new(
        "access_denied",
        90_094,
        "An administrator of the organization must grant the permissions the application asks for.",
    );
    let pairs = failure.pairs(world.now());
    let back = authorize::address(&ask.redirect_uri, ask.mode, ask.state.as_deref(), pairs);
    let rest = ask
        .form
        .pairs()
        .filter(|(name, _)| !matches!(*name, "prompt" | "login_hint"));
    let again = encode(rest.chain([("prompt", "select_account")]));
    let other = format!("/{}/oauth2/v2.0/authorize?{again}", ask.tenant);
    let content = format!(
        "{}<p>{APP_NAME} needs permissions that only an administrator can grant. Ask an \
         administrator to grant them before you use it.</p>{}\
         <p><a href=\"{}\">Have an admin account? Sign in with that account</a></p>\
         <p><a href=\"{}\">Return to the application without granting consent</a></p>",
        signed_in(world, session),
        list(&wanted),
        escape(&other),
        escape(&back),
    );
    page(StatusCode::OK, "Need admin approval", &content)
}

/// A failure that never goes back to the app.
pub(super) fn failure(failure: &Failure) -> Response {
    let content = format!(
        "<p>Sorry, but we're having trouble signing you in.</p><p><code>{}</code></p>",
        escape(&failure.sentence())
    );
    page(StatusCode::BAD_REQUEST, "Sign in", &content)
}

/// "Pick an account to sign out".
pub(super) fn sign_out(world: &World, tenant: &str, form: &Form, session: &Session) -> Response {
    let action = format!("/{tenant}/oauth2/v2.0/logout?{}", form.without(&[]));
    let account = world
        .tenant
        .accounts
        .iter()
        .filter(|account| account.oid == session.oid);
    let content = format!(
        "<p>Which account do you want to sign out of?</p>{}",
        buttons(world, &action, "logout", account)
    );
    page(StatusCode::OK, "Sign out", &content)
}

/// "You signed out of your account".
pub(super) fn signed_out() -> Response {
    let content = "<p>It's a good idea to close all browser windows.</p>";
    page(StatusCode::OK, "You signed out of your account", content)
}
