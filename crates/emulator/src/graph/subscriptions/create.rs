//! "Create subscription".

use std::collections::BTreeSet;

use super::super::reply::{Answer, Refusal, Reply};
use super::super::visit::Visit;
use super::{Detail, Extras, authorized_until, owner, render, validated, wish};
use crate::subscriptions::{Scene, Subscription};
use crate::wire::Origin;

/// A new subscription, once its endpoints have answered.
pub(in crate::graph) fn create(visit: &mut Visit<'_>) -> Answer {
    let wish = wish::read(visit)?;
    let lifecycle = wish.lifecycle_notification_url.as_deref();
    let addresses: Vec<&str> = std::iter::once(wish.notification_url.as_str())
        .chain(lifecycle)
        .collect();
    validated(visit, &addresses)?;
    let owner = owner(&visit.caller);
    let kept = &visit.world.subscriptions;
    if kept.exists(&owner.application, &wish.watched, &wish.change_types) {
        return Err(Refusal::conflict(
            "Subscription for this resource and change type already exists for the application \
             in the tenant.",
        ));
    }
    let subscription = Subscription {
        id: visit.world.ids.fresh(),
        resource: wish.resource,
        watched: wish.watched,
        change_types: wish.change_types,
        notification_url: wish.notification_url,
        lifecycle_notification_url: wish.lifecycle_notification_url,
        client_state: wish.client_state,
        created_at: visit.now,
        expires_at: wish.expires_at,
        latest_tls: wish.latest_tls,
        authorized_until: authorized_until(&visit.caller),
        owner,
        certificate: wish.certificate,
        push: wish.push,
        renewed_at: None,
        reauthorized_at: None,
        broken: false,
        meeting: None,
        told: BTreeSet::new(),
    };
    let mut object = render(&subscription, Detail::Full, Extras::of(visit));
    let base = visit.ports.base(Origin::Graph);
    let version = visit.call.version.path();
    object["@odata.context"] = format!("{base}{version}/$metadata#subscriptions/$entity").into();
    let scene = Scene {
        tenant: &visit.world.tenant,
        settings: &visit.world.settings,
        now: visit.now,
    };
    visit.world.subscriptions.add(subscription, scene);
    Ok(Reply::created(object))
}
