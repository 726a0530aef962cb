//! The ledger's two tables.

use std::time::Duration;

use jiff::Timestamp;
use rusqlite::{Connection, Row, params};

use super::write::{Change, Outcome};
use super::{SqliteStore, unexpected};
use crate::store::{Answer, Creation, Deletion, Entry, Lease, Ledger, Standing, StoreError};

/// What is to be changed in the ledger.
#[derive(Debug)]
pub(super) enum LedgerChange {
    Enter {
        entry: Entry,
        most: usize,
    },
    End(String),
    Note {
        id: String,
        state: String,
    },
    Strike(String),
    Lease {
        holder: String,
        now: Timestamp,
        lasting: Duration,
    },
    GiveBack(String),
}

impl LedgerChange {
    pub(super) fn apply(&self, to: &Connection) -> rusqlite::Result<Outcome> {
        match self {
            Self::Enter { entry, most } => enter(to, entry, *most).map(Outcome::Created),
            Self::End(id) => {
                let change = "UPDATE ledger SET standing = 'ending' WHERE id = ?1";
                let count = to.prepare_cached(change)?.execute([id])?;
                Ok(Outcome::Deleted(deletion(count)))
            }
            Self::Note { id, state } => {
                to.prepare_cached("UPDATE ledger SET state = ?2 WHERE id = ?1")?
                    .execute([id, state])?;
                Ok(Outcome::Noted)
            }
            Self::Strike(id) => {
                let change = "DELETE FROM ledger WHERE id = ?1";
                let count = to.prepare_cached(change)?.execute([id])?;
                Ok(Outcome::Deleted(deletion(count)))
            }
            Self::Lease {
                holder,
                now,
                lasting,
            } => lease(to, holder, *now, *lasting).map(Outcome::Leased),
            Self::GiveBack(holder) => {
                to.prepare_cached("DELETE FROM lease WHERE holder = ?1")?
                    .execute([holder])?;
                Ok(Outcome::Noted)
            }
        }
    }
}

fn deletion(count: usize) -> Deletion {
    match count {
        0 => Deletion::Unknown,
        _ => Deletion::Done,
    }
}

fn enter(to: &Connection, entry: &Entry, most: usize) -> rusqlite::Result<Creation> {
    let count: i64 = to
        .prepare_cached("SELECT count(*) FROM ledger")?
        .query_row([], |row| row.get(0))?;
    if usize::try_from(count).is_ok_and(|count| count >= most) {
        return Ok(Creation::TooMany);
    }
    to.prepare_cached("INSERT INTO ledger VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute(params![
            entry.id,
            entry.created.as_millisecond(),
            entry.wish,
            entry.standing.as_str(),
            entry.state,
        ])?;
    Ok(Creation::Done)
}

/// Nobody asks for so many milliseconds: a lease that lasts longer is of a clock that was ahead.
const LONGEST_LEASE_MS: i64 = 60 * 60 * 1_000;

fn lease(
    to: &Connection,
    holder: &str,
    now: Timestamp,
    lasting: Duration,
) -> rusqlite::Result<Lease> {
    let lasting = i64::try_from(lasting.as_millis()).unwrap_or(i64::MAX / 4);
    let now = now.as_millisecond();
    let taken = to
        .prepare_cached(
            "INSERT INTO lease VALUES (1, ?1, ?2 + ?3)
             ON CONFLICT DO UPDATE SET holder = ?1, until_ms = ?2 + ?3
             WHERE holder = ?1 OR until_ms <= ?2 OR until_ms > ?2 + ?4",
        )?
        .execute(params![holder, now, lasting, LONGEST_LEASE_MS])?;
    Ok(match taken {
        0 => Lease::Others,
        _ => Lease::Mine,
    })
}

fn read_entry(row: &Row<'_>) -> rusqlite::Result<Entry> {
    let odd = |column| {
        rusqlite::Error::InvalidColumnType(column, String::new(), rusqlite::types::Type::Text)
    };
    let standing: String = row.get(3)?;
    Ok(Entry {
        id: row.get(0)?,
        created: Timestamp::from_millisecond(row.get(1)?).map_err(|_| odd(1))?,
        wish: row.get(2)?,
        standing: Standing::from_text(&standing).ok_or_else(|| odd(3))?,
        state: row.get(4)?,
    })
}

fn entries(from: &Connection) -> rusqlite::Result<Vec<Entry>> {
    from.prepare_cached("SELECT * FROM ledger ORDER BY created_ms, id")?
        .query_map([], read_entry)?
        .collect()
}

impl SqliteStore {
    async fn change_ledger(&self, change: LedgerChange) -> Result<Outcome, StoreError> {
        self.change(Change::Ledger(change)).await
    }

    async fn delete_entry(&self, change: LedgerChange) -> Result<Deletion, StoreError> {
        match self.change_ledger(change).await? {
            Outcome::Deleted(deletion) => Ok(deletion),
            other => Err(unexpected(&other)),
        }
    }
}

impl Ledger for SqliteStore {
    fn entries(&self) -> Answer<'_, Vec<Entry>> {
        Box::pin(self.readers.run(entries))
    }

    fn enter(&self, entry: Entry, most: usize) -> Answer<'_, Creation> {
        Box::pin(async move {
            let change = LedgerChange::Enter { entry, most };
            match self.change_ledger(change).await? {
                Outcome::Created(creation) => Ok(creation),
                other => Err(unexpected(&other)),
            }
        })
    }

    fn end<'a>(&'a self, id: &'a str) -> Answer<'a, Deletion> {
        Box::pin(self.delete_entry(LedgerChange::End(id.to_owned())))
    }

    fn note<'a>(&'a self, id: &'a str, state: String) -> Answer<'a, ()> {
        let id = id.to_owned();
        Box::pin(async move {
            self.change_ledger(LedgerChange::Note { id, state })
                .await
                .map(drop)
        })
    }

    fn strike<'a>(&'a self, id: &'a str) -> Answer<'a, Deletion> {
        Box::pin(self.delete_entry(LedgerChange::Strike(id.to_owned())))
    }

    fn lease<'a>(
        &'a self,
        holder: &'a str,
        now: Timestamp,
        lasting: Duration,
    ) -> Answer<'a, Lease> {
        let change = LedgerChange::Lease {
            holder: holder.to_owned(),
            now,
            lasting,
        };
        Box::pin(async move {
            match self.change_ledger(change).await? {
                Outcome::Leased(lease) => Ok(lease),
                other => Err(unexpected(&other)),
            }
        })
    }

    fn give_back<'a>(&'a self, holder: &'a str) -> Answer<'a, ()> {
        let change = LedgerChange::GiveBack(holder.to_owned());
        Box::pin(async move { self.change_ledger(change).await.map(drop) })
    }
}

#[cfg(test)]
mod tests {
    use super::{Connection, Duration, Lease, Timestamp, lease};

    /// The bug: a clock that was a year ahead for a minute kept everybody out for a year.
    #[test]
    fn a_lease_of_a_clock_that_was_ahead_does_not_hold() {
        let connection = Connection::open_in_memory().unwrap();
        connection
            .execute_batch(
                "CREATE TABLE lease (one INTEGER PRIMARY KEY, holder TEXT, until_ms INTEGER)",
            )
            .unwrap();
        let minute = Duration::from_secs(60);
        let at = |second| Timestamp::from_second(second).unwrap();
        let ahead = lease(&connection, "first", at(31_000_000), minute);
        assert_eq!(ahead, Ok(Lease::Mine));
        assert_eq!(lease(&connection, "second", at(0), minute), Ok(Lease::Mine));
    }
}
