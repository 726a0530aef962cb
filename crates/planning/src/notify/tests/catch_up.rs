//! What happened while nobody looked.

use virtual_events::EventId;

use crate::jiff_rules::utc;
use crate::notify::{Completeness, Difference, Kind, LastSeen, Snapshot};

fn seen(title: &str, start: &str, status: &str) -> LastSeen {
    LastSeen {
        kind: Kind::Townhall,
        title: title.to_owned(),
        start: Some(utc(start)),
        end: None,
        status: Some(status.to_owned()),
    }
}

fn all(events: &[(&str, LastSeen)]) -> Snapshot {
    let events = events.iter().cloned();
    Snapshot {
        events: events.map(|(id, seen)| (EventId::from(id), seen)).collect(),
    }
}

const MAY: &str = "2027-05-01T12:00:00Z";
const JUNE: &str = "2027-06-01T12:00:00Z";

#[test]
fn differences_are_told_by_event_in_the_order_of_their_starts() {
    let before = all(&[
        ("draft", seen("Draft", JUNE, "draft")),
        ("off", seen("Off", JUNE, "published")),
        ("gone", seen("Gone", MAY, "published")),
        ("same", seen("Same", MAY, "published")),
    ]);
    let now = all(&[
        ("draft", seen("No draft", MAY, "published")),
        ("off", seen("Off", JUNE, "canceled")),
        ("same", seen("Same", MAY, "published")),
        ("new", seen("New", JUNE, "draft")),
    ]);
    let missed = before.missed(&now, Completeness::All);
    let told: Vec<(&str, &Difference)> = missed
        .iter()
        .map(|it| (it.event.as_str(), &it.difference))
        .collect();
    let renamed = Difference::Renamed {
        before: "Draft".to_owned(),
    };
    let moved = Difference::Moved {
        start: Some(utc(JUNE)),
        end: None,
    };
    assert_eq!(
        told,
        [
            ("draft", &renamed),
            ("draft", &moved),
            ("draft", &Difference::Published),
            ("gone", &Difference::Gone),
            ("new", &Difference::New),
            ("off", &Difference::Cancelled),
        ]
    );
}

#[test]
fn of_a_list_in_parts_nothing_is_gone() {
    let before = all(&[("a", seen("A", MAY, "published"))]);
    assert_eq!(before.missed(&Snapshot::default(), Completeness::Part), []);
    assert_eq!(before.missed(&before, Completeness::All), []);
}

#[test]
fn what_was_seen_is_kept_as_json() {
    let before = all(&[("a@t", seen("A", MAY, "published"))]);
    let kept = serde_json::to_string(&before).unwrap();
    assert_eq!(serde_json::from_str::<Snapshot>(&kept).unwrap(), before);
}
