//! Which of the derived identity types an identity is.

use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::json::{FromJson, JsonProblem};

/// The derived type of an `identity`, as its `@odata.type` says.
///
/// Compared without the leading `#` and without regard to case, since answers vary in both.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum IdentityKind {
    /// A user of an Entra tenant (`communicationsUserIdentity`).
    User,
    /// Somebody known by name and e-mail only (`communicationsGuestIdentity`).
    Guest,
    /// A user of Azure Communication Services.
    AzureCommunicationServicesUser,
    /// An application (`communicationsApplicationIdentity`).
    Application,
    /// An instance of an application.
    ApplicationInstance,
    /// A phone.
    Phone,
    /// Somebody whose identity is hidden.
    Encrypted,
    /// A type this version doesn't know, as Graph wrote it.
    Other(String),
}

const PREFIX: &str = "#microsoft.graph.";

impl IdentityKind {
    /// The value of `@odata.type` to send.
    #[must_use]
    pub fn odata_type(&self) -> &str {
        match self {
            Self::User => "#microsoft.graph.communicationsUserIdentity",
            Self::Guest => "#microsoft.graph.communicationsGuestIdentity",
            Self::AzureCommunicationServicesUser => {
                "#microsoft.graph.azureCommunicationServicesUserIdentity"
            }
            Self::Application => "#microsoft.graph.communicationsApplicationIdentity",
            Self::ApplicationInstance => {
                "#microsoft.graph.communicationsApplicationInstanceIdentity"
            }
            Self::Phone => "#microsoft.graph.communicationsPhoneIdentity",
            Self::Encrypted => "#microsoft.graph.communicationsEncryptedIdentity",
            Self::Other(text) => text,
        }
    }

    fn from_odata_type(text: String) -> Self {
        let known = [
            Self::User,
            Self::Guest,
            Self::AzureCommunicationServicesUser,
            Self::Application,
            Self::ApplicationInstance,
            Self::Phone,
            Self::Encrypted,
        ];
        known
            .into_iter()
            .find(|kind| odata_type_matches(&text, &kind.odata_type()[PREFIX.len()..]))
            .unwrap_or(Self::Other(text))
    }
}

/// Whether an `@odata.type` names the given type of `microsoft.graph`.
pub(crate) fn odata_type_matches(text: &str, name: &str) -> bool {
    let text = text.strip_prefix('#').unwrap_or(text);
    let prefix = &PREFIX[1..];
    text.split_at_checked(prefix.len())
        .is_some_and(|(head, tail)| {
            head.eq_ignore_ascii_case(prefix) && tail.eq_ignore_ascii_case(name)
        })
}

/// Reads an `@odata.type`.
impl From<String> for IdentityKind {
    fn from(text: String) -> Self {
        Self::from_odata_type(text)
    }
}

impl Serialize for IdentityKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.odata_type())
    }
}

impl FromJson for IdentityKind {
    fn from_json(value: Value) -> Result<Self, JsonProblem> {
        String::from_json(value).map(Self::from_odata_type)
    }
}
