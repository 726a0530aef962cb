//! Which subscriptions are to be there by configuration.

use jiff::Timestamp;

use super::hands::MOST;
use super::record::{Contents, Origin, Record, Wish};
use super::resource::{ChangeTypes, Resource};
use crate::config::{Subscribe, TenantMode};
use crate::random;
use crate::service::Service;
use crate::store::{Standing, StoreError};

/// What the configuration wishes.
fn wishes(mode: &TenantMode) -> Vec<Wish> {
    let resource = match &mode.subscribe {
        Subscribe::Nothing => return Vec::new(),
        Subscribe::Tenant => Resource::all_events(),
        Subscribe::Organizers(ids) => Resource::events_of(ids),
    };
    vec![plain(resource, Origin::Configured)]
}

/// A wish for all changes of a resource, without contents.
pub(super) fn plain(resource: Resource, origin: Origin) -> Wish {
    Wish {
        change_types: ChangeTypes::all(&resource),
        resource,
        contents: Contents::None,
        origin,
    }
}

/// Brings the ledger to what is configured.
pub(super) async fn settle(
    service: &Service,
    mode: &TenantMode,
    records: &[Record],
    now: Timestamp,
) -> Result<Change, StoreError> {
    let wishes = wishes(mode);
    let mut change = Change::None;
    let wanted = |record: &&Record| record.standing == Standing::Wanted;
    for record in records.iter().filter(wanted) {
        let is_wished = wishes.contains(&record.wish);
        if record.wish.origin == Origin::Configured && !is_wished {
            service.store.end(&record.id).await?;
            change = Change::Some;
        }
    }
    for wish in &wishes {
        // whoever wished for it, Graph makes one only
        let is_there = |record: &Record| record.wish.resource == wish.resource;
        if !records.iter().filter(wanted).any(is_there) {
            enter(service, wish, now).await?;
            change = Change::Some;
        }
    }
    Ok(change)
}

/// Whether the ledger is another one now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Change {
    None,
    Some,
}

/// Enters a wish; its id, or none where there are too many.
pub(super) async fn enter(
    service: &Service,
    wish: &Wish,
    now: Timestamp,
) -> Result<Option<String>, StoreError> {
    let no_chance = || StoreError::Unreachable("this machine gives no random numbers".to_owned());
    let id = random::text::<16>().ok_or_else(no_chance)?;
    let created = Timestamp::from_millisecond(now.as_millisecond()).unwrap_or_default();
    let entry = Record::entry(id.clone(), created, wish);
    let entry = entry.ok_or_else(|| StoreError::Damaged("a wish".to_owned()))?;
    match service.store.enter(entry, MOST).await? {
        crate::store::Creation::Done => Ok(Some(id)),
        crate::store::Creation::TooMany => Ok(None),
    }
}
