//! Who has heard what, and how often.

/// Every notification by its number, and every reader that is to hear it.
#[derive(Debug)]
pub(crate) struct Ledger {
    /// Readers of each notification.
    each: usize,
    accepted: Vec<bool>,
    /// How often: `each` counts for every number.
    heard: Vec<u8>,
    strange: usize,
}

/// What came of it. A notification counts once for every reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Verdict {
    /// Notifications that got a 202, each once.
    pub(crate) accepted: usize,
    /// Accepted, and never heard.
    pub(crate) lost: usize,
    /// Heard once too often, accepted or not.
    pub(crate) doubled: usize,
    /// Heard by somebody whom it wasn't for, or never sent.
    pub(crate) strange: usize,
}

impl Ledger {
    /// For `numbers` notifications, each with `each` readers.
    pub(crate) fn new(numbers: usize, each: usize) -> Self {
        Self {
            each,
            accepted: vec![false; numbers],
            heard: vec![0; numbers * each],
            strange: 0,
        }
    }

    /// It got a 202.
    pub(crate) fn accept(&mut self, number: usize) {
        if let Some(accepted) = self.accepted.get_mut(number) {
            *accepted = true;
        }
    }

    /// The `which`th of its readers has it.
    pub(crate) fn hear(&mut self, number: usize, which: usize) {
        let place = (which < self.each).then_some(number.saturating_mul(self.each) + which);
        match place.and_then(|place| self.heard.get_mut(place)) {
            Some(count) => *count = count.saturating_add(1),
            None => self.strange += 1,
        }
    }

    /// Somebody has it whom it isn't for.
    pub(crate) fn overhear(&mut self) {
        self.strange += 1;
    }

    pub(crate) fn verdict(&self) -> Verdict {
        let counts = self.heard.chunks(self.each.max(1));
        let of_accepted = self.accepted.iter().zip(counts).filter(|(is, _)| **is);
        let lost =
            of_accepted.map(|(_, counts)| counts.iter().filter(|count| **count == 0).count());
        let doubled = self.heard.iter().map(|count| count.saturating_sub(1));
        Verdict {
            accepted: self.accepted.iter().filter(|is| **is).count(),
            lost: lost.sum(),
            doubled: doubled.map(usize::from).sum(),
            strange: self.strange,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Ledger, Verdict};

    #[test]
    fn each_reader_has_to_hear_what_was_accepted_once() {
        // given three notifications for two readers, the last one not accepted
        let mut ledger = Ledger::new(3, 2);
        ledger.accept(0);
        ledger.accept(1);
        // when the first is heard by both, the second by one, twice
        ledger.hear(0, 0);
        ledger.hear(0, 1);
        ledger.hear(1, 1);
        ledger.hear(1, 1);
        // then the second is lost for one and doubled for the other
        let expected = Verdict {
            accepted: 2,
            lost: 1,
            doubled: 1,
            strange: 0,
        };
        assert_eq!(ledger.verdict(), expected);
    }

    #[test]
    fn without_an_answer_once_and_never_are_both_right_and_twice_is_not() {
        let mut ledger = Ledger::new(3, 1);
        ledger.hear(1, 0);
        ledger.hear(2, 0);
        ledger.hear(2, 0);
        let verdict = ledger.verdict();
        assert_eq!((verdict.accepted, verdict.lost, verdict.doubled), (0, 0, 1));
    }

    #[test]
    fn what_was_never_sent_is_noticed() {
        let mut ledger = Ledger::new(2, 1);
        ledger.hear(2, 0);
        ledger.hear(0, 1);
        ledger.overhear();
        ledger.hear(usize::MAX, 0);
        assert_eq!(ledger.verdict().strange, 4);
    }
}
