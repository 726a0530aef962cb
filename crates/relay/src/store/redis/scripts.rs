//! Changes: each a script, which Redis carries out as a whole.

use std::sync::LazyLock;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use redis::Script;
use redis::aio::ConnectionManager;

use super::{Keys, in_time};
use crate::feed::{Audience, Feed, FeedId};
use crate::notification::{Incoming, SAME_FOR_MS};
use crate::store::{Acceptance, Creation, Deletion, StoreError};

static CREATE: LazyLock<Script> = LazyLock::new(|| {
    Script::new(
        "if redis.call('ZCARD', KEYS[2]) >= tonumber(ARGV[6]) then return 0 end
         redis.call('HSET', KEYS[1], 'audience', ARGV[2], 'label', ARGV[3], 'state', ARGV[4],
             'created', ARGV[5])
         redis.call('ZADD', KEYS[2], ARGV[5], ARGV[1])
         return 1",
    )
});

static DELETE: LazyLock<Script> = LazyLock::new(|| {
    Script::new(
        "if redis.call('ZREM', KEYS[2], ARGV[1]) == 0 then return 0 end
         redis.call('DEL', KEYS[1])
         return 1",
    )
});

/// A delivery's time is kept twice as long as its window, and compared as SQLite's store does.
static ACCEPT: LazyLock<Script> = LazyLock::new(|| {
    Script::new(
        "local prefix, feed, received, window = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
         local audience = redis.call('HGET', KEYS[1], 'audience')
         if not audience then return -1 end
         local new = 0
         local minutes_ago = (tonumber(redis.call('TIME')[1]) - 300) .. '000'
         for at = 5, #ARGV, 3 do
             local kind, key, item = ARGV[at], ARGV[at + 1], ARGV[at + 2]
             local note = prefix .. ':seen:' .. feed .. ':' .. key
             local seen = key ~= '' and redis.call('GET', note)
             if not seen or math.abs(tonumber(seen) - tonumber(received)) >= tonumber(window) then
                 if key ~= '' then redis.call('SET', note, received, 'PX', 2 * window) end
                 local id = redis.call('XADD', KEYS[2], 'MINID', '~', minutes_ago, '*',
                     'a', audience, 'f', feed, 'k', kind, 'r', received, 'i', item)
                 redis.call('XADD', prefix .. ':of:' .. audience, id,
                     'a', audience, 'f', feed, 'k', kind, 'r', received, 'i', item)
                 redis.call('SET', prefix .. ':latest', id)
                 new = new + 1
             end
         end
         if new > 0 then
             redis.call('HSET', KEYS[1], 'last', received)
             redis.call('SADD', prefix .. ':audiences', audience)
         end
         return new",
    )
});

static PRUNE: LazyLock<Script> = LazyLock::new(|| {
    Script::new(
        "local prefix, before, pruned = ARGV[1], ARGV[2] .. '-0', 0
         local function parts(id)
             local ms, count = string.match(id, '(%d+)-(%d+)')
             return tonumber(ms), tonumber(count)
         end
         local gone = redis.call('GET', prefix .. ':gone') or '0-0'
         for _, audience in ipairs(redis.call('SMEMBERS', prefix .. ':audiences')) do
             local stream = prefix .. ':of:' .. audience
             local last = redis.call('XREVRANGE', stream, '(' .. before, '-', 'COUNT', 1)
             if last[1] then
                 local ms, count = parts(last[1][1])
                 local gone_ms, gone_count = parts(gone)
                 if ms > gone_ms or (ms == gone_ms and count > gone_count) then
                     gone = last[1][1]
                 end
                 pruned = pruned + redis.call('XTRIM', stream, 'MINID', before)
             end
             if redis.call('XLEN', stream) == 0 then
                 redis.call('DEL', stream)
                 redis.call('SREM', prefix .. ':audiences', audience)
             end
         end
         redis.call('SET', prefix .. ':gone', gone)
         return pruned",
    )
});

pub(super) async fn create(
    to: &mut ConnectionManager,
    keys: &Keys,
    feed: &Feed,
    most: usize,
) -> Result<Creation, StoreError> {
    let mut call = CREATE.prepare_invoke();
    call.key(keys.feed(&feed.id))
        .key(keys.feeds(&feed.audience))
        .arg(feed.id.as_str())
        .arg(feed.audience.key())
        .arg(&feed.label)
        .arg(URL_SAFE_NO_PAD.encode(feed.state.as_bytes()))
        .arg(feed.created.as_millisecond())
        .arg(most);
    let made: i64 = in_time(call.invoke_async(to)).await?;
    Ok(match made {
        0 => Creation::TooMany,
        _ => Creation::Done,
    })
}

pub(super) async fn delete(
    to: &mut ConnectionManager,
    keys: &Keys,
    audience: &Audience,
    feed: &FeedId,
) -> Result<Deletion, StoreError> {
    let mut call = DELETE.prepare_invoke();
    call.key(keys.feed(feed))
        .key(keys.feeds(audience))
        .arg(feed.as_str());
    let gone: i64 = in_time(call.invoke_async(to)).await?;
    Ok(match gone {
        0 => Deletion::Unknown,
        _ => Deletion::Done,
    })
}

pub(super) async fn accept(
    to: &mut ConnectionManager,
    keys: &Keys,
    feed: &FeedId,
    received: Timestamp,
    items: &[Incoming],
) -> Result<Acceptance, StoreError> {
    let mut call = ACCEPT.prepare_invoke();
    call.key(keys.feed(feed))
        .key(keys.named("log"))
        .arg(&*keys.prefix)
        .arg(feed.as_str())
        .arg(received.as_millisecond())
        .arg(SAME_FOR_MS);
    for incoming in items {
        let key = incoming.key.map(|key| URL_SAFE_NO_PAD.encode(key.bytes()));
        call.arg(incoming.kind.as_str())
            .arg(key.unwrap_or_default())
            .arg(&incoming.item);
    }
    let new: i64 = in_time(call.invoke_async(to)).await?;
    Ok(match usize::try_from(new) {
        Ok(new) => Acceptance::Stored {
            new,
            duplicates: items.len().saturating_sub(new),
        },
        Err(_) => Acceptance::UnknownFeed,
    })
}

pub(super) async fn prune(
    to: &mut ConnectionManager,
    keys: &Keys,
    before: Timestamp,
) -> Result<u64, StoreError> {
    let mut call = PRUNE.prepare_invoke();
    call.key(keys.named("gone"))
        .arg(&*keys.prefix)
        .arg(before.as_millisecond().max(0));
    in_time(call.invoke_async(to)).await
}
