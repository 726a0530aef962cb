//! Compares the ledger with what Graph has.

use jiff::{SignedDuration, Timestamp};

use super::hands::{Hands, LABEL};
use super::record::Record;
use crate::feed::Audience;
use crate::store::StoreError;

/// Graph may not list for so long what it has made.
const YOUNG: SignedDuration = SignedDuration::from_mins(10);

/// A feed of the relay's own that no subscription calls is kept for so long: what Graph still
/// has of an old subscription comes within four hours.
const KEPT: SignedDuration = SignedDuration::from_hours(24);

/// Notes what Graph no longer has, and lets go of feeds that nothing calls any more.
pub(super) async fn compare(hands: Hands<'_>, records: &mut [Record]) -> Result<(), StoreError> {
    let now = hands.now;
    let remote = match hands.graph.subscriptions().await {
        Ok(remote) => remote,
        Err(error) => {
            tracing::warn!(error = %error, "Graph does not say which subscriptions there are");
            // renewals tell as well
            return Ok(());
        }
    };
    for record in records.iter_mut() {
        let is_young = |at: Timestamp| now.duration_since(at) < YOUNG;
        let Some(id) = record.state.subscription.clone() else {
            continue;
        };
        if record.state.renewed.is_some_and(is_young) {
            continue;
        }
        let is_there = remote.iter().find(|one| one.id == id);
        let base = [&hands.service.config.public_url, "/"].concat();
        match is_there {
            Some(one) if one.notification_url.starts_with(&base) => {
                record.state.expires = Some(one.expiration_date_time);
            }
            // the relay has moved: what is called no more is of no use
            Some(_) => match hands.delete(record).await {
                Ok(()) => {}
                Err(failure) => hands.failed(record, &failure),
            },
            None => record.state.is_gone(),
        }
        hands.note(record).await?;
    }
    for feed in hands.service.store.feeds_of(&Audience::Tenant).await? {
        let is_called = records
            .iter()
            .any(|record| record.state.feed.as_deref() == Some(feed.id.as_str()));
        let last = feed.last_notification.unwrap_or(feed.created);
        let is_old = now.duration_since(last.max(feed.created)) > KEPT;
        if feed.label.starts_with(LABEL) && !is_called && is_old {
            let store = &hands.service.store;
            store.delete_feed(&Audience::Tenant, &feed.id).await?;
        }
    }
    Ok(())
}
