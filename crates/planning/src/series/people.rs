//! Whom a change of several events adds, and whom it takes off.

use std::collections::BTreeSet;

use virtual_events::{EventChanges, EventId, Identity, UserId};

use super::{Member, SeriesEdit};
use crate::draft::{DraftPerson, EventDraft, Invitee};
use crate::run::{Action, Amendment, PeopleChange, Task};

/// Who comes and who goes, by the names to show.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ComeAndGo {
    /// Who is added.
    pub come: Vec<String>,
    /// Who is taken off.
    pub go: Vec<String>,
}

/// Who comes to an event and who goes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PeopleOutcome {
    /// Co-organizers.
    pub co_organizers: ComeAndGo,
    /// Invited attendees.
    pub invited: ComeAndGo,
    /// Presenters; where it isn't known who presents, all that are to be added.
    pub presenters: ComeAndGo,
}

impl ComeAndGo {
    /// Whether nobody comes and nobody goes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.come.is_empty() && self.go.is_empty()
    }

    fn between<P>(
        before: &[P],
        after: &[P],
        key: fn(&P) -> String,
        name: fn(&P) -> String,
    ) -> Self {
        let names = |people: Vec<&P>| people.into_iter().map(name).collect();
        Self {
            come: names(only_in(after, before, key)),
            go: names(only_in(before, after, key)),
        }
    }
}

impl SeriesEdit {
    /// The task that makes the change of one event, with the name it is reported by.
    ///
    /// `changes` is what [`SeriesEdit::preview`] gave. Its lists of people are as the event was
    /// read then; the run puts the same people on them, and takes the same off, as they are by
    /// then. Presenters are a write each.
    #[must_use]
    pub fn task(&self, label: &str, member: &Member, changes: &EventChanges) -> Task {
        let mut rest = changes.clone();
        let named = |list: Option<Vec<Identity>>, change: PeopleChange| match list {
            Some(_) => change,
            None => PeopleChange::default(),
        };
        let co_organizers = named(rest.co_organizers.take(), self.co_organizer_change());
        let invited = rest
            .townhall_only_mut()
            .and_then(|only| only.invited_attendees.take());
        let invited = named(invited, self.invited_change());
        let amendment = Amendment {
            changes: Box::new(rest),
            co_organizers,
            invited,
        };
        let task = Task::amend(label, member.id(), amendment);
        let (come, go) = self.presenter_change(member.id());
        let add = |who: &Invitee| Action::AddPresenter(Box::new(who.named_identity()));
        let remove = |who: &Invitee| Action::RemovePresenter(Box::new(who.named_identity()));
        // who goes first makes room for who comes
        let steps = go.iter().map(remove).chain(come.iter().map(add));
        steps.fold(task, Task::then)
    }

    /// Who comes to the event and who goes; `before` and `after` are what it is and becomes.
    pub(super) fn people(
        &self,
        event: &EventId,
        before: &EventDraft,
        after: &EventDraft,
    ) -> PeopleOutcome {
        let (come, go) = self.presenter_change(event);
        let labels = |people: &[Invitee]| people.iter().map(invitee_name).collect();
        PeopleOutcome {
            co_organizers: ComeAndGo::between(
                &before.co_organizers,
                &after.co_organizers,
                DraftPerson::key,
                person_name,
            ),
            invited: ComeAndGo::between(
                &before.invited,
                &after.invited,
                Invitee::key,
                invitee_name,
            ),
            presenters: ComeAndGo {
                come: labels(&come),
                go: labels(&go),
            },
        }
    }

    /// Who is to be added as presenter of an event, and who taken off.
    fn presenter_change(&self, event: &EventId) -> (Vec<Invitee>, Vec<Invitee>) {
        let (before, after) = (&self.before.presenters, &self.after.presenters);
        let owned = |people: Vec<&Invitee>| people.into_iter().cloned().collect::<Vec<_>>();
        let mut come = owned(only_in(after, before, Invitee::key));
        let mut go = owned(only_in(before, after, Invitee::key));
        if let Some(there) = self.presenting.get(event) {
            let is_there = |who: &Invitee| there.iter().any(|other| other.key() == who.key());
            come.retain(|who| !is_there(who));
            go.retain(is_there);
        }
        (come, go)
    }

    fn co_organizer_change(&self) -> PeopleChange {
        let (before, after) = (&self.before.co_organizers, &self.after.co_organizers);
        let identities = |people: Vec<&DraftPerson>| {
            let people = people.into_iter();
            people.filter_map(DraftPerson::identity).collect()
        };
        PeopleChange {
            come: identities(only_in(after, before, DraftPerson::key)),
            go: identities(only_in(before, after, DraftPerson::key)),
        }
    }

    fn invited_change(&self) -> PeopleChange {
        let (before, after) = (&self.before.invited, &self.after.invited);
        let identities =
            |people: Vec<&Invitee>| people.into_iter().map(Invitee::identity).collect();
        PeopleChange {
            come: identities(only_in(after, before, Invitee::key)),
            go: identities(only_in(before, after, Invitee::key)),
        }
    }
}

/// Those of `these` who aren't among `those`, each once.
fn only_in<'a, P>(these: &'a [P], those: &[P], key: fn(&P) -> String) -> Vec<&'a P> {
    let mut seen: BTreeSet<String> = those.iter().map(key).collect();
    let fresh = these.iter().filter(|one| seen.insert(key(one)));
    fresh.collect()
}

fn person_name(person: &DraftPerson) -> String {
    known(&person.name, &person.email, person.id.as_ref())
}

fn invitee_name(who: &Invitee) -> String {
    known(&who.name, &who.email, who.id.as_ref())
}

/// The first of them that is known.
fn known(name: &str, email: &str, id: Option<&UserId>) -> String {
    let all = [name, email, id.map_or("", UserId::as_str)];
    let known = all.into_iter().find(|it| !it.is_empty());
    known.unwrap_or_default().to_owned()
}
