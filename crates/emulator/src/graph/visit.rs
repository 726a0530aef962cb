//! What an operation has at hand: the caller, the call, and the world.

use jiff::Timestamp;

use super::call::Call;
use super::reply::Refusal;
use super::shape::Shape;
use crate::running::Ports;
use crate::tenant::{Event, Kind, Role, Tenant};
use crate::world::World;

/// Who calls, with which scopes.
#[derive(Debug, Clone)]
pub(super) struct Caller {
    /// The user's object id, or the application's own.
    pub(super) oid: String,
    /// Delegated scopes, or an application's roles.
    pub(super) scopes: Vec<String>,
    pub(super) rights: Rights,
    /// The application's id.
    pub(super) application: String,
    pub(super) token_ends_at: Timestamp,
}

/// Whose rights a token carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rights {
    /// A user's, as far as the application has them.
    Delegated,
    /// The application's own.
    Application,
}

impl Caller {
    /// That the token has one of these scopes; none at all means that no delegated token helps.
    pub(super) fn needs(&self, scopes: &[&str]) -> Result<(), Refusal> {
        let has = |wanted: &&str| self.scopes.iter().any(|held| held == wanted);
        if scopes.iter().any(has) {
            Ok(())
        } else {
            Err(Refusal::lacks_scope(scopes))
        }
    }

    /// That the token is an application's with one of these roles: no delegated one will do.
    pub(super) fn needs_role(&self, roles: &[&str]) -> Result<(), Refusal> {
        match self.rights {
            Rights::Delegated => self.needs(&[]),
            Rights::Application => self.needs(roles),
        }
    }

    /// What the caller is to an event; an application sees all of them, and prepares none.
    fn role(&self, tenant: &Tenant, event: &Event) -> Option<Role> {
        match self.rights {
            Rights::Delegated => tenant.role(event, &self.oid),
            Rights::Application => Some(Role::CoOrganizer),
        }
    }
}

/// One call being answered.
#[derive(Debug)]
pub(super) struct Visit<'w> {
    pub(super) world: &'w mut World,
    pub(super) ports: Ports,
    pub(super) caller: Caller,
    pub(super) call: &'w Call,
    pub(super) now: Timestamp,
    pub(super) shape: Shape,
}

impl Visit<'_> {
    /// The event and what the caller is to it; 404 when that is nothing.
    pub(super) fn event(&self, kind: Kind, id: &str) -> Result<(&Event, Role), Refusal> {
        let tenant = &self.world.tenant;
        tenant
            .events
            .get(id)
            .filter(|event| event.kind == kind)
            .and_then(|event| Some((event, self.caller.role(tenant, event)?)))
            .ok_or_else(|| Refusal::not_found("The virtual event"))
    }

    /// The event, for its organizer or a co-organizer to change.
    pub(super) fn editable(&mut self, kind: Kind, id: &str) -> Result<&mut Event, Refusal> {
        let (_, role) = self.event(kind, id)?;
        match role {
            Role::Organizer | Role::CoOrganizer => self.event_mut(id),
            Role::Presenter | Role::Attendee => Err(Refusal::forbidden(
                "Only the organizer and co-organizers can change the virtual event.",
            )),
        }
    }

    /// The event, for its organizer alone.
    pub(super) fn owned(&mut self, kind: Kind, id: &str) -> Result<&mut Event, Refusal> {
        let (_, role) = self.event(kind, id)?;
        if role == Role::Organizer {
            return self.event_mut(id);
        }
        Err(Refusal::forbidden(
            "Only the organizer can publish or cancel the virtual event.",
        ))
    }

    /// The event, for whoever may see it and acts for themselves.
    pub(super) fn visible(&mut self, kind: Kind, id: &str) -> Result<&mut Event, Refusal> {
        self.event(kind, id)?;
        self.event_mut(id)
    }

    fn event_mut(&mut self, id: &str) -> Result<&mut Event, Refusal> {
        let event = self.world.tenant.events.get_mut(id);
        event.ok_or_else(|| Refusal::not_found("The virtual event"))
    }
}
