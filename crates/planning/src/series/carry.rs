//! A change of one event, carried over to another of the same series.

use std::collections::{BTreeMap, BTreeSet};

use time::{Duration, PrimitiveDateTime};
use virtual_events::{EventId, WallTime};

use super::ClockNote;
use crate::draft::{DraftPerson, EventDraft, Invitee, Moment, Side};
use crate::zones::ZoneRules;

/// What was changed of one event: its draft before and after.
///
/// Of the lists of people only the difference counts: who stands in `after` alone is added to
/// each event, who stands in `before` alone is taken off wherever they are. So `before` may name
/// people of other events than this one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeriesEdit {
    /// As [`EventDraft::from_event`] gives it.
    pub before: EventDraft,
    /// As it shall be.
    pub after: EventDraft,
    /// Who presents, of the events of which that is known: presenters aren't part of an event.
    pub presenting: BTreeMap<EventId, Vec<Invitee>>,
}

/// An event after such a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carried {
    /// As it will be.
    pub draft: EventDraft,
    /// What the clocks do to its new start; plain if the start stays.
    pub clock: ClockNote,
}

impl SeriesEdit {
    /// What `other`, an event of the same series, becomes.
    ///
    /// Only what differs between before and after is carried over. Texts and switches are replaced.
    /// A new time of day is put in place of the old, a new date moves by as many days, both on the
    /// clocks of the event's own zone; another zone is put in place, and what stands on the clocks
    /// stays. Of the lists of people, those added are added and those taken off taken off.
    ///
    /// A start that the clocks skip is moved on by the length of the gap, of one that they show
    /// twice the first is meant, as in [`super::Series::expand`]; both are told.
    #[must_use]
    pub fn carry(&self, other: &EventDraft, rules: &dyn ZoneRules) -> Carried {
        let (before, after) = (&self.before, &self.after);
        let mut draft = other.clone();
        if after.title != before.title {
            draft.title.clone_from(&after.title);
        }
        if (&after.description, &after.description_markup)
            != (&before.description, &before.description_markup)
        {
            draft.description.clone_from(&after.description);
            draft.description_markup = after.description_markup.clone();
        }
        if after.registration_required != before.registration_required {
            draft.registration_required = after.registration_required;
        }
        if after.attendee_emails != before.attendee_emails {
            draft.attendee_emails = after.attendee_emails;
        }
        draft.co_organizers = people(
            &draft.co_organizers,
            &before.co_organizers,
            &after.co_organizers,
            DraftPerson::key,
        );
        draft.invited = people(
            &draft.invited,
            &before.invited,
            &after.invited,
            Invitee::key,
        );
        draft
            .co_organizer_typed
            .clone_from(&after.co_organizer_typed);
        draft.invited_typed.clone_from(&after.invited_typed);
        let clock = self.carry_times(&mut draft, rules);
        Carried { draft, clock }
    }

    fn carry_times(&self, draft: &mut EventDraft, rules: &dyn ZoneRules) -> ClockNote {
        let (before, after) = (&self.before, &self.after);
        let typed = |it: &EventDraft| (it.start_date.clone(), it.start_time.clone());
        let zone_moves = after.zone.trim() != before.zone.trim();
        let start_moves =
            zone_moves || typed(after) != typed(before) || after.start_side != before.start_side;
        let length = |it: &EventDraft| it.duration_minutes(rules);
        let length_moves = length(after) != length(before);
        if !start_moves && !length_moves {
            return ClockNote::Plain;
        }
        if zone_moves {
            draft.set_zone(&after.iana_zone(), rules);
        }
        if length_moves {
            draft.length_minutes = after.length_minutes;
        }
        let day_moves = self.days_moved(rules).unwrap_or(0);
        let start = draft.start(rules).wall();
        let time = after.start(rules).wall().map(|it| it.date_time().time());
        let same_time = after.start_time == before.start_time;
        if let Some((start, time)) = start.zip(time) {
            let day = start
                .date_time()
                .date()
                .checked_add(Duration::days(day_moves));
            let time = if same_time {
                start.date_time().time()
            } else {
                time
            };
            if let Some(day) = day {
                let wall = WallTime::new(PrimitiveDateTime::new(day, time));
                return place(draft, wall, rules);
            }
        }
        ClockNote::Plain
    }

    fn days_moved(&self, rules: &dyn ZoneRules) -> Option<i64> {
        let day = |draft: &EventDraft| Some(draft.start(rules).wall()?.date_time().date());
        Some((day(&self.after)? - day(&self.before)?).whole_days())
    }
}

/// Puts the start there, the end behind it by the draft's length; says what the clocks make of it.
pub(super) fn place(draft: &mut EventDraft, start: WallTime, rules: &dyn ZoneRules) -> ClockNote {
    draft.set_start_wall(start, rules);
    match draft.start(rules) {
        Moment::Skipped { later, .. } => {
            draft.set_start_wall(later, rules);
            ClockNote::Skipped
        }
        Moment::Twice { .. } => {
            draft.choose_start(Side::Earlier, rules);
            ClockNote::Twice
        }
        _ => ClockNote::Plain,
    }
}

/// `list` with what was added between `before` and `after`, and without what was taken off.
fn people<P: Clone>(list: &[P], before: &[P], after: &[P], key: fn(&P) -> String) -> Vec<P> {
    let keys = |people: &[P]| people.iter().map(key).collect::<BTreeSet<_>>();
    let (had, has, there) = (keys(before), keys(after), keys(list));
    let stay = list.iter().filter(|one| {
        let key = key(one);
        has.contains(&key) || !had.contains(&key)
    });
    let come = after.iter().filter(|one| {
        let key = key(one);
        !had.contains(&key) && !there.contains(&key)
    });
    stay.chain(come).cloned().collect()
}
