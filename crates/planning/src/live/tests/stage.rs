//! From "later" to "recording ready".

use virtual_events::{AttendanceReport, ReportId, Session};

use super::row;
use crate::jiff_rules::utc;
use crate::live::{Reports, Seen, Slot, Stage};
use crate::notify::{CallEvent, CallMoment};

fn noon() -> Slot {
    Slot::of(0, &row("noon", "2027-06-01T12:00", "2027-06-01T13:00")).unwrap()
}

fn report(ended: &str) -> AttendanceReport {
    AttendanceReport {
        id: ReportId::from("r"),
        total_participant_count: Some(3),
        meeting_start: None,
        meeting_end: Some(utc(ended)),
        external_event_information: Vec::new(),
        attendance_records: Vec::new(),
    }
}

fn session(recording: Option<&str>) -> Session {
    let mut object =
        serde_json::json!({"id": "s", "joinWebUrl": "https://teams.microsoft.com/l/x"});
    object["videoOnDemandWebUrl"] = recording.into();
    serde_json::from_value(object).unwrap()
}

#[test]
fn each_stage_begins_at_its_second() {
    let mut seen = Seen::default();
    let at = |seen: &Seen, now: &str| noon().stage(Some(seen), utc(now));

    assert_eq!(at(&seen, "2027-06-01T11:44:59Z"), Stage::Later);
    assert_eq!(at(&seen, "2027-06-01T11:45:00Z"), Stage::Soon);
    assert_eq!(at(&seen, "2027-06-01T12:00:00Z"), Stage::OnNow);
    assert_eq!(at(&seen, "2027-06-01T12:59:59Z"), Stage::OnNow);
    // nothing tells whether it overruns
    assert_eq!(at(&seen, "2027-06-01T13:00:00Z"), Stage::Ended);

    // reports can be read, there is only a rehearsal's
    seen.take_reports(
        &[report("2027-05-31T09:00:00Z")],
        &noon(),
        utc("2027-06-01T12:59:00Z"),
    );
    assert_eq!(at(&seen, "2027-06-01T12:59:59Z"), Stage::OnNow);
    assert_eq!(at(&seen, "2027-06-01T13:00:00Z"), Stage::Overrunning);
    assert_eq!(at(&seen, "2027-06-01T14:59:59Z"), Stage::Overrunning);
    assert_eq!(at(&seen, "2027-06-01T15:00:00Z"), Stage::Ended);

    let both = [
        report("2027-06-01T12:20:00Z"),
        report("2027-06-01T13:12:00Z"),
    ];
    seen.take_reports(&both, &noon(), utc("2027-06-01T13:20:00Z"));
    assert_eq!(at(&seen, "2027-06-01T13:20:00Z"), Stage::ReportReady);
    let ended = Some(utc("2027-06-01T13:12:00Z"));
    assert_eq!(seen.reports, Reports::Ready { ended });

    let now = utc("2027-06-01T14:30:00Z");
    seen.take_session(Some(&session(Some("https://example.org/video"))), now);
    assert_eq!(at(&seen, "2027-06-01T14:30:00Z"), Stage::RecordingReady);
    // a list tells no recording, and takes none away
    seen.take_session(Some(&session(None)), now);
    assert_eq!(seen.recording(), Some("https://example.org/video"));
    assert_eq!(seen.join(), Some("https://teams.microsoft.com/l/x"));
}

#[test]
fn what_is_seen_is_handed_on_as_text() {
    let mut seen = Seen::default();
    seen.take_session(Some(&session(None)), utc("2027-06-01T10:00:00Z"));
    seen.take_reports(
        &[report("2027-06-01T13:12:00Z")],
        &noon(),
        utc("2027-06-01T13:20:00Z"),
    );
    let text = serde_json::to_string(&seen).unwrap();
    assert_eq!(serde_json::from_str::<Seen>(&text).unwrap(), seen);
    assert_eq!(serde_json::from_str::<Seen>("{}").unwrap(), Seen::default());
}

/// Who hears of the call itself needs no report to know that it overruns, or that it is over.
#[test]
fn a_call_that_goes_on_or_ended_says_so_before_any_report() {
    let call = |what, at: &str| CallEvent {
        what,
        at: Some(utc(at)),
    };
    let mut seen = Seen::default();
    let (began, ended) = ("2027-06-01T11:58:00Z", "2027-06-01T13:20:00Z");
    seen.call.take(call(CallMoment::Started, began), utc(began));
    let at = |seen: &Seen, now: &str| noon().stage(Some(seen), utc(now));
    assert_eq!(at(&seen, "2027-06-01T13:10:00Z"), Stage::Overrunning);
    // an end that was never told doesn't keep it on for ever
    assert_eq!(at(&seen, "2027-06-01T15:00:00Z"), Stage::Ended);

    seen.reports = Reports::NoneYet;
    seen.call.take(call(CallMoment::Ended, ended), utc(ended));
    assert_eq!(at(&seen, "2027-06-01T13:21:00Z"), Stage::Ended);
    seen.take_reports(&[report(ended)], &noon(), utc("2027-06-01T13:30:00Z"));
    assert_eq!(at(&seen, "2027-06-01T13:30:00Z"), Stage::ReportReady);
}
