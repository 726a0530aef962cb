//! The relay's stream, however the network cuts it.

use std::time::Duration;

use proptest::prelude::*;
use virtual_events::LifecycleEvent;

use crate::jiff_rules::utc;
use crate::notify::{Frame, Frames, Happened, Told, TooLong};

const NOON: &str = "2027-06-01T12:00:00Z";

const STREAM: &str = concat!(
    "\u{feff}: beat\r\n\r\n",
    "event: hello\rdata: {\"heartbeatSeconds\":20,\"latest\":\"41\"}\r\r",
    "id: 42\nevent: notification\n",
    "data: {\"feed\":\"f\",\"receivedDateTime\":\"2027-06-01T11:59:58Z\",\n",
    "data:\"kind\":\"lifecycle\",\"item\":{\"lifecycleEvent\":\"reauthorizationRequired\"}}\n\n",
    ": beat\n\nretry: 5\n\n",
    "event: gap\ndata\n\n",
    "data: ü\n\n",
    "data: not whole",
);

fn all(pieces: &[&[u8]]) -> Vec<Frame> {
    let mut frames = Frames::default();
    pieces
        .iter()
        .flat_map(|piece| frames.take(piece).unwrap())
        .collect()
}

#[test]
fn events_are_read_by_the_rules_of_the_web() {
    let frames = all(&[STREAM.as_bytes()]);
    let told: Vec<(&str, Option<&str>)> = frames
        .iter()
        .map(|it| (it.event.as_str(), it.id.as_deref()))
        .collect();
    assert_eq!(
        told,
        [
            ("hello", None),
            ("notification", Some("42")),
            ("gap", Some("42")),
            ("message", Some("42")),
        ]
    );
    assert_eq!(frames[2].data, "");
    assert_eq!(frames[3].data, "ü");
}

#[test]
fn what_they_tell_is_known() {
    let now = utc(NOON);
    let told: Vec<Told> = all(&[STREAM.as_bytes()])
        .iter()
        .map(|frame| Told::by(frame, now))
        .collect();
    assert_eq!(
        told[0],
        Told::Hello {
            heartbeat: Duration::from_secs(20),
            latest: Some("41".to_owned()),
        }
    );
    let Told::Notification { feed, entry } = &told[1] else {
        panic!("{told:?}")
    };
    assert_eq!((feed.as_str(), entry.id.as_str()), ("f", "42"));
    assert_eq!(entry.at, utc("2027-06-01T11:59:58Z"));
    assert_eq!(
        entry.meaning.happened,
        Happened::Lifecycle(LifecycleEvent::ReauthorizationRequired)
    );
    assert_eq!(told[2..], [Told::Gap, Told::Unknown]);
}

#[test]
fn odd_events_are_passed_over() {
    let by = |event: &str, data: &str, id: Option<&str>| {
        let frame = Frame {
            event: event.to_owned(),
            data: data.to_owned(),
            id: id.map(str::to_owned),
        };
        Told::by(&frame, utc(NOON))
    };
    assert_eq!(by("notification", "no JSON", Some("1")), Told::Unknown);
    assert_eq!(
        by("notification", r#"{"feed":"f","item":7}"#, Some("1")),
        Told::Unknown
    );
    // without a position it couldn't be told apart from others
    let item = r#"{"feed":"f","item":{"resource":"x"}}"#;
    assert_eq!(by("notification", item, None), Told::Unknown);
    assert_eq!(by("expired", "", None), Told::Expired);
    assert_eq!(by("later", "", None), Told::Unknown);
    for odd in [
        "",
        "{}",
        r#"{"heartbeatSeconds":0}"#,
        r#"{"heartbeatSeconds":1e9}"#,
    ] {
        let heartbeat = Duration::from_secs(15);
        assert_eq!(
            by("hello", odd, None),
            Told::Hello {
                heartbeat,
                latest: None
            },
            "{odd}"
        );
    }
}

#[test]
fn an_event_without_end_is_given_up() {
    let mut frames = Frames::default();
    let piece = vec![b'x'; 600_000];
    assert_eq!(frames.take(b"data: "), Ok(Vec::new()));
    assert_eq!(frames.take(&piece), Ok(Vec::new()));
    assert_eq!(frames.take(&piece), Err(TooLong));
}

proptest! {
    /// Cut anywhere, also within a letter and between the two ends of a line.
    #[test]
    fn cuts_make_no_difference(cuts in proptest::collection::vec(0..STREAM.len(), 0..6)) {
        let mut cuts = cuts;
        cuts.extend([0, STREAM.len()]);
        cuts.sort_unstable();
        let bytes = STREAM.as_bytes();
        let pieces: Vec<&[u8]> = cuts.windows(2).map(|cut| &bytes[cut[0]..cut[1]]).collect();
        prop_assert_eq!(all(&pieces), all(&[bytes]));
    }
}
