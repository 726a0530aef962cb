//! What somebody is to the event.

use virtual_events::{AttendanceRole, Identity, IdentityKind, TenantId};

/// The part somebody had in the meeting, weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Part {
    /// The service said none, or one that this version doesn't know. Counts as audience.
    #[default]
    Unknown,
    /// In the audience.
    Attendee,
    /// On stage.
    Presenter,
    /// Runs it.
    Organizer,
}

impl Part {
    /// All of them, strongest first.
    pub const ALL: [Self; 4] = [
        Self::Organizer,
        Self::Presenter,
        Self::Attendee,
        Self::Unknown,
    ];

    pub(super) fn of(role: Option<&AttendanceRole>) -> Self {
        match role {
            Some(AttendanceRole::Organizer) => Self::Organizer,
            Some(AttendanceRole::Presenter) => Self::Presenter,
            Some(AttendanceRole::Attendee) => Self::Attendee,
            Some(AttendanceRole::None | AttendanceRole::Other(_)) | None => Self::Unknown,
        }
    }

    /// Short name for addresses and exports: stable.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Organizer => "organizer",
            Self::Presenter => "presenter",
            Self::Attendee => "attendee",
            Self::Unknown => "unknown",
        }
    }
}

/// Where somebody comes from, by what the service knows of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A user of the organizer's tenant, or of one that isn't told.
    Member,
    /// A user of another tenant than the organizer's.
    OtherTenant,
    /// Known by name and e-mail address.
    Guest,
    /// Known by the name they typed, or not at all.
    Anonymous,
    /// Called in.
    Phone,
    /// A program: recorders, bots. Never counts as audience.
    Application,
    /// A kind that this version doesn't know.
    Other,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Member,
        Self::OtherTenant,
        Self::Guest,
        Self::Anonymous,
        Self::Phone,
        Self::Application,
        Self::Other,
    ];

    /// The kind of somebody with that identity, seen from the tenant `home`.
    ///
    /// Records often declare no type: an id then means a user of Entra, an e-mail address without
    /// one a guest. Users of Azure Communication Services are people who join in a browser without
    /// signing in.
    pub(super) fn of(
        identity: Option<&Identity>,
        email: Option<&str>,
        home: Option<&TenantId>,
    ) -> Self {
        let user = |identity: &Identity| match (home, &identity.tenant_id) {
            (Some(home), Some(tenant)) if !same(home, tenant) => Self::OtherTenant,
            _ => Self::Member,
        };
        let Some(identity) = identity else {
            return Self::without_identity(email);
        };
        match identity.kind() {
            Some(IdentityKind::User) => user(identity),
            Some(IdentityKind::Phone) => Self::Phone,
            Some(IdentityKind::Application | IdentityKind::ApplicationInstance) => {
                Self::Application
            }
            Some(IdentityKind::AzureCommunicationServicesUser | IdentityKind::Encrypted) => {
                Self::Anonymous
            }
            Some(IdentityKind::Other(_)) => Self::Other,
            Some(IdentityKind::Guest) => Self::Guest,
            None if super::who::usable(identity.id.as_ref().map(AsRef::as_ref)).is_some() => {
                Self::Member
            }
            None => Self::without_identity(email),
        }
    }

    fn without_identity(email: Option<&str>) -> Self {
        if email.is_some() {
            Self::Guest
        } else {
            Self::Anonymous
        }
    }

    /// Short name for addresses and exports: stable.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::OtherTenant => "other-tenant",
            Self::Guest => "guest",
            Self::Anonymous => "anonymous",
            Self::Phone => "phone",
            Self::Application => "application",
            Self::Other => "other",
        }
    }
}

fn same(one: &TenantId, other: &TenantId) -> bool {
    one.as_str().eq_ignore_ascii_case(other.as_str())
}
