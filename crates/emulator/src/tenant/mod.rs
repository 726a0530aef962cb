//! The organization that everything is about: its people, its events, who granted what.

mod attendance;
mod cast;
mod course;
mod demo;
mod directory;
mod event;
mod grants;
mod outbox;
mod padding;
mod people;
mod registrants;
mod sketch;
mod zones;

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

pub(crate) use attendance::{
    Attendance, LiveCall, Participant, Somebody, Stay, Way, live_calls, over_at, report_ids,
    reports,
};
pub(crate) use cast::{Account, Part};
pub(crate) use course::{Course, Rehearsal};
pub(crate) use event::{
    Body, Event, Invitee, Kind, Presenter, Question, Registration, RegistrationDesk, Role, Status,
    WallTime,
};
pub(crate) use grants::{APP_SCOPES, Grants};
pub(crate) use outbox::{Attached, Mailbox, SentMail};
pub(crate) use people::Person;
pub(crate) use registrants::{all as registrations, taken};
pub(crate) use zones::{instant_of, is_known_zone};

use crate::ident::Ids;

/// Name of the demo organization.
pub(crate) const ORGANIZATION: &str = "Northlight Cooperative";
/// Its verified domain.
pub(crate) const DOMAIN: &str = "northlight.example";

/// The name that the id of the relay's application follows from.
pub(crate) const RELAY: &str = "application/relay";

/// Everything of the organization that a reset makes anew.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Tenant {
    /// The tenant's identifier.
    pub(crate) id: String,
    /// The app's registration in it.
    pub(crate) client_id: String,
    /// The accounts that can sign in here, in the order of the choice page.
    pub(crate) accounts: Vec<Account>,
    /// The directory, by object id.
    pub(crate) people: BTreeMap<String, Person>,
    /// The events, by id.
    pub(crate) events: BTreeMap<String, Event>,
    /// Which scopes each account has granted, or had granted for it.
    pub(crate) grants: Grants,
    /// The mail that was sent, oldest first.
    #[serde(default)]
    pub(crate) outbox: Vec<SentMail>,
}

impl Tenant {
    /// The demo organization as it stands at `now`, with at least `events` events.
    pub(crate) fn demo(ids: &Ids, now: Timestamp, events: usize) -> Self {
        let id = ids.named("tenant");
        let accounts = cast::accounts(ids);
        let people = directory::people(ids);
        let mut tenant = Self {
            client_id: ids.named("client"),
            grants: Grants::of_demo(&accounts),
            id,
            accounts,
            people,
            events: BTreeMap::new(),
            outbox: Vec::new(),
        };
        for event in demo::events(&tenant, ids, now) {
            tenant.events.insert(event.id.clone(), event);
        }
        tenant.pad(ids, now, events);
        tenant.let_feeds_be_read(ids);
        tenant
    }

    /// Grants the relay's scope to everybody but the account that is there to lack it.
    fn let_feeds_be_read(&mut self, ids: &Ids) {
        let scope = format!("api://{}/Feed.Read", ids.named(RELAY));
        for account in &self.accounts {
            if account.part != Part::WithoutConsent {
                self.grants
                    .give(&account.oid, std::iter::once(scope.as_str()));
            }
        }
    }

    /// Adds events until there are `events`.
    pub(crate) fn pad(&mut self, ids: &Ids, now: Timestamp, events: usize) {
        padding::pad(self, ids, now, events);
    }

    /// The account with this object id, principal name or opaque hint.
    pub(crate) fn account(&self, hint: &str) -> Option<&Account> {
        self.accounts.iter().find(|account| {
            account.oid == hint
                || account.login_hint() == hint
                || self
                    .people
                    .get(&account.oid)
                    .is_some_and(|person| person.answers_to(hint))
        })
    }

    /// The account that plays `part`.
    pub(crate) fn cast(&self, part: Part) -> &str {
        self.accounts
            .iter()
            .find(|account| account.part == part)
            .map_or("", |account| account.oid.as_str())
    }

    /// What `oid` is to `event`; nothing when it must not even know of it.
    pub(crate) fn role(&self, event: &Event, oid: &str) -> Option<Role> {
        if event.organizer == oid {
            return Some(Role::Organizer);
        }
        // The pages say it of drafts: only the organizer sees them.
        if event.status == Status::Draft {
            return None;
        }
        if event.co_organizers.iter().any(|other| other == oid) {
            return Some(Role::CoOrganizer);
        }
        if event
            .presenters
            .iter()
            .any(|presenter| presenter.who.is_user(oid))
        {
            return Some(Role::Presenter);
        }
        let open = !event.invite_only || event.invited.iter().any(|guest| guest.is_user(oid));
        open.then_some(Role::Attendee)
    }
}
