//! Who is signed in.

use crate::wire::json::{Fields, Object};
use std::fmt;

/// What identifies an account: its tenant and its object id there.
///
/// Never the user name: names and addresses change. A guest has one key a tenant.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
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
#[derive(Clone, PartialEq, Eq)]
pub struct Account {
    /// What identifies the account.
    pub key: AccountKey,
    /// Display name; falls back to the user name, then to the object id.
    pub name: String,
    /// User name, usually the sign-in address; empty when the token had none.
    pub username: String,
    /// Opaque hint that lets the service recognise the account (optional claim `login_hint`).
    pub login_hint: Option<String>,
    /// Id of the session with the service (optional claim `sid`).
    pub session_id: Option<String>,
}

mod field {
    pub(super) const TENANT: &str = "tenant";
    pub(super) const OBJECT_ID: &str = "object_id";
    pub(super) const NAME: &str = "name";
    pub(super) const USERNAME: &str = "username";
    pub(super) const LOGIN_HINT: &str = "login_hint";
    pub(super) const SESSION_ID: &str = "sid";
}

impl Account {
    /// The stored form.
    pub(crate) fn write(&self) -> Object {
        let mut object = Object::default();
        object.text(field::TENANT, &self.key.tenant);
        object.text(field::OBJECT_ID, &self.key.object_id);
        object.text(field::NAME, &self.name);
        object.text(field::USERNAME, &self.username);
        object.maybe_text(field::LOGIN_HINT, self.login_hint.as_deref());
        object.maybe_text(field::SESSION_ID, self.session_id.as_deref());
        object
    }

    /// Reads the stored form.
    pub(crate) fn read(fields: Fields<'_>) -> Option<Self> {
        Some(Self {
            key: AccountKey::new(fields.text(field::TENANT)?, fields.text(field::OBJECT_ID)?),
            name: fields.owned(field::NAME)?,
            username: fields.owned(field::USERNAME)?,
            login_hint: fields.owned(field::LOGIN_HINT),
            session_id: fields.owned(field::SESSION_ID),
        })
    }
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
