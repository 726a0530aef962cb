//! How the list is kept right, for who wants to know.

use super::page::Live;
use super::wall::Awake;
use crate::browser::format::{self, Style};
use crate::browser::timer;
use crate::i18n::live as words;
use leptos::prelude::*;
use planning::live::Spent;
use virtual_events::UtcInstant;

/// When it was read; unfolded: who reads, what comes next, what was spent.
pub(super) fn view(live: Live) -> AnyView {
    let read_at = move || {
        let at = live.watching.list.known().read_at?;
        Some(words::read_at(&clock(live, at)))
    };
    let lines = move || {
        let lines = lines(live).into_iter();
        lines
            .map(|(name, value)| view! { <dt>{name}</dt><dd>{value}</dd> })
            .collect_view()
    };
    view! {
        <details class="quiet small upkeep">
            <summary>{words::UPKEEP}<span>{read_at}</span></summary>
            <dl class="facts">{lines}</dl>
        </details>
    }
    .into_any()
}

fn clock(live: Live, at: UtcInstant) -> String {
    format::instant(at, &live.workspace.zone(), Style::Clock)
}

fn lines(live: Live) -> Vec<(&'static str, String)> {
    let watching = live.watching;
    let now = watching.clock.now();
    let who = if watching.leads.get() {
        words::THIS_TAB
    } else {
        words::ANOTHER_TAB
    };
    let spent = watching.spent.read();
    let next = watching.due.get().map(|due| {
        let at = due.at.max(spent.free_from(now));
        words::next_read(&clock(live, at), &due.read)
    });
    let mut lines = vec![
        (words::READER, who.to_owned()),
        (words::NEXT_READ, next.unwrap_or_default()),
        (
            words::BUDGET,
            words::spent(
                spent.in_last_hour(now),
                Spent::IN_AN_HOUR,
                spent.in_last_day(now),
            ),
        ),
    ];
    if let Some(until) = spent.rests_until(now) {
        lines.push((words::RESTS, words::rests_until(&clock(live, until))));
    }
    let correction = timer::correction();
    if correction != 0 {
        lines.push((words::YOUR_CLOCK, words::clock_is_off(-correction / 1_000)));
    }
    match live.wall.awake.get() {
        Awake::NotAsked => {}
        Awake::Kept => lines.push((words::SCREEN, words::STAYS_ON.to_owned())),
        Awake::Refused => lines.push((words::SCREEN, words::MAY_GO_OFF.to_owned())),
    }
    lines
}
