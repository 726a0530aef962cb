//! What comes with time: reports, recordings, calls. Nobody does it, so it is looked for.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::change::{CallEvent, Change, What};
use super::subscription::Subscription;
use super::watched::Watched;
use crate::graph::join_url;
use crate::settings::Settings;
use crate::tenant::{
    Event, LiveCall, Participant, Status, Tenant, live_calls, over_at, report_ids,
};

/// Something that is there at some moment, under a name that tells it apart.
pub(super) type Arrival = (String, Change);

/// Everything that has come by `now` for whoever has this subscription.
pub(super) fn arrived(
    tenant: &Tenant,
    settings: &Settings,
    one: &Subscription,
    now: Timestamp,
) -> Vec<Arrival> {
    let of_event = |id: &str| tenant.events.get(id);
    match &one.watched {
        Watched::Reports(_, id) => of_event(id)
            .map(|event| reports(settings, event, now))
            .unwrap_or_default(),
        Watched::Recording(_, id) => of_event(id)
            .and_then(|event| recording(settings, event, now))
            .into_iter()
            .collect(),
        Watched::Calls(address) => one
            .meeting
            .as_deref()
            .and_then(of_event)
            .map(|event| calls(tenant, event, address, now))
            .unwrap_or_default(),
        _ => Vec::new(),
    }
}

/// The event whose session is joined at this address.
pub(crate) fn meeting<'t>(tenant: &'t Tenant, address: &str) -> Option<&'t Event> {
    tenant.events.values().find(|event| {
        event.session.as_deref().is_some_and(|session| {
            join_url(tenant, event, session).is_some_and(|url| url == address)
        })
    })
}

fn reports(settings: &Settings, event: &Event, now: Timestamp) -> Vec<Arrival> {
    let delay = SignedDuration::from_secs(settings.report_delay_s);
    let (Some(session), true, Ok(at)) = (
        event.session.as_ref(),
        settings.attendance_reports,
        now.checked_sub(delay),
    ) else {
        return Vec::new();
    };
    let ids = report_ids(event, at).into_iter();
    ids.map(|id| {
        let change = change(event, What::Reported(session.clone(), id.clone()));
        (format!("report/{id}"), change)
    })
    .collect()
}

fn recording(settings: &Settings, event: &Event, now: Timestamp) -> Option<Arrival> {
    let session = event.session.as_ref()?;
    let there = over_at(event)?.as_second() + settings.recording_delay_s;
    let published = event.status == Status::Published && now.as_second() >= there;
    published.then(|| {
        let change = change(event, What::Recorded(session.clone()));
        ("recording".to_owned(), change)
    })
}

fn calls(tenant: &Tenant, event: &Event, address: &str, now: Timestamp) -> Vec<Arrival> {
    let told = |name: &'static str, at: Timestamp, participants: Vec<Value>| {
        let what = What::Called(
            address.to_owned(),
            CallEvent {
                name,
                at,
                participants,
            },
        );
        change(event, what)
    };
    let mut all: Vec<(Timestamp, Arrival)> = Vec::new();
    for call in live_calls(tenant, event, now) {
        let LiveCall {
            id,
            started_at,
            ended_at,
            roster,
        } = call;
        let mut add = |at: Timestamp, name: String, change: Change| {
            if at <= now {
                all.push((at, (format!("{id}/{name}"), change)));
            }
        };
        add(
            started_at,
            "started".to_owned(),
            told("callStarted", started_at, Vec::new()),
        );
        for (number, who) in roster.iter().enumerate() {
            let joined = vec![participant(tenant, who, number, None)];
            let left = vec![participant(tenant, who, number, Some("Removed"))];
            let (from, to) = (who.joined_at, who.left_at);
            add(
                from,
                format!("joined/{number}"),
                told("rosterUpdated", from, joined),
            );
            add(
                to,
                format!("left/{number}"),
                told("rosterUpdated", to, left),
            );
        }
        add(
            ended_at,
            "ended".to_owned(),
            told("callEnded", ended_at, Vec::new()),
        );
    }
    // Those who leave last do it at the end of the call, and are gone before it has ended.
    all.sort_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, arrival)| arrival).collect()
}

fn participant(tenant: &Tenant, who: &Participant, number: usize, removed: Option<&str>) -> Value {
    let user = who.user.as_ref().map(|oid| {
        json!({
            "id": oid,
            "displayName": who.name,
            "tenantId": tenant.id,
            "userIdentityType": "aadUser",
        })
    });
    let guest = who
        .user
        .is_none()
        .then(|| json!({ "displayName": who.name }));
    json!({
        "id": number.to_string(),
        "info": { "identity": { "user": user, "guest": guest } },
        "isInLobby": false,
        "removedState": removed.map(|reason| json!({ "reason": reason })),
    })
}

fn change(event: &Event, what: What) -> Change {
    Change {
        kind: event.kind,
        event: event.id.clone(),
        what,
    }
}
