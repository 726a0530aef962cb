//! The body of "Create subscription", read strictly.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};

use super::super::call::Version;
use super::super::fields::{self, Fields};
use super::super::reply::Refusal;
use super::super::visit::{Rights, Visit};
use super::fit;
use crate::subscriptions::{
    ChangeType, Reach, Target, VAPID_PUBLIC_KEY, Watched, WebPush, certificate, meeting, target,
};
use crate::tenant::Role;

/// What a subscription is asked to be.
#[derive(Debug)]
pub(super) struct Wish {
    pub(super) resource: String,
    pub(super) watched: Watched,
    pub(super) change_types: Vec<ChangeType>,
    pub(super) notification_url: String,
    pub(super) lifecycle_notification_url: Option<String>,
    pub(super) expires_at: Timestamp,
    pub(super) client_state: Option<String>,
    pub(super) latest_tls: String,
    pub(super) certificate: Option<crate::subscriptions::Certificate>,
    pub(super) push: Option<WebPush>,
}

const PROPERTIES: [&str; 13] = [
    "changeType",
    "clientState",
    "encryptionCertificate",
    "encryptionCertificateId",
    "expirationDateTime",
    "includeResourceData",
    "latestSupportedTlsVersion",
    "lifecycleNotificationUrl",
    "notificationUrl",
    "resource",
    "vapidPublicKey",
    "webPushEncryptionP256dhPublicKey",
    "webPushEncryptionSecret",
];

/// The longest client state, in characters.
const LONGEST_STATE: usize = 128;

/// Minutes that a subscription lives at least, and without an address for lifecycle events at
/// most.
const LEAST_MIN: i64 = 45;
const WITHOUT_LIFECYCLE_MIN: i64 = 60;

/// Reads and checks everything but the endpoints' own answers.
pub(super) fn read(visit: &mut Visit<'_>) -> Result<Wish, Refusal> {
    let fields = visit.call.object()?;
    fields::only(&fields, &PROPERTIES, "subscription")?;
    let required = |name: &'static str| {
        fields::text(&fields, name)?
            .filter(|text| !text.is_empty())
            .ok_or_else(|| {
                Refusal::bad_property(name, format!("The property '{name}' is required."))
            })
    };
    let resource = required("resource")?;
    let watched = Watched::read(&resource).ok_or_else(|| {
        let message = format!("The resource '{resource}' can't be subscribed to.");
        Refusal::bad_property("resource", message)
    })?;
    permitted(visit, &watched)?;
    let change_types = change_types(&required("changeType")?, &watched)?;
    let notification_url = fit("notificationUrl", required("notificationUrl")?)?;
    let lifecycle_notification_url = fields::text(&fields, "lifecycleNotificationUrl")?
        .filter(|text| !text.is_empty())
        .map(|url| fit("lifecycleNotificationUrl", url))
        .transpose()?;
    let expires_at = expiry(&required("expirationDateTime")?, &watched, visit.now)?;
    let lasting = expires_at.duration_since(visit.now);
    if lasting > SignedDuration::from_mins(WITHOUT_LIFECYCLE_MIN)
        && lifecycle_notification_url.is_none()
    {
        return Err(Refusal::bad_property(
            "lifecycleNotificationUrl",
            "lifecycleNotificationUrl is required for subscriptions of more than 1 hour to this \
             resource.",
        ));
    }
    let client_state = fields::text(&fields, "clientState")?;
    if client_state
        .as_deref()
        .is_some_and(|text| text.chars().count() > LONGEST_STATE)
    {
        let message = format!("clientState is longer than {LONGEST_STATE} characters.");
        return Err(Refusal::bad_property("clientState", message));
    }
    let latest_tls = fields::member(
        &fields,
        "latestSupportedTlsVersion",
        &["v1_0", "v1_1", "v1_2", "v1_3"],
    )?;
    let push = web_push(&fields, &notification_url)?;
    reachable(visit, &watched)?;
    Ok(Wish {
        resource,
        certificate: encryption(&fields, &watched)?,
        watched,
        change_types,
        notification_url,
        lifecycle_notification_url,
        expires_at,
        client_state,
        latest_tls: latest_tls.unwrap_or_else(|| "v1_2".to_owned()),
        push,
    })
}

/// That the token has a permission for the resource: the table's columns D and A.
fn permitted(visit: &Visit<'_>, watched: &Watched) -> Result<(), Refusal> {
    let caller = &visit.caller;
    match (watched, watched.reach(), caller.rights) {
        (_, Reach::ApplicationOnly, Rights::Delegated) => caller.needs(&[]),
        (Watched::Calls(_), _, _) => {
            caller.needs(&["OnlineMeetings.Read.All", "OnlineMeetings.ReadWrite.All"])
        }
        (_, _, Rights::Application) => caller.needs(&["VirtualEvent.Read.All"]),
        (_, _, Rights::Delegated) => caller.needs(&["VirtualEvent.Read", "VirtualEvent.ReadWrite"]),
    }
}

/// That the resource is there, and that a user who asks prepares the event.
fn reachable(visit: &Visit<'_>, watched: &Watched) -> Result<(), Refusal> {
    if let Watched::Calls(address) = watched {
        if visit.call.version == Version::V1 {
            return Err(Refusal::bad_property(
                "resource",
                "meetingCallEvents can be subscribed to in beta only.",
            ));
        }
        let found = meeting(&visit.world.tenant, address);
        return found
            .map(|_| ())
            .ok_or_else(|| Refusal::not_found("The online meeting"));
    }
    let Some((kind, id)) = watched.event() else {
        return Ok(());
    };
    match visit.event(kind, id)? {
        (_, Role::Organizer | Role::CoOrganizer) => Ok(()),
        _ => Err(Refusal::forbidden(
            "Only the organizer and co-organizers can subscribe to changes of the virtual event.",
        )),
    }
}

fn change_types(text: &str, watched: &Watched) -> Result<Vec<ChangeType>, Refusal> {
    let allowed = watched.change_types();
    let mut wanted = Vec::new();
    for word in text.split(',').map(str::trim) {
        let one = ChangeType::read(word)
            .filter(|one| allowed.contains(one))
            .ok_or_else(|| {
                let message =
                    format!("The change type '{word}' is not supported for the resource.");
                Refusal::bad_property("changeType", message)
            })?;
        wanted.push(one);
    }
    wanted.sort_unstable();
    wanted.dedup();
    Ok(wanted)
}

/// Reads an expiry: in the future, not too far; what is too near is put off.
pub(super) fn expiry(text: &str, watched: &Watched, now: Timestamp) -> Result<Timestamp, Refusal> {
    let wrong = |message: String| Refusal::bad_property("expirationDateTime", message);
    let at: Timestamp = text
        .parse()
        .map_err(|_| wrong(format!("'{text}' is no date and time with an offset.")))?;
    let most = match watched {
        Watched::Calls(_) => 4_230,
        _ => 24 * 60,
    };
    if at <= now {
        return Err(wrong("The expiration must be in the future.".to_owned()));
    }
    if at.duration_since(now) > SignedDuration::from_mins(most) {
        return Err(wrong(format!(
            "Subscription expiration can only be {most} minutes in the future."
        )));
    }
    let least = now.checked_add(SignedDuration::from_mins(LEAST_MIN));
    Ok(least.map_or(at, |least| at.max(least)))
}

/// The three members of Web Push: all of them for a push service, none of them otherwise.
fn web_push(fields: &Fields, url: &str) -> Result<Option<WebPush>, Refusal> {
    let names = [
        "vapidPublicKey",
        "webPushEncryptionP256dhPublicKey",
        "webPushEncryptionSecret",
    ];
    let mut given = Vec::new();
    for name in names {
        given.push(fields::text(fields, name)?.filter(|text| !text.is_empty()));
    }
    match (target(url), given.as_slice()) {
        (Target::PushService, [Some(vapid), Some(p256dh), Some(secret)]) => {
            let wrong = |name: &'static str| {
                Refusal::bad_property(name, format!("'{name}' is not what a browser gives."))
            };
            let bytes = |text: &str| URL_SAFE_NO_PAD.decode(text.trim_end_matches('=')).ok();
            if vapid != VAPID_PUBLIC_KEY {
                return Err(wrong("vapidPublicKey"));
            }
            if !bytes(p256dh).is_some_and(|point| point.len() == 65 && point[0] == 4) {
                return Err(wrong("webPushEncryptionP256dhPublicKey"));
            }
            if bytes(secret).is_none_or(|secret| secret.len() != 16) {
                return Err(wrong("webPushEncryptionSecret"));
            }
            Ok(Some(WebPush {
                vapid_public_key: vapid.clone(),
                p256dh: p256dh.clone(),
                secret: secret.clone(),
            }))
        }
        (Target::PushService, _) => Err(Refusal::bad_property(
            "vapidPublicKey",
            "A Web Push endpoint needs vapidPublicKey, webPushEncryptionP256dhPublicKey and \
             webPushEncryptionSecret.",
        )),
        (_, [None, None, None]) => Ok(None),
        _ => Err(Refusal::bad_property(
            "notificationUrl",
            "Web Push members can only be given with the endpoint of a known push service.",
        )),
    }
}

/// Contents come for calls alone, and encrypted.
fn encryption(
    fields: &Fields,
    watched: &Watched,
) -> Result<Option<crate::subscriptions::Certificate>, Refusal> {
    let rich = fields::boolean(fields, "includeResourceData")?.unwrap_or(false);
    let text = fields::text(fields, "encryptionCertificate")?.filter(|text| !text.is_empty());
    let id = fields::text(fields, "encryptionCertificateId")?.filter(|text| !text.is_empty());
    if !rich {
        return Ok(None);
    }
    if !matches!(watched, Watched::Calls(_)) {
        return Err(Refusal::bad_property(
            "includeResourceData",
            "Notifications with resource data are not supported for the resource.",
        ));
    }
    let (Some(text), Some(id)) = (text, id) else {
        return Err(Refusal::bad_property(
            "encryptionCertificate",
            "encryptionCertificate and encryptionCertificateId are required when \
             includeResourceData is true.",
        ));
    };
    let read = certificate(&id, &text);
    read.map(Some).ok_or_else(|| {
        Refusal::bad_property(
            "encryptionCertificate",
            "encryptionCertificate is no base64-encoded certificate with an RSA key of at least \
             2048 bits.",
        )
    })
}
