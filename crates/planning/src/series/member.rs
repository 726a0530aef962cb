//! The events of a series, found among mine.

use virtual_events::{DateTimeTimeZone, EventId, MyEvent, UtcInstant};

use super::{SeriesId, SeriesTie};
use crate::zones::{EventTime, ZoneRules};

/// An event that belongs to a series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The event, and my roles in it.
    pub mine: MyEvent,
    /// Its place in the series.
    pub tie: SeriesTie,
    /// When it starts; `None` if that can't be told.
    pub start: Option<UtcInstant>,
    /// When it ends; `None` if that can't be told.
    pub end: Option<UtcInstant>,
}

impl Member {
    /// The event's id.
    #[must_use]
    pub fn id(&self) -> &EventId {
        &self.mine.event.id
    }
}

/// My events of that series, in the order of their starts; those without one last.
///
/// It is what can be seen: somebody who helps with only a few of the events sees only those.
#[must_use]
pub fn members<'a>(
    events: impl IntoIterator<Item = &'a MyEvent>,
    series: &SeriesId,
    rules: &dyn ZoneRules,
) -> Vec<Member> {
    let instant = |time: &Option<DateTimeTimeZone>| {
        let time = time.as_ref()?;
        EventTime::resolve(time, rules).instant
    };
    let member = |mine: &MyEvent| {
        let tie = SeriesTie::of_event(&mine.event).filter(|tie| tie.series == *series)?;
        Some(Member {
            start: instant(&mine.event.start),
            end: instant(&mine.event.end),
            mine: mine.clone(),
            tie,
        })
    };
    let mut members: Vec<Member> = events.into_iter().filter_map(member).collect();
    members.sort_by_key(|it| (it.start.is_none(), it.start, it.tie.number));
    members
}
