//! What is done at Graph for one subscription.

use axum::http::StatusCode;
use jiff::Timestamp;
use serde_json::json;

use super::plan;
use super::record::{Contents, Record};
use super::trouble::Failure;
use crate::feed::{Audience, Feed, FeedId, StateHash};
use crate::random;
use crate::service::Service;
use crate::store::{Creation, StoreError};
use crate::tenant::{Graph, Remote};

/// Does what a step needs; notes in the record what came of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hands<'s> {
    pub(super) service: &'s Service,
    pub(super) graph: &'s Graph,
    pub(super) now: Timestamp,
}

/// Feeds that the relay has for itself begin so.
pub(super) const LABEL: &str = "held: ";

/// More subscriptions than this are not held, and so there are no more feeds.
pub(super) const MOST: usize = 10_000;

impl Hands<'_> {
    /// Makes the subscription, or takes over the one that there is.
    pub(super) async fn create(&self, record: &mut Record) -> Result<(), Failure> {
        match self.subscribe(record).await {
            Err(Failure::Graph(error)) if error.is(StatusCode::CONFLICT) => {
                if self.adopt(record).await? == Adoption::Unusable {
                    self.subscribe(record).await?;
                }
                Ok(())
            }
            made => made,
        }
    }

    async fn subscribe(&self, record: &mut Record) -> Result<(), Failure> {
        let certificate = match (record.wish.contents, &self.service.contents) {
            (Contents::None, _) => None,
            (Contents::Encrypted, Some(keys)) => Some(keys.certificate()),
            (Contents::Encrypted, None) => return Err(Failure::NoCertificate),
        };
        let (feed, client_state) = self.new_feed(record).await?;
        let mut body = json!({
            "changeType": record.wish.change_types.as_str(),
            "resource": record.wish.resource.as_str(),
            "notificationUrl": self.address("/notify/", &feed),
            "lifecycleNotificationUrl": self.address("/lifecycle/", &feed),
            "expirationDateTime": plan::expiry(record, self.now),
            "clientState": client_state,
        });
        if let Some(certificate) = certificate {
            body["includeResourceData"] = true.into();
            body["encryptionCertificate"] = certificate.der_base64.as_str().into();
            body["encryptionCertificateId"] = certificate.id.as_str().into();
        }
        let version = record.wish.resource.version();
        match self.graph.subscribe(version, &body).await {
            Ok(made) => {
                record.state.feed = Some(feed.as_str().to_owned());
                record.state.certificate = certificate.map(|one| one.id.clone());
                self.holds(record, made.id, made.expiration_date_time);
                tracing::info!(held = record.id, "a subscription is made");
                Ok(())
            }
            Err(error) => {
                // nothing arrives at it; what stays behind is found when it is old
                let store = &self.service.store;
                if let Err(error) = store.delete_feed(&Audience::Tenant, &feed).await {
                    tracing::warn!(error = %error, "a feed that nothing calls stays behind");
                }
                Err(error.into())
            }
        }
    }

    async fn new_feed(&self, record: &Record) -> Result<(FeedId, String), Failure> {
        let id = FeedId::random().ok_or(Failure::NoChance)?;
        let client_state = random::text::<32>().ok_or(Failure::NoChance)?;
        let created = Timestamp::from_millisecond(self.now.as_millisecond());
        let feed = Feed {
            id: id.clone(),
            audience: Audience::Tenant,
            label: [LABEL, record.wish.resource.as_str()].concat(),
            state: StateHash::of(&client_state),
            created: created.unwrap_or_default(),
            last_notification: None,
        };
        match self.service.store.create_feed(feed, 4 * MOST).await? {
            Creation::Done => Ok((id, client_state)),
            Creation::TooMany => Err(StoreError::Full.into()),
        }
    }

    fn address(&self, path: &str, feed: &FeedId) -> String {
        [&self.service.config.public_url, path, feed.as_str()].concat()
    }

    fn holds(&self, record: &mut Record, id: String, expires: Timestamp) {
        let next = plan::renewal(self.now, expires, random::fraction());
        record.state.subscription = Some(id);
        record.state.went_well(self.now, expires, next);
    }

    /// Takes over what an earlier attempt, or another life of the relay, has made.
    async fn adopt(&self, record: &mut Record) -> Result<Adoption, Failure> {
        let wish = &record.wish;
        let all = self.graph.subscriptions().await?;
        let found = all.into_iter().find(|one| {
            wish.resource.is_named(&one.resource) && wish.change_types.meet(&one.change_type)
        });
        // gone in the meantime, or of a kind that isn't listed: then the next attempt tells
        let Some(found) = found else {
            return Ok(Adoption::Unusable);
        };
        match self.fits(record, &found).await? {
            Fit::Ours(feed) => {
                record.state.feed = Some(feed.as_str().to_owned());
                record.state.certificate = found.encryption_certificate_id;
                record.state.subscription = Some(found.id);
                record.state.expires = Some(found.expiration_date_time);
                match self.renew(record).await? {
                    Renewal::Done => Ok(Adoption::Done),
                    Renewal::Gone => Ok(Adoption::Unusable),
                }
            }
            Fit::Stale => {
                self.graph
                    .unsubscribe(wish.resource.version(), &found.id)
                    .await?;
                Ok(Adoption::Unusable)
            }
            Fit::Elsewhere => Err(Failure::HeldElsewhere(origin(&found.notification_url))),
        }
    }

    /// Whether what Graph has can be taken as it is.
    async fn fits(&self, record: &Record, remote: &Remote) -> Result<Fit, Failure> {
        let base = &self.service.config.public_url;
        let rest = remote.notification_url.strip_prefix(base.as_str());
        let Some(rest) = rest.filter(|rest| rest.starts_with('/')) else {
            return Ok(Fit::Elsewhere);
        };
        let feed = rest.strip_prefix("/notify/").and_then(|id| id.parse().ok());
        let Some(feed): Option<FeedId> = feed else {
            return Ok(Fit::Stale);
        };
        // only with the feed is there a client state that its notifications can be checked by
        let known = self.service.store.feed(&feed).await?;
        let is_ours = known.is_some_and(|known| known.audience == Audience::Tenant);
        let is_all = record.wish.change_types.as_str() == remote.change_type;
        let current = self.service.contents.as_ref();
        let current = current.map(|contents| contents.certificate().id.as_str());
        let is_readable = match record.wish.contents {
            Contents::None => true,
            Contents::Encrypted => current == remote.encryption_certificate_id.as_deref(),
        };
        match is_ours && is_all && is_readable {
            true => Ok(Fit::Ours(feed)),
            false => Ok(Fit::Stale),
        }
    }

    /// Puts its end off.
    pub(super) async fn renew(&self, record: &mut Record) -> Result<Renewal, Failure> {
        let Some(id) = record.state.subscription.clone() else {
            return Ok(Renewal::Gone);
        };
        let version = record.wish.resource.version();
        let expires = plan::expiry(record, self.now);
        match self.graph.renew(version, &id, expires).await {
            Ok(expires) => {
                self.holds(record, id, expires);
                Ok(Renewal::Done)
            }
            Err(error) if error.is(StatusCode::NOT_FOUND) => {
                tracing::warn!(held = record.id, "a subscription is gone");
                record.state.is_gone();
                Ok(Renewal::Gone)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Deletes it at Graph, if it is there.
    pub(super) async fn delete(&self, record: &mut Record) -> Result<(), Failure> {
        if let Some(id) = &record.state.subscription {
            let version = record.wish.resource.version();
            self.graph.unsubscribe(version, id).await?;
            record.state.is_gone();
        }
        Ok(())
    }

    /// Writes down how it stands.
    pub(super) async fn note(&self, record: &Record) -> Result<(), StoreError> {
        let state = serde_json::to_string(&record.state);
        let state = state.map_err(|_| StoreError::Damaged("a state".to_owned()))?;
        self.service.store.note(&record.id, state).await
    }

    /// Notes what went wrong, and when it is tried again.
    pub(super) fn failed(&self, record: &mut Record, failure: &Failure) {
        let now = self.now;
        let trouble = failure.trouble(now);
        // neither the resource nor Graph's sentence: either may hold an address to join by
        let (held, why) = (&record.id, trouble.code);
        tracing::warn!(held, ?why, "a subscription is not as it should be");
        let state = &mut record.state;
        state.failures = state.failures.saturating_add(1);
        let next = plan::again(now, state.failures, failure.pause(), random::fraction());
        state.next = Some(next);
        state.trouble = Some(trouble);
    }
}

/// What came of a renewal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Renewal {
    Done,
    /// There is nothing to be renewed any more: it has to be made anew.
    Gone,
}

/// What came of taking over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Adoption {
    Done,
    /// It is out of the way.
    Unusable,
}

/// Whether a subscription at Graph is the relay's.
#[derive(Debug)]
enum Fit {
    /// It calls this feed.
    Ours(FeedId),
    /// It calls the relay, but not as it has to.
    Stale,
    /// It calls somebody else.
    Elsewhere,
}

/// Scheme and host of an address: its path may be a secret.
fn origin(address: &str) -> String {
    address.splitn(4, '/').take(3).collect::<Vec<_>>().join("/")
}
