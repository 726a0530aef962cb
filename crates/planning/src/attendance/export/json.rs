//! All that is known of an event's attendance, for programs.

use serde::Serialize;
use virtual_events::UtcInstant;

use crate::attendance::{Arrivals, Attendee, Curve, Figures, Names, Roll, Share, Stay};

/// Domains of fewer people are told together where names are hidden: they may name a person.
const FEW: usize = 5;

/// What is exported.
#[derive(Debug, Clone, Copy)]
pub struct Summary<'a> {
    /// Title of the event.
    pub title: &'a str,
    /// Who came.
    pub roll: &'a Roll,
    /// How many were there when; of the audience.
    pub curve: &'a Curve,
    /// The figures.
    pub figures: &'a Figures,
    /// When people came.
    pub arrivals: Option<&'a Arrivals>,
}

/// Figures, curve, arrivals and people as one JSON object; times in ISO 8601, UTC, lengths in
/// seconds, shares as `{"count", "of"}`.
///
/// Where names are hidden there are no people, and domains of fewer than five people stand together
/// under no name.
#[must_use]
pub fn summary_json(summary: &Summary<'_>, names: &Names<'_>) -> String {
    let roll = summary.roll;
    let document = Document {
        title: summary.title,
        scheduled_start: roll.schedule.start,
        scheduled_end: roll.schedule.end,
        meetings: roll.meetings.iter().map(Time::from).collect(),
        figures: FigureMembers::of(summary.figures, names),
        curve: summary
            .curve
            .steps
            .iter()
            .map(|it| (it.at, it.count))
            .collect(),
        arrivals: summary.arrivals.map(ArrivalMembers::of),
        mended: roll
            .oddities
            .found()
            .map(|it| Count::of((it.0.key(), it.1)))
            .collect(),
        people: names
            .are_shown()
            .then(|| roll.people.iter().map(Person::of).collect()),
    };
    // nothing in it can fail to be written
    serde_json::to_string_pretty(&document).unwrap_or_default()
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Document<'a> {
    title: &'a str,
    scheduled_start: Option<UtcInstant>,
    scheduled_end: Option<UtcInstant>,
    meetings: Vec<Time>,
    figures: FigureMembers<'a>,
    /// Pairs of time and count.
    curve: Vec<(UtcInstant, u32)>,
    arrivals: Option<ArrivalMembers>,
    mended: Vec<Count<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    people: Option<Vec<Person<'a>>>,
}

#[derive(Serialize)]
struct Time {
    from: UtcInstant,
    to: UtcInstant,
}

impl From<&Stay> for Time {
    fn from(stay: &Stay) -> Self {
        Self {
            from: stay.from,
            to: stay.to,
        }
    }
}

#[derive(Serialize)]
struct Count<'a> {
    name: Option<&'a str>,
    count: usize,
}

impl<'a> Count<'a> {
    fn of((name, count): (&'a str, usize)) -> Self {
        Self {
            name: Some(name),
            count,
        }
    }
}

#[derive(Serialize)]
struct ShareMembers {
    count: usize,
    of: usize,
}

impl From<Share> for ShareMembers {
    fn from(share: Share) -> Self {
        Self {
            count: share.count,
            of: share.of,
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct FigureMembers<'a> {
    attendees: usize,
    organizers: usize,
    presenters: usize,
    applications: usize,
    peak: Option<u32>,
    peak_at: Option<UtcInstant>,
    median_concurrent: Option<u32>,
    average_concurrent: Option<f64>,
    average_stay_seconds: Option<u32>,
    median_stay_seconds: Option<u32>,
    on_time: ShareMembers,
    to_the_end: ShareMembers,
    drop_offs: Vec<DropOffMembers>,
    domains: Vec<Count<'a>>,
    parts: Vec<Count<'a>>,
    kinds: Vec<Count<'a>>,
}

#[derive(Serialize)]
struct DropOffMembers {
    from: UtcInstant,
    to: UtcInstant,
    before: u32,
    lost: u32,
}

impl<'a> FigureMembers<'a> {
    fn of(figures: &'a Figures, names: &Names<'_>) -> Self {
        Self {
            attendees: figures.attendees,
            organizers: figures.staff.organizers,
            presenters: figures.staff.presenters,
            applications: figures.staff.applications,
            peak: figures.peak.map(|peak| peak.count),
            peak_at: figures.peak.map(|peak| peak.at),
            median_concurrent: figures.median_concurrent,
            average_concurrent: figures.average_concurrent,
            average_stay_seconds: figures.average_stay,
            median_stay_seconds: figures.median_stay,
            on_time: figures.on_time.into(),
            to_the_end: figures.to_the_end.into(),
            drop_offs: figures
                .drop_offs
                .iter()
                .map(|it| DropOffMembers {
                    from: it.from,
                    to: it.to,
                    before: it.before,
                    lost: it.lost,
                })
                .collect(),
            domains: domains(figures, names),
            parts: figures
                .parts
                .iter()
                .map(|it| Count::of((it.0.key(), it.1)))
                .collect(),
            kinds: figures
                .kinds
                .iter()
                .map(|it| Count::of((it.0.key(), it.1)))
                .collect(),
        }
    }
}

fn domains<'a>(figures: &'a Figures, names: &Names<'_>) -> Vec<Count<'a>> {
    let mut shares: Vec<Count<'a>> = Vec::new();
    let mut together = 0;
    for share in &figures.domains {
        match share.domain.as_deref() {
            Some(domain) if names.are_shown() || share.count >= FEW => {
                shares.push(Count::of((domain, share.count)));
            }
            _ => together += share.count,
        }
    }
    if together > 0 {
        shares.push(Count {
            name: None,
            count: together,
        });
    }
    shares
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArrivalMembers {
    start: UtcInstant,
    width_seconds: i32,
    /// Pairs of seconds after the start and count.
    bins: Vec<(i32, u32)>,
    earlier: u32,
    later: u32,
}

impl ArrivalMembers {
    fn of(arrivals: &Arrivals) -> Self {
        let bins = arrivals.bins.iter();
        Self {
            start: arrivals.start,
            width_seconds: arrivals.width_seconds,
            bins: bins.map(|bin| (bin.from_seconds, bin.count)).collect(),
            earlier: arrivals.earlier,
            later: arrivals.later,
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Person<'a> {
    number: u32,
    name: Option<&'a str>,
    email: Option<&'a str>,
    kind: &'static str,
    part: &'static str,
    stay_seconds: Option<u32>,
    stays: Vec<Time>,
    registration: Option<&'a str>,
}

impl<'a> Person<'a> {
    fn of(person: &'a Attendee) -> Self {
        Self {
            number: person.number,
            name: person.name.as_deref(),
            email: person.email.as_deref(),
            kind: person.kind.key(),
            part: person.part.key(),
            stay_seconds: person.seconds(),
            stays: person.stays.iter().map(Time::from).collect(),
            registration: person.registration.as_ref().map(AsRef::as_ref),
        }
    }
}
