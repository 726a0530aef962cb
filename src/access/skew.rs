//! A wrong clock of this computer's, as a sign-in showed it.

use crate::browser::storage::{self, Keep};
use crate::browser::timer;

/// What the tab keeps of a wrong clock.
const AHEAD: &str = "clock-ahead";

/// Entra dates its tokens back by five minutes, or doesn't: the true time is up to that later.
const DATED_BACK: i64 = 301_000;

/// Keeps by how many seconds this computer's clock was ahead of the last token's, for reloads.
pub(super) fn keep(ahead: Option<i64>) {
    match ahead {
        // without storage the clock stays as it is after a reload, and the notice told of it
        Some(ahead) => drop(storage::write(Keep::Tab, AHEAD, &ahead.to_string())),
        None => storage::remove(Keep::Tab, AHEAD),
    }
}

/// Puts the app's clock right where the last token showed that the computer's is wrong.
pub(super) fn correct() {
    let ahead = storage::read(Keep::Tab, AHEAD).and_then(|text| text.parse::<i64>().ok());
    if let Some(ahead) = ahead {
        let local = timer::local();
        timer::saw(local - ahead.saturating_mul(1_000), DATED_BACK, local);
    }
}
