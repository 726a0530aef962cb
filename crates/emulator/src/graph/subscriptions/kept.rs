//! What can be done with a subscription that is there: list, get, update, reauthorize, delete.

use jiff::Timestamp;
use serde_json::json;

use super::super::fields;
use super::super::paging;
use super::super::reply::{Answer, Refusal, Reply};
use super::super::visit::Visit;
use super::{Detail, Extras, authorized_until, fit, owner, render, validated, wish};
use crate::subscriptions::{Subscription, VAPID_PUBLIC_KEY};
use crate::wire::Origin;

/// One's own, without their client states.
pub(in crate::graph) fn list(visit: &mut Visit<'_>) -> Answer {
    paging::only_options(visit.call, &[])?;
    let (owner, extras) = (owner(&visit.caller), Extras::of(visit));
    let own = visit
        .world
        .subscriptions
        .iter()
        .filter(|one| one.owner == owner)
        .map(|one| {
            (
                one.id.clone(),
                render(one, Detail::WithoutClientState, extras),
            )
        });
    paging::page(visit, "subscriptions", own.collect())
}

/// One of one's own.
pub(in crate::graph) fn get(visit: &mut Visit<'_>, id: &str) -> Answer {
    paging::only_options(visit.call, &[])?;
    let extras = Extras::of(visit);
    let object = render(found(visit, id)?, Detail::Full, extras);
    Ok(Reply::ok(object))
}

/// What an update changes.
#[derive(Debug)]
pub(super) struct Renewal {
    expires_at: Option<Timestamp>,
    pub(super) notification_url: Option<String>,
}

/// Reads the body of an update of the caller's own subscription.
pub(super) fn renewal(visit: &mut Visit<'_>, id: &str) -> Result<Renewal, Refusal> {
    let now = visit.now;
    let fields = visit.call.object()?;
    let watched = found(visit, id)?.watched.clone();
    if fields.contains_key("lifecycleNotificationUrl") {
        return Err(Refusal::bad_property(
            "lifecycleNotificationUrl",
            "lifecycleNotificationUrl can't be changed: delete the subscription and create it \
             anew.",
        ));
    }
    fields::only(
        &fields,
        &["expirationDateTime", "notificationUrl"],
        "subscription",
    )?;
    let expires_at = fields::text(&fields, "expirationDateTime")?
        .map(|text| wish::expiry(&text, &watched, now))
        .transpose()?;
    let notification_url = fields::text(&fields, "notificationUrl")?
        .map(|url| fit("notificationUrl", url))
        .transpose()?;
    if expires_at.is_none() && notification_url.is_none() {
        return Err(Refusal::bad_request(
            "An update needs expirationDateTime or notificationUrl.",
        ));
    }
    Ok(Renewal {
        expires_at,
        notification_url,
    })
}

/// "Update subscription": a renewal reauthorizes as well.
pub(in crate::graph) fn update(visit: &mut Visit<'_>, id: &str) -> Answer {
    let renewal = renewal(visit, id)?;
    if let Some(url) = &renewal.notification_url {
        validated(visit, &[url])?;
    }
    let (now, until) = (visit.now, authorized_until(&visit.caller));
    let extras = Extras::of(visit);
    let one = found(visit, id)?;
    if let Some(expires_at) = renewal.expires_at {
        one.expires_at = expires_at;
        one.renewed(now, until);
    }
    if let Some(url) = renewal.notification_url {
        one.notification_url = url;
    }
    let object = render(one, Detail::Full, extras);
    Ok(Reply::ok(object))
}

/// "Reauthorize subscription".
pub(in crate::graph) fn reauthorize(visit: &mut Visit<'_>, id: &str) -> Answer {
    visit.call.no_body()?;
    let (now, until) = (visit.now, authorized_until(&visit.caller));
    found(visit, id)?.reauthorized(now, until);
    Ok(Reply::done())
}

/// "Delete subscription".
pub(in crate::graph) fn delete(visit: &mut Visit<'_>, id: &str) -> Answer {
    found(visit, id)?;
    visit.world.subscriptions.remove(id);
    Ok(Reply::done())
}

/// "getVapidPublicKey".
pub(in crate::graph) fn vapid_key(visit: &mut Visit<'_>) -> Answer {
    let base = visit.ports.base(Origin::Graph);
    let version = visit.call.version.path();
    Ok(Reply::ok(json!({
        "@odata.context": format!("{base}{version}/$metadata#Edm.String"),
        "value": VAPID_PUBLIC_KEY,
    })))
}

fn found<'v>(visit: &'v mut Visit<'_>, id: &str) -> Result<&'v mut Subscription, Refusal> {
    let owner = owner(&visit.caller);
    let found = visit.world.subscriptions.of(&owner, id);
    found.ok_or_else(|| Refusal::not_found("The subscription"))
}
