//! What can be switched on an event.

use serde::Serialize;

use crate::json::json_object;

/// On or off, where a bare `true` would not say what of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Switch {
    /// True.
    On,
    /// False.
    Off,
}

impl From<Switch> for bool {
    fn from(switch: Switch) -> Self {
        matches!(switch, Switch::On)
    }
}

impl From<bool> for Switch {
    fn from(on: bool) -> Self {
        if on { Self::On } else { Self::Off }
    }
}

json_object! {
    /// An event's settings (Graph type `virtualEventSettings`): there is just this one.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
    pub struct EventSettings {
        /// Whether attendees get e-mails; organizers, co-organizers and presenters always do.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub is_attendee_email_notification_enabled: Option<bool> = "isAttendeeEmailNotificationEnabled",
    }
}

impl EventSettings {
    /// E-mails to attendees on or off.
    #[must_use]
    pub fn attendee_emails(switch: Switch) -> Self {
        Self {
            is_attendee_email_notification_enabled: Some(switch.into()),
        }
    }
}
