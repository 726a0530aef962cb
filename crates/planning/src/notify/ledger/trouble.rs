//! What can be wrong with a subscription.

use serde::{Deserialize, Serialize};
use virtual_events::{Error, ErrorKind};

/// Why making or keeping a subscription failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Trouble {
    /// The address didn't answer Graph's question in time, or wrongly.
    NotValidated,
    /// Only organizers and co-organizers may, in the host's tenant.
    NotOrganizer,
    /// There is one for the same resource and changes already.
    ExistsAlready,
    /// The service doesn't have it any more.
    Gone,
    /// A permission isn't granted.
    NoPermission,
    /// The user has to sign in.
    SignedOut,
    /// No connection, or no answer in time.
    Unreachable,
    /// Too many requests, or the service fails for the moment.
    Busy,
    /// The relay refused, or can't be reached.
    Relay(String),
    /// Something else, as the service named it.
    Other(String),
}

impl Trouble {
    /// What a failed call on a subscription means.
    #[must_use]
    pub fn of(error: &Error) -> Self {
        match error.kind() {
            ErrorKind::Invalid if is_validation(error) => Self::NotValidated,
            ErrorKind::Forbidden => Self::NotOrganizer,
            ErrorKind::Conflict => Self::ExistsAlready,
            ErrorKind::NotFound => Self::Gone,
            ErrorKind::ConsentRequired => Self::NoPermission,
            ErrorKind::SignInRequired => Self::SignedOut,
            ErrorKind::Offline | ErrorKind::Timeout => Self::Unreachable,
            ErrorKind::Throttled | ErrorKind::Unavailable => Self::Busy,
            _ => Self::Other(error.to_string()),
        }
    }
}

/// Graph says it in words only: its code is that of any other bad request.
fn is_validation(error: &Error) -> bool {
    let Error::Service(service) = error else {
        return false;
    };
    let said = [&service.code, &service.message].into_iter().flatten();
    said.map(|it| it.to_ascii_lowercase())
        .any(|it| it.contains("validation"))
}
