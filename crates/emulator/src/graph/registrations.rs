//! Registrations, as far as a delegated token goes: one's own.

use serde_json::{Map, Value, json};

use super::fields::{self, Fields};
use super::reply::{Answer, Refusal, Reply};
use super::route::Key;
use super::visit::Visit;
use super::{paging, sessions};
use crate::tenant::{self, Event, Kind, Question, Registration, Role, Status};

const TYPE: &str = "virtualEventRegistration";

fn render(visit: &Visit<'_>, registration: &Registration) -> Value {
    // Three examples have this one time without a zone; it is UTC.
    let registered_at = if visit.shape.as_documented("registration time") {
        registration
            .registered_at
            .strftime("%Y-%m-%dT%H:%M:%S")
            .to_string()
    } else {
        registration.registered_at.to_string()
    };
    json!({
        "@odata.type": visit.shape.type_name("registration", TYPE),
        "id": registration.id,
        "userId": registration.user,
        "firstName": registration.first_name,
        "lastName": registration.last_name,
        "email": registration.email,
        "status": registration.status,
        "registrationDateTime": registered_at,
        "cancelationDateTime": registration.canceled_at,
        "preferredTimezone": registration.time_zone,
        "preferredLanguage": registration.language,
        "registrationQuestionAnswers": registration.answers,
        "externalRegistrationInformation": registration.external,
    })
}

/// Registers the caller.
pub(super) fn create(visit: &mut Visit<'_>, kind: Kind, id: &str) -> Answer {
    let fields = visit.call.object()?;
    let allowed = [
        "preferredTimezone",
        "preferredLanguage",
        "registrationQuestionAnswers",
        "externalRegistrationInformation",
    ];
    fields::only(&fields, &allowed, TYPE)?;
    let required = |name: &'static str| {
        fields::text(&fields, name)?
            .filter(|text| !text.is_empty())
            .ok_or_else(|| {
                Refusal::bad_property(name, format!("The property '{name}' is required."))
            })
    };
    let (time_zone, language) = (
        required("preferredTimezone")?,
        required("preferredLanguage")?,
    );
    let (now, oid) = (visit.now, visit.caller.oid.clone());
    let new_id = visit.world.ids.fresh();
    let person = visit.world.tenant.people.get(&oid).cloned();
    let (event, role) = visit.event(kind, id)?;
    let taken = tenant::taken(&visit.world.tenant, event);
    let event = visit.visible(kind, id)?;
    if event.status != Status::Published {
        return Err(Refusal::conflict(
            "Only a published virtual event can be registered for.",
        ));
    }
    if role != Role::Attendee {
        let message = "Organizers, co-organizers and presenters don't register.";
        return Err(Refusal::bad_request(message));
    }
    let active = |other: &&Registration| other.status != "canceled";
    if event
        .desk
        .registrations
        .iter()
        .filter(active)
        .any(|other| other.user.as_deref() == Some(&oid))
    {
        return Err(Refusal::conflict("The user is registered already."));
    }
    let answers = answers(&fields, &event.desk.questions)?;
    let taken = i64::try_from(taken).unwrap_or(i64::MAX);
    let full = event
        .desk
        .capacity
        .is_some_and(|capacity| taken >= capacity);
    let status = match (full, event.desk.waitlist, event.desk.manual_approval) {
        (true, true, _) => "waitlisted",
        (true, false, _) => return Err(Refusal::conflict("The virtual event is full.")),
        (false, _, true) => "pendingApproval",
        (false, _, false) => "registered",
    };
    let registration = Registration {
        id: new_id,
        user: Some(oid),
        first_name: person.as_ref().map(|person| person.given.clone()),
        last_name: person.as_ref().map(|person| person.surname.clone()),
        email: person.and_then(|person| person.mail),
        status: status.to_owned(),
        registered_at: now,
        canceled_at: None,
        time_zone,
        language,
        answers,
        external: fields
            .get("externalRegistrationInformation")
            .cloned()
            .unwrap_or_default(),
    };
    event.desk.registrations.push(registration.clone());
    Ok(Reply::created(render(visit, &registration)))
}

/// Answers to the questions there are, all required ones among them.
fn answers(fields: &Fields, questions: &[Question]) -> Result<Value, Refusal> {
    let name = "registrationQuestionAnswers";
    let nothing = Vec::new();
    let given = fields::list(fields, name)?.unwrap_or(&nothing);
    let wrong = |message: String| Refusal::bad_property(name, message);
    let mut shown = Vec::new();
    for answer in given {
        let Some(answer) = answer.as_object() else {
            return Err(wrong("Answers must be objects.".to_owned()));
        };
        let id = fields::text(answer, "questionId")?.unwrap_or_default();
        let question = questions
            .iter()
            .find(|question| question.id == id)
            .ok_or_else(|| wrong(format!("There is no question '{id}'.")))?;
        let part = |name: &str| answer.get(name).cloned().unwrap_or_default();
        let mut object = Map::new();
        object.insert("questionId".to_owned(), id.into());
        object.insert(
            "displayName".to_owned(),
            question.wording["displayName"].clone(),
        );
        for value in ["value", "booleanValue", "multiChoiceValues"] {
            object.insert(value.to_owned(), part(value));
        }
        shown.push(Value::Object(object));
    }
    let unanswered = questions.iter().find(|question| {
        question.wording["isRequired"] == Value::Bool(true)
            && !shown
                .iter()
                .any(|answer| answer["questionId"] == question.id.as_str())
    });
    match unanswered {
        None => Ok(Value::Array(shown)),
        Some(question) => Err(wrong(format!(
            "The required question {} is not answered.",
            question.wording["displayName"]
        ))),
    }
}

/// One registration: one's own, or any for those who prepare the event.
pub(super) fn get(visit: &mut Visit<'_>, kind: Kind, id: &str, key: &Key) -> Answer {
    paging::only_options(visit.call, &[])?;
    let (event, role) = visit.event(kind, id)?;
    let registration = find(visit, event, role, key)?;
    let object = render(visit, &registration);
    Ok(Reply::ok(object))
}

/// Takes a registration back.
pub(super) fn cancel(visit: &mut Visit<'_>, kind: Kind, id: &str, key: &Key) -> Answer {
    visit.call.no_body()?;
    let (event, role) = visit.event(kind, id)?;
    let found = find(visit, event, role, key)?;
    let now = visit.now;
    let event = visit.visible(kind, id)?;
    if found.status == "canceled" {
        return Err(Refusal::conflict("The registration is canceled already."));
    }
    let canceled = Registration {
        status: "canceled".to_owned(),
        canceled_at: Some(now),
        ..found
    };
    let kept = &mut event.desk.registrations;
    match kept.iter_mut().find(|other| other.id == canceled.id) {
        Some(registration) => *registration = canceled,
        // One that was made in the portal is kept from now on.
        None => kept.push(canceled),
    }
    Ok(Reply::done())
}

/// The registrant's own way in: one session, with their link.
pub(super) fn sessions(visit: &mut Visit<'_>, kind: Kind, id: &str, key: &Key) -> Answer {
    paging::only_options(visit.call, &[])?;
    let (event, role) = visit.event(kind, id)?;
    let registration = find(visit, event, role, key)?;
    let items = event
        .session
        .iter()
        .filter(|_| registration.status == "registered")
        .map(|session| {
            let mut object = sessions::summary(visit, event, session);
            if let Some(url) = object["joinWebUrl"].as_str() {
                object["joinWebUrl"] = format!("{url}&registration={}", registration.id).into();
            }
            (session.clone(), object)
        })
        .collect();
    paging::page(
        visit,
        "Collection(microsoft.graph.virtualEventSession)",
        items,
    )
}

fn find(visit: &Visit<'_>, event: &Event, role: Role, key: &Key) -> Result<Registration, Refusal> {
    let people = &visit.world.tenant.people;
    let fits = |registration: &Registration| match key {
        Key::Id(id) => registration.id == *id,
        Key::User(id) => registration.user.as_ref() == Some(id),
        Key::Email(email) => {
            let address = registration.email.as_deref();
            let person = registration.user.as_ref().and_then(|id| people.get(id));
            address.is_some_and(|address| address.eq_ignore_ascii_case(email))
                || person.is_some_and(|person| person.answers_to(email))
        }
    };
    let prepares = matches!(role, Role::Organizer | Role::CoOrganizer);
    tenant::registrations(&visit.world.tenant, event)
        .into_iter()
        // Of several by the same person the last one counts.
        .rfind(fits)
        .filter(|registration| prepares || registration.user.as_ref() == Some(&visit.caller.oid))
        .ok_or_else(|| Refusal::not_found("The registration"))
}
