//! The registration form: questions to be added, and answers to those there are.

mod answers;
mod question;

#[cfg(test)]
mod tests;

pub use answers::{Answer, answers};
pub use question::{QuestionDraft, QuestionProblem, unasked};
