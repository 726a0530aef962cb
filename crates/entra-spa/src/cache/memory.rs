//! Access tokens, in the page's memory and nowhere else.

use super::RENEWAL_OFFSET_S;
use crate::account::AccountKey;
use crate::scope::ScopeSet;
use crate::secret::Secret;
use crate::time::{UnixTime, Uptime};
use crate::token::TokenSet;
use std::cell::RefCell;
use std::fmt;

/// Whose token it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Owner {
    pub(crate) client_id: String,
    pub(crate) account: AccountKey,
}

struct Entry {
    owner: Owner,
    scopes: ScopeSet,
    token: Secret<String>,
    cached_at: UnixTime,
    expires_at: UnixTime,
    expires_uptime: Uptime,
    renew_at: Option<UnixTime>,
}

/// Whether the service asked to renew a token that is still good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RenewalDue {
    /// In the background, now.
    Now,
    /// Not yet.
    Later,
}

/// A usable token.
#[derive(Debug)]
pub(crate) struct Hit {
    pub(crate) token: Secret<String>,
    pub(crate) renewal: RenewalDue,
}

/// The access tokens of a page.
///
/// They die with the page: a reload costs one renewal, and nothing lies about to be stolen.
#[derive(Default)]
pub struct TokenMemory(RefCell<Vec<Entry>>);

impl fmt::Debug for TokenMemory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TokenMemory({} entries)", self.0.borrow().len())
    }
}

impl TokenMemory {
    /// A token of the owner that covers the scopes and has more than 5 minutes left.
    ///
    /// By the wall clock and by the uptime, whichever is earlier. A token from the future means that
    /// the clock was turned back: its age is unknown, so it is not used.
    pub(crate) fn find(
        &self,
        owner: &Owner,
        scopes: &ScopeSet,
        now: UnixTime,
        uptime: Uptime,
    ) -> Option<Hit> {
        self.0
            .borrow()
            .iter()
            .find(|entry| {
                entry.owner == *owner
                    && entry.scopes.covers(scopes)
                    && entry.cached_at <= now
                    && entry.expires_at.since(now) > RENEWAL_OFFSET_S
                    && entry.expires_uptime.0 - uptime.0 > RENEWAL_OFFSET_S
            })
            .map(|entry| Hit {
                token: entry.token.clone(),
                renewal: match entry.renew_at {
                    Some(at) if at <= now => RenewalDue::Now,
                    _ => RenewalDue::Later,
                },
            })
    }

    /// Remembers the access token of a set, in the place of those it covers.
    pub(crate) fn keep(&self, owner: &Owner, set: &TokenSet) {
        let mut entries = self.0.borrow_mut();
        entries.retain(|entry| entry.owner != *owner || !set.granted.covers(&entry.scopes));
        entries.push(Entry {
            owner: owner.clone(),
            scopes: set.granted.clone(),
            token: set.access_token.clone(),
            cached_at: set.asked.at,
            expires_at: set.asked.at.plus(set.expires_in),
            expires_uptime: Uptime(set.asked.uptime.0.saturating_add(set.expires_in)),
            renew_at: set.refresh_in.map(|after| set.asked.at.plus(after)),
        });
    }

    /// Forgets the owner's tokens that cover the scopes: one of them was refused.
    pub(crate) fn forget(&self, owner: &Owner, scopes: &ScopeSet) {
        self.0
            .borrow_mut()
            .retain(|entry| entry.owner != *owner || !entry.scopes.covers(scopes));
    }

    /// Forgets every token of a client.
    pub(crate) fn clear(&self, client_id: &str) {
        self.0
            .borrow_mut()
            .retain(|entry| entry.owner.client_id != client_id);
    }
}

#[cfg(test)]
mod tests {
    use super::{Owner, RenewalDue, TokenMemory};
    use crate::account::AccountKey;
    use crate::scope::ScopeSet;
    use crate::time::{UnixTime, Uptime};
    use crate::token::TokenSet;
    use serde_json::json;

    const START: UnixTime = UnixTime(1_800_000_000);

    fn owner(tenant: &str, object_id: &str) -> Owner {
        Owner {
            client_id: "client".to_owned(),
            account: AccountKey::new(tenant, object_id),
        }
    }

    fn remembered(expires_in: i64) -> TokenMemory {
        let body = json!({
            "token_type": "Bearer", "access_token": "at", "expires_in": expires_in,
            "refresh_in": expires_in / 2, "scope": "openid User.Read VirtualEvent.ReadWrite",
        });
        let mut set = TokenSet::read(
            body.to_string().as_bytes(),
            &ScopeSet::default(),
            "https://graph.microsoft.com",
            crate::token::Asked::default(),
        )
        .unwrap();
        set.asked.at = START;
        let memory = TokenMemory::default();
        memory.keep(&owner("t", "o"), &set);
        memory
    }

    fn found(
        memory: &TokenMemory,
        owner: &Owner,
        scopes: &[&str],
        after: i64,
    ) -> Option<RenewalDue> {
        memory
            .find(
                owner,
                &ScopeSet::new(scopes),
                START.plus(after),
                Uptime(after),
            )
            .map(|hit| hit.renewal)
    }

    #[test]
    fn case_33_a_token_is_found_by_its_owner_and_scopes() {
        let (memory, ana) = (remembered(3_600), owner("t", "o"));

        for scopes in [
            &["User.Read"][..],
            &["virtualevent.readwrite", "USER.READ", "openid"],
            &[],
        ] {
            assert_eq!(
                found(&memory, &ana, scopes, 1),
                Some(RenewalDue::Later),
                "{scopes:?}"
            );
        }
        assert_eq!(found(&memory, &ana, &["User.Read", "Mail.Read"], 1), None);
        assert_eq!(
            found(&memory, &owner("t", "other"), &["User.Read"], 1),
            None
        );
        assert_eq!(
            found(&memory, &owner("other", "o"), &["User.Read"], 1),
            None
        );

        memory.forget(&ana, &ScopeSet::new(["User.Read"]));
        assert_eq!(
            found(&memory, &ana, &["User.Read"], 1),
            None,
            "refused by its service"
        );
    }

    #[test]
    fn case_33_a_token_is_used_until_five_minutes_before_its_end() {
        let (memory, ana) = (remembered(3_600), owner("t", "o"));

        assert_eq!(
            found(&memory, &ana, &["User.Read"], 3_600 - 301),
            Some(RenewalDue::Now)
        );
        assert_eq!(found(&memory, &ana, &["User.Read"], 3_600 - 299), None);
        assert_eq!(found(&memory, &ana, &["User.Read"], 3_601), None);
    }

    /// A clock turned back made an old token look fresh.
    #[test]
    fn case_33_a_clock_turned_back_does_not_prolong_a_token() {
        let (memory, ana) = (remembered(3_600), owner("t", "o"));
        let scopes = ScopeSet::new(["User.Read"]);

        assert!(
            memory
                .find(&ana, &scopes, START.plus(-1), Uptime(10))
                .is_none()
        );
        assert!(
            memory
                .find(&ana, &scopes, START.plus(1), Uptime(3_400))
                .is_none()
        );
    }
}
