//! Calls on registration.

use virtual_events::{
    QuestionId, RegistrationConfigurations, RegistrationId, Registrations, UserId,
};

use super::registration_bodies::{configuration_changes, new_question, new_registration};
use super::served::{Call, Served, built};
use crate::client::address::Segment;

/// Serves `…/registrations…`, whose first step may carry an alternate key.
pub(super) async fn serve(
    call: &Call<'_>,
    registrations: &Registrations,
    first: &Segment,
    tail: &[Segment],
) -> Served {
    if call.has_query() {
        return Served::Unserved;
    }
    if !first.parameters.is_empty() {
        return by_key(call, registrations, first, tail).await;
    }
    let tail: Vec<&str> = tail.iter().map(|segment| segment.name.as_str()).collect();
    match (call.method, &tail[..]) {
        ("GET", []) => Served::page(registrations.list()).await,
        ("POST", []) => {
            let registration = built!(new_registration(call));
            Served::one_or_nothing(registrations.create(&registration).await)
        }
        ("GET", [id]) => Served::one(registrations.get(&RegistrationId::from(*id)).await),
        ("GET", [id, "sessions"]) => {
            Served::page(registrations.sessions(&RegistrationId::from(*id))).await
        }
        ("POST", [id, action]) => {
            let id = RegistrationId::from(*id);
            match *action {
                "cancel" => Served::nothing(registrations.cancel(&id).await),
                "approve" => Served::nothing(registrations.approve(&id).await),
                "reject" => Served::nothing(registrations.reject(&id).await),
                _ => Served::Unserved,
            }
        }
        _ => Served::Unserved,
    }
}

async fn by_key(
    call: &Call<'_>,
    registrations: &Registrations,
    first: &Segment,
    tail: &[Segment],
) -> Served {
    let user = first.parameter("userId").map(UserId::from);
    let email = first.parameter("email");
    let action = tail.first().map(|segment| segment.name.as_str());
    match (call.method, user, email, action) {
        ("GET", Some(user), None, None) => Served::one(registrations.by_user(&user).await),
        ("GET", None, Some(email), None) => Served::one(registrations.by_email(email).await),
        ("POST", Some(user), None, Some("cancel")) => {
            Served::nothing(registrations.cancel_by_user(&user).await)
        }
        ("POST", None, Some(email), Some("cancel")) => {
            Served::nothing(registrations.cancel_by_email(email).await)
        }
        _ => Served::Unserved,
    }
}

/// Serves `…/registrationConfiguration…`.
pub(super) async fn serve_configuration(
    call: &Call<'_>,
    configuration: &RegistrationConfigurations,
    tail: &[Segment],
) -> Served {
    let tail: Vec<&str> = tail.iter().map(|segment| segment.name.as_str()).collect();
    match (call.method, &tail[..]) {
        _ if call.has_query() => Served::Unserved,
        ("GET", []) => Served::one(configuration.get().await),
        ("PATCH", []) => {
            let changes = built!(configuration_changes(call));
            Served::one_or_nothing(configuration.update(&changes).await)
        }
        ("GET", ["questions"]) => Served::page(configuration.questions()).await,
        ("POST", ["questions"]) => {
            let question = built!(new_question(call));
            Served::one(configuration.create_question(&question).await)
        }
        ("DELETE", ["questions", id]) => {
            Served::nothing(configuration.delete_question(&QuestionId::from(*id)).await)
        }
        _ => Served::Unserved,
    }
}
