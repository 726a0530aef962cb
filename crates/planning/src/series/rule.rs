//! What repeats, and how: the parts of a recurrence rule.

use time::{Date, Month, Weekday};
use virtual_events::{UtcInstant, WallTime};

/// Most occurrences that a series may have. Each becomes a town hall of its own, by some calls to a
/// service that counts them, so a slip of the finger mustn't ask for thousands.
pub const MOST_OCCURRENCES: u16 = 500;

/// A recurrence rule that ends.
///
/// Source: RFC 5545 §3.3.10, without what makes no sense for town halls: seconds, minutes, hours,
/// weeks and days by their number in the year. Read it with [`str::parse`], write it with `Display`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// `FREQ`: what a period is.
    pub frequency: Frequency,
    /// `INTERVAL`: every how manyth period counts; 1 and above.
    pub interval: u16,
    /// `COUNT` or `UNTIL`: where it stops.
    pub end: RuleEnd,
    /// `BYDAY`: days of the week, perhaps the nth in the period.
    pub days: Vec<RuleDay>,
    /// `BYMONTHDAY`: days of the month, 1 to 31, or -1 (the last) to -31.
    pub month_days: Vec<i8>,
    /// `BYMONTH`.
    pub months: Vec<Month>,
    /// `BYSETPOS`: which of the days of each period count, from its beginning or (negative) end.
    pub positions: Vec<i16>,
    /// `WKST`: the day a week begins with. Matters for every second week and the like.
    pub week_start: Weekday,
}

impl Rule {
    /// A rule of one occurrence a period, on the days that the series' first day says.
    #[must_use]
    pub const fn new(frequency: Frequency, end: RuleEnd) -> Self {
        Self {
            frequency,
            interval: 1,
            end,
            days: Vec::new(),
            month_days: Vec::new(),
            months: Vec::new(),
            positions: Vec::new(),
            week_start: Weekday::Monday,
        }
    }
}

/// What a period of a rule is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Frequency {
    /// A day.
    Daily,
    /// A week.
    Weekly,
    /// A month. Every third one is a quarter.
    Monthly,
    /// A year.
    Yearly,
}

impl Frequency {
    pub(super) const ALL: [(Self, &'static str); 4] = [
        (Self::Daily, "DAILY"),
        (Self::Weekly, "WEEKLY"),
        (Self::Monthly, "MONTHLY"),
        (Self::Yearly, "YEARLY"),
    ];

    /// The word of the RFC.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Daily => "DAILY",
            Self::Weekly => "WEEKLY",
            Self::Monthly => "MONTHLY",
            Self::Yearly => "YEARLY",
        }
    }
}

/// Where a rule stops.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RuleEnd {
    /// After so many occurrences, those taken out by an exception counted too.
    Count(u16),
    /// With the last occurrence on that day, in the series' zone.
    On(Date),
    /// With the last occurrence at or before that time on the series' clock.
    At(WallTime),
    /// With the last occurrence at or before that instant: the form that the RFC asks for where the
    /// start has a zone.
    By(UtcInstant),
}

/// A day of the week of a rule: all of them, or the nth of the period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RuleDay {
    /// 2 for the second, -1 for the last; `None` for every one. Never zero.
    pub nth: Option<i8>,
    /// Which day.
    pub weekday: Weekday,
}

impl RuleDay {
    /// Every such day.
    #[must_use]
    pub const fn every(weekday: Weekday) -> Self {
        Self { nth: None, weekday }
    }

    /// The nth such day of the period, from its end if negative.
    #[must_use]
    pub const fn nth(nth: i8, weekday: Weekday) -> Self {
        Self {
            nth: Some(nth),
            weekday,
        }
    }
}

/// The days of the week with the RFC's letters.
pub(super) const WEEKDAYS: [(Weekday, &str); 7] = [
    (Weekday::Monday, "MO"),
    (Weekday::Tuesday, "TU"),
    (Weekday::Wednesday, "WE"),
    (Weekday::Thursday, "TH"),
    (Weekday::Friday, "FR"),
    (Weekday::Saturday, "SA"),
    (Weekday::Sunday, "SU"),
];
