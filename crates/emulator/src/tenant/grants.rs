//! Which scopes each account may have, by its own consent or an administrator's.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::cast::{Account, Part};

/// What the app's registration asks for; the administrator of the demo has granted it.
pub(crate) const APP_SCOPES: [&str; 6] = [
    "User.Read",
    "User.ReadBasic.All",
    "People.Read",
    "OnlineMeetingArtifact.Read.All",
    "VirtualEvent.Read",
    "VirtualEvent.ReadWrite",
];

/// Granted scopes by account, names in lower case.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Grants {
    by_account: BTreeMap<String, BTreeSet<String>>,
}

impl Grants {
    /// Everything for everybody, nothing for the account that is there to lack it.
    pub(super) fn of_demo(accounts: &[Account]) -> Self {
        let mut grants = Self::default();
        for account in accounts
            .iter()
            .filter(|account| account.part != Part::WithoutConsent)
        {
            grants.give(&account.oid, APP_SCOPES.iter().copied());
            grants.give(
                &account.oid,
                ["openid", "profile", "offline_access", "email"].into_iter(),
            );
        }
        grants
    }

    /// Grants `scopes` to the account.
    pub(crate) fn give<'s>(&mut self, oid: &str, scopes: impl Iterator<Item = &'s str>) {
        let held = self.by_account.entry(oid.to_owned()).or_default();
        held.extend(scopes.map(str::to_ascii_lowercase));
    }

    /// Takes `scopes` away from the account.
    pub(crate) fn take<'s>(&mut self, oid: &str, scopes: impl Iterator<Item = &'s str>) {
        if let Some(held) = self.by_account.get_mut(oid) {
            for scope in scopes {
                held.remove(&scope.to_ascii_lowercase());
            }
        }
    }

    /// Whether the account has the scope.
    pub(crate) fn has(&self, oid: &str, scope: &str) -> bool {
        self.by_account
            .get(oid)
            .is_some_and(|held| held.contains(&scope.to_ascii_lowercase()))
    }

    /// The account's scopes, in lower case.
    pub(crate) fn of(&self, oid: &str) -> Vec<&str> {
        self.by_account
            .get(oid)
            .map(|held| held.iter().map(String::as_str).collect())
            .unwrap_or_default()
    }
}
