//! What has come in, and how the subscriptions are.

use std::time::Duration;

use serde_json::json;
use virtual_events::{EventId, EventKind};

use crate::jiff_rules::utc;
use crate::notify::{Entry, Feed, Health, KEPT, Kept, Pasted, Renewal, Stale, pasted, stale};

const NOON: &str = "2027-06-01T12:00:00Z";

/// A notification that came so many seconds after noon.
fn entry(id: &str, after: u64, change: &str, data: &str) -> Entry {
    let path = ["solutions/virtualEvents/", data].concat();
    let item = json!({"changeType": change, "resource": path, "resourceData": {"@odata.id": path}});
    let Pasted::Notifications(mut meanings, 0) = pasted(&item.to_string()) else {
        panic!("{item}")
    };
    Entry {
        id: id.to_owned(),
        at: utc(NOON).after(Duration::from_secs(after)),
        meaning: meanings.remove(0),
    }
}

fn ids<'e>(entries: impl IntoIterator<Item = &'e Entry>) -> Vec<&'e str> {
    entries.into_iter().map(|entry| entry.id.as_str()).collect()
}

#[test]
fn the_newest_stands_first_and_each_comes_once() {
    let mut feed = Feed::default();
    let new = feed.add([
        entry("1", 1, "updated", "townhalls/a"),
        entry("2", 2, "updated", "townhalls/b"),
        entry("3", 2, "updated", "townhalls/b/sessions/s"),
    ]);
    assert_eq!(ids(&new), ["3", "2", "1"]);
    // a reader that resumes may be told again
    let new = feed.add([
        entry("3", 2, "updated", "townhalls/b/sessions/s"),
        entry("4", 3, "updated", "townhalls/a"),
        entry("4", 3, "updated", "townhalls/a"),
    ]);
    assert_eq!(ids(&new), ["4"]);
    assert_eq!(ids(feed.entries()), ["4", "3", "2", "1"]);
    let groups = feed.groups();
    let shown = |at: usize| {
        (
            groups[at].event.unwrap().as_str(),
            ids(groups[at].entries.clone()),
        )
    };
    assert_eq!(groups.len(), 2);
    assert_eq!(shown(0), ("a", vec!["4", "1"]));
    assert_eq!(shown(1), ("b", vec!["3", "2"]));
    assert_eq!(feed.unread(None), 4);
    assert_eq!(feed.unread(Some(utc("2027-06-01T12:00:02Z"))), 1);
}

#[test]
fn the_oldest_are_forgotten() {
    let mut feed = Feed::default();
    for at in 0..KEPT as u64 + 10 {
        feed.add([entry(&at.to_string(), at, "updated", "townhalls/a")]);
    }
    assert_eq!(feed.entries().len(), KEPT);
    assert_eq!(feed.entries()[KEPT - 1].id, "10");
}

#[test]
fn what_changed_is_read_once() {
    let event = |id: &str, kind| Stale::Event(EventId::from(id), kind);
    let entries = [
        entry("1", 1, "updated", "townhalls/a"),
        entry("2", 2, "created", "townhalls/a/sessions/s"),
        entry("3", 3, "updated", "events/a"),
        entry("4", 4, "created", "webinars/b"),
        entry("5", 5, "created", "events/"),
        entry("6", 6, "updated", "events/c/registration/registrants"),
    ];
    assert_eq!(
        stale(&entries),
        [
            Stale::List,
            event("a", Some(EventKind::Townhall)),
            event("c", None)
        ]
    );
}

#[test]
fn health_is_told_in_figures() {
    let now = utc(NOON);
    let kept = |lasts: u64, failures| Kept {
        expires_at: now.after(Duration::from_secs(lasts * 60)),
        authorized_at: Some(now),
        failures,
        tried_at: (failures > 0).then_some(now),
    };
    let renewal = Renewal { jitter: 0.0 };
    let all = [
        (kept(60, 0), renewal),
        (kept(50, 1), renewal),
        (kept(0, 0), renewal),
    ];
    let health = Health::of(&all, now);
    assert_eq!((health.active, health.failing, health.ended), (2, 1, 1));
    assert_eq!(health.next_renewal, Some(utc("2027-06-01T12:35:00Z")));
    assert_eq!(health.next_end, Some(utc("2027-06-01T12:50:00Z")));
    assert!(health.needs_attention());
    assert!(!Health::of(&all[..1], now).needs_attention());
    assert_eq!(Health::of(&[], now), Health::default());
}
