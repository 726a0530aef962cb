//! Signing out.

use super::events::{SessionEvent, Tab};
use super::{AuthClient, Inner};
use crate::sign_out::{LogoutUrl, SignOut, message};

impl AuthClient {
    /// Forgets the account in this tab and tells the other tabs.
    ///
    /// Works without a network: running renewals are aborted, tokens, records and the session are
    /// gone when this returns. With [`SignOut::Everywhere`] the app then leaves for the address
    /// returned, by [`AuthClient::navigate`]. Drafts are the app's own and stay.
    pub fn sign_out(&self, reach: SignOut) -> Option<LogoutUrl> {
        let inner = &self.0;
        let account = self.account();
        inner.forget();
        if let Some(account) = &account {
            let message = message::signed_out(&inner.config.client_id, &account.key);
            inner.edges.channel.announce(&message);
        }
        inner.tell(SessionEvent::SignedOut(Tab::This));
        match reach {
            SignOut::Here => None,
            SignOut::Everywhere => Some(LogoutUrl::new(
                &inner.config,
                &inner.endpoints.borrow(),
                account.as_ref(),
                inner.correlation_id().ok().as_deref(),
            )),
        }
    }
}

impl Inner {
    /// Drops everything that sign-in keeps.
    pub(super) fn forget(&self) {
        self.begin_era();
        self.edges.exchange.abort();
        self.edges.memory.clear(&self.config.client_id);
        self.pending_claims.take();
        self.records().clear();
        self.clear_busy();
        self.vault.clear();
    }
}
