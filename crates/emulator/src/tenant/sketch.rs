//! A short way of writing an event down, for the demo tenant.

use jiff::{SignedDuration, Timestamp};

use super::course::{Course, Rehearsal};
use super::event::{Body, Event, Invitee, Kind, Presenter, RegistrationDesk, Status, WallTime};
use super::zones::{instant_of, wall_of, wall_on_day};
use crate::ident::Ids;

/// When an event of the demo starts, told from the moment of the reset.
#[derive(Debug, Clone, Copy)]
pub(super) enum When {
    /// So many minutes from now, at a full five minutes; negative is before.
    InMinutes(i64),
    /// So many days from today in the event's zone, at that hour and minute there.
    OnDay(i64, i8, i8),
}

/// An event of the demo, people named by their key in the directory.
#[derive(Debug, Clone)]
pub(super) struct Sketch {
    pub(super) key: String,
    pub(super) kind: Kind,
    title: String,
    status: Status,
    organizer: &'static str,
    when: When,
    minutes: i64,
    zone: &'static str,
    description: Option<Body>,
    audience: &'static str,
    co_organizers: Vec<&'static str>,
    presenters: Vec<&'static str>,
    outside_presenter: Option<(&'static str, &'static str)>,
    invited: Vec<&'static str>,
    invited_guests: Vec<(&'static str, &'static str)>,
    capacity: Option<i64>,
    registration: Option<i64>,
    emails_attendees: bool,
    course: Course,
}

/// A published town hall of the organizer, for the organization, tomorrow at ten for an hour.
pub(super) fn townhall(key: impl Into<String>, title: impl Into<String>) -> Sketch {
    Sketch {
        key: key.into(),
        kind: Kind::Townhall,
        title: title.into(),
        status: Status::Published,
        organizer: "ana.ruiz",
        when: When::OnDay(1, 10, 0),
        minutes: 60,
        zone: "W. Europe Standard Time",
        description: None,
        audience: "organization",
        co_organizers: Vec::new(),
        presenters: Vec::new(),
        outside_presenter: None,
        invited: Vec::new(),
        invited_guests: Vec::new(),
        capacity: None,
        registration: None,
        emails_attendees: true,
        course: Course::default(),
    }
}

/// The same as a webinar, for everyone and with registration.
pub(super) fn webinar(key: impl Into<String>, title: impl Into<String>) -> Sketch {
    let sketch = Sketch {
        kind: Kind::Webinar,
        ..townhall(key, title)
    };
    sketch.public().registering(500)
}

impl Sketch {
    pub(super) fn at(mut self, when: When, minutes: i64) -> Self {
        (self.when, self.minutes) = (when, minutes);
        self
    }

    pub(super) fn zone(mut self, zone: &'static str) -> Self {
        self.zone = zone;
        self
    }

    pub(super) fn draft(mut self) -> Self {
        self.status = Status::Draft;
        self
    }

    pub(super) fn canceled(mut self) -> Self {
        self.status = Status::Canceled;
        self
    }

    pub(super) fn by(mut self, organizer: &'static str) -> Self {
        self.organizer = organizer;
        self
    }

    pub(super) fn text(mut self, content: &str) -> Self {
        self.description = Some(body("text", content));
        self
    }

    pub(super) fn html(mut self, content: &str) -> Self {
        self.description = Some(body("html", content));
        self
    }

    pub(super) fn public(mut self) -> Self {
        self.audience = "everyone";
        self
    }

    pub(super) fn with(mut self, co_organizers: &[&'static str]) -> Self {
        self.co_organizers = co_organizers.to_vec();
        self
    }

    pub(super) fn speakers(mut self, presenters: &[&'static str]) -> Self {
        self.presenters = presenters.to_vec();
        self
    }

    pub(super) fn outside_speaker(mut self, name: &'static str, email: &'static str) -> Self {
        self.outside_presenter = Some((name, email));
        self
    }

    /// By invitation only, for these people of the directory.
    pub(super) fn invited(mut self, invited: &[&'static str]) -> Self {
        self.invited = invited.to_vec();
        self
    }

    pub(super) fn invited_guest(mut self, name: &'static str, email: &'static str) -> Self {
        self.invited_guests.push((name, email));
        self
    }

    pub(super) fn capacity(mut self, capacity: i64) -> Self {
        self.capacity = Some(capacity);
        self
    }

    pub(super) fn registering(mut self, capacity: i64) -> Self {
        self.registration = Some(capacity);
        self
    }

    /// Without e-mails to attendees.
    pub(super) fn quiet(mut self) -> Self {
        self.emails_attendees = false;
        self
    }

    /// What is out of the ordinary about its day.
    pub(super) fn course(mut self, change: impl FnOnce(&mut Course)) -> Self {
        change(&mut self.course);
        self
    }

    /// So many registrations made in the portal.
    pub(super) fn registrants(self, count: usize) -> Self {
        self.course(|course| course.registrants = count)
    }

    /// Whether it was rehearsed, where that must not be left to chance.
    pub(super) fn rehearsal(self, rehearsal: Rehearsal) -> Self {
        self.course(|course| course.rehearsal = rehearsal)
    }

    /// The event it stands for.
    pub(super) fn event(&self, ids: &Ids, tenant: &str, now: Timestamp) -> Event {
        let key = &self.key;
        let person = |who: &&str| ids.named(&format!("person/{who}"));
        let (start, end) = self.times(now);
        let guests = self
            .invited_guests
            .iter()
            .map(|(name, email)| Invitee::Guest {
                name: (*name).to_owned(),
                email: (*email).to_owned(),
            });
        let users = self
            .invited
            .iter()
            .map(|who| Invitee::User { id: person(who) });
        Event {
            id: format!("{}@{tenant}", ids.named(&format!("event/{key}"))),
            kind: self.kind,
            status: self.status,
            organizer: person(&self.organizer),
            created_at: created_at(now, &start),
            title: self.title.clone(),
            description: self.description.clone(),
            start,
            end,
            audience: self.audience.to_owned(),
            co_organizers: self.co_organizers.iter().map(person).collect(),
            invited: users.chain(guests).collect(),
            invite_only: !self.invited.is_empty() && self.kind == Kind::Townhall,
            capacity: self.capacity,
            emails_attendees: self.emails_attendees,
            external: Vec::new(),
            presenters: self.speaking(ids),
            desk: RegistrationDesk {
                id: ids.named(&format!("desk/{key}")),
                required: self.registration.is_some(),
                capacity: self.registration,
                ..RegistrationDesk::default()
            },
            course: self.course.clone(),
            session: (self.status != Status::Draft).then(|| ids.named(&format!("session/{key}"))),
        }
    }

    fn speaking(&self, ids: &Ids) -> Vec<Presenter> {
        let inside = self.presenters.iter().map(|who| {
            let id = ids.named(&format!("person/{who}"));
            Presenter {
                id: id.clone(),
                who: Invitee::User { id },
                details: None,
            }
        });
        let outside = self
            .outside_presenter
            .iter()
            .map(|(name, email)| Presenter {
                id: ids.named(&format!("presenter/{}/{email}", self.key)),
                who: Invitee::Guest {
                    name: (*name).to_owned(),
                    email: (*email).to_owned(),
                },
                details: None,
            });
        inside.chain(outside).collect()
    }

    fn times(&self, now: Timestamp) -> (WallTime, WallTime) {
        let start = match self.when {
            When::InMinutes(minutes) => {
                let at = now.as_second() + minutes * 60;
                // What is to come is rounded up, what has begun is rounded down.
                let at = if minutes > 0 { at + 299 } else { at };
                let full = Timestamp::from_second(at - at.rem_euclid(300)).unwrap_or(now);
                wall_of(full, self.zone)
            }
            When::OnDay(days, hour, minute) => wall_on_day(now, self.zone, days, hour, minute),
        };
        let begins = instant_of(&start).unwrap_or(now);
        let ends = begins
            .checked_add(SignedDuration::from_mins(self.minutes))
            .unwrap_or(begins);
        let end = wall_of(ends, self.zone);
        (start, end)
    }
}

/// Three weeks before the start, or yesterday when that is still to come.
fn created_at(now: Timestamp, start: &WallTime) -> Timestamp {
    let before = |at: Timestamp, hours: i64| {
        at.checked_sub(SignedDuration::from_hours(hours))
            .unwrap_or(at)
    };
    let planned = instant_of(start).map_or(now, |start| before(start, 21 * 24));
    planned.min(before(now, 24))
}

fn body(content_type: &str, content: &str) -> Body {
    Body {
        content_type: content_type.to_owned(),
        content: content.to_owned(),
    }
}
