//! Where an event stands in its life.

use virtual_events::{EventStatus, UtcInstant};

/// Where an event stands, by its status and by the clock.
///
/// The service never says that an event is on: that is inferred from its times (Graph
/// `virtualEventStatus` knows draft, published and canceled only).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// Published and between start and end.
    OnNow,
    /// Published and not yet begun.
    Upcoming,
    /// Not published, whatever its times.
    Draft,
    /// Published and over.
    Ended,
    /// Cancelled, for good.
    Cancelled,
    /// The status or the times aren't known well enough to say.
    Unknown,
}

impl Phase {
    /// All phases, in the order in which a list names them.
    pub const ALL: [Self; 6] = [
        Self::OnNow,
        Self::Upcoming,
        Self::Draft,
        Self::Ended,
        Self::Cancelled,
        Self::Unknown,
    ];

    /// The phase at `now`. Start belongs to the event, end doesn't.
    #[must_use]
    pub fn of(
        status: Option<&EventStatus>,
        start: Option<UtcInstant>,
        end: Option<UtcInstant>,
        now: UtcInstant,
    ) -> Self {
        match status {
            Some(EventStatus::Draft) => Self::Draft,
            Some(EventStatus::Canceled) => Self::Cancelled,
            Some(EventStatus::Published) => Self::by_clock(start, end, now),
            Some(EventStatus::Other(_)) | None => Self::Unknown,
        }
    }

    fn by_clock(start: Option<UtcInstant>, end: Option<UtcInstant>, now: UtcInstant) -> Self {
        match (start, end) {
            (Some(start), _) if now < start => Self::Upcoming,
            (_, Some(end)) if end <= now => Self::Ended,
            (Some(_), Some(_)) => Self::OnNow,
            // begun without a known end, or to end without a known start
            (Some(_), None) | (None, Some(_)) | (None, None) => Self::Unknown,
        }
    }

    /// Short name for addresses: stable, never shown to a reader.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::OnNow => "on-now",
            Self::Upcoming => "upcoming",
            Self::Draft => "draft",
            Self::Ended => "ended",
            Self::Cancelled => "cancelled",
            Self::Unknown => "unknown",
        }
    }

    /// The phase with that short name.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|phase| phase.key() == key)
    }
}

#[cfg(test)]
mod tests {
    use virtual_events::EventStatus;

    use super::Phase;
    use crate::jiff_rules::utc;

    #[test]
    fn a_published_event_lives_by_the_clock_and_its_end_is_outside() {
        let (start, end) = (utc("2027-01-01T10:00Z"), utc("2027-01-01T11:00Z"));
        let at = |now| {
            Phase::of(
                Some(&EventStatus::Published),
                Some(start),
                Some(end),
                utc(now),
            )
        };

        assert_eq!(at("2027-01-01T09:59:59.999Z"), Phase::Upcoming);
        assert_eq!(at("2027-01-01T10:00Z"), Phase::OnNow);
        assert_eq!(at("2027-01-01T10:59:59.999Z"), Phase::OnNow);
        assert_eq!(at("2027-01-01T11:00Z"), Phase::Ended);
    }

    #[test]
    fn drafts_and_cancelled_events_stay_so_whatever_the_clock_says() {
        let times = (
            Some(utc("2027-01-01T10:00Z")),
            Some(utc("2027-01-01T11:00Z")),
        );
        for now in [
            "2027-01-01T09:00Z",
            "2027-01-01T10:30Z",
            "2027-01-01T12:00Z",
        ] {
            let at = |status| Phase::of(Some(&status), times.0, times.1, utc(now));
            assert_eq!(at(EventStatus::Draft), Phase::Draft);
            assert_eq!(at(EventStatus::Canceled), Phase::Cancelled);
        }
    }

    #[test]
    fn what_is_not_known_is_not_guessed() {
        let (before, after) = (utc("2027-01-01T10:00Z"), utc("2027-01-01T11:00Z"));
        let published = Some(&EventStatus::Published);
        let paused = EventStatus::Other("paused".into());

        assert_eq!(
            Phase::of(None, Some(before), Some(after), before),
            Phase::Unknown
        );
        assert_eq!(
            Phase::of(Some(&paused), Some(before), Some(after), before),
            Phase::Unknown
        );
        assert_eq!(Phase::of(published, None, None, before), Phase::Unknown);
        assert_eq!(
            Phase::of(published, Some(before), None, after),
            Phase::Unknown
        );
        assert_eq!(
            Phase::of(published, None, Some(after), before),
            Phase::Unknown
        );
        assert_eq!(
            Phase::of(published, Some(after), None, before),
            Phase::Upcoming
        );
        assert_eq!(
            Phase::of(published, None, Some(before), after),
            Phase::Ended
        );
    }

    #[test]
    fn short_names_lead_back() {
        for phase in Phase::ALL {
            assert_eq!(Phase::from_key(phase.key()), Some(phase));
        }
        assert_eq!(Phase::from_key("On now"), None);
    }
}
