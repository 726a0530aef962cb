//! The list: what is found, in which order, and what an address says of it.

mod address;
mod filters;
mod order;
mod rows;
mod saved;
mod search;

use virtual_events::{EventKind, EventStatus, MyEvent};

use super::{Board, BoardQuery, BoardView};
use crate::Reader;
use crate::jiff_rules::{JiffRules, utc};
use crate::sample::{at, helped, mine, townhall, with_status};
use crate::zones::IanaZone;

/// Tuesday, 1 June 2027, nine in the morning in Berlin.
const NOW: &str = "2027-06-01T07:00:00Z";

/// A day in the life of an organizer; ids say where each event stands.
fn life() -> Vec<MyEvent> {
    let on_now = at(
        townhall("on-now", "Quarterly results"),
        "2027-06-01T06:30",
        "2027-06-01T07:30",
    );
    let today = townhall("today", "Überblick Zürich");
    let next_week = at(
        townhall("next-week", "All hands"),
        "2027-06-05T10:00",
        "2027-06-05T11:00",
    );
    let draft = at(
        townhall("draft", "all hands, maybe"),
        "2027-07-20T10:00",
        "2027-07-20T11:00",
    );
    let ended = at(
        townhall("ended", "Kick-off"),
        "2027-05-20T10:00",
        "2027-05-20T11:00",
    );
    let long_ago = at(
        townhall("long-ago", "Kick-off"),
        "2026-03-01T10:00",
        "2026-03-01T11:00",
    );
    let cancelled = at(
        townhall("cancelled", "Town fair"),
        "2027-06-02T10:00",
        "2027-06-02T11:00",
    );
    let mut webinar = at(
        townhall("webinar", "Onboarding"),
        "2027-06-03T10:00",
        "2027-06-03T11:00",
    );
    webinar.kind = EventKind::Webinar;
    let mut lost = townhall("lost", "Somewhere in time");
    lost.start = Some(crate::sample::in_zone("2027-06-01T10:00:00", "PacificSt"));
    lost.end = None;
    vec![
        mine(long_ago),
        mine(lost),
        mine(with_status(draft, EventStatus::Draft)),
        mine(ended),
        helped(webinar),
        mine(with_status(cancelled, EventStatus::Canceled)),
        mine(today),
        helped(next_week),
        mine(on_now),
    ]
}

fn board() -> Board {
    Board::new(&life(), &JiffRules::new())
}

fn view(board: &Board, query: &BoardQuery) -> BoardView {
    let (rules, berlin) = (JiffRules::new(), IanaZone::new("Europe/Berlin"));
    board.view(query, &Reader::new(utc(NOW), &berlin, &rules))
}

/// Ids of what is shown, in order.
fn shown(board: &Board, query: &BoardQuery) -> Vec<String> {
    let view = view(board, query);
    view.shown
        .iter()
        .map(|index| board.rows()[*index].id.as_str().to_owned())
        .collect()
}
