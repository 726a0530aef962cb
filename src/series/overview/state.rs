//! The events of the series, and which of its views the address names.

use super::Shape;
use crate::event::{Clock, EventList};
use crate::router::Router;
use crate::routes::Page;
use crate::series::sending::Sending;
use crate::shell::Workspace;
use leptos::prelude::*;
use planning::Phase;
use planning::series::{Deed, Member, Rule, SeriesId, members};
use virtual_events::{EventId, EventKind, UtcInstant};

/// How old the list of events may be when the page opens, in seconds.
const STALE: u64 = 30;

/// A series.
#[derive(Clone, Copy)]
pub(super) struct SeriesState {
    pub(super) list: EventList,
    pub(super) workspace: Workspace,
    clock: Clock,
    id: StoredValue<SeriesId>,
    /// Its town halls, as far as they are mine; `None` until the first read is done.
    pub(super) members: Memo<Option<Vec<Member>>>,
    router: Router,
    /// What is sent from here.
    pub(super) sending: Sending,
}

/// Which view of the series is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shown {
    /// All town halls.
    List,
    /// A change, told by one of them.
    Edit(EventId),
    /// Publishing or calling off, told by one of them.
    Act(Deed, EventId),
}

/// How many there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Count {
    /// All of them.
    pub(crate) all: usize,
    /// Those that are to come.
    pub(crate) to_come: usize,
}

impl SeriesState {
    /// Shows what the list knows at once, and reads it anew where it is old.
    pub(super) fn open(id: SeriesId) -> Self {
        let (list, workspace) = (EventList::expect(), Workspace::expect());
        list.ensure(STALE);
        let id = StoredValue::new(id);
        let found = Memo::new(move |_| {
            let events = list.known().events?;
            let rules = workspace.rules();
            Some(id.with_value(|id| members(events.iter(), id, &*rules)))
        });
        Self {
            list,
            workspace,
            clock: Clock::expect(),
            id,
            members: found,
            router: Router::expect(),
            sending: Sending::new(),
        }
    }

    /// Which shape the page has; tracks.
    pub(super) fn shape(self) -> Shape {
        match &*self.members.read() {
            Some(members) if !members.is_empty() => Shape::There,
            // what was made a moment ago may not be in the list yet
            Some(_) if self.list.reading() => Shape::Loading,
            Some(_) => Shape::Unknown,
            None if self.list.known().error.is_some() => Shape::Failed,
            None => Shape::Loading,
        }
    }

    /// Which view the address names; tracks.
    pub(super) fn shown(self) -> Shown {
        let [edit, cancel, publish] = self.router.query(["edit", "cancel", "publish"]);
        let named = [
            (edit, Deed::Edit),
            (cancel, Deed::Cancel),
            (publish, Deed::Publish),
        ];
        let Some((id, deed)) = named.into_iter().find(|(id, _)| !id.is_empty()) else {
            return Shown::List;
        };
        match deed {
            Deed::Edit => Shown::Edit(EventId::from(id)),
            deed => Shown::Act(deed, EventId::from(id)),
        }
    }

    /// The address of a view.
    pub(super) fn address(self, deed: Deed, id: &EventId) -> String {
        let name = match deed {
            Deed::Edit => "?edit=",
            Deed::Cancel => "?cancel=",
            Deed::Publish => "?publish=",
        };
        let id = String::from(js_sys::encode_uri_component(id.as_str()));
        [&self.path(), name, &id].concat()
    }

    /// The address of the list.
    pub(super) fn path(self) -> String {
        Page::Series(self.id.get_value()).path()
    }

    /// Shows the list again, as it is after a run.
    pub(super) fn to_list(self) {
        self.router.readdress(&self.path());
    }

    /// Which kind they are of: a series is made of one; tracks.
    pub(super) fn kind(self) -> EventKind {
        let members = self.members.read();
        let first = members.iter().flatten().next();
        first.map_or(EventKind::Townhall, |it| it.mine.event.kind)
    }

    /// The title of the first town hall that has one; tracks.
    pub(super) fn title(self) -> Option<String> {
        let members = self.members.read();
        let titles = members
            .iter()
            .flatten()
            .map(|it| &it.mine.event.display_name);
        let mut titles = titles.flatten();
        titles.find(|it| !it.trim().is_empty()).cloned()
    }

    /// The rule, as one of the town halls carries it; tracks.
    pub(super) fn rule(self) -> Option<Rule> {
        let members = self.members.read();
        members.iter().flatten().find_map(|it| it.tie.rule.clone())
    }

    /// How many there are; tracks, the clock too.
    pub(super) fn count(self) -> Count {
        let members = self.members.read();
        let members = members.iter().flatten();
        let to_come = |member: &&Member| {
            matches!(
                self.phase(member),
                Phase::Draft | Phase::Upcoming | Phase::OnNow
            )
        };
        Count {
            all: members.clone().count(),
            to_come: members.filter(to_come).count(),
        }
    }

    /// Where a town hall stands by the clock; tracks the clock.
    pub(super) fn phase(self, member: &Member) -> Phase {
        let status = member.mine.event.status.as_ref();
        Phase::of(status, member.start, member.end, self.clock.now())
    }

    /// The clock's now.
    pub(super) fn now(self) -> UtcInstant {
        self.clock.glance()
    }
}
