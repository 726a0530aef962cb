//! Who is signed in.

use serde::{Deserialize, Serialize};
use std::fmt;

/// What identifies an account: its tenant and its object id there.
///
/// Never the user name: names and addresses change. A guest has one key a tenant.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct AccountKey {
    /// Id of the tenant signed in to, the claim `tid`: a GUID in lower case.
    pub tenant: String,
    /// Id of the user object in that tenant, the claim `oid`: a GUID in lower case.
    pub object_id: String,
}

impl AccountKey {
    /// A key from the claims `tid` and `oid`.
    #[must_use]
    pub fn new(tenant: &str, object_id: &str) -> Self {
        Self {
            tenant: tenant.to_ascii_lowercase(),
            object_id: object_id.to_ascii_lowercase(),
        }
    }
}

impl fmt::Display for AccountKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.tenant)?;
        f.write_str("/")?;
        f.write_str(&self.object_id)
    }
}

/// An account as its ID token described it.
///
/// All texts are for display only and untrusted: show them as text, never as markup.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// What identifies the account.
    pub key: AccountKey,
    /// Display name; falls back to the user name, then to the object id.
    pub name: String,
    /// User name, usually the sign-in address; empty when the token had none.
    pub username: String,
    /// Opaque hint that lets the service recognise the account (optional claim `login_hint`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub login_hint: Option<String>,
    /// Id of the session with the service (optional claim `sid`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session_id: Option<String>,
}

/// Shows the key only: names and addresses of people don't belong into logs.
impl fmt::Debug for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Account")
            .field("key", &self.key)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::{Account, AccountKey};

    #[test]
    fn logs_show_no_personal_data() {
        let account = Account {
            key: AccountKey::new("7C0A", "09AF"),
            name: "Ana Ruiz".to_owned(),
            username: "ana@contoso.test".to_owned(),
            login_hint: Some("opaque-hint".to_owned()),
            session_id: None,
        };

        let shown = format!("{account:?}");

        assert!(shown.contains("7c0a") && shown.contains("09af"));
        assert!(!shown.contains("Ana") && !shown.contains("contoso") && !shown.contains("opaque"));
        assert_eq!(account.key.to_string(), "7c0a/09af");
    }
}
