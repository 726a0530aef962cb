//! All who came.

use std::collections::HashMap;

use virtual_events::{AttendanceRecord, AttendanceRole, TenantId, UtcInstant};

use super::mend::{Meeting, merge};
use super::who::{Marks, Numbered, number, usable};
use super::{Attendee, Course, Kind, Oddities, Oddity, Part, Schedule, Sitting, Stay};
use crate::fold::fold;

/// All who came to an event, each person once, cleaned.
#[derive(Debug, Clone, PartialEq)]
pub struct Roll {
    /// The people, in the order of their arrival; those without times last.
    pub people: Vec<Attendee>,
    /// What was mended.
    pub oddities: Oddities,
    /// When the event was planned to be.
    pub schedule: Schedule,
    /// When the meetings were on, in the order of their starts: as their reports say.
    pub meetings: Vec<Stay>,
    /// The time that counts; `None` when no time is known at all.
    pub course: Option<Course>,
}

impl Roll {
    /// Makes one of reports with their records; nothing after `now` counts.
    ///
    /// Who is the same person, in one report or in several:
    /// - records with the same id of identity, without regard to case;
    /// - a record without an id and anybody with its e-mail address, without regard to case;
    /// - of records with a name alone, those of the same kind and name, but only across reports, one
    ///   for one: the second "Maria" of one report is the second one of another. Two of the same
    ///   name in one report are two people, since a name is no proof;
    /// - records that have none of these are people of their own.
    #[must_use]
    pub fn of(sittings: &[Sitting], schedule: &Schedule, now: UtcInstant) -> Self {
        let mut oddities = Oddities::default();
        let home = home_tenant(sittings);
        let numbered = people_of(sittings, home.as_ref(), &mut oddities);
        let mut people: Vec<Option<Gathered>> = Vec::new();
        people.resize_with(numbered.count, || None);
        let mut numbers = numbered.numbers.into_iter().flatten();
        let mut meetings = Vec::new();
        for (at, sitting) in sittings.iter().enumerate() {
            oddities.add(Oddity::Misread, sitting.misread);
            let meeting = Meeting::of(&sitting.report, now);
            meetings.extend(meeting.time());
            for (record, person) in sitting.records.iter().zip(&mut numbers) {
                let person = people[person].get_or_insert_default();
                person.add(record, &meeting, home.as_ref(), &mut oddities);
                person.seen_in(at, &mut oddities);
            }
        }
        let people = people.into_iter().flatten();
        let mut people: Vec<Attendee> = people.map(|it| it.finish(&mut oddities)).collect();
        people.sort_by(|one, other| arrival(one).cmp(&arrival(other)));
        for (at, person) in people.iter_mut().enumerate() {
            person.number = u32::try_from(at + 1).unwrap_or(u32::MAX);
        }
        meetings.sort_unstable();
        let course = real_time(&meetings, &people).map(|real| Course::of(schedule, real));
        Self {
            people,
            oddities,
            schedule: *schedule,
            meetings,
            course,
        }
    }

    /// Those who count as audience: all but organizers, presenters and programs.
    pub fn audience(&self) -> impl Iterator<Item = &Attendee> {
        self.people.iter().filter(|person| person.is_audience())
    }
}

/// One person while their records are taken together.
#[derive(Debug)]
struct Gathered {
    attendee: Attendee,
    last_sitting: Option<usize>,
}

impl Default for Gathered {
    fn default() -> Self {
        Self {
            attendee: Attendee {
                number: 0,
                id: None,
                name: None,
                email: None,
                kind: Kind::Anonymous,
                part: Part::Unknown,
                stays: Vec::new(),
                told_seconds: None,
                registration: None,
            },
            last_sitting: None,
        }
    }
}

impl Gathered {
    fn add(
        &mut self,
        record: &AttendanceRecord,
        meeting: &Meeting,
        home: Option<&TenantId>,
        oddities: &mut Oddities,
    ) {
        let person = &mut self.attendee;
        let identity = record.identity.as_ref();
        let email = email_of(record);
        // what the first record says counts, but for kinds that know less than others
        let kind = Kind::of(identity, email, home);
        if self.last_sitting.is_none() || kind < person.kind {
            person.kind = kind;
        }
        person.part = person.part.max(Part::of(record.role.as_ref()));
        if person.id.is_none() {
            let id = identity.and_then(|identity| identity.id.as_ref());
            person.id = id.filter(|id| usable(Some(id.as_str())).is_some()).cloned();
        }
        if person.name.is_none() {
            person.name = name_of(record).map(str::to_owned);
        }
        if person.email.is_none() {
            person.email = email.map(with_small_domain);
        }
        if person.registration.is_none() {
            let registration = record.registration_id.as_ref();
            let registration = registration.or(record.registrant_id.as_ref());
            person.registration = registration.cloned();
        }
        person
            .stays
            .reserve_exact(record.attendance_intervals.len());
        let told = meeting.mend(record, &mut person.stays, oddities);
        person.told_seconds = match (person.told_seconds, told) {
            (Some(one), Some(other)) => Some(one.saturating_add(other)),
            (one, other) => one.or(other),
        };
    }

    fn seen_in(&mut self, sitting: usize, oddities: &mut Oddities) {
        if self.last_sitting == Some(sitting) {
            oddities.note(Oddity::Repeated);
        }
        self.last_sitting = Some(sitting);
    }

    fn finish(self, oddities: &mut Oddities) -> Attendee {
        let mut person = self.attendee;
        oddities.add(Oddity::Overlapping, merge(&mut person.stays));
        if !person.stays.is_empty() {
            person.told_seconds = None;
        }
        person
    }
}

/// Who each record is of, in the order of the sittings and their records.
fn people_of(sittings: &[Sitting], home: Option<&TenantId>, oddities: &mut Oddities) -> Numbered {
    let records = || sittings.iter().flat_map(|sitting| &sitting.records);
    let marks: Vec<Marks<'_>> = records().map(marks_of).collect();
    let mut numbered = number(&marks);
    let mut numbers = numbered.numbers.iter_mut();
    let mut by_name: HashMap<(String, Kind, usize), usize> = HashMap::new();
    for sitting in sittings {
        // how often a name was there in this report
        let mut namesakes: HashMap<(String, Kind), usize> = HashMap::new();
        for (record, number) in sitting.records.iter().zip(&mut numbers) {
            if number.is_some() {
                continue;
            }
            let mut next = || {
                numbered.count += 1;
                numbered.count - 1
            };
            let Some(name) = name_of(record) else {
                oddities.note(Oddity::NoIdentity);
                *number = Some(next());
                continue;
            };
            let kind = Kind::of(record.identity.as_ref(), None, home);
            let name = (fold(name), kind);
            let before = namesakes.entry(name.clone()).or_default();
            let key = (name.0, kind, *before);
            *before += 1;
            *number = Some(*by_name.entry(key).or_insert_with(next));
        }
    }
    numbered
}

fn marks_of(record: &AttendanceRecord) -> Marks<'_> {
    let identity = record.identity.as_ref();
    let id = identity.and_then(|identity| identity.id.as_ref());
    Marks::new(id.map(AsRef::as_ref), email_of(record))
}

fn email_of(record: &AttendanceRecord) -> Option<&str> {
    let of_identity = || record.identity.as_ref()?.email.as_deref();
    usable(record.email_address.as_deref()).or_else(|| usable(of_identity()))
}

fn name_of(record: &AttendanceRecord) -> Option<&str> {
    let name = record.identity.as_ref()?.display_name.as_deref()?.trim();
    (!name.is_empty()).then_some(name)
}

/// Domains have no case.
fn with_small_domain(email: &str) -> String {
    match email.rsplit_once('@') {
        Some((local, domain)) => [local, "@", &domain.to_ascii_lowercase()].concat(),
        None => email.to_owned(),
    }
}

/// The tenant of whoever ran it.
fn home_tenant(sittings: &[Sitting]) -> Option<TenantId> {
    let mut records = sittings.iter().flat_map(|sitting| &sitting.records);
    records.find_map(|record| {
        let runs = record.role == Some(AttendanceRole::Organizer);
        record.identity.as_ref()?.tenant_id.clone().filter(|_| runs)
    })
}

/// By first join, then by what tells people apart; without one last.
fn arrival(person: &Attendee) -> impl Ord + '_ {
    let first = person.first_join();
    let id = person.id.as_ref().map(AsRef::<str>::as_ref);
    let name = person.name.as_deref();
    (first.is_none(), first, name, person.email.as_deref(), id)
}

/// From the first beginning to the last end of the meetings; else from the first who came to the
/// last who left.
fn real_time(meetings: &[Stay], people: &[Attendee]) -> Option<Stay> {
    let all = |stays: &mut dyn Iterator<Item = Stay>| {
        stays.reduce(|one, other| Stay {
            from: one.from.min(other.from),
            to: one.to.max(other.to),
        })
    };
    let stays = || {
        people
            .iter()
            .flat_map(|person| person.stays.iter().copied())
    };
    all(&mut meetings.iter().copied()).or_else(|| all(&mut stays()))
}
