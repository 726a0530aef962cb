//! The ledger in Redis. The lease ends by Redis' own clock, which all instances share.

use std::collections::HashMap;
use std::sync::LazyLock;
use std::time::Duration;

use jiff::Timestamp;
use redis::Script;

use super::{Keys, RedisStore, in_time};
use crate::store::{Answer, Creation, Deletion, Entry, Lease, Ledger, Standing, StoreError};

static ENTER: LazyLock<Script> = LazyLock::new(|| {
    Script::new(
        "if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[6]) then return 0 end
         redis.call('HSET', KEYS[2], 'created', ARGV[2], 'wish', ARGV[3], 'standing', ARGV[4],
             'state', ARGV[5])
         redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1])
         return 1",
    )
});

/// Sets a field of an entry that is there.
static SET: LazyLock<Script> = LazyLock::new(|| {
    Script::new(
        "if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
         redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
         return 1",
    )
});

static STRIKE: LazyLock<Script> = LazyLock::new(|| {
    Script::new(
        "if redis.call('ZREM', KEYS[1], ARGV[1]) == 0 then return 0 end
         redis.call('DEL', KEYS[2])
         return 1",
    )
});

static LEASE: LazyLock<Script> = LazyLock::new(|| {
    Script::new(
        "local holder = redis.call('GET', KEYS[1])
         if holder and holder ~= ARGV[1] then return 0 end
         redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
         return 1",
    )
});

static GIVE_BACK: LazyLock<Script> = LazyLock::new(|| {
    Script::new(
        "if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
         return 1",
    )
});

impl Keys {
    fn held(&self, id: &str) -> String {
        [&self.prefix, ":held:", id].concat()
    }
}

fn read_entry(id: String, fields: &HashMap<String, String>) -> Option<Entry> {
    let created = fields.get("created")?.parse().ok()?;
    Some(Entry {
        id,
        created: Timestamp::from_millisecond(created).ok()?,
        wish: fields.get("wish")?.clone(),
        standing: Standing::from_text(fields.get("standing")?)?,
        state: fields.get("state")?.clone(),
    })
}

fn deletion(count: i64) -> Deletion {
    match count {
        0 => Deletion::Unknown,
        _ => Deletion::Done,
    }
}

impl RedisStore {
    async fn all_entries(&self) -> Result<Vec<Entry>, StoreError> {
        let mut connection = self.connection.clone();
        let mut command = redis::cmd("ZRANGE");
        command.arg(self.keys.named("held")).arg(0).arg(-1);
        let ids: Vec<String> = in_time(command.query_async(&mut connection)).await?;
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let mut pipe = redis::pipe();
        for id in &ids {
            pipe.cmd("HGETALL").arg(self.keys.held(id));
        }
        let all: Vec<HashMap<String, String>> = in_time(pipe.query_async(&mut connection)).await?;
        // one that was struck between the two reads is empty
        let entries = ids
            .into_iter()
            .zip(&all)
            .filter(|(_, fields)| !fields.is_empty());
        entries
            .map(|(id, fields)| {
                read_entry(id, fields)
                    .ok_or_else(|| StoreError::Damaged("an entry of the ledger".to_owned()))
            })
            .collect()
    }

    async fn set(&self, id: &str, field: &str, value: &str) -> Result<Deletion, StoreError> {
        let mut call = SET.prepare_invoke();
        call.key(self.keys.held(id)).arg(field).arg(value);
        let set = in_time(call.invoke_async(&mut self.connection.clone())).await?;
        Ok(deletion(set))
    }
}

impl Ledger for RedisStore {
    fn entries(&self) -> Answer<'_, Vec<Entry>> {
        Box::pin(self.all_entries())
    }

    fn enter(&self, entry: Entry, most: usize) -> Answer<'_, Creation> {
        Box::pin(async move {
            let mut call = ENTER.prepare_invoke();
            call.key(self.keys.named("held"))
                .key(self.keys.held(&entry.id))
                .arg(&entry.id)
                .arg(entry.created.as_millisecond())
                .arg(&entry.wish)
                .arg(entry.standing.as_str())
                .arg(&entry.state)
                .arg(most);
            let entered: i64 = in_time(call.invoke_async(&mut self.connection.clone())).await?;
            Ok(match entered {
                0 => Creation::TooMany,
                _ => Creation::Done,
            })
        })
    }

    fn end<'a>(&'a self, id: &'a str) -> Answer<'a, Deletion> {
        Box::pin(self.set(id, "standing", Standing::Ending.as_str()))
    }

    fn note<'a>(&'a self, id: &'a str, state: String) -> Answer<'a, ()> {
        Box::pin(async move { self.set(id, "state", &state).await.map(drop) })
    }

    fn strike<'a>(&'a self, id: &'a str) -> Answer<'a, Deletion> {
        Box::pin(async move {
            let mut call = STRIKE.prepare_invoke();
            call.key(self.keys.named("held"))
                .key(self.keys.held(id))
                .arg(id);
            let struck = in_time(call.invoke_async(&mut self.connection.clone())).await?;
            Ok(deletion(struck))
        })
    }

    fn lease<'a>(
        &'a self,
        holder: &'a str,
        _now: Timestamp,
        lasting: Duration,
    ) -> Answer<'a, Lease> {
        Box::pin(async move {
            let lasting = u64::try_from(lasting.as_millis()).unwrap_or(u64::MAX);
            let mut call = LEASE.prepare_invoke();
            call.key(self.keys.named("lease")).arg(holder).arg(lasting);
            let taken: i64 = in_time(call.invoke_async(&mut self.connection.clone())).await?;
            Ok(match taken {
                0 => Lease::Others,
                _ => Lease::Mine,
            })
        })
    }

    fn give_back<'a>(&'a self, holder: &'a str) -> Answer<'a, ()> {
        Box::pin(async move {
            let mut call = GIVE_BACK.prepare_invoke();
            call.key(self.keys.named("lease")).arg(holder);
            let given: Result<i64, _> =
                in_time(call.invoke_async(&mut self.connection.clone())).await;
            given.map(drop)
        })
    }
}
