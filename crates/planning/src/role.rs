//! What somebody may do with an event, and why not.

use virtual_events::{EventStatus, Identity, Role, UserId, UtcInstant, VirtualEvent};

/// Whether something may be done, and if not, why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Permission {
    /// It may be done.
    Allowed,
    /// It may not.
    Denied(WhyNot),
}

impl Permission {
    /// Whether it may be done.
    #[must_use]
    pub fn is_allowed(self) -> bool {
        self == Self::Allowed
    }

    /// The reason if it may not be done.
    #[must_use]
    pub fn why_not(self) -> Option<WhyNot> {
        match self {
            Self::Allowed => None,
            Self::Denied(reason) => Some(reason),
        }
    }
}

/// Why something can't be done with an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WhyNot {
    /// The user is neither organizer nor co-organizer.
    NotYours,
    /// The user is a co-organizer, and only the organizer may.
    OrganizerOnly,
    /// The event is published already, and there is no way back.
    AlreadyPublished,
    /// The event is cancelled, which is final.
    Cancelled,
    /// The event is over.
    Over,
    /// The event has a status that this version doesn't know.
    UnknownStatus,
}

/// What a user may do with one event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Permissions {
    /// Change what can be changed after creation.
    pub edit: Permission,
    /// Make the draft public to those invited.
    pub publish: Permission,
    /// Call the event off.
    pub cancel: Permission,
}

impl Permissions {
    /// What somebody in `role` may do at `now` with an event of that status and end.
    ///
    /// Organizers may do all; co-organizers may edit, but neither publish nor cancel. Nobody may
    /// do anything to a cancelled event. An event whose end has passed can be neither published
    /// (move it first) nor cancelled, but its texts can still be put right. The service doesn't say
    /// whether a draft may be cancelled; as there is no delete, the organizer is let try.
    /// Source: role table of Graph `virtualEventTownhall` and `virtualEventWebinar`.
    #[must_use]
    pub fn of(
        role: Option<Role>,
        status: Option<&EventStatus>,
        end: Option<UtcInstant>,
        now: UtcInstant,
    ) -> Self {
        let by_role = match role {
            Some(Role::Organizer) => Permission::Allowed,
            Some(Role::CoOrganizer) => Permission::Denied(WhyNot::OrganizerOnly),
            None => Permission::Denied(WhyNot::NotYours),
        };
        let by_editor = match role {
            Some(Role::Organizer | Role::CoOrganizer) => Permission::Allowed,
            None => Permission::Denied(WhyNot::NotYours),
        };
        let over = end.is_some_and(|end| end <= now).then_some(WhyNot::Over);
        // what the user can never change (the role) is said before what may pass (the status)
        let unless = |by: Permission, reason: Option<WhyNot>| match (by, reason) {
            (Permission::Allowed, Some(reason)) => Permission::Denied(reason),
            (by, _) => by,
        };
        let (edit, publish, cancel) = match status {
            Some(EventStatus::Draft) => (None, over, None),
            Some(EventStatus::Published) => (None, Some(WhyNot::AlreadyPublished), over),
            Some(EventStatus::Canceled) => (
                Some(WhyNot::Cancelled),
                Some(WhyNot::Cancelled),
                Some(WhyNot::Cancelled),
            ),
            Some(EventStatus::Other(_)) | None => (
                None,
                Some(WhyNot::UnknownStatus),
                Some(WhyNot::UnknownStatus),
            ),
        };
        Self {
            edit: unless(by_editor, edit),
            publish: unless(by_role, publish),
            cancel: unless(by_role, cancel),
        }
    }
}

/// The role of the user `me` in an event, as the event itself tells.
///
/// `None` for everybody else: presenters and attendees can't be told apart from strangers here.
/// Ids are compared without regard to letter case.
#[must_use]
pub fn my_role(event: &VirtualEvent, me: &UserId) -> Option<Role> {
    let is_me = |identity: &Identity| {
        identity
            .id
            .as_ref()
            .is_some_and(|id| id.as_str().eq_ignore_ascii_case(me.as_str()))
    };
    let creator = event.created_by.as_ref().and_then(|set| set.user.as_ref());
    if creator.is_some_and(is_me) {
        Some(Role::Organizer)
    } else if event.co_organizers.iter().any(is_me) {
        Some(Role::CoOrganizer)
    } else {
        None
    }
}

/// The one of several roles that may do most.
#[must_use]
pub fn strongest(roles: &[Role]) -> Option<Role> {
    [Role::Organizer, Role::CoOrganizer]
        .into_iter()
        .find(|role| roles.contains(role))
}

#[cfg(test)]
mod tests {
    use virtual_events::{EventStatus, Identity, Role, UserId};

    use super::{Permission, Permissions, WhyNot, my_role, strongest};
    use crate::jiff_rules::utc;
    use crate::sample::townhall;

    const ALLOWED: Permission = Permission::Allowed;
    const fn denied(why: WhyNot) -> Permission {
        Permission::Denied(why)
    }

    /// Edit, publish, cancel at noon for an event that ends then or an hour later.
    fn may(role: Option<Role>, status: &EventStatus, over: &str) -> [Permission; 3] {
        let now = utc("2027-01-01T12:00Z");
        let end = if over == "over" {
            now
        } else {
            utc("2027-01-01T13:00Z")
        };
        let all = Permissions::of(role, Some(status), Some(end), now);
        [all.edit, all.publish, all.cancel]
    }

    #[test]
    fn an_organizer_may_do_with_a_draft_whatever_can_be_done() {
        let role = Some(Role::Organizer);
        assert_eq!(may(role, &EventStatus::Draft, "to come"), [ALLOWED; 3]);
        let passed = may(role, &EventStatus::Draft, "over");
        assert_eq!(passed, [ALLOWED, denied(WhyNot::Over), ALLOWED]);
    }

    #[test]
    fn a_published_event_can_be_cancelled_until_it_is_over() {
        let role = Some(Role::Organizer);
        let (published, already) = (EventStatus::Published, denied(WhyNot::AlreadyPublished));
        assert_eq!(
            may(role, &published, "to come"),
            [ALLOWED, already, ALLOWED]
        );
        assert_eq!(
            may(role, &published, "over"),
            [ALLOWED, already, denied(WhyNot::Over)]
        );
    }

    #[test]
    fn a_co_organizer_edits_but_is_told_that_the_rest_is_the_organizers() {
        let only = denied(WhyNot::OrganizerOnly);
        for status in [EventStatus::Draft, EventStatus::Published] {
            assert_eq!(
                may(Some(Role::CoOrganizer), &status, "to come"),
                [ALLOWED, only, only]
            );
        }
    }

    #[test]
    fn others_may_nothing_and_cancelled_is_final() {
        assert_eq!(
            may(None, &EventStatus::Draft, "to come"),
            [denied(WhyNot::NotYours); 3]
        );
        let cancelled = may(Some(Role::Organizer), &EventStatus::Canceled, "to come");
        assert_eq!(cancelled, [denied(WhyNot::Cancelled); 3]);
    }

    #[test]
    fn a_status_of_tomorrow_is_not_acted_upon() {
        let paused = EventStatus::Other("paused".into());
        let unknown = denied(WhyNot::UnknownStatus);
        assert_eq!(
            may(Some(Role::Organizer), &paused, "to come"),
            [ALLOWED, unknown, unknown]
        );
    }

    #[test]
    fn the_event_itself_tells_whose_it_is() {
        let mut event = townhall("one", "x");
        event.co_organizers = vec![Identity::user(UserId::from("paul"))];
        let role = |id: &str| my_role(&event, &UserId::from(id));

        assert_eq!(role("ana"), Some(Role::Organizer));
        // ids come in either case
        assert_eq!(role("PAUL"), Some(Role::CoOrganizer));
        assert_eq!(role("eve"), None);

        event.created_by = None;
        assert_eq!(my_role(&event, &UserId::from("ana")), None);
    }

    #[test]
    fn of_two_roles_the_organizers_counts() {
        assert_eq!(
            strongest(&[Role::CoOrganizer, Role::Organizer]),
            Some(Role::Organizer)
        );
        assert_eq!(strongest(&[Role::CoOrganizer]), Some(Role::CoOrganizer));
        assert_eq!(strongest(&[]), None);
    }
}
