//! Examples through the typed client.

mod address;
mod calls;
mod check;
mod compare;
mod fields;
mod models;
mod notification;
mod seams;

pub use check::check;
pub use models::check_models;

use crate::examples::Example;
use crate::report::Report;

/// Sends every example through the client and notes what came of it.
pub fn check_all(examples: &[Example], report: &mut Report) {
    for example in examples {
        report.record(format!("client {}", example.operation), check(example));
    }
}

#[cfg(test)]
mod tests;
