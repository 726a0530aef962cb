//! The relay's application: a resource of its own, and a client with a secret or a certificate.

use axum::response::Response;
use jiff::Timestamp;
use serde_json::{Value, json};

use super::assertion::{self, Registration};
use super::error::Failure;
use super::grant::fresh;
use super::issued::{Access, Session, after};
use super::scopes::Resources;
use super::token::missing;
use crate::tenant::Part;
use crate::wire::{Form, Origin};
use crate::world::{Shared, World};

/// The secret of the demo's relay; it opens nothing but this emulator.
pub(crate) const SECRET: &str = "relay-demo-secret";

/// The application permissions that the administrator of the demo has granted to the relay.
const ROLES: [&str; 2] = ["VirtualEvent.Read.All", "OnlineMeetings.Read.All"];

/// `grant_type=client_credentials` (RFC 6749 section 4.4), for Graph's `.default` alone.
pub(super) fn by_credentials(
    shared: &Shared,
    world: &mut World,
    form: &Form,
) -> Result<Response, Failure> {
    prove(shared, world, form)?;
    match form.get("grant_type") {
        Some("client_credentials") => {}
        Some(other) => {
            let text = format!("The app requested an unsupported grant type '{other}'.");
            return Err(Failure::new("unsupported_grant_type", 70_003, text));
        }
        None => return Err(missing("grant_type")),
    }
    let scope = form.get("scope").ok_or_else(|| missing("scope"))?;
    if !Resources::of(shared, world).is_graphs_default(scope) {
        let text = format!(
            "The provided value for scope {scope} is not valid. Client credential flows must \
             have a scope value with /.default suffixed to the resource identifier."
        );
        return Err(Failure::new("invalid_scope", 1_002_012, text));
    }
    let (now, lifetime) = (world.now(), world.settings.access_token_s);
    let access = Access {
        oid: world.ids.named("relay/principal"),
        scopes: ROLES.map(str::to_owned).to_vec(),
        expires_at: after(now, lifetime),
        application: Some(world.relay_id()),
    };
    Ok(fresh(json!({
        "token_type": "Bearer",
        "expires_in": lifetime,
        "ext_expires_in": lifetime,
        "access_token": world.issued.give_access(access, now),
    })))
}

/// That it is the relay: by its secret, or by a certificate that is registered in `/settings`.
fn prove(shared: &Shared, world: &World, form: &Form) -> Result<(), Failure> {
    if form.get("client_assertion").is_some() {
        let base = shared.ports.base(Origin::Entra);
        let tenant = &world.tenant.id;
        let registration = Registration {
            client: &world.relay_id(),
            certificates: &world.settings.relay_certificates,
            audiences: [
                format!("{base}/{tenant}/oauth2/v2.0/token"),
                format!("{base}/{tenant}/v2.0"),
            ],
        };
        return assertion::check(form, &registration, world.now());
    }
    let secret = form.get("client_secret").ok_or_else(|| {
        let text = "The request body must contain the following parameter: 'client_assertion' or \
                    'client_secret'.";
        Failure::new("invalid_client", 7_000_218, text)
    })?;
    if secret != SECRET {
        let text = "Invalid client secret provided.";
        return Err(Failure::new("invalid_client", 7_000_215, text));
    }
    Ok(())
}

/// An access token for the relay: a signed one, which the relay reads by itself.
pub(super) fn token_for_relay(
    shared: &Shared,
    world: &World,
    session: &Session,
    ends_at: Timestamp,
) -> String {
    let tenant = &world.tenant;
    let now = world.now().as_second();
    let account = tenant.account(&session.oid);
    let person = tenant.people.get(&session.oid);
    let mut claims = json!({
        "ver": "2.0",
        "aud": world.relay_id(),
        "iss": format!("{}/{}/v2.0", shared.ports.base(Origin::Entra), tenant.id),
        "iat": now,
        "nbf": now,
        "exp": ends_at.as_second(),
        "tid": tenant.id,
        "oid": session.oid,
        "sub": account.map(|account| format!("{}-relay", account.subject)),
        "azp": tenant.client_id,
        "azpacr": "0",
        "scp": "Feed.Read",
        "name": person.map(|person| &person.name),
        "preferred_username": person.map(|person| &person.upn),
    });
    if tenant.cast(Part::Administrator) == session.oid {
        claims["roles"] = Value::from(vec!["Feed.Read.All"]);
    }
    shared.key.sign(&claims)
}
