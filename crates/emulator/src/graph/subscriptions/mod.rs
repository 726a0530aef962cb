//! "subscription resource type" and its pages: create, list, get, update, reauthorize, delete,
//! getVapidPublicKey.

mod create;
mod kept;
mod wish;

pub(super) use create::create;
pub(super) use kept::{delete, get, list, reauthorize, update, vapid_key};

use super::call::Version;
use super::reply::Refusal;
use super::visit::{Caller, Rights, Visit};
use crate::subscriptions::{By, Owner, Subscription, Target, target};
use jiff::Timestamp;
use serde_json::{Value, json};

/// Which of the two requests that name endpoints it is.
#[derive(Debug, Clone, Copy)]
pub(super) enum Naming<'i> {
    Create,
    Update(&'i str),
}

/// The addresses that must answer a validation request before the call can be done; none when
/// the call won't be done anyway.
pub(super) fn endpoints(visit: &mut Visit<'_>, naming: Naming<'_>) -> Vec<String> {
    let named = match naming {
        Naming::Create => wish::read(visit).map(|wish| {
            let urls = [Some(wish.notification_url), wish.lifecycle_notification_url];
            urls.into_iter().flatten().collect()
        }),
        Naming::Update(id) => {
            kept::renewal(visit, id).map(|renewal| renewal.notification_url.into_iter().collect())
        }
    };
    named.unwrap_or_default()
}

/// That every address has answered its validation request.
fn validated(visit: &Visit<'_>, addresses: &[&str]) -> Result<(), Refusal> {
    for address in addresses {
        match visit.call.handshakes.get(*address) {
            Some(Ok(())) => {}
            Some(Err(why)) => return Err(Refusal::not_validated(why)),
            // It wasn't asked: the call was not like this then.
            None => {
                return Err(Refusal::not_validated(
                    "Subscription validation request failed.",
                ));
            }
        }
    }
    Ok(())
}

/// That the address is one that a subscription can have.
fn fit(name: &'static str, address: String) -> Result<String, Refusal> {
    match target(&address) {
        Target::Unfit => Err(Refusal::bad_property(
            name,
            format!("'{name}' must be an HTTPS address."),
        )),
        Target::Here | Target::PushService | Target::Elsewhere => Ok(address),
    }
}

/// Whose subscriptions the caller's are.
fn owner(caller: &Caller) -> Owner {
    Owner {
        application: caller.application.clone(),
        creator: caller.oid.clone(),
        by: match caller.rights {
            Rights::Delegated => By::User,
            Rights::Application => By::Application,
        },
    }
}

/// Until when the caller's token lets notifications through; an application's has no end.
fn authorized_until(caller: &Caller) -> Option<Timestamp> {
    (caller.rights == Rights::Delegated).then_some(caller.token_ends_at)
}

/// Whether the client state is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Detail {
    /// As in lists.
    WithoutClientState,
    Full,
}

/// Whether what no metadata names is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Extras {
    Shown,
    Hidden,
}

impl Extras {
    fn of(visit: &Visit<'_>) -> Self {
        match visit.world.settings.unknown_properties || visit.call.version == Version::Beta {
            true => Self::Shown,
            false => Self::Hidden,
        }
    }
}

fn render(one: &Subscription, detail: Detail, extras: Extras) -> Value {
    let certificate = one.certificate.as_ref();
    let mut object = json!({
        "id": one.id,
        "resource": one.resource,
        "applicationId": one.owner.application,
        "changeType": one.change_type(),
        "clientState": one.client_state.as_ref().filter(|_| detail == Detail::Full),
        "notificationUrl": one.notification_url,
        "lifecycleNotificationUrl": one.lifecycle_notification_url,
        "expirationDateTime": one.expires_at,
        "creatorId": one.owner.creator,
        "includeResourceData": certificate.is_some(),
        "latestSupportedTlsVersion": one.latest_tls,
        "encryptionCertificate": certificate.map(|one| &one.text),
        "encryptionCertificateId": certificate.map(|one| &one.id),
        "notificationQueryOptions": null,
        "notificationUrlAppId": null,
    });
    if extras == Extras::Shown {
        // Seen in answers, though the metadata of v1.0 hasn't got it.
        object["notificationContentType"] = "application/json".into();
    }
    if let Some(push) = &one.push {
        // The secret is never given back.
        object["vapidPublicKey"] = push.vapid_public_key.as_str().into();
        object["webPushEncryptionP256dhPublicKey"] = push.p256dh.as_str().into();
    }
    object
}
