//! Runs kept in this browser, for their account.

use crate::browser::database::{Entry, Shelf, Store};
use crate::session::Person;
use futures_util::future::LocalBoxFuture;
use planning::run::{Ledger, LedgerKey, NotKept, Run};

/// Where the runs of one person are kept.
pub(super) struct Keeper {
    shelf: Shelf,
}

/// Whether there may be runs that aren't over; known at once, without asking the database.
pub(crate) fn any(person: &Person) -> bool {
    shelf(person).may_hold()
}

fn shelf(person: &Person) -> Shelf {
    Shelf::of(Store::Runs, &person.owner_key())
}

impl Keeper {
    pub(super) fn of(person: &Person) -> Self {
        Self {
            shelf: shelf(person),
        }
    }

    /// All runs kept, newest first. What can't be read is forgotten.
    pub(super) async fn all(&self) -> Vec<Run> {
        // Where nothing can be kept, nothing was.
        let entries = self.shelf.list().await.unwrap_or_default();
        let records = entries
            .into_iter()
            .map(|it| (LedgerKey::new(&it.key), it.value));
        let (runs, unreadable) = Run::read_all(records);
        for run in unreadable {
            let keys: Vec<&str> = run.keys.iter().map(LedgerKey::as_str).collect();
            let _ = self.shelf.delete_all(&keys).await;
        }
        runs
    }

    /// A run as it is kept now: another tab may have gone on with it.
    pub(super) async fn latest(&self, run: &Run) -> Option<Run> {
        self.all().await.into_iter().find(|it| it.id == run.id)
    }

    /// Keeps a whole run anew.
    pub(super) async fn keep_all(&self, run: &Run) -> Result<(), NotKept> {
        self.keep(run.records()).await
    }

    /// Forgets a run.
    pub(super) async fn forget(&self, run: &Run) {
        let keys = run.keys();
        let keys: Vec<&str> = keys.iter().map(LedgerKey::as_str).collect();
        // What can't be forgotten is offered again, and found done.
        let _ = self.shelf.delete_all(&keys).await;
        self.all().await;
    }
}

impl Ledger for Keeper {
    fn keep<'a>(
        &'a self,
        records: Vec<(LedgerKey, String)>,
    ) -> LocalBoxFuture<'a, Result<(), NotKept>> {
        Box::pin(async move {
            let entries: Vec<Entry> = records
                .into_iter()
                .map(|(key, value)| Entry {
                    key: key.as_str().to_owned(),
                    value,
                })
                .collect();
            self.shelf.put_all(&entries).await.map_err(|_| NotKept)
        })
    }
}
