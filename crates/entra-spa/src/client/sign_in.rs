//! Leaving for the sign-in service.

use super::{AuthClient, Inner};
use crate::admin_consent::admin_consent_url;
use crate::edge::{Persistence, Placement};
use crate::error::{AuthError, RequestFault};
use crate::request::{
    Authorization, AuthorizeUrl, MAX_AGE_S, Proof, RequestRecord, SignIn, authorize_url, hint,
};
use crate::return_path::ReturnPath;
use crate::scope::ScopeSet;
use crate::storage_keys::BUSY;
use crate::time::UnixTime;
use crate::wire::json::{self, Fields, Object};

/// Fields of the mark of an interaction under way.
mod field {
    pub(super) const CLIENT_ID: &str = "client_id";
    pub(super) const ID: &str = "id";
    pub(super) const SINCE: &str = "since";
}

impl AuthClient {
    /// Prepares a sign-in, or an interactive request for more scopes, by redirect.
    ///
    /// Writes the request's record and the mark of an interaction under way into the tab's storage.
    /// The app saves its drafts and then leaves with [`AuthClient::navigate`].
    ///
    /// # Errors
    /// [`AuthError::InteractionInProgress`] within 15 minutes of another start in this tab;
    /// [`AuthError::Request`] when the request can't be made, for instance because this page can't
    /// keep anything over a redirect. Nothing is left behind then.
    pub fn begin_sign_in(&self, sign_in: SignIn) -> Result<AuthorizeUrl, AuthError> {
        let inner = &self.0;
        if inner.edges.navigation.placement() == Placement::Framed {
            return Err(RequestFault::Framed.into());
        }
        if inner.is_busy() {
            return Err(AuthError::InteractionInProgress);
        }
        let SignIn {
            scopes,
            prompt,
            login_hint,
            return_path,
            claims,
        } = sign_in;
        let record = inner.record(&scopes, &return_path, claims)?;
        let account = self.account();
        let url = authorize_url(&Authorization {
            config: &inner.config,
            endpoints: &inner.endpoints.borrow(),
            record: &record,
            prompt,
            hint: hint(prompt, account.as_ref(), login_hint.as_deref()),
        })?;
        inner.records().save(&record);
        inner.set_busy(&record);
        if inner.edges.storage.persistence() != Persistence::Tab {
            // the record would be gone on return, and the answer could not be believed
            inner.records().remove(&record.id);
            inner.clear_busy();
            return Err(RequestFault::StorageUnavailable.into());
        }
        Ok(url)
    }

    /// Leaves the page for an [`AuthorizeUrl`] or a [`LogoutUrl`](crate::LogoutUrl).
    pub fn navigate(&self, url: &impl AsRef<str>) {
        self.0.edges.navigation.assign(url.as_ref());
    }

    /// Whether a sign-in is under way in this tab since less than 15 minutes.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.0.is_busy()
    }

    /// The link with which an administrator grants some scopes for everybody, to be copied and sent.
    #[must_use]
    pub fn admin_consent_url(&self, scopes: &ScopeSet) -> String {
        admin_consent_url(&self.0.config, scopes)
    }
}

impl Inner {
    fn record(
        &self,
        scopes: &ScopeSet,
        return_path: &str,
        claims: Option<String>,
    ) -> Result<RequestRecord, RequestFault> {
        let proof = Proof::draw(&*self.edges.entropy)?;
        let path = ReturnPath::or_root(return_path);
        let path = Some(path)
            .filter(|path| self.edges.navigation.stays_here(path.as_str()))
            .unwrap_or_else(ReturnPath::root);
        let demanded = self.pending_claims.borrow().clone();
        Ok(RequestRecord {
            id: proof.id,
            nonce: proof.nonce,
            verifier: proof.verifier,
            client_id: self.config.client_id.clone(),
            authority: self.config.authority.url(),
            redirect_uri: self.config.redirect_uri.clone(),
            scopes: scopes.with_oidc().to_parameter(),
            claims: claims.or(demanded),
            return_path: path.as_str().to_owned(),
            correlation_id: self.correlation_id()?,
            started_at: self.edges.clock.now(),
        })
    }

    pub(super) fn is_busy(&self) -> bool {
        let mark = self.edges.storage.get(BUSY);
        let Some(mark) = mark.and_then(|text| json::object(text.as_bytes())) else {
            return false;
        };
        let mark = Fields::of(&mark);
        let age = mark
            .whole(field::SINCE)
            .map(|since| self.edges.clock.now().since(UnixTime(since)));
        mark.text(field::CLIENT_ID) == Some(&self.config.client_id)
            && age.is_some_and(|age| (0..MAX_AGE_S).contains(&age))
    }

    fn set_busy(&self, record: &RequestRecord) {
        let mut mark = Object::default();
        mark.text(field::CLIENT_ID, &record.client_id);
        mark.text(field::ID, &record.id);
        mark.whole(field::SINCE, record.started_at.0);
        self.edges.storage.set(BUSY, &mark.write());
    }

    pub(super) fn clear_busy(&self) {
        self.edges.storage.remove(BUSY);
    }
}
