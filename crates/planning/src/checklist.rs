//! The look over an event before it is published.

use virtual_events::{Audience, EventKind, UtcInstant};

use crate::Reader;
use crate::draft::{EventDraft, Field, Limits, Problem, ProblemKind, Severity};
use crate::zones::to_wall;

/// What is looked at, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Point {
    /// Title and description.
    Texts,
    /// Start and end.
    Times,
    /// How long it lasts.
    Length,
    /// Whether the zone is one the organizer means.
    Zone,
    /// Who presents.
    Presenters,
    /// Room against the plan.
    Capacity,
    /// Registration.
    Registration,
    /// Co-organizers and invited attendees, and whether they can come.
    People,
    /// Mail to attendees.
    Emails,
}

impl Point {
    /// All of them, in order.
    pub const ALL: [Self; 9] = [
        Self::Texts,
        Self::Times,
        Self::Length,
        Self::Zone,
        Self::Presenters,
        Self::Capacity,
        Self::Registration,
        Self::People,
        Self::Emails,
    ];

    /// Those that there are to an event of that kind, in order: a webinar has no capacity.
    pub fn of_kind(kind: EventKind) -> impl Iterator<Item = Self> {
        let has = move |point: &Self| *point != Self::Capacity || kind == EventKind::Townhall;
        Self::ALL.into_iter().filter(has)
    }

    /// Under which point a problem of the form stands.
    fn of(problem: &Problem) -> Self {
        match (problem.field, &problem.kind) {
            (_, ProblemKind::LastsTooLong { .. }) => Self::Length,
            (Field::Title | Field::Description, _) => Self::Texts,
            (Field::StartDate | Field::StartTime | Field::EndDate | Field::EndTime, _) => {
                Self::Times
            }
            (Field::Zone, _) => Self::Zone,
            (Field::Capacity, _) => Self::Capacity,
            (Field::Registration, _) => Self::Registration,
            (
                Field::Audience | Field::InviteOnly | Field::CoOrganizers | Field::InvitedAttendees,
                _,
            ) => Self::People,
            (Field::AttendeeEmails, _) => Self::Emails,
            (Field::Presenters, _) => Self::Presenters,
        }
    }
}

/// Something to know before publishing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Concern {
    /// A problem that the form has as well.
    Form(Problem),
    /// It begins in the night of the zone it is planned in.
    NightThere {
        /// Hour of the day there.
        hour: u8,
    },
    /// It begins in the organizer's night; both zones differ.
    NightHere {
        /// Hour of the day at the organizer's.
        hour: u8,
    },
    /// Nobody presents yet.
    NobodyPresents,
    /// More presenters than Teams takes.
    TooManyPresenters {
        /// How many there are.
        count: usize,
        /// The limit.
        limit: usize,
    },
    /// Attendees register, and nothing but name and address is asked.
    NoQuestions,
    /// Guests by mail address are invited to an event for the organization alone: outsiders get in
    /// with the audience "everyone" only.
    OutsidersInvited {
        /// How many.
        count: usize,
    },
    /// Nobody is invited, and nobody gets a mail: people have to be told in another way.
    NobodyIsTold,
}

/// A concern, and whether publishing would fail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Under which point it stands.
    pub point: Point,
    /// `Blocks` only where the service would refuse.
    pub severity: Severity,
    /// What it is.
    pub concern: Concern,
}

/// What the draft itself doesn't tell; `None` where it isn't known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Around {
    /// How many presenters there are.
    pub presenters: Option<usize>,
    /// How many questions registration asks beside name and address.
    pub questions: Option<usize>,
}

/// Most presenters that a town hall takes, those from outside included (Teams "Plan for town
/// halls"). No page gives a number for webinars.
const PRESENTERS: usize = 100;

impl EventDraft {
    /// Looks the draft over as somebody would who has seen town halls go wrong.
    ///
    /// In the order of [`Point`]; a point without a finding is well. `reader` is the organizer.
    #[must_use]
    pub fn look_over(&self, around: Around, reader: &Reader<'_>, limits: &Limits) -> Vec<Finding> {
        let checked = self.check(reader.now, reader.rules, limits);
        let mut findings: Vec<Finding> = checked
            .problems
            .into_iter()
            .map(|problem| Finding {
                point: Point::of(&problem),
                severity: problem.severity,
                concern: Concern::Form(problem),
            })
            .collect();
        let mut warn = |point, concern| {
            findings.push(Finding {
                point,
                severity: Severity::Warns,
                concern,
            });
        };
        if let Some(start) = self.start(reader.rules).instant()
            && let Some(night) = self.night(start, reader)
        {
            warn(Point::Zone, night);
        }
        match around.presenters {
            Some(0) => warn(Point::Presenters, Concern::NobodyPresents),
            Some(count) if count > PRESENTERS && self.invites() => warn(
                Point::Presenters,
                Concern::TooManyPresenters {
                    count,
                    limit: PRESENTERS,
                },
            ),
            _ => {}
        }
        if self.registration_required && around.questions == Some(0) {
            warn(Point::Registration, Concern::NoQuestions);
        }
        let outsiders = self.invited.iter().filter(|it| it.id.is_none()).count();
        if outsiders > 0 && self.invites() && self.audience == Audience::Organization {
            warn(
                Point::People,
                Concern::OutsidersInvited { count: outsiders },
            );
        }
        if !self.attendee_emails && self.invited.is_empty() && !self.registration_required {
            warn(Point::Emails, Concern::NobodyIsTold);
        }
        findings.sort_by_key(|finding| finding.point);
        findings
    }

    /// A start that hardly anybody means: from ten in the evening to six in the morning.
    fn night(&self, start: UtcInstant, reader: &Reader<'_>) -> Option<Concern> {
        const NIGHT: [std::ops::Range<u8>; 2] = [0..6, 22..24];
        let at_night = |hour: u8| NIGHT.iter().any(|it| it.contains(&hour)).then_some(hour);
        let there = to_wall(start, &self.iana_zone(), reader.rules)?
            .date_time()
            .hour();
        let here = reader.wall(start).date_time().hour();
        let night_there = at_night(there).map(|hour| Concern::NightThere { hour });
        night_there.or_else(|| {
            at_night(here)
                .filter(|_| here != there)
                .map(|hour| Concern::NightHere { hour })
        })
    }
}

#[cfg(test)]
mod tests;
