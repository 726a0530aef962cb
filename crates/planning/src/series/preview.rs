//! What a change of one event would make of the others, before anything is sent.

use virtual_events::{EventChanges, EventId};

use super::scope::{Deed, Excluded, Scope, concerned};
use super::{Carried, ClockNote, Member, PeopleOutcome, SeriesEdit};
use crate::Reader;
use crate::draft::{EventDraft, Limits, Problem, Topic};

/// What would become of one event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview<'a> {
    /// The event.
    pub member: &'a Member,
    /// What would become of it.
    pub outcome: Outcome,
}

/// What would become of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It stays, for this reason.
    Excluded(Excluded),
    /// It is like that already.
    Unchanged,
    /// It is changed.
    Changed {
        /// As it will be.
        draft: Box<EventDraft>,
        /// What the clocks do to its new start.
        clock: ClockNote,
        /// What is sent; see [`SeriesEdit::task`] for its lists of people.
        changes: Box<EventChanges>,
        /// Who comes and who goes.
        people: Box<PeopleOutcome>,
        /// Texts of its own, other than those of the event shown, that are replaced.
        replaced: Vec<Topic>,
        /// What to look at; none of it blocks.
        warnings: Vec<Problem>,
    },
    /// It can't be changed like that.
    Blocked {
        /// As it would be.
        draft: Box<EventDraft>,
        /// What is wrong.
        problems: Vec<Problem>,
    },
}

impl SeriesEdit {
    /// What would become of each event in the scope, in the order of `members`.
    #[must_use]
    pub fn preview<'a>(
        &self,
        members: &'a [Member],
        anchor: &EventId,
        scope: Scope,
        reader: &Reader<'_>,
        limits: &Limits,
    ) -> Vec<Preview<'a>> {
        let chosen = concerned(members, anchor, scope, Deed::Edit, reader.now);
        let outcome = |member: &Member, excluded| match excluded {
            Some(why) => Outcome::Excluded(why),
            None => self.outcome(member, reader, limits),
        };
        let previews = chosen.into_iter().map(|one| Preview {
            member: one.member,
            outcome: outcome(one.member, one.excluded),
        });
        previews.collect()
    }

    fn outcome(&self, member: &Member, reader: &Reader<'_>, limits: &Limits) -> Outcome {
        let event = &member.mine.event;
        let before = EventDraft::from_event(event, reader.rules);
        let Carried { draft, clock } = self.carry(&before, reader.rules);
        let checked = draft.check_changes(event, reader.now, reader.rules, limits);
        let people = self.people(&event.id, &before, &draft);
        let draft = Box::new(draft);
        match checked.changes {
            Some(changes) if changes.is_empty() && people.presenters.is_empty() => {
                Outcome::Unchanged
            }
            Some(changes) => Outcome::Changed {
                replaced: self.replaced(&before, &changes),
                draft,
                clock,
                changes: Box::new(changes),
                people: Box::new(people),
                warnings: checked.problems,
            },
            None => Outcome::Blocked {
                draft,
                problems: checked.problems,
            },
        }
    }
    /// What is replaced of an event that had it otherwise than the one that is shown: whoever
    /// gave it a text of its own should know.
    fn replaced(&self, event: &EventDraft, changes: &EventChanges) -> Vec<Topic> {
        let shown = &self.before;
        let title = changes.display_name.is_some() && event.title.trim() != shown.title.trim();
        let said = |it: &EventDraft| it.description.trim().to_owned();
        let description =
            changes.description.is_some() && !said(event).is_empty() && said(event) != said(shown);
        let replaced = [(title, Topic::Title), (description, Topic::Description)];
        let replaced = replaced.into_iter().filter(|(is, _)| *is);
        replaced.map(|(_, topic)| topic).collect()
    }
}
