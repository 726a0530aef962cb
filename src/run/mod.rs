//! Runs of many writes on the screen: progress, pause, report, and taking up what was left.
//!
//! A run goes on when its page is left; only a closed tab ends it, and then it is taken up from
//! where it is kept.

mod desk;
mod failed;
mod keeper;
mod report;
mod unfinished;
mod view;

pub(crate) use desk::{From, busy, is_shown, new_run, standing, start, start_or_keep};
pub(crate) use keeper::any;
pub(crate) use unfinished::{board_notice, unfinished};
pub(crate) use view::progress;
