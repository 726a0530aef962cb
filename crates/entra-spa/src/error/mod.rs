//! What can go wrong, by what the user can do about it.

mod advice;
mod classify;
mod fault;
mod service;

pub use advice::Advice;
pub use fault::{ProtocolFault, RequestFault, TransientCause};
pub(crate) use service::CLAIMS_LIMIT;
pub use service::ServiceError;

use crate::scope::ScopeSet;
use std::fmt;

/// Why signing in, renewing or signing out did not work.
///
/// The arms are the classes an app branches on. The sentences shown are the app's own; numbers and
/// ids for support are in [`AuthError::service`], help by number in [`AuthError::advice`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AuthError {
    /// The user has to take part: offer it by a click, never by itself.
    InteractionRequired(Interaction),
    /// A code or refresh token was refused. The refresh token is deleted; offer to sign in again.
    GrantInvalid(Box<ServiceError>),
    /// The user said no, or left. Go back quietly to how things were before.
    Cancelled(Option<Box<ServiceError>>),
    /// It may work in a moment: network, timeout, throttling, an outage.
    Transient(Transient),
    /// The app registration or the configuration is wrong: show the details for the administrator.
    SetUp(Box<ServiceError>),
    /// An answer failed a check of ours. Nothing was accepted; offer to start again.
    Protocol(ProtocolFault),
    /// The request could not be made at all.
    Request(RequestFault),
    /// An interaction is under way in this tab since less than 15 minutes.
    InteractionInProgress,
    /// The account was signed out while this was running; the result was thrown away.
    SignedOut,
}

/// What the user is needed for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interaction {
    /// What to offer.
    pub need: Need,
    /// Claims to send with the interactive request, as JSON text.
    pub claims: Option<String>,
    /// What the service said, when it was asked.
    pub service: Option<Box<ServiceError>>,
}

/// What to offer to a user who is needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Need {
    /// Sign in, or sign in again: nobody is signed in, or the 24 hours are over.
    SignIn,
    /// Prove more: another factor, a new password, a compliant device.
    StepUp,
    /// Grant access to these scopes.
    Consent(ScopeSet),
}

/// A failure that may pass.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transient {
    /// What happened.
    pub cause: TransientCause,
    /// Seconds to wait before another try makes sense.
    pub retry_after_s: Option<u32>,
    /// What the service said, if anything.
    pub service: Option<Box<ServiceError>>,
}

/// The class of a failure, for an app that branches on nothing finer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorClass {
    /// Offer sign-in or consent.
    InteractionRequired,
    /// Offer sign-in; the old grant is gone.
    GrantInvalid,
    /// Say nothing.
    Cancelled,
    /// Offer a retry.
    Transient,
    /// Show the set-up problem.
    SetUp,
    /// Offer to start again.
    Protocol,
}

impl AuthError {
    /// The class of this failure.
    #[must_use]
    pub const fn class(&self) -> ErrorClass {
        match self {
            Self::InteractionRequired(_) => ErrorClass::InteractionRequired,
            Self::GrantInvalid(_) => ErrorClass::GrantInvalid,
            Self::Cancelled(_) | Self::InteractionInProgress | Self::SignedOut => {
                ErrorClass::Cancelled
            }
            Self::Transient(_) => ErrorClass::Transient,
            Self::SetUp(_) | Self::Request(_) => ErrorClass::SetUp,
            Self::Protocol(_) => ErrorClass::Protocol,
        }
    }

    /// What the service said, for the "Details" of a message: always as text, never as markup.
    #[must_use]
    pub fn service(&self) -> Option<&ServiceError> {
        match self {
            Self::InteractionRequired(Interaction { service, .. })
            | Self::Transient(Transient { service, .. })
            | Self::Cancelled(service) => service.as_deref(),
            Self::GrantInvalid(service) | Self::SetUp(service) => Some(service),
            Self::Protocol(_)
            | Self::Request(_)
            | Self::InteractionInProgress
            | Self::SignedOut => None,
        }
    }

    /// Help by the service's error number, if it named one that is known. Help only: an app decides
    /// by the arms of this enum.
    #[must_use]
    pub fn advice(&self) -> Option<Advice> {
        self.service()?
            .codes
            .iter()
            .find_map(|code| Advice::for_code(*code))
    }

    /// This failure without the given secrets, should the service have repeated one of them.
    #[must_use]
    pub(crate) fn without(mut self, secrets: &[String]) -> Self {
        match &mut self {
            Self::InteractionRequired(Interaction {
                service, claims, ..
            }) => {
                if let Some(service) = service {
                    service.redact(secrets);
                    claims.clone_from(&service.claims);
                }
            }
            Self::Transient(Transient { service, .. }) | Self::Cancelled(service) => {
                if let Some(service) = service {
                    service.redact(secrets);
                }
            }
            Self::GrantInvalid(service) | Self::SetUp(service) => service.redact(secrets),
            Self::Protocol(_)
            | Self::Request(_)
            | Self::InteractionInProgress
            | Self::SignedOut => {}
        }
        self
    }

    /// Nobody is signed in, or nobody can be renewed.
    pub(crate) const fn sign_in_required(claims: Option<String>) -> Self {
        Self::InteractionRequired(Interaction {
            need: Need::SignIn,
            claims,
            service: None,
        })
    }

    /// The service granted less than was needed.
    pub(crate) const fn consent_required(missing: ScopeSet) -> Self {
        Self::InteractionRequired(Interaction {
            need: Need::Consent(missing),
            claims: None,
            service: None,
        })
    }

    /// A failure that may pass, without an answer of the service.
    pub(crate) const fn transient(cause: TransientCause, retry_after_s: Option<u32>) -> Self {
        Self::Transient(Transient {
            cause,
            retry_after_s,
            service: None,
        })
    }
}

impl From<ProtocolFault> for AuthError {
    fn from(fault: ProtocolFault) -> Self {
        Self::Protocol(fault)
    }
}

impl From<RequestFault> for AuthError {
    fn from(fault: RequestFault) -> Self {
        Self::Request(fault)
    }
}

/// For logs: the class and the service's code, in no particular words.
impl fmt::Display for AuthError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::InteractionRequired(_) => "the user has to take part",
            Self::GrantInvalid(_) => "the grant is no longer valid",
            Self::Cancelled(_) => "cancelled",
            Self::Transient(_) => "the sign-in service can't be used right now",
            Self::SetUp(_) => "the app registration or configuration is wrong",
            Self::Protocol(_) => "an answer of the sign-in service failed a check",
            Self::Request(_) => "the sign-in request can't be made",
            Self::InteractionInProgress => "a sign-in is already in progress",
            Self::SignedOut => "signed out meanwhile",
        })?;
        match self.service() {
            Some(service) => write!(f, " ({})", service.error),
            None => Ok(()),
        }
    }
}

impl std::error::Error for AuthError {}
