//! What was mended.

/// Something odd in the records, and what is made of it.
///
/// The rules are applied to each interval in the order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Oddity {
    /// A record, or a member of it, isn't what the service documents: what could be read is kept.
    Misread,
    /// A record has neither id nor e-mail address nor name: it counts as a person of its own.
    NoIdentity,
    /// A person has several records in one report: they are joined.
    Repeated,
    /// A record has a total but no intervals: the person counts, with the total as length of the
    /// stay, but is in no curve and in no figure that needs times.
    TotalOnly,
    /// An interval has neither join nor leave: it is dropped.
    NoTimes,
    /// An interval has no leave: it ends after its duration if that is told, else with the meeting;
    /// it is dropped when neither is known.
    NoLeave,
    /// An interval has no join: it starts its duration before the leave if that is told, else with
    /// the meeting; it is dropped when neither is known.
    NoJoin,
    /// An interval ends before it starts: it is dropped. One that ends when it starts is dropped
    /// too, but isn't counted: it says nothing wrong.
    EndsBeforeStart,
    /// An interval lies in the future: it is cut off at now, or dropped if it begins later.
    Future,
    /// An interval lies outside the meeting: it is dropped. (Compared with the report's own times.)
    Outside,
    /// An interval reaches beyond the meeting by more than two seconds: it is cut off. (By less it is
    /// cut off too, but isn't counted: clocks differ.)
    Clipped,
    /// Intervals of one person overlap: they are merged, so that no time counts twice.
    Overlapping,
}

impl Oddity {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 12] = [
        Self::Misread,
        Self::NoIdentity,
        Self::Repeated,
        Self::TotalOnly,
        Self::NoTimes,
        Self::NoLeave,
        Self::NoJoin,
        Self::EndsBeforeStart,
        Self::Future,
        Self::Outside,
        Self::Clipped,
        Self::Overlapping,
    ];

    /// Short name for exports: stable.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Misread => "misread",
            Self::NoIdentity => "no-identity",
            Self::Repeated => "repeated",
            Self::TotalOnly => "total-only",
            Self::NoTimes => "no-times",
            Self::NoLeave => "no-leave",
            Self::NoJoin => "no-join",
            Self::EndsBeforeStart => "ends-before-start",
            Self::Future => "future",
            Self::Outside => "outside",
            Self::Clipped => "clipped",
            Self::Overlapping => "overlapping",
        }
    }
}

/// How often each oddity was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Oddities([usize; Oddity::ALL.len()]);

impl Oddities {
    /// How often that one was found.
    #[must_use]
    pub fn count(&self, oddity: Oddity) -> usize {
        self.0[oddity as usize]
    }

    /// Those that were found, and how often.
    pub fn found(&self) -> impl Iterator<Item = (Oddity, usize)> {
        let all = Oddity::ALL.into_iter().zip(self.0);
        all.filter(|(_, count)| *count > 0)
    }

    /// Whether nothing was odd.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|count| *count == 0)
    }

    pub(super) fn note(&mut self, oddity: Oddity) {
        self.add(oddity, 1);
    }

    pub(super) fn add(&mut self, oddity: Oddity, count: usize) {
        self.0[oddity as usize] += count;
    }
}
