//! An audience of 50,000, as Graph would tell it: each time the same.

use std::fmt::Write;

use virtual_events::{AttendanceReport, ReportId, UtcInstant};

/// How many come.
pub(crate) const PEOPLE: usize = 50_000;
/// How often each comes in.
const STAYS: i64 = 3;
/// 2027-06-01T10:00:00Z, in milliseconds.
const START: i64 = 1_811_844_000_000;
const HOUR: i64 = 3_600_000;

pub(crate) fn start() -> UtcInstant {
    UtcInstant::from_unix_milliseconds(START)
}

pub(crate) fn end() -> UtcInstant {
    UtcInstant::from_unix_milliseconds(START + HOUR)
}

pub(crate) fn now() -> UtcInstant {
    UtcInstant::from_unix_milliseconds(START + 24 * HOUR)
}

/// Open ten minutes before the start, closed five after the end.
pub(crate) fn report() -> AttendanceReport {
    AttendanceReport {
        id: ReportId::from("report"),
        total_participant_count: i32::try_from(PEOPLE).ok(),
        meeting_start: Some(UtcInstant::from_unix_milliseconds(START - HOUR / 6)),
        meeting_end: Some(UtcInstant::from_unix_milliseconds(START + HOUR + HOUR / 12)),
        external_event_information: Vec::new(),
        attendance_records: Vec::new(),
    }
}

/// Chance that is none: Lehmer's generator.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: i64) -> i64 {
        self.0 = self.0 * 48_271 % 0x7fff_ffff;
        i64::try_from(self.0).unwrap_or(0) % sides.max(1)
    }
}

/// The answer to a list of records, all on one page.
pub(crate) fn answer() -> Vec<u8> {
    let mut dice = Dice(20_270_601);
    let mut text = String::with_capacity(PEOPLE * 800);
    text.push_str(r##"{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#attendancerecords","value":["##);
    for person in 0..PEOPLE {
        if person > 0 {
            text.push(',');
        }
        record(&mut text, person, &mut dice);
    }
    text.push_str("]}");
    text.into_bytes()
}

fn record(text: &mut String, person: usize, dice: &mut Dice) {
    let domain = ["contoso.com", "fabrikam.com", "adatum.example"][person % 3];
    let mut times = String::new();
    let mut total = 0;
    let mut from = START - 300_000 + dice.below(500_000);
    for stay in 0..STAYS {
        let length = 60_000 + dice.below((START + HOUR - from) / (STAYS - stay));
        let to = from + length;
        if stay > 0 {
            times.push(',');
        }
        // writing to a string can't fail
        let _ = write!(
            times,
            r#"{{"joinDateTime":"{}","leaveDateTime":"{}","durationInSeconds":{}}}"#,
            seven_digits(from),
            seven_digits(to),
            length / 1_000
        );
        total += length / 1_000;
        from = to + 1_000 + dice.below(60_000);
    }
    let _ = write!(
        text,
        r##"{{"id":"{person:08x}-0000-4000-8000-00000000000a","emailAddress":"attendee.{person}@{domain}","totalAttendanceInSeconds":{total},"role":"Attendee","registrationId":null,"identity":{{"@odata.type":"#microsoft.graph.communicationsUserIdentity","id":"{person:08x}-0000-4000-8000-000000000001","displayName":"Attendee Number {person}","tenantId":"11111111-2222-4333-8444-555566667777"}},"attendanceIntervals":[{times}]}}"##
    );
}

/// `2027-06-01T10:00:00.1230000Z`, as the service writes it.
fn seven_digits(millis: i64) -> String {
    let text = UtcInstant::from_unix_milliseconds(millis).to_string();
    let text = text.get(..19).unwrap_or(&text);
    format!("{text}.{:03}0000Z", millis.rem_euclid(1_000))
}
