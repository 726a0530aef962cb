//! Reads the list again when it is due, and rests while nobody looks.

use crate::browser::{page, timer};
use crate::event::EventList;
use leptos::prelude::*;
use planning::board::Board;
use planning::live::poll_after;
use virtual_events::UtcInstant;

use super::page::Rows;

/// Polls for as long as the page lives.
///
/// The clock's ticks ask whether it is time: unlike one long timer they survive a sleeping laptop,
/// and a hidden page costs nothing until it is seen again.
pub(super) fn keep_reading(
    list: EventList,
    rows: Memo<Option<Rows>>,
    now: impl Fn() -> UtcInstant + 'static,
) {
    let due = StoredValue::new(None::<UtcInstant>);
    Effect::new(move |_| {
        let now = now();
        let Some(rows) = rows.get() else { return };
        let next = due.get_value();
        if next.is_none() {
            due.set_value(Some(next_poll(&rows.0, now)));
        } else if next.is_some_and(|next| next <= now) && !page::hidden() {
            due.set_value(Some(next_poll(&rows.0, now)));
            list.refresh();
        }
    });
}

fn next_poll(board: &Board, now: UtcInstant) -> UtcInstant {
    now.after(poll_after(now, board.rows(), timer::random()))
}
