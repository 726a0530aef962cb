//! Help by the service's error number.

/// What to tell about a failure, chosen by the service's error number.
///
/// It adds help to a message and never steers the app: the numbers change. The sentences are the
/// app's own. Source: Entra "Microsoft Entra authentication and authorization error codes".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Advice {
    /// The account isn't known in this tenant: choose another, or ask to be invited as a guest.
    OtherAccount,
    /// The chosen session is gone: try again and choose the account.
    ChooseAccount,
    /// The redirect address isn't registered: register exactly it, as a single-page application.
    RegisterRedirect,
    /// The permission isn't set up in the tenant: add it under "API permissions".
    AddPermission,
    /// The account is locked: wait, or ask the administrator.
    AccountLocked,
    /// The password is over or was changed: sign in again.
    PasswordChanged,
    /// User name or password was wrong.
    WrongCredentials,
    /// The account is disabled: the administrator has to enable it.
    AccountDisabled,
    /// The session is over or was revoked, which is normal: sign in again.
    SignInAgain,
    /// The tenant can't be found out: check the configured authority.
    CheckAuthority,
    /// Another factor is needed: sign in again.
    MultiFactor,
    /// Something interrupted the flow: try again.
    TryAgain,
    /// The device must be registered or compliant: use another device or ask the administrator.
    DeviceNotCompliant,
    /// A policy forbids it: ask the administrator, with the correlation id.
    BlockedByPolicy,
    /// The user isn't assigned to the app: the administrator has to assign them.
    NotAssigned,
    /// Two sign-ins got mixed up, or an answer was used twice: start again.
    StartAgain,
    /// The app isn't made for this kind of tenant address: check the configured tenant.
    WrongTenantAddress,
    /// The service sees a loop: stop, wait, and report it.
    LoopDetected,
    /// A restriction between tenants or of the network forbids it.
    TenantRestriction,
    /// Consent is missing: grant access.
    GrantAccess,
    /// Consent was declined: the feature stays off.
    ConsentDeclined,
    /// The app is unknown or disabled in the tenant: check client id, tenant and cloud.
    CheckClient,
    /// A scope is wrong, or scopes of several services were asked for at once.
    ScopeProblem,
    /// The service asked for a secret: the redirect address is registered as "Web", and must be
    /// registered as a single-page application.
    RegisterAsSinglePage,
    /// The request was malformed: a defect of this app, report it.
    ReportDefect,
    /// The tenant is in another cloud: check the configured cloud.
    CheckCloud,
    /// An outage that passes: try again.
    Outage,
    /// Too many requests: wait.
    Wait,
    /// The guest's home tenant stands in the way: sign out and use another account.
    GuestTrouble,
    /// An administrator has to consent: pass on the admin-consent link.
    AdminConsent,
}

impl Advice {
    /// The help for an error number, the digits after `AADSTS`.
    #[must_use]
    pub const fn for_code(code: u32) -> Option<Self> {
        Some(match code {
            16000 | 16003 | 50014 | 50020 | 50034 | 51004 => Self::OtherAccount,
            16001 | 16002 | 160_021 => Self::ChooseAccount,
            50011 | 70004 => Self::RegisterRedirect,
            65005 | 500_011 | 650_052 | 650_056 | 650_057 => Self::AddPermission,
            50053 => Self::AccountLocked,
            50055 | 50132 | 50133 | 50144 => Self::PasswordChanged,
            50056 | 50126 => Self::WrongCredentials,
            50057 => Self::AccountDisabled,
            50058 | 50173 | 70000 | 70008 | 70043 | 700_082 | 700_084 => Self::SignInAgain,
            50059 | 50128 | 90019 => Self::CheckAuthority,
            50072 | 50074 | 50076 | 50078 | 50079 | 50158 => Self::MultiFactor,
            50089 | 50140 | 50199 => Self::TryAgain,
            50097 | 50129 | 50131 | 53000 | 53001 => Self::DeviceNotCompliant,
            50005 | 53002 | 53003 | 53004 | 53011 | 530_032 | 530_034 | 530_035 => {
                Self::BlockedByPolicy
            }
            50105 => Self::NotAssigned,
            50147 | 54005 | 501_481 | 501_491 | 700_005 => Self::StartAgain,
            50194 | 90124 | 90130 | 9_002_332 => Self::WrongTenantAddress,
            50196 => Self::LoopDetected,
            50002 | 500_021 | 500_022 | 500_212 | 500_213 => Self::TenantRestriction,
            65001 => Self::GrantAccess,
            65004 => Self::ConsentDeclined,
            70001 | 700_011 | 700_016 | 7_000_112 => Self::CheckClient,
            28002 | 28003 | 70011 | 700_022 | 700_023 => Self::ScopeProblem,
            70002 | 700_025 | 7_000_218 | 9_002_325 | 9_002_326 | 9_002_327 => {
                Self::RegisterAsSinglePage
            }
            90014 | 90015 | 90023 | 90100 | 900_144 | 901_002 | 9_002_313 => Self::ReportDefect,
            90002 | 90038 | 90043 | 90051 => Self::CheckCloud,
            50033 | 50087 | 90006 | 90012 | 90024 | 90033 | 90090 => Self::Outage,
            90055 => Self::Wait,
            90072 => Self::GuestTrouble,
            90093..=90095 => Self::AdminConsent,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Advice;
    use crate::error::{AuthError, ServiceError};

    #[test]
    fn the_first_known_number_gives_the_help() {
        let error = AuthError::SetUp(Box::new(ServiceError {
            error: "invalid_request".to_owned(),
            codes: vec![1, 9_002_326, 65001],
            ..ServiceError::default()
        }));

        assert_eq!(error.advice(), Some(Advice::RegisterAsSinglePage));
    }

    #[test]
    fn numbers_lead_to_the_documented_help() {
        for (code, advice) in [
            (90094, Advice::AdminConsent),
            (65004, Advice::ConsentDeclined),
            (50076, Advice::MultiFactor),
            (700_084, Advice::SignInAgain),
            (53003, Advice::BlockedByPolicy),
            (90002, Advice::CheckCloud),
        ] {
            assert_eq!(Advice::for_code(code), Some(advice));
        }
        assert_eq!(Advice::for_code(1), None);
    }
}
