//! The tables, and how connections to them are set up.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use super::SqliteSettings;

/// The version of the tables below, kept in the file.
const VERSION: i64 = 1;

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

/// The connection that writes; makes the tables in a new file.
pub(super) fn open(settings: &SqliteSettings) -> rusqlite::Result<Connection> {
    let connection = Connection::open(&settings.path)?;
    connection.busy_timeout(Duration::from_secs(2))?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    // what was answered with 202 has to outlive a loss of power
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.set_prepared_statement_cache_capacity(32);
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if version == 0 {
        let making = connection.unchecked_transaction()?;
        making.execute_batch(TABLES)?;
        making.pragma_update(None, "user_version", VERSION)?;
        making.commit()?;
    } else if version != VERSION {
        // a newer release's file: its tables mean something else
        return Err(rusqlite::Error::InvalidQuery);
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
