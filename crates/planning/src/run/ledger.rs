//! A run kept by the browser: one record for its head, one for each task.
//!
//! A step is kept before and after it is sent; with a record a task that stays small however
//! many events there are.

use serde::{Deserialize, Serialize};
use virtual_events::{EventId, LocalBoxFuture, UtcInstant};

use super::{Run, RunId, RunKind, Task};

/// Counted up when an older text can no longer be read as a run.
const VERSION: u32 = 1;

/// Where runs are kept.
pub trait Ledger {
    /// Keeps each text under its key, in place of what was there: all of them or none.
    fn keep<'a>(
        &'a self,
        records: Vec<(LedgerKey, String)>,
    ) -> LocalBoxFuture<'a, Result<(), NotKept>>;
}

/// The record could not be kept: storage is full or forbidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotKept;

/// The records are no run, or one of a newer release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadableRun {
    /// Keys of the records.
    pub keys: Vec<LedgerKey>,
}

/// The key of a record: the run's id, for a task with its number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LedgerKey(String);

impl LedgerKey {
    fn head(run: &RunId) -> Self {
        Self(run.as_str().to_owned())
    }

    fn task(run: &RunId, index: usize) -> Self {
        Self([run.as_str(), "/", &index.to_string()].concat())
    }

    /// The key as it was kept.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The key as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn parts(&self) -> (&str, Option<usize>) {
        match self.0.split_once('/') {
            Some((run, index)) => (run, index.parse().ok()),
            None => (&self.0, None),
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Head {
    version: u32,
    kind: RunKind,
    title: String,
    begun: UtcInstant,
    tasks: usize,
    known: Option<Vec<EventId>>,
}

impl Run {
    /// All records of the run.
    #[must_use]
    pub fn records(&self) -> Vec<(LedgerKey, String)> {
        let tasks = 0..self.tasks.len();
        std::iter::once(self.head_record())
            .chain(tasks.filter_map(|index| self.task_record(index)))
            .collect()
    }

    /// Keys of all its records, to forget them by.
    #[must_use]
    pub fn keys(&self) -> Vec<LedgerKey> {
        let tasks = (0..self.tasks.len()).map(|index| LedgerKey::task(&self.id, index));
        std::iter::once(LedgerKey::head(&self.id))
            .chain(tasks)
            .collect()
    }

    pub(super) fn head_record(&self) -> (LedgerKey, String) {
        let head = Head {
            version: VERSION,
            kind: self.kind,
            title: self.title.clone(),
            begun: self.begun,
            tasks: self.tasks.len(),
            known: self.known.clone(),
        };
        (LedgerKey::head(&self.id), text_of(&head))
    }

    pub(super) fn task_record(&self, index: usize) -> Option<(LedgerKey, String)> {
        let task = self.tasks.get(index)?;
        Some((LedgerKey::task(&self.id, index), text_of(task)))
    }

    /// The runs of all records, newest first; what can't be read is named apart.
    #[must_use]
    pub fn read_all(
        records: impl IntoIterator<Item = (LedgerKey, String)>,
    ) -> (Vec<Self>, Vec<UnreadableRun>) {
        let mut records: Vec<_> = records.into_iter().collect();
        records.sort_by(|(one, _), (other, _)| one.parts().cmp(&other.parts()));
        let (mut runs, mut unreadable) = (Vec::new(), Vec::new());
        for of_one in records.chunk_by(|(one, _), (other, _)| one.parts().0 == other.parts().0) {
            match read(of_one) {
                Some(run) => runs.push(run),
                None => unreadable.push(UnreadableRun {
                    keys: of_one.iter().map(|(key, _)| key.clone()).collect(),
                }),
            }
        }
        runs.sort_by_key(|run| std::cmp::Reverse(run.begun));
        (runs, unreadable)
    }
}

/// The run of its records: the head, then its tasks in order.
fn read(records: &[(LedgerKey, String)]) -> Option<Run> {
    let ((key, head), tasks) = records.split_first()?;
    let head: Head = serde_json::from_str(head).ok()?;
    if head.version > VERSION || key.parts().1.is_some() || tasks.len() != head.tasks {
        return None;
    }
    let tasks = tasks
        .iter()
        .map(|(_, text)| serde_json::from_str(text).ok())
        .collect::<Option<Vec<Task>>>()?;
    Some(Run {
        id: RunId::of(key.parts().0),
        kind: head.kind,
        title: head.title,
        begun: head.begun,
        tasks,
        known: head.known,
    })
}

/// Structs of texts, numbers and lists: nothing in them can fail to be written.
fn text_of(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
