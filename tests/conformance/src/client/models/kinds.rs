//! Which type of the client stands for which of the metadata.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use virtual_events::{
    AttendanceRecord, AttendanceReport, IdentitySet, NotificationCollection, Presenter, Question,
    Registration, RegistrationConfiguration, Session, Subscription, User, VirtualEvent,
};

/// A type of the metadata and the client's for it.
pub(super) struct Kind {
    pub(super) name: &'static str,
    pub(super) round_trip: fn(Value) -> Result<Value, String>,
}

const fn kind<T: Serialize + DeserializeOwned>(name: &'static str) -> Kind {
    Kind {
        name,
        round_trip: round_trip::<T>,
    }
}

/// The types that answers are made of; those inside them come along.
pub(super) const KINDS: &[Kind] = &[
    kind::<VirtualEvent>("virtualEventTownhall"),
    kind::<VirtualEvent>("virtualEventWebinar"),
    kind::<IdentitySet>("communicationsIdentitySet"),
    kind::<Presenter>("virtualEventPresenter"),
    kind::<Session>("virtualEventSession"),
    kind::<AttendanceReport>("meetingAttendanceReport"),
    kind::<AttendanceRecord>("attendanceRecord"),
    kind::<RegistrationConfiguration>("virtualEventTownhallRegistrationConfiguration"),
    kind::<RegistrationConfiguration>("virtualEventWebinarRegistrationConfiguration"),
    kind::<Question>("virtualEventRegistrationCustomQuestion"),
    kind::<Question>("virtualEventRegistrationPredefinedQuestion"),
    kind::<Registration>("virtualEventRegistration"),
    kind::<Subscription>("subscription"),
    kind::<NotificationCollection>("changeNotificationCollection"),
    kind::<User>("user"),
];

fn round_trip<T: Serialize + DeserializeOwned>(sample: Value) -> Result<Value, String> {
    let typed: T = serde_json::from_value(sample).map_err(|why| why.to_string())?;
    serde_json::to_value(&typed).map_err(|why| why.to_string())
}
