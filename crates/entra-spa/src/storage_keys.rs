//! Names under which sign-in keeps things in the tab's storage.
//!
//! They are constants of their own so that an app's start can look whether there is anything to do
//! (an answer to redeem, a session to carry on) before it loads the code that does it.
//! `static/auth/bridge.js` of the app writes [`PAYLOAD`] and reads [`RETURN_PREFIX`].

/// The raw answer of the sign-in service, left by the bridge page; read once and removed.
pub const PAYLOAD: &str = "auth.payload";

/// The session: account, refresh token, granted scopes.
pub const SESSION: &str = "auth.session";

/// An interaction is under way in this tab: who started it and when.
pub const BUSY: &str = "auth.busy";

/// Start of the name of a request record; the request's id follows. Holds the PKCE verifier.
pub const RECORD_PREFIX: &str = "auth.req.";

/// Start of the name under which the bridge page finds where to go; the request's id follows.
///
/// Beside the record and not in it, so that the bridge never touches the verifier.
pub const RETURN_PREFIX: &str = "auth.return.";

/// Fragment with which the bridge opens the app when it could not store the answer.
pub const STORAGE_FAILED_FRAGMENT: &str = "auth-storage-failed";
