//! Every sentence the user reads, by feature.

pub(crate) mod access;
pub(crate) mod attendance;
pub(crate) mod board;
pub(crate) mod bulk;
pub(crate) mod calendar;
pub(crate) mod chart;
pub(crate) mod checklist;
pub(crate) mod conflict;
pub(crate) mod drafts;
pub(crate) mod event;
pub(crate) mod failure;
pub(crate) mod form;
pub(crate) mod frame;
pub(crate) mod history;
pub(crate) mod import;
pub(crate) mod live;
pub(crate) mod long_table;
pub(crate) mod notify;
pub(crate) mod people;
pub(crate) mod problem;
pub(crate) mod registration;
pub(crate) mod run;
pub(crate) mod series;
pub(crate) mod session;
pub(crate) mod share;
pub(crate) mod shortcuts;
pub(crate) mod sign_in;
pub(crate) mod teams;
pub(crate) mod templates;
pub(crate) mod topics;
pub(crate) mod townhall;
pub(crate) mod views;
pub(crate) mod welcome;
pub(crate) mod when;

/// `1 hour`, `3 hours`.
fn count(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}

/// A number with its thousands apart: `12,400`.
fn number(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}
