//! Each operation with what it needs: an event of the right kind and state, ids, a body.

use anyhow::{Context as _, bail};
use serde_json::{Value, json};

use super::stage::{NOW, Stage, Who};
use crate::openapi::Operation;

/// One call of an operation, as it came out.
#[derive(Debug)]
pub(super) struct Exchange {
    pub(super) status: u16,
    /// None when there was none.
    pub(super) body: Option<Value>,
}

/// Calls the operation, with each body or query it has a use for.
pub(super) fn play(stage: &Stage, operation: &Operation) -> anyhow::Result<Vec<Exchange>> {
    // `create_presenter_webinar` and `create_presenter_townhall` are played alike.
    let id = operation.id.as_str();
    let act = id
        .strip_suffix("_townhall")
        .or_else(|| id.strip_suffix("_webinar"))
        .unwrap_or(id);
    let who = if act.contains("registration") && !act.contains("question") {
        Who::Attendee
    } else {
        Who::Organizer
    };
    let bodies = bodies(stage, act, operation);
    let mut exchanges = Vec::new();
    for body in bodies {
        for query in queries(act) {
            stage.set_clock(NOW)?;
            let path = filled(stage, act, &operation.path)?;
            let body = match &body {
                // What is subscribed to can be so once.
                Some(Value::Null) => Some(new_subscription(stage)?),
                other => other.clone(),
            };
            let got = stage.call(
                who,
                &operation.method,
                &format!("{path}{query}"),
                body.as_ref(),
            )?;
            exchanges.push(Exchange {
                status: got.status,
                body: got.body,
            });
        }
    }
    Ok(exchanges)
}

fn queries(act: &str) -> &'static [&'static str] {
    match act {
        "get_attendance_report" => &["", "?$expand=attendanceRecords"],
        _ => &[""],
    }
}

fn new_event(stage: &Stage) -> Value {
    json!({
        "displayName": format!("Conformance {}", stage.number()),
        "description": { "contentType": "html", "content": "<p>As documented</p>" },
        "startDateTime": { "dateTime": "2027-06-14T15:00:00", "timeZone": "W. Europe Standard Time" },
        "endDateTime": { "dateTime": "2027-06-14T16:00:00", "timeZone": "W. Europe Standard Time" },
        "audience": "everyone",
        "settings": { "isAttendeeEmailNotificationEnabled": true },
    })
}

fn guest() -> Value {
    json!({ "@odata.type": "#microsoft.graph.communicationsGuestIdentity",
        "displayName": "Guest", "email": "guest@example.org" })
}

fn question() -> Value {
    json!({ "@odata.type": "#microsoft.graph.virtualEventRegistrationCustomQuestion",
        "displayName": "Which?", "answerInputType": "singleChoice", "answerChoices": ["a", "b"] })
}

/// The bodies to try; none for calls without one.
fn bodies(stage: &Stage, act: &str, operation: &Operation) -> Vec<Option<Value>> {
    let is_webinar = operation.path.contains("/webinars");
    let one = |body: Value| vec![Some(body)];
    match act {
        "create" => {
            let mut full = new_event(stage);
            if !is_webinar {
                full["audience"] = "organization".into();
                full["isInviteOnly"] = true.into();
                full["capacity"] = 800.into();
                full["invitedAttendees"] = json!([guest()]);
            }
            vec![Some(new_event(stage)), Some(full)]
        }
        "update" => one(json!({ "displayName": "Changed" })),
        "set_external_event_information" => one(json!({ "externalEventId": "row-7" })),
        "create_presenter" => {
            let mut body = json!({ "identity": guest() });
            if is_webinar {
                body["presenterDetails"] = json!({ "company": "Northlight" });
            }
            one(body)
        }
        "update_presenter" => one(json!({ "presenterDetails": { "jobTitle": "Speaker" } })),
        "create_registration_question" => {
            let label = json!({ "label": "city", "@odata.type":
                "#microsoft.graph.virtualEventRegistrationPredefinedQuestion" });
            vec![Some(question()), Some(label)]
        }
        "create_registration" => {
            one(json!({ "preferredTimezone": "UTC", "preferredLanguage": "en-us" }))
        }
        "create_subscription" => one(Value::Null),
        "renew_subscription" => one(json!({ "expirationDateTime": "2027-01-13T09:00:00Z" })),
        "batch" => one(json!({ "requests": [
            { "id": "1", "method": "GET", "url": "/me" },
            { "id": "2", "method": "GET", "url": "/solutions/virtualEvents/townhalls/none" },
        ]})),
        _ => vec![None],
    }
}

/// A subscription to an event that nobody watches yet.
fn new_subscription(stage: &Stage) -> anyhow::Result<Value> {
    let id = event(stage, "watch", "townhalls")?;
    Ok(json!({
        "changeType": "updated",
        "resource": format!("solutions/virtualEvents/townhalls/{id}"),
        "notificationUrl": stage.webhook("/notify"),
        "lifecycleNotificationUrl": stage.webhook("/lifecycle"),
        "expirationDateTime": "2027-01-12T12:00:00.0000000Z",
        "clientState": "conformance",
    }))
}

/// The path with its parameters filled in, and with what they name in place.
fn filled(stage: &Stage, act: &str, template: &str) -> anyhow::Result<String> {
    let mut path = template.replace("{role}", "organizer");
    for collection in ["townhalls", "webinars"] {
        let parameter = format!("{{{}Id}}", collection.trim_end_matches('s'));
        if path.contains(&parameter) {
            let event = event(stage, act, collection)?;
            path = path.replace(&parameter, &event);
        }
    }
    let base = path.split("/{").next().unwrap_or_default().to_owned();
    if path.contains("{subscriptionId}") || act == "list_subscriptions" {
        let wish = new_subscription(stage)?;
        let made = stage.call(Who::Organizer, "POST", "/subscriptions", Some(&wish))?;
        path = path.replace("{subscriptionId}", &id_of(made.body)?);
    }
    if path.contains("{presenterId}") {
        let made = stage.call(
            Who::Organizer,
            "POST",
            &base,
            Some(&json!({ "identity": guest() })),
        )?;
        path = path.replace("{presenterId}", &id_of(made.body)?);
    }
    if path.contains("{questionId}") {
        let made = stage.call(Who::Organizer, "POST", &base, Some(&question()))?;
        path = path.replace("{questionId}", &id_of(made.body)?);
    }
    if path.contains("{sessionId}") {
        let list = stage.get(Who::Organizer, &base)?;
        path = path.replace("{sessionId}", &id_of(Some(list["value"][0].clone()))?);
    }
    if path.contains("{reportId}") {
        let base = path.split("/{").next().unwrap_or_default();
        let list = stage.get(Who::Organizer, base)?;
        path = path.replace("{reportId}", &id_of(Some(list["value"][0].clone()))?);
    }
    if path.contains("/registrations") && path.contains('{') {
        path = registered(stage, &path)?;
    }
    let me = id_of(Some(stage.get(Who::Organizer, "/me")?))?;
    let path = path.replace("{userId}", &me);
    if path.contains('{') {
        bail!("nothing is known to fill into {path}");
    }
    Ok(path)
}

/// Registers the attendee and fills in how the registration is named.
fn registered(stage: &Stage, path: &str) -> anyhow::Result<String> {
    let (event, _) = path
        .split_once("/registrations")
        .context("no registrations")?;
    let body = json!({ "preferredTimezone": "UTC", "preferredLanguage": "en-us" });
    let place = format!("{event}/registrations");
    let made = stage.call(Who::Attendee, "POST", &place, Some(&body))?;
    let made = made.body.context("no registration")?;
    let text = |name: &str| made[name].as_str().unwrap_or_default().to_owned();
    Ok(path
        .replace("{registrationId}", &text("id"))
        .replace("{userId}", &text("userId"))
        .replace("{email}", &text("email")))
}

/// A fresh event in the state the operation needs, with a presenter and a question.
fn event(stage: &Stage, act: &str, collection: &str) -> anyhow::Result<String> {
    let place = format!("/solutions/virtualEvents/{collection}");
    let made = stage.call(Who::Organizer, "POST", &place, Some(&new_event(stage)))?;
    let id = id_of(made.body)?;
    let with = |part: &str, body: Option<&Value>, wanted: u16| {
        let got = stage.call(
            Who::Organizer,
            "POST",
            &format!("{place}/{id}/{part}"),
            body,
        )?;
        anyhow::ensure!(
            got.status == wanted,
            "preparing {part} answers {}",
            got.status
        );
        Ok(())
    };
    with(
        "presenters",
        Some(&json!({ "identity": colleague(stage)? })),
        201,
    )?;
    with(
        "registrationConfiguration/questions",
        Some(&question()),
        201,
    )?;
    if act == "publish" {
        return Ok(id);
    }
    with("publish", None, 204)?;
    if act.contains("attendance") {
        // Attendance is there after the end only.
        stage.set_clock("2027-06-15T00:00:00Z")?;
    }
    Ok(id)
}

/// Somebody of the directory who can present.
fn colleague(stage: &Stage) -> anyhow::Result<Value> {
    let user = stage.get(Who::Organizer, "/users/mei.tanaka@northlight.example")?;
    Ok(json!({ "@odata.type": "#microsoft.graph.communicationsUserIdentity", "id": user["id"] }))
}

fn id_of(object: Option<Value>) -> anyhow::Result<String> {
    let object = object.context("no answer to take an id from")?;
    let id = object["id"].as_str();
    Ok(id.with_context(|| format!("no id in {object}"))?.to_owned())
}
