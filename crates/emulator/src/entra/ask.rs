//! An authorize request: read, and refused where Entra refuses it.

use axum::response::Response;

use super::error::Failure;
use super::scopes::{self, Resources};
use super::{authorize, pages};
use crate::tenant::DOMAIN;
use crate::wire::{Form, Origin};
use crate::world::{Shared, World};

/// How the answer gets to the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ResponseMode {
    Query,
    Fragment,
}

/// What the app wants the user to be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Prompt {
    /// Whatever is needed.
    AsNeeded,
    /// Nothing at all.
    None,
    Login,
    Consent,
    SelectAccount,
}

/// An authorize request that may go on.
#[derive(Debug, Clone)]
pub(super) struct Ask {
    /// The tenant as the address names it.
    pub(super) tenant: String,
    /// The whole request, to come back to.
    pub(super) form: Form,
    pub(super) redirect_uri: String,
    pub(super) mode: ResponseMode,
    pub(super) state: Option<String>,
    pub(super) scopes: Vec<String>,
    pub(super) nonce: Option<String>,
    pub(super) challenge: String,
    pub(super) prompt: Prompt,
    pub(super) login_hint: Option<String>,
}

/// Whether the tenant in the address means the demo's.
pub(super) fn is_our_tenant(world: &World, path: &str) -> bool {
    path.eq_ignore_ascii_case(&world.tenant.id)
        || path.eq_ignore_ascii_case(DOMAIN)
        || matches!(path, "common" | "organizations")
}

/// The redirect URIs of the app's registration, all of type SPA.
pub(super) fn is_registered(shared: &Shared, uri: &str) -> bool {
    let app = shared.ports.base(Origin::App);
    [format!("{app}/auth/bridge.html"), format!("{app}/")]
        .iter()
        .any(|known| known == uri)
}

/// Checks tenant, client and redirect URI: what is wrong with these stays on Entra's page.
pub(super) fn check_client(
    shared: &Shared,
    world: &World,
    tenant: &str,
    form: &Form,
) -> Result<String, Failure> {
    if !is_our_tenant(world, tenant) {
        let text = format!("Tenant '{tenant}' not found. Check the tenant ID or domain.");
        return Err(Failure::new("invalid_request", 90_002, text));
    }
    for name in [
        "client_id",
        "redirect_uri",
        "state",
        "scope",
        "code_challenge",
    ] {
        if form.doubles(name) {
            let text = format!("The parameter '{name}' is duplicated.");
            return Err(Failure::new("invalid_request", 9_000_411, text));
        }
    }
    let missing = |name: &str| {
        let text = format!("The request body must contain the following parameter: '{name}'.");
        Failure::new("invalid_request", 900_144, text)
    };
    let client = form.get("client_id").ok_or_else(|| missing("client_id"))?;
    if !client.eq_ignore_ascii_case(&world.tenant.client_id) {
        let text =
            format!("Application with identifier '{client}' was not found in the directory.");
        return Err(Failure::new("unauthorized_client", 700_016, text));
    }
    let uri = form
        .get("redirect_uri")
        .ok_or_else(|| missing("redirect_uri"))?;
    if !is_registered(shared, uri) {
        let text = format!(
            "The redirect URI '{uri}' specified in the request does not match the redirect URIs \
             configured for the application '{client}'."
        );
        return Err(Failure::new("invalid_request", 50_011, text));
    }
    Ok(uri.to_owned())
}

impl Ask {
    /// Reads the request; the response on failure is a page or a redirect, as Entra does it.
    pub(super) fn read(
        shared: &Shared,
        world: &World,
        tenant: &str,
        form: Form,
    ) -> Result<Self, Box<Response>> {
        let redirect_uri = check_client(shared, world, tenant, &form)
            .map_err(|failure| Box::new(pages::failure(&failure)))?;
        let mode = match form.get("response_mode") {
            Some("fragment") => ResponseMode::Fragment,
            _ => ResponseMode::Query,
        };
        let state = form.get("state").map(str::to_owned);
        let back = |failure: &Failure| {
            let pairs = failure.pairs(world.now());
            Box::new(authorize::back(
                &redirect_uri,
                mode,
                state.as_deref(),
                pairs,
            ))
        };
        let (scopes, challenge) =
            read_rest(&Resources::of(shared, world), &form).map_err(|failure| back(&failure))?;
        let prompt = read_prompt(&form).map_err(|failure| back(&failure))?;
        Ok(Self {
            tenant: tenant.to_owned(),
            mode,
            scopes,
            challenge,
            prompt,
            nonce: form.get("nonce").map(str::to_owned),
            login_hint: form.get("login_hint").map(str::to_owned),
            state,
            redirect_uri,
            form,
        })
    }
}

fn invalid(number: u32, text: impl Into<String>) -> Failure {
    Failure::new("invalid_request", number, text)
}

/// Scopes and PKCE challenge.
fn read_rest(resources: &Resources, form: &Form) -> Result<(Vec<String>, String), Failure> {
    if form.get("response_type") != Some("code") {
        return Err(Failure::new(
            "unsupported_response_type",
            700_054,
            "Only response_type 'code' is enabled for the application.",
        ));
    }
    if !matches!(form.get("response_mode"), None | Some("query" | "fragment")) {
        return Err(invalid(
            90_100,
            "The value of 'response_mode' is not supported here.",
        ));
    }
    let asked = form.get("scope").ok_or_else(|| {
        invalid(
            900_144,
            "The request body must contain the following parameter: 'scope'.",
        )
    })?;
    let scopes = scopes::read(asked, resources)?;
    let challenge = form.get("code_challenge").ok_or_else(|| {
        invalid(
            9_002_325,
            "Proof Key for Code Exchange is required for cross-origin authorization code redemption.",
        )
    })?;
    if form.get("code_challenge_method") != Some("S256") {
        return Err(invalid(
            9_002_325,
            "The code_challenge_method must be 'S256'.",
        ));
    }
    let is_base64url = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    if challenge.len() != 43 || !challenge.bytes().all(is_base64url) {
        return Err(invalid(
            501_491,
            "Invalid size of Code_Challenge parameter.",
        ));
    }
    Ok((scopes, challenge.to_owned()))
}

fn read_prompt(form: &Form) -> Result<Prompt, Failure> {
    match form.get("prompt") {
        None | Some("no_session") => Ok(Prompt::AsNeeded),
        Some("none") => Ok(Prompt::None),
        Some("login") => Ok(Prompt::Login),
        Some("consent" | "admin_consent") => Ok(Prompt::Consent),
        Some("select_account") => Ok(Prompt::SelectAccount),
        Some(other) => Err(invalid(
            90_023,
            format!("Unsupported 'prompt' value '{other}'."),
        )),
    }
}
