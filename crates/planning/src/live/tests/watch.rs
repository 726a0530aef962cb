//! What a browser reads in a day, played through.

use std::collections::BTreeMap;

use proptest::prelude::*;
use virtual_events::{AttendanceReport, EventId, ReportId, Session, UtcInstant};

use super::row;
use crate::board::BoardRow;
use crate::clock::{HOUR, MINUTE, from_millis, millis};
use crate::jiff_rules::utc;
use crate::live::{Due, Interest, Read, ReportAccess, Seen, Slot, Watch};

/// A browser that reads what is due, and a service that has the report five minutes after an event's
/// end and the recording an hour after.
struct Browser {
    rows: Vec<BoardRow>,
    read_at: UtcInstant,
    seen: BTreeMap<EventId, Seen>,
    interest: Interest,
    reports: ReportAccess,
    spread: f64,
    log: Vec<(UtcInstant, Read)>,
}

impl Browser {
    fn at(rows: Vec<BoardRow>, now: &str) -> Self {
        Self {
            rows,
            read_at: utc(now),
            seen: BTreeMap::new(),
            interest: Interest::Sessions,
            reports: ReportAccess::Granted,
            spread: 0.5,
            log: Vec::new(),
        }
    }

    fn next(&self, now: UtcInstant) -> Due {
        let watch = Watch {
            rows: &self.rows,
            read_at: self.read_at,
            seen: &self.seen,
            interest: self.interest,
            reports: self.reports,
            wanted: &[],
            spread: self.spread,
        };
        watch.next(now)
    }

    fn carry_out(&mut self, read: Read, now: UtcInstant) {
        let slot = |id: &EventId| {
            let found = self.rows.iter().enumerate().find(|(_, row)| row.id == *id);
            found.and_then(|(index, row)| Slot::of(index, row)).unwrap()
        };
        match &read {
            Read::Events => self.read_at = now,
            Read::Presenters(..) => {}
            Read::Event(_, id) => {
                self.seen.entry(id.clone()).or_default().event_at = Some(now);
            }
            Read::Sessions(_, id) | Read::Recording(_, id) => {
                let ready = millis(now) > millis(slot(id).ends) + HOUR;
                let video = ready.then_some("https://example.org/video");
                let object = serde_json::json!({"id": "s", "videoOnDemandWebUrl": video});
                let session: Session = serde_json::from_value(object).unwrap();
                let seen = self.seen.entry(id.clone()).or_default();
                seen.take_session(Some(&session), now);
            }
            Read::Reports(_, id) => {
                let slot = slot(id);
                let report = AttendanceReport {
                    id: ReportId::from("r"),
                    total_participant_count: None,
                    meeting_start: None,
                    meeting_end: Some(slot.ends),
                    external_event_information: Vec::new(),
                    attendance_records: Vec::new(),
                };
                let ready = millis(now) > millis(slot.ends) + 5 * MINUTE;
                let reports: Vec<_> = ready.then_some(report).into_iter().collect();
                let seen = self.seen.entry(id.clone()).or_default();
                seen.take_reports(&reports, &slot, now);
            }
        }
        if let Read::Presenters(_, id) = &read {
            let seen = self.seen.entry(id.clone()).or_default();
            seen.take_presenters(Vec::new(), now);
        }
        self.log.push((now, read));
    }

    fn run(&mut self, from: &str, until: &str) {
        let mut now = utc(from);
        loop {
            let due = self.next(now);
            now = now.max(due.at);
            if now >= utc(until) {
                return;
            }
            self.carry_out(due.read, now);
        }
    }

    fn of(&self, id: &str) -> Vec<(String, &'static str)> {
        let named = self.log.iter().filter_map(|(at, read)| match read {
            Read::Event(_, event) if event.as_str() == id => Some((at, "event")),
            Read::Sessions(_, event) if event.as_str() == id => Some((at, "sessions")),
            Read::Reports(_, event) if event.as_str() == id => Some((at, "reports")),
            Read::Recording(_, event) if event.as_str() == id => Some((at, "recording")),
            Read::Presenters(_, event) if event.as_str() == id => Some((at, "presenters")),
            _ => None,
        });
        named
            .map(|(at, what)| (at.to_string()[11..19].to_owned(), what))
            .collect()
    }
}

fn noon() -> Vec<BoardRow> {
    vec![row("noon", "2027-06-01T12:00", "2027-06-01T13:00")]
}

#[test]
fn an_event_is_looked_at_around_its_start_and_followed_after_its_end() {
    let mut browser = Browser::at(noon(), "2027-06-01T08:00:00Z");
    browser.run("2027-06-01T08:00:00Z", "2027-06-02T00:00:00Z");
    let own: Vec<(String, &str)> = browser.of("noon");
    let own: Vec<(&str, &str)> = own.iter().map(|(at, what)| (at.as_str(), *what)).collect();
    assert_eq!(
        own,
        [
            ("08:00:00", "sessions"),
            ("08:00:00", "presenters"),
            ("11:30:10", "event"),
            ("11:45:10", "event"),
            ("11:55:10", "event"),
            ("11:59:10", "event"),
            ("12:02:10", "event"),
            ("12:55:10", "event"),
            ("12:59:10", "event"),
            ("12:59:10", "reports"),
            ("13:01:10", "reports"),
            ("13:03:10", "reports"),
            ("13:05:10", "reports"),
            ("13:15:10", "recording"),
            ("13:45:10", "recording"),
            ("14:05:10", "recording"),
        ]
    );
}

#[test]
fn a_quiet_day_is_a_read_of_the_list_an_hour() {
    let mut browser = Browser::at(Vec::new(), "2027-06-01T00:00:00Z");
    browser.run("2027-06-01T00:00:00Z", "2027-06-02T00:00:00Z");
    assert!((20..=24).contains(&browser.log.len()), "{:?}", browser.log);
}

#[test]
fn a_full_day_stays_well_below_four_hundred() {
    // eight events, some at once; the list takes four reads, six when it is long
    let rows = (0..8)
        .map(|n| {
            let (start, end) = (8 + n, 9 + n);
            let half = if n % 2 == 0 { "00" } else { "30" };
            row(
                &n.to_string(),
                &format!("2027-06-01T{start:02}:{half}"),
                &format!("2027-06-01T{end:02}:{half}"),
            )
        })
        .collect();
    let mut browser = Browser::at(rows, "2027-06-01T00:00:00Z");
    browser.run("2027-06-01T00:00:00Z", "2027-06-02T00:00:00Z");
    let lists = browser.log.iter().filter(|(_, read)| *read == Read::Events);
    let lists = lists.count();
    let others = browser.log.len() - lists;
    assert!(others + 6 * lists < 280, "{others} and {lists} lists");
    assert!(
        lists >= 20 && others >= 8 * 10,
        "{others} and {lists} lists"
    );
}

#[test]
fn what_a_sleep_missed_is_one_read_of_each_kind() {
    let mut browser = Browser::at(noon(), "2027-06-01T08:00:00Z");
    browser.run("2027-06-01T08:00:00Z", "2027-06-01T08:30:00Z");
    browser.log.clear();
    // asleep from half past eight until half past two
    browser.run("2027-06-01T14:30:00Z", "2027-06-01T14:40:00Z");
    let mut what: Vec<&str> = browser.of("noon").iter().map(|(_, what)| *what).collect();
    what.sort_unstable();
    // the list, overdue as well, told of the event
    assert_eq!(what, ["recording", "reports"]);
    let lists = browser.log.iter().filter(|(_, read)| *read == Read::Events);
    assert_eq!(lists.count(), 1);
}

#[test]
fn without_the_permission_reports_are_left_alone() {
    let mut browser = Browser::at(noon(), "2027-06-01T08:00:00Z");
    browser.reports = ReportAccess::Missing;
    browser.run("2027-06-01T08:00:00Z", "2027-06-02T00:00:00Z");
    assert!(
        browser
            .of("noon")
            .iter()
            .all(|(_, what)| *what != "reports")
    );
}

#[test]
fn where_no_live_list_is_open_the_events_alone_are_looked_at() {
    let mut browser = Browser::at(noon(), "2027-06-01T08:00:00Z");
    browser.interest = Interest::EventsOnly;
    browser.run("2027-06-01T08:00:00Z", "2027-06-02T00:00:00Z");
    let what: Vec<&str> = browser.of("noon").iter().map(|(_, what)| *what).collect();
    assert_eq!(what, ["event"; 7]);
}

#[test]
fn a_session_that_is_not_there_yet_is_looked_for_again() {
    let browser = Browser::at(noon(), "2027-06-01T10:30:00Z");
    let mut seen = Seen::default();
    seen.take_session(None, utc("2027-06-01T10:30:00Z"));
    seen.take_presenters(Vec::new(), utc("2027-06-01T10:30:00Z"));
    let browser = Browser {
        seen: BTreeMap::from([(EventId::from("noon"), seen)]),
        ..browser
    };
    let due = browser.next(utc("2027-06-01T10:30:00Z"));
    assert_eq!(due.at, utc("2027-06-01T11:00:10Z"));
    assert!(matches!(due.read, Read::Sessions(..)));
}

proptest! {
    #[test]
    fn whatever_is_read_is_not_due_again_at_once(
        start in -600_i64..600, length in 1_i64..300, minute in -900_i64..900, spread in 0.0_f64..1.0,
    ) {
        let mut rows = noon();
        let noon = millis(utc("2027-06-01T12:00:00Z"));
        let event = &mut rows[0];
        if let (Some(from), Some(to)) = (&mut event.start, &mut event.end) {
            from.instant = Some(from_millis(noon + start * MINUTE));
            to.instant = Some(from_millis(noon + (start + length) * MINUTE));
        }
        let now = from_millis(noon + minute * MINUTE);
        let mut browser = Browser::at(rows, "2027-05-31T12:00:00Z");
        browser.spread = spread;
        for _ in 0..7 {
            let due = browser.next(now);
            if due.at > now {
                break;
            }
            browser.carry_out(due.read, now);
        }
        prop_assert!(browser.next(now).at > now, "{:?}", browser.log);
        prop_assert!(browser.log.len() <= 5, "{:?}", browser.log);
    }
}
