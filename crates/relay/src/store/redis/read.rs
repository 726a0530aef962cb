//! Reading feeds and streams.

use std::collections::HashMap;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use redis::aio::ConnectionManager;
use redis::streams::{StreamId, StreamRangeReply};

use super::{Keys, in_time};
use crate::feed::{Audience, Feed, FeedId, StateHash};
use crate::notification::{Kind, Position, Stored};
use crate::store::{Extent, Page, StoreError};

fn damaged(what: &str) -> StoreError {
    StoreError::Damaged(what.to_owned())
}

fn time(text: &str) -> Option<Timestamp> {
    Timestamp::from_millisecond(text.parse().ok()?).ok()
}

fn read_feed(id: &FeedId, fields: &HashMap<String, String>) -> Option<Feed> {
    let state = URL_SAFE_NO_PAD.decode(fields.get("state")?).ok()?;
    Some(Feed {
        id: id.clone(),
        audience: Audience::from_key(fields.get("audience")?)?,
        label: fields.get("label")?.clone(),
        state: StateHash::from_bytes(&state)?,
        created: time(fields.get("created")?)?,
        last_notification: fields.get("last").and_then(|text| time(text)),
    })
}

pub(super) async fn feed(
    from: &mut ConnectionManager,
    keys: &Keys,
    id: &FeedId,
) -> Result<Option<Feed>, StoreError> {
    let mut command = redis::cmd("HGETALL");
    command.arg(keys.feed(id));
    let fields: HashMap<String, String> = in_time(command.query_async(from)).await?;
    if fields.is_empty() {
        return Ok(None);
    }
    read_feed(id, &fields)
        .map(Some)
        .ok_or_else(|| damaged("a feed"))
}

pub(super) async fn feeds_of(
    mut from: ConnectionManager,
    keys: &Keys,
    audience: &Audience,
) -> Result<Vec<Feed>, StoreError> {
    let mut command = redis::cmd("ZRANGE");
    command.arg(keys.feeds(audience)).arg(0).arg(-1);
    let ids: Vec<String> = in_time(command.query_async(&mut from)).await?;
    let ids: Vec<FeedId> = ids.iter().filter_map(|id| id.parse().ok()).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut pipe = redis::pipe();
    for id in &ids {
        pipe.cmd("HGETALL").arg(keys.feed(id));
    }
    let all: Vec<HashMap<String, String>> = in_time(pipe.query_async(&mut from)).await?;
    // one that was deleted between the two reads is empty
    let feeds = ids
        .iter()
        .zip(&all)
        .filter(|(_, fields)| !fields.is_empty());
    feeds
        .map(|(id, fields)| read_feed(id, fields).ok_or_else(|| damaged("a feed")))
        .collect()
}

/// Reads an entry of a stream.
pub(super) fn read_stored(entry: &StreamId) -> Result<Stored, StoreError> {
    let text = |field: &str| entry.get::<String>(field);
    let read = || {
        Some(Stored {
            position: entry.id.parse().ok()?,
            audience: Audience::from_key(&text("a")?)?,
            feed: text("f")?.parse().ok()?,
            kind: Kind::from_text(&text("k")?)?,
            received: time(&text("r")?)?,
            item: text("i")?,
        })
    };
    read().ok_or_else(|| damaged("an entry of a stream"))
}

/// How many entries are read at once: each may be large.
const PAGE: usize = 64;

pub(super) async fn after(
    mut from: ConnectionManager,
    keys: &Keys,
    audiences: &[Audience],
    position: Position,
    most: usize,
) -> Result<Page, StoreError> {
    let most = most.clamp(1, PAGE);
    let start = ["(", &position.to_string()].concat();
    // one moment for all audiences, so that none of them runs ahead of another
    let mut pipe = redis::pipe();
    pipe.atomic();
    for audience in audiences {
        pipe.cmd("XRANGE")
            .arg(keys.stream(audience))
            .arg(&start)
            .arg("+")
            .arg("COUNT")
            .arg(most + 1);
    }
    let replies: Vec<StreamRangeReply> = in_time(pipe.query_async(&mut from)).await?;
    let entries = replies.iter().flat_map(|reply| &reply.ids);
    let mut stored: Vec<_> = entries.map(read_stored).collect::<Result<_, _>>()?;
    stored.sort_by_key(|one| one.position);
    // each audience gave one more than fits, so the first `most` of all have no holes
    let is_last = stored.len() <= most;
    stored.truncate(most);
    Ok(Page { stored, is_last })
}

pub(super) async fn extent(
    from: &mut ConnectionManager,
    keys: &Keys,
) -> Result<Extent, StoreError> {
    let mut command = redis::cmd("MGET");
    command.arg(keys.named("gone")).arg(keys.named("latest"));
    let found: (Option<String>, Option<String>) = in_time(command.query_async(from)).await?;
    let position = |text: Option<String>| match text {
        Some(text) => text.parse().map_err(|_| damaged("a position")),
        None => Ok(Position::default()),
    };
    Ok(Extent {
        gone: position(found.0)?,
        latest: position(found.1)?,
    })
}
