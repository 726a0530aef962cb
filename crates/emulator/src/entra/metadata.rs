//! The discovery document and the public keys.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use serde_json::{Value, json};

use super::ask::is_our_tenant;
use crate::wire::Origin;
use crate::world::Shared;

/// `/.well-known/openid-configuration` (OpenID Connect Discovery 4).
pub(super) async fn discovery(
    State(shared): State<Arc<Shared>>,
    Path(tenant): Path<String>,
) -> Response {
    let world = shared.world();
    if !is_our_tenant(&world, &tenant) {
        let body = json!({ "error": "invalid_tenant", "error_description":
            format!("AADSTS90002: Tenant '{tenant}' not found."), "error_codes": [90002] });
        return (StatusCode::BAD_REQUEST, Json(body)).into_response();
    }
    let base = shared.ports.base(Origin::Entra);
    let issuer_tenant = match tenant.as_str() {
        // Entra leaves the tenant open here; the token's own `tid` fills it in.
        "common" | "organizations" => "{tenantid}",
        _ => world.tenant.id.as_str(),
    };
    Json(json!({
        "issuer": format!("{base}/{issuer_tenant}/v2.0"),
        "authorization_endpoint": format!("{base}/{tenant}/oauth2/v2.0/authorize"),
        "token_endpoint": format!("{base}/{tenant}/oauth2/v2.0/token"),
        "end_session_endpoint": format!("{base}/{tenant}/oauth2/v2.0/logout"),
        "jwks_uri": format!("{base}/{tenant}/discovery/v2.0/keys"),
        "token_endpoint_auth_methods_supported":
            ["client_secret_post", "private_key_jwt", "client_secret_basic"],
        "response_modes_supported": ["query", "fragment", "form_post"],
        "response_types_supported": ["code"],
        "scopes_supported": ["openid", "profile", "email", "offline_access"],
        "subject_types_supported": ["pairwise"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "claims_supported": ["sub", "iss", "aud", "exp", "iat", "nonce", "name", "oid", "tid",
            "preferred_username", "login_hint", "sid", "ver"],
        "request_uri_parameter_supported": false,
        "http_logout_supported": true,
        "frontchannel_logout_supported": true,
        "tenant_region_scope": "EU",
        "cloud_instance_name": "microsoftonline.com",
        "cloud_graph_host_name": "graph.windows.net",
        "msgraph_host": format!("localhost:{}", shared.ports.graph),
    }))
    .into_response()
}

/// `/discovery/v2.0/keys`.
pub(super) async fn keys(State(shared): State<Arc<Shared>>) -> Json<Value> {
    Json(shared.key.public_set())
}
