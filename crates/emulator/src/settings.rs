//! What tests may change about the services' behaviour.

use serde::{Deserialize, Serialize};

/// Switches of the control port's `/settings`; every field may be given alone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Settings {
    /// Seconds an access token lives, as `expires_in` says.
    pub(crate) access_token_s: i64,
    /// Seconds from sign-in until no refresh token of that sign-in works any more.
    pub(crate) refresh_token_s: i64,
    /// Seconds a code may wait for its redemption.
    pub(crate) code_s: i64,
    /// Whether a refresh token that was rotated away still works, as at Entra, or is refused.
    pub(crate) refresh_reuse: RefreshReuse,
    /// Whether Graph counts requests and refuses the surplus.
    pub(crate) throttle: bool,
    /// Reads of virtual events in 30 seconds.
    pub(crate) reads_per_window: usize,
    /// Writes of virtual events in 30 seconds.
    pub(crate) writes_per_window: usize,
    /// Items on a page of a list.
    pub(crate) page_size: usize,
    /// Attendance records on a page, unless `$top` asks for another number.
    pub(crate) records_page_size: usize,
    /// Attendance records that `$expand` brings along at most.
    pub(crate) records_expanded: usize,
    /// Whether attendance refuses `$top`: which options it takes isn't written.
    pub(crate) refuse_top: bool,
    /// Seconds from the end of a meeting until its attendance report is there.
    pub(crate) report_delay_s: i64,
    /// Seconds from the end of an event until its recording is there.
    pub(crate) recording_delay_s: i64,
    /// Whether the organization has attendance reports at all; lists are empty without.
    pub(crate) attendance_reports: bool,
    /// Whether co-organizers may read attendance.
    pub(crate) attendance_for_co_organizers: bool,
    /// Whether scripts may read Graph's `Date` header, which the real one doesn't allow.
    pub(crate) expose_date: bool,
    /// Which of the contradicting documented shapes answers have.
    pub(crate) shapes: Shapes,
    /// Whether answers carry properties that no document names.
    pub(crate) unknown_properties: bool,
    /// Whether notifications are delivered as they become due, or by `POST /deliver` alone.
    pub(crate) delivery: Delivery,
    /// Seconds from a change until its notification is due.
    pub(crate) delivery_delay_s: i64,
    /// Milliseconds of real time that an endpoint has for a validation request.
    pub(crate) handshake_timeout_ms: u64,
    /// Milliseconds of real time that an endpoint has for a notification; later is slow.
    pub(crate) answer_within_ms: u64,
    /// Milliseconds of real time that an endpoint has for one that is sent again.
    pub(crate) retry_within_ms: u64,
    /// Answers of an endpoint within ten minutes that it takes to call it slow.
    pub(crate) answers_to_judge: usize,
    /// Seconds before the end of an authorization that a reauthorization is asked for.
    pub(crate) reauthorization_lead_s: i64,
    /// Address of the relay that `config.json` names; without it, it names none.
    pub(crate) relay: Option<String>,
    /// The certificates in the relay's registration, each the base64 of its DER.
    pub(crate) relay_certificates: Vec<String>,
}

/// Whether notifications are delivered by themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Delivery {
    On,
    Off,
}

/// What happens when a rotated refresh token is used again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum RefreshReuse {
    /// It works for the rest of its 24 hours.
    Tolerated,
    /// It is refused, as stricter servers do.
    Refused,
}

/// Which of the contradicting documented shapes answers have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Shapes {
    /// As the pages' examples: wrapped single objects, times and descriptions as strings.
    Documented,
    /// As the metadata has it.
    Metadata,
    /// Now this, now that, and enum members of tomorrow.
    Mixed,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            access_token_s: 3599,
            refresh_token_s: 24 * 60 * 60,
            code_s: 10 * 60,
            refresh_reuse: RefreshReuse::Tolerated,
            throttle: true,
            reads_per_window: 750,
            writes_per_window: 15,
            page_size: 25,
            records_page_size: 200,
            records_expanded: 500,
            refuse_top: false,
            report_delay_s: 300,
            recording_delay_s: 3_600,
            attendance_reports: true,
            attendance_for_co_organizers: true,
            expose_date: false,
            shapes: Shapes::Metadata,
            unknown_properties: true,
            delivery: Delivery::On,
            delivery_delay_s: 0,
            handshake_timeout_ms: 10_000,
            answer_within_ms: 3_000,
            retry_within_ms: 10_000,
            answers_to_judge: 10,
            reauthorization_lead_s: 900,
            relay: None,
            relay_certificates: Vec::new(),
        }
    }
}
