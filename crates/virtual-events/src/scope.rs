//! Delegated permissions.

/// A delegated permission of Microsoft Graph.
///
/// An operation hands its scopes to the [`TokenProvider`](crate::TokenProvider) as
/// alternatives, least privileged first: a token that holds any one of them will do.
/// Source: Graph page "Microsoft Graph permissions reference".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Scope {
    /// `User.Read`: the signed-in user's profile. A user can consent.
    UserRead,
    /// `User.ReadBasic.All`: basic profiles of everybody in the directory. A user can consent.
    UserReadBasicAll,
    /// `People.Read`: people relevant to the signed-in user. A user can consent.
    PeopleRead,
    /// `VirtualEvent.Read`: read events. An administrator must consent.
    VirtualEventRead,
    /// `VirtualEvent.ReadWrite`: read and change events. An administrator must consent.
    VirtualEventReadWrite,
    /// `OnlineMeetingArtifact.Read.All`: attendance reports. A user can consent.
    OnlineMeetingArtifactReadAll,
    /// `Mail.Send`: send mail from the signed-in user's mailbox. A user can consent.
    MailSend,
    /// A scope of another service than Graph, by its whole name: no call of this crate asks for
    /// one, but tokens for them come from the same [`TokenProvider`](crate::TokenProvider).
    Elsewhere(&'static str),
}

impl Scope {
    /// The scope's name as Entra knows it, without the resource in front.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::UserRead => "User.Read",
            Self::UserReadBasicAll => "User.ReadBasic.All",
            Self::PeopleRead => "People.Read",
            Self::VirtualEventRead => "VirtualEvent.Read",
            Self::VirtualEventReadWrite => "VirtualEvent.ReadWrite",
            Self::OnlineMeetingArtifactReadAll => "OnlineMeetingArtifact.Read.All",
            Self::MailSend => "Mail.Send",
            Self::Elsewhere(name) => name,
        }
    }

    /// The scope's address form, `https://graph.microsoft.com/…`, for a global-cloud request.
    #[must_use]
    pub const fn address(self) -> &'static str {
        match self {
            Self::UserRead => "https://graph.microsoft.com/User.Read",
            Self::UserReadBasicAll => "https://graph.microsoft.com/User.ReadBasic.All",
            Self::PeopleRead => "https://graph.microsoft.com/People.Read",
            Self::VirtualEventRead => "https://graph.microsoft.com/VirtualEvent.Read",
            Self::VirtualEventReadWrite => "https://graph.microsoft.com/VirtualEvent.ReadWrite",
            Self::OnlineMeetingArtifactReadAll => {
                "https://graph.microsoft.com/OnlineMeetingArtifact.Read.All"
            }
            Self::MailSend => "https://graph.microsoft.com/Mail.Send",
            Self::Elsewhere(name) => name,
        }
    }

    /// Whether a user can grant it, or only an administrator.
    #[must_use]
    pub const fn consent(self) -> ConsentBy {
        match self {
            Self::VirtualEventRead | Self::VirtualEventReadWrite => ConsentBy::Administrator,
            Self::UserRead
            | Self::UserReadBasicAll
            | Self::PeopleRead
            | Self::OnlineMeetingArtifactReadAll
            | Self::MailSend
            | Self::Elsewhere(_) => ConsentBy::User,
        }
    }
}

impl std::fmt::Display for Scope {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Who can grant a scope to the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConsentBy {
    /// Any user for themselves, unless the tenant forbids it.
    User,
    /// An administrator, for the tenant.
    Administrator,
}

pub(crate) const READ_EVENTS: &[Scope] = &[Scope::VirtualEventRead, Scope::VirtualEventReadWrite];
/// For calls that only an application permission opens: Graph's 403 shall say so, not a consent.
pub(crate) const READ_ALL_EVENTS: &[Scope] = READ_EVENTS;
pub(crate) const WRITE_EVENTS: &[Scope] = &[Scope::VirtualEventReadWrite];
/// "List questions" and the subscription tables name the read scope alone.
pub(crate) const READ_ONLY_NAMED: &[Scope] = &[Scope::VirtualEventRead];
pub(crate) const READ_ATTENDANCE: &[Scope] = &[Scope::OnlineMeetingArtifactReadAll];
pub(crate) const READ_ME: &[Scope] = &[Scope::UserRead];
pub(crate) const READ_USERS: &[Scope] = &[Scope::UserReadBasicAll];
pub(crate) const READ_PEOPLE: &[Scope] = &[Scope::PeopleRead];
pub(crate) const SEND_MAIL: &[Scope] = &[Scope::MailSend];
