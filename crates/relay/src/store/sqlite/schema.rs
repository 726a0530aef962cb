//! The tables, and how connections to them are set up.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use super::SqliteSettings;

/// How the tables came about: a file of an older version gets what is missing of it. The
/// number of steps is the file's version, kept in it.
const STEPS: [&str; 2] = [TABLES, LEDGER];

const TABLES: &str = "
    CREATE TABLE feeds (
        id TEXT PRIMARY KEY,
        audience TEXT NOT NULL,
        label TEXT NOT NULL,
        state BLOB NOT NULL,
        created_ms INTEGER NOT NULL,
        last_ms INTEGER
    ) WITHOUT ROWID;
    CREATE INDEX feeds_of ON feeds (audience, created_ms);

    -- AUTOINCREMENT: a position is never given again, also after the last row is gone
    CREATE TABLE notifications (
        position INTEGER PRIMARY KEY AUTOINCREMENT,
        audience TEXT NOT NULL,
        feed TEXT NOT NULL,
        kind TEXT NOT NULL,
        received_ms INTEGER NOT NULL,
        item TEXT NOT NULL
    );
    CREATE INDEX notifications_of ON notifications (audience, position);

    CREATE TABLE seen (
        feed TEXT NOT NULL,
        key BLOB NOT NULL,
        at_ms INTEGER NOT NULL,
        PRIMARY KEY (feed, key)
    ) WITHOUT ROWID;
    CREATE INDEX seen_at ON seen (at_ms);

    CREATE TABLE gone (position INTEGER NOT NULL);
    INSERT INTO gone VALUES (0);
";

const LEDGER: &str = "
    CREATE TABLE ledger (
        id TEXT PRIMARY KEY,
        created_ms INTEGER NOT NULL,
        wish TEXT NOT NULL,
        standing TEXT NOT NULL,
        state TEXT NOT NULL
    ) WITHOUT ROWID;

    CREATE TABLE lease (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        holder TEXT NOT NULL,
        until_ms INTEGER NOT NULL
    );
";

/// The connection that writes; makes the tables in a new file.
pub(super) fn open(settings: &SqliteSettings) -> rusqlite::Result<Connection> {
    let connection = Connection::open(&settings.path)?;
    connection.busy_timeout(Duration::from_secs(2))?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    // what was answered with 202 has to outlive a loss of power
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.set_prepared_statement_cache_capacity(32);
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let Some(missing) = usize::try_from(version).ok().and_then(|at| STEPS.get(at..)) else {
        // a newer release's file: its tables mean something else
        return Err(rusqlite::Error::InvalidQuery);
    };
    if !missing.is_empty() {
        let making = connection.unchecked_transaction()?;
        for step in missing {
            making.execute_batch(step)?;
        }
        making.pragma_update(None, "user_version", STEPS.len() as i64)?;
        making.commit()?;
    }
    if let Some(bytes) = settings.max_bytes {
        let page: i64 = connection.pragma_query_value(None, "page_size", |row| row.get(0))?;
        let pages = i64::try_from(bytes).unwrap_or(i64::MAX) / page.max(1);
        connection.pragma_update_and_check(None, "max_page_count", pages.max(1), |_| Ok(()))?;
    }
    Ok(connection)
}

/// A connection that only reads.
pub(super) fn open_to_read(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(Duration::from_secs(2))?;
    connection.set_prepared_statement_cache_capacity(16);
    Ok(connection)
}
