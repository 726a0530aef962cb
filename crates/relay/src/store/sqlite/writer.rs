//! The one thread that writes.
//!
//! What has come in while it was busy goes into one transaction: the disk is asked once for all
//! of it, and a thousand deliveries a second take no more waiting than one.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::{Connection, Transaction, TransactionBehavior};
use tokio::sync::mpsc;

use super::write::{Change, Outcome};
use super::{Ask, told};
use crate::store::{Listener, StoreError};

/// How many changes share a transaction at most.
const GROUP: usize = 512;

/// Starts the thread; it ends after [`Change::Close`], or when nobody can ask any more.
pub(super) fn start(
    connection: Connection,
    mut asked: mpsc::Receiver<Ask>,
    listener: Arc<dyn Listener>,
    full: Arc<AtomicBool>,
) -> std::io::Result<()> {
    let work = move || {
        let writer = Writer {
            connection,
            listener,
            full,
        };
        let mut group = Vec::with_capacity(GROUP);
        let mut closing = Vec::new();
        while asked.blocking_recv_many(&mut group, GROUP) > 0 {
            closing.extend(group.extract_if(.., |ask| matches!(ask.change, Change::Close)));
            if !closing.is_empty() {
                // nobody gets in any more, and those who are in are served
                asked.close();
            }
            if !group.is_empty() {
                writer.serve(&mut group);
            }
        }
        writer.end();
        for ask in closing {
            // who asked may be gone
            let _ = ask.answer.send(Ok(Outcome::Closed));
        }
    };
    let thread = std::thread::Builder::new().name("sqlite writer".to_owned());
    thread.spawn(work).map(drop)
}

struct Writer {
    connection: Connection,
    listener: Arc<dyn Listener>,
    full: Arc<AtomicBool>,
}

impl Writer {
    fn serve(&self, group: &mut Vec<Ask>) {
        match self.together(group.iter().map(|ask| &ask.change)) {
            Ok(outcomes) => self.tell(group.drain(..).zip(outcomes)),
            Err(_) if group.len() > 1 => {
                // one that is too large for what room there is must not fail the others
                for ask in group.drain(..) {
                    match self.together(std::iter::once(&ask.change)) {
                        Ok(outcomes) => self.tell(std::iter::once(ask).zip(outcomes)),
                        Err(error) => self.refuse(ask, error),
                    }
                }
            }
            Err(error) => {
                for ask in group.drain(..) {
                    self.refuse(ask, error.clone());
                }
            }
        }
    }

    /// All of the changes durably, or none of them.
    fn together<'a>(
        &self,
        changes: impl Iterator<Item = &'a Change>,
    ) -> Result<Vec<Outcome>, StoreError> {
        let apply = || {
            // asked for at once: a lock that is wanted halfway can't be waited for
            let behavior = TransactionBehavior::Immediate;
            let transaction = Transaction::new_unchecked(&self.connection, behavior)?;
            let outcomes = changes
                .map(|change| change.apply(&transaction))
                .collect::<rusqlite::Result<Vec<_>>>()?;
            transaction.commit()?;
            Ok(outcomes)
        };
        let done = apply().map_err(|error| told(&error));
        self.full
            .store(matches!(done, Err(StoreError::Full)), Ordering::Relaxed);
        done
    }

    /// Listeners first: who has an answer may rely on it that readers are being told.
    fn tell(&self, served: impl Iterator<Item = (Ask, Outcome)>) {
        for (ask, outcome) in served {
            if let Outcome::Accepted(_, stored) = &outcome
                && !stored.is_empty()
            {
                self.listener.heard(stored);
            }
            // who no longer waits for the answer is gone, and what was done stays done
            let _ = ask.answer.send(Ok(outcome));
        }
    }

    fn refuse(&self, ask: Ask, error: StoreError) {
        tracing::error!(error = %error, "the store did not take a change");
        let _ = ask.answer.send(Err(error));
    }

    fn end(self) {
        // the last connection folds the log into the file; where that fails, the next start does it
        let _ = self.connection.close();
    }
}
