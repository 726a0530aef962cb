//! Words of the reader's language that mean more than their letters.

use time::Month;
use virtual_events::{EventKind, Role, UtcInstant};

use super::BoardRow;
use crate::Phase;
use crate::fold::fold;

/// What a word of the vocabulary stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Term {
    /// A phase: "draft", "cancelled".
    Phase(Phase),
    /// A kind: "webinar".
    Kind(EventKind),
    /// A role: "organizer".
    Role(Role),
    /// The month of the start, on the event's own clock: "March".
    Month(Month),
}

impl Term {
    fn fits(self, row: &BoardRow, phase: Phase) -> bool {
        match self {
            Self::Phase(wanted) => phase == wanted,
            Self::Kind(wanted) => row.kind == wanted,
            Self::Role(wanted) => row.role == Some(wanted),
            Self::Month(wanted) => row
                .start
                .as_ref()
                .and_then(|start| start.wall)
                .is_some_and(|wall| wall.date_time().month() == wanted),
        }
    }
}

/// Words that a search understands besides the letters in the rows: statuses, kinds, roles and
/// months as the reader's language names them. The app gives them; without any, only letters count.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary(Vec<(String, Term)>);

impl Vocabulary {
    /// Words and what they stand for; of a phrase ("On now") each word counts.
    #[must_use]
    pub fn new<'a>(terms: impl IntoIterator<Item = (&'a str, Term)>) -> Self {
        let mut words = Vec::new();
        for (phrase, term) in terms {
            words.extend(phrase.split_whitespace().map(|word| (fold(word), term)));
        }
        Self(words)
    }

    /// The words somebody typed, each with the terms that it begins or is.
    pub(super) fn read(&self, typed: &str) -> Vec<Wanted> {
        let wanted = |word: &str| {
            let text = fold(word);
            // three letters: "on" alone would otherwise find whatever is on now
            let long = text.chars().count() >= 3;
            let means = |name: &str| name == text || (long && name.starts_with(&text));
            let terms = self
                .0
                .iter()
                .filter(|(name, _)| means(name))
                .map(|(_, term)| *term);
            Wanted {
                terms: terms.collect(),
                text,
            }
        };
        typed
            .split_whitespace()
            .map(wanted)
            .filter(|word| !word.text.is_empty())
            .collect()
    }
}

/// One typed word.
#[derive(Debug)]
pub(super) struct Wanted {
    text: String,
    terms: Vec<Term>,
}

impl Wanted {
    pub(super) fn found_in(&self, row: &BoardRow, phase: Phase) -> bool {
        row.haystack.contains(&self.text) || self.terms.iter().any(|term| term.fits(row, phase))
    }
}

/// Whether a row has all the words.
pub(super) fn all_found(wanted: &[Wanted], row: &BoardRow, now: UtcInstant) -> bool {
    let phase = row.phase(now);
    wanted.iter().all(|word| word.found_in(row, phase))
}
