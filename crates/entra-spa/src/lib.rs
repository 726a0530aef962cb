//! Sign-in to Microsoft Entra ID for apps that live in the browser alone.
//!
//! OAuth 2.0 authorization code with PKCE by redirect, access tokens in memory, a refresh token in
//! the tab's storage, silent renewal, incremental consent, sign-out. The protocol core knows nothing
//! of browsers; what it needs from outside comes in by the traits of [`edge`], and the browser's own
//! are in `browser` behind the feature of that name.
//!
//! ```no_run
//! # async fn run(edges: entra_spa::edge::Edges) -> Result<(), Box<dyn std::error::Error>> {
//! use entra_spa::{AuthClient, AuthConfig, Authority, Cloud, ScopeSet, SignIn, TokenDemand};
//!
//! let authority = Authority::parse(Cloud::Global, "contoso.onmicrosoft.com", None)
//!     .map_err(|error| format!("{error:?}"))?;
//! let config = AuthConfig::new(
//!     "00000000-0000-4000-8000-000000000000",
//!     authority,
//!     "https://events.example/auth/bridge.html",
//!     "https://events.example/",
//! );
//! let client = AuthClient::new(config, edges);
//! match client.complete_redirect().await {
//!     Some(Ok(signed_in)) => { /* go to signed_in.return_path */ }
//!     Some(Err(error)) => { /* say what error.class() means */ }
//!     None => { /* an ordinary start */ }
//! }
//! let scopes = ScopeSet::new(["User.Read"]);
//! if client.account().is_none() {
//!     // on a click
//!     let url = client.begin_sign_in(SignIn { scopes: scopes.clone(), ..SignIn::default() })?;
//!     client.navigate(&url);
//! }
//! let token = client.access_token(&scopes, TokenDemand::Cached).await?;
//! # Ok(()) }
//! ```

mod account;
mod admin_consent;
mod authority;
mod cache;
mod client;
mod cloud;
mod config;
mod discovery;
pub mod edge;
mod error;
mod id_token;
mod origin;
mod renewal;
mod request;
mod response;
mod return_path;
mod scope;
mod secret;
mod sign_out;
pub mod storage_keys;
mod throttle;
mod time;
mod token;
mod wire;

#[cfg(all(feature = "browser", target_arch = "wasm32"))]
pub mod browser;

pub use account::{Account, AccountKey};
pub use authority::{Authority, AuthorityError, Tenant};
pub use cache::TokenMemory;
pub use client::{AuthClient, SessionEvent, SignedIn, Tab, TokenDemand};
pub use cloud::{Cloud, VirtualEvents};
pub use config::AuthConfig;
pub use discovery::{Endpoints, IssuerParameter};
pub use error::{
    Advice, AuthError, ErrorClass, Interaction, Need, ProtocolFault, RequestFault, ServiceError,
    Transient, TransientCause,
};
pub use origin::{Origin, OriginError};
pub use renewal::PageLocks;
pub use request::{AuthorizeUrl, ExtraParameters, Prompt, SignIn};
pub use return_path::ReturnPath;
pub use scope::ScopeSet;
pub use secret::Secret;
pub use sign_out::{LogoutUrl, SignOut};
pub use time::{UnixTime, Uptime};
