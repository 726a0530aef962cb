//! From the service's error code to a class.
//!
//! Only `error` and `suberror` decide. The description and the numbers change without notice, and
//! Microsoft says not to rely on them. Source: Entra "Handle errors and exceptions in MSAL",
//! "Authorization code flow".

use super::{AuthError, Interaction, Need, ServiceError, Transient, TransientCause};
use crate::scope::ScopeSet;

impl AuthError {
    /// The failure an error of the service means; `asked` are the scopes it was asked for.
    pub(crate) fn from_service(service: ServiceError, asked: &ScopeSet) -> Self {
        let service = Box::new(service);
        if let Some(need) = need(&service, asked) {
            return Self::InteractionRequired(Interaction {
                need,
                claims: service.claims.clone(),
                service: Some(service),
            });
        }
        match service.error.as_str() {
            "invalid_grant" => Self::GrantInvalid(service),
            "access_denied" => Self::Cancelled(Some(service)),
            "temporarily_unavailable" | "server_error" => Self::Transient(Transient {
                cause: TransientCause::Service,
                retry_after_s: None,
                service: Some(service),
            }),
            // the known ones (`invalid_client`, `invalid_scope`, …) and those of tomorrow: what
            // neither the user nor time can mend, the administrator has to see
            _ => Self::SetUp(service),
        }
    }
}

/// What the user is needed for, if the error says so.
fn need(service: &ServiceError, asked: &ScopeSet) -> Option<Need> {
    let consent = || Need::Consent(ScopeSet::default().missing(asked));
    match service.suberror.as_deref() {
        Some("consent_required") => return Some(consent()),
        Some("bad_token" | "user_password_expired") => return Some(Need::SignIn),
        Some(
            "message_only" | "additional_action" | "basic_action" | "ui_not_allowed"
            | "interrupted_user",
        ) => return Some(Need::StepUp),
        _ => {}
    }
    match service.error.as_str() {
        "consent_required" => Some(consent()),
        "login_required" | "bad_token" => Some(Need::SignIn),
        "interaction_required" | "ui_not_allowed" | "interrupted_user" => Some(Need::StepUp),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::ErrorClass;
    use super::*;

    fn class(error: &str, suberror: Option<&str>) -> ErrorClass {
        let service = ServiceError {
            error: error.to_owned(),
            suberror: suberror.map(str::to_owned),
            description: "AADSTS65001 interaction_required consent_required".to_owned(),
            codes: vec![65001],
            ..ServiceError::default()
        };
        AuthError::from_service(service, &ScopeSet::default()).class()
    }

    #[test]
    fn case_24_each_error_has_its_class() {
        use ErrorClass::{Cancelled, GrantInvalid, InteractionRequired, SetUp, Transient};
        for (class_wanted, errors) in [
            (
                InteractionRequired,
                &[
                    "interaction_required",
                    "login_required",
                    "consent_required",
                    "bad_token",
                    "ui_not_allowed",
                    "interrupted_user",
                ][..],
            ),
            (GrantInvalid, &["invalid_grant"]),
            (Cancelled, &["access_denied"]),
            (Transient, &["temporarily_unavailable", "server_error"]),
            (
                SetUp,
                &[
                    "invalid_client",
                    "unauthorized_client",
                    "invalid_request",
                    "invalid_scope",
                    "invalid_resource",
                    "unsupported_grant_type",
                    "unsupported_response_type",
                    "an_error_of_tomorrow",
                ],
            ),
        ] {
            for error in errors {
                assert_eq!(class(error, None), class_wanted, "{error}");
                assert_eq!(
                    class(error, Some("client_mismatch")),
                    class_wanted,
                    "{error}"
                );
            }
        }
    }

    #[test]
    fn case_24_a_suberror_decides_over_invalid_grant() {
        for suberror in [
            "message_only",
            "additional_action",
            "basic_action",
            "user_password_expired",
            "consent_required",
            "bad_token",
            "ui_not_allowed",
            "interrupted_user",
        ] {
            assert_eq!(
                class("invalid_grant", Some(suberror)),
                ErrorClass::InteractionRequired,
                "{suberror}"
            );
        }
        assert_eq!(
            class("invalid_grant", Some("protection_policy_required")),
            ErrorClass::GrantInvalid
        );
    }

    #[test]
    fn a_demand_carries_its_claims_and_the_scopes_to_consent_to() {
        let asked = ScopeSet::new(["openid", "VirtualEvent.ReadWrite"]);
        let service = ServiceError {
            error: "interaction_required".to_owned(),
            suberror: Some("consent_required".to_owned()),
            claims: Some("{}".to_owned()),
            ..ServiceError::default()
        };

        let AuthError::InteractionRequired(demand) = AuthError::from_service(service, &asked)
        else {
            panic!("the user is needed");
        };

        assert_eq!(
            demand.need,
            Need::Consent(ScopeSet::new(["VirtualEvent.ReadWrite"]))
        );
        assert_eq!(demand.claims.as_deref(), Some("{}"));
    }
}
