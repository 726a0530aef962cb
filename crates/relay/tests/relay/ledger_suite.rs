//! What is asked of every store's ledger, written against the trait.

use std::time::Duration;

use jiff::Timestamp;
use relay::store::{Creation, Deletion, Entry, Lease, Ledger, Standing};

use crate::suite::now;

fn entry(number: u8) -> Entry {
    Entry {
        id: format!("entry-{number}"),
        created: Timestamp::from_millisecond(1_800_000_000_000 + i64::from(number)).unwrap(),
        wish: format!(r#"{{"resource":"“{number}”\\"}}"#),
        standing: Standing::Wanted,
        state: "{}".to_owned(),
    }
}

/// Everything that is asked of a ledger, which has to be empty.
pub(crate) async fn ledger_suite(ledger: &dyn Ledger) {
    entries_are_kept_until_they_are_struck(ledger).await;
    one_has_the_lease(ledger).await;
}

async fn entries_are_kept_until_they_are_struck(ledger: &dyn Ledger) {
    assert_eq!(ledger.entries().await, Ok(Vec::new()));
    for number in [2, 1] {
        let entered = ledger.enter(entry(number), 2).await;
        assert_eq!(entered, Ok(Creation::Done));
    }
    assert_eq!(ledger.enter(entry(3), 2).await, Ok(Creation::TooMany));
    let all = ledger.entries().await;
    assert_eq!(all, Ok(vec![entry(1), entry(2)]), "oldest first");
    // who asks and who looks after it don't overwrite each other
    ledger.note("entry-1", "noted".to_owned()).await.unwrap();
    assert_eq!(ledger.end("entry-1").await, Ok(Deletion::Done));
    ledger.note("entry-1", "again".to_owned()).await.unwrap();
    let first = Entry {
        standing: Standing::Ending,
        state: "again".to_owned(),
        ..entry(1)
    };
    assert_eq!(ledger.entries().await, Ok(vec![first, entry(2)]));
    assert_eq!(ledger.strike("entry-1").await, Ok(Deletion::Done));
    assert_eq!(ledger.strike("entry-1").await, Ok(Deletion::Unknown));
    assert_eq!(ledger.end("entry-1").await, Ok(Deletion::Unknown));
    ledger.note("entry-1", "late".to_owned()).await.unwrap();
    assert_eq!(
        ledger.entries().await,
        Ok(vec![entry(2)]),
        "it stays struck"
    );
}

async fn one_has_the_lease(ledger: &dyn Ledger) {
    let (short, long) = (Duration::from_millis(200), Duration::from_secs(60));
    let lease = |holder, lasting| ledger.lease(holder, now(), lasting);
    assert_eq!(lease("first", short).await, Ok(Lease::Mine));
    assert_eq!(lease("first", short).await, Ok(Lease::Mine), "kept");
    assert_eq!(lease("second", long).await, Ok(Lease::Others));
    ledger.give_back("second").await.unwrap();
    // the first one lets it run out
    let waited = async {
        while lease("second", long).await != Ok(Lease::Mine) {
            tokio::task::yield_now().await;
        }
    };
    let waited = tokio::time::timeout(crate::client::PATIENCE, waited).await;
    assert!(waited.is_ok(), "it never ends");
    assert_eq!(lease("first", short).await, Ok(Lease::Others));
    ledger.give_back("second").await.unwrap();
    assert_eq!(lease("first", short).await, Ok(Lease::Mine), "given back");
}
