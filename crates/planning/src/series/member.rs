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

/// A series at a glance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownSeries {
    /// Which.
    pub id: SeriesId,
    /// Title of its first event; empty if that has none.
    pub title: String,
    /// How many of its events can be seen.
    pub events: usize,
}

/// All series among my events, in the order in which they turn up.
#[must_use]
pub fn known_series<'a>(events: impl IntoIterator<Item = &'a MyEvent>) -> Vec<KnownSeries> {
    let mut known: Vec<KnownSeries> = Vec::new();
    for mine in events {
        let Some(tie) = SeriesTie::of_event(&mine.event) else {
            continue;
        };
        match known.iter_mut().find(|it| it.id == tie.series) {
            Some(series) => series.events += 1,
            None => known.push(KnownSeries {
                id: tie.series,
                title: mine.event.display_name.clone().unwrap_or_default(),
                events: 1,
            }),
        }
    }
    known
}
