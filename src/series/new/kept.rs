//! The draft that shall repeat, and the rule as far as it is put together: both survive a reload.

use super::state::NewSeries;
use crate::browser::storage::{self, Keep};
use crate::drafts::{self, Keeper};
use crate::series::handover;
use crate::session::Person;
use leptos::prelude::*;
use planning::draft::{DraftPlace, EventDraft};
use planning::series::{RuleDraft, SeriesId};
use serde::{Deserialize, Serialize};
use virtual_events::WallTime;

/// What of a series is kept beside the draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Kept {
    id: String,
    rule: RuleDraft,
    left_out: Vec<String>,
}

impl Kept {
    /// The id that was given to the series: what was made of it already is told by it.
    pub(super) fn id(&self) -> Option<SeriesId> {
        SeriesId::parse(&self.id)
    }

    /// The rule as it was left.
    pub(super) fn rule(&self) -> RuleDraft {
        self.rule.clone()
    }

    /// The days that were left out.
    pub(super) fn left_out(&self) -> Vec<WallTime> {
        let days = self.left_out.iter();
        days.filter_map(|day| WallTime::parse(day)).collect()
    }
}

/// The draft of that name, from the form or from the disk.
pub(super) async fn draft(person: &Person, name: &str) -> Option<EventDraft> {
    if let Some(left) = handover::left(name) {
        return Some(left);
    }
    let place = DraftPlace::New(name.to_owned());
    let kept = drafts::read(person, &place).await.ok()??;
    Some(kept.draft)
}

fn key(person: &Person, name: &str) -> String {
    ["series.", name, ".", &person.owner_key()].concat()
}

/// The rule that was put together for the draft of that name.
pub(super) fn read(person: &Person, name: &str) -> Option<Kept> {
    let text = storage::read(Keep::Browser, &key(person, name))?;
    serde_json::from_str(&text).ok()
}

/// Keeps the rule whenever it changes.
pub(super) fn keep(series: NewSeries, name: &str) {
    let key = key(&series.workspace.person(), name);
    Effect::new(move |_| {
        let left_out = series.left_out.read();
        let kept = Kept {
            id: series.id().as_str().to_owned(),
            rule: series.rule.get(),
            left_out: left_out.iter().map(ToString::to_string).collect(),
        };
        if let Ok(text) = serde_json::to_string(&kept) {
            // Where nothing can be kept, the form has said so.
            let _ = storage::write(Keep::Browser, &key, &text);
        }
    });
}

/// Forgets draft and rule once they have become town halls.
pub(super) fn forget_when_made(series: NewSeries, name: &str) {
    let (person, name) = (series.workspace.person(), name.to_owned());
    Effect::new(move |_| {
        if series.sending.is_complete() {
            forget(&person, &name);
        }
    });
}

fn forget(person: &Person, name: &str) {
    handover::forget();
    storage::remove(Keep::Browser, &key(person, name));
    Keeper::of(person, &DraftPlace::New(name.to_owned()), drop).forget();
}
