//! Events as they go over the wire.

use axum::body::Bytes;

use crate::notification::{Position, Stored};

/// A comment that shows that the stream is alive.
pub(super) const BEAT: Bytes = Bytes::from_static(b": beat\n\n");

/// The token has ended.
pub(super) const EXPIRED: Bytes = Bytes::from_static(b"event: expired\ndata: {}\n\n");

/// The first event.
pub(super) fn hello(heartbeat_seconds: u64, latest: Position) -> Bytes {
    [
        "event: hello\ndata: {\"heartbeatSeconds\":",
        &heartbeat_seconds.to_string(),
        ",\"latest\":\"",
        &latest.to_string(),
        "\"}\n\n",
    ]
    .concat()
    .into()
}

/// Not everything since the position asked for is kept; it goes on from `oldest`.
pub(super) fn gap(oldest: Position) -> Bytes {
    let oldest = oldest.to_string();
    ["event: gap\ndata: {\"oldest\":\"", &oldest, "\"}\n\n"]
        .concat()
        .into()
}

/// A notification. Feed, kind and time need no escaping, and the item is JSON on one line.
pub(super) fn notification(stored: &Stored) -> Bytes {
    [
        "event: notification\nid: ",
        &stored.position.to_string(),
        "\ndata: {\"feed\":\"",
        stored.feed.as_str(),
        "\",\"receivedDateTime\":\"",
        &stored.received.to_string(),
        "\",\"kind\":\"",
        stored.kind.as_str(),
        "\",\"item\":",
        &stored.item,
        "}\n\n",
    ]
    .concat()
    .into()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::notification;
    use crate::feed::{Audience, FeedId};
    use crate::notification::{Kind, Position, Stored};

    #[test]
    fn a_notification_is_three_lines_with_json() {
        let feed = FeedId::random().unwrap();
        let bytes = notification(&Stored {
            position: Position(7, 1),
            audience: Audience::Tenant,
            feed: feed.clone(),
            kind: Kind::Lifecycle,
            received: "2027-01-12T09:00:00Z".parse().unwrap(),
            item: json!({ "text": "two\nlines" }).to_string(),
        });
        let text = std::str::from_utf8(&bytes).unwrap();
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines[..2], ["event: notification", "id: 7-1"]);
        let data: Value = serde_json::from_str(lines[2].strip_prefix("data: ").unwrap()).unwrap();
        assert_eq!(
            data,
            json!({
                "feed": feed.as_str(), "receivedDateTime": "2027-01-12T09:00:00Z",
                "kind": "lifecycle", "item": { "text": "two\nlines" },
            })
        );
        assert_eq!(lines.len(), 4);
        assert!(text.ends_with("\n\n"));
    }
}
