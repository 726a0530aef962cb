//! What an answer means.

use virtual_events::{ConsentBy, Error, ErrorKind, RawAnswer};

use super::{Check, Group};

/// What an answer means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finding {
    /// It works; with the number of items of the first page, where it is a list.
    Works(Option<usize>),
    /// It works, and there is nothing: no photo, no registration.
    Nothing,
    /// It is missing, and somebody can do something about it.
    Missing(Remedy),
    /// The service doesn't let an app in a browser do it, whoever is signed in.
    NotFromBrowser,
    /// Nothing can be said: the service or the way to it failed.
    Unclear(ErrorKind),
}

/// Who can do something, and what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remedy {
    /// The user grants a permission.
    User,
    /// An administrator of the organization grants a permission.
    Administrator,
    /// The user signs in again.
    SignIn,
    /// The event's organizer, or a co-organizer where that is enough.
    Organizer,
    /// The event can't be seen: whoever organizes it makes the user a part of it.
    NotYours,
    /// An administrator of Teams: a policy or a licence stands in the way.
    TeamsAdministrator,
}

impl Finding {
    /// What the answer to a check means; an error where there was none.
    #[must_use]
    pub fn of(check: Check, outcome: &Result<RawAnswer, Error>) -> Self {
        let (error, status) = match outcome {
            Ok(answer) => match answer.error() {
                None => return Self::Works(answer.items()),
                Some(error) => (error, true),
            },
            Err(error) => (error.clone(), false),
        };
        let kind = error.kind();
        match kind {
            ErrorKind::Throttled | ErrorKind::Unavailable => return Self::Unclear(kind),
            // the service refuses tokens of users in its own ways: any answer but a success is a no
            _ if check.group() == Group::Applications => {
                let refused = status || kind == ErrorKind::ConsentRequired;
                return match kind {
                    _ if refused => Self::NotFromBrowser,
                    ErrorKind::SignInRequired => Self::Missing(Remedy::SignIn),
                    _ => Self::Unclear(kind),
                };
            }
            _ => {}
        }
        match (kind, check.group()) {
            (ErrorKind::ConsentRequired, _) => Self::Missing(consent(check)),
            (ErrorKind::SignInRequired, _) => Self::Missing(Remedy::SignIn),
            (ErrorKind::NotFound, _) if is_optional(check) => Self::Nothing,
            (ErrorKind::NotFound, Group::OneEvent) => Self::Missing(Remedy::NotYours),
            (ErrorKind::Forbidden, Group::OneEvent) => Self::Missing(Remedy::Organizer),
            (ErrorKind::Forbidden, Group::MyEvents) => Self::Missing(Remedy::TeamsAdministrator),
            (ErrorKind::Forbidden, _) => Self::Missing(Remedy::Administrator),
            _ => Self::Unclear(kind),
        }
    }
}

/// Whether finding nothing is as good as finding something.
fn is_optional(check: Check) -> bool {
    matches!(check, Check::Photo | Check::MyRegistration)
}

fn consent(check: Check) -> Remedy {
    let by_user = |scope: &virtual_events::Scope| scope.consent() == ConsentBy::User;
    if check.scopes().iter().any(by_user) {
        Remedy::User
    } else {
        Remedy::Administrator
    }
}
