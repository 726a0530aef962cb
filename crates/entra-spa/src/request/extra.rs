//! Extra parameters an operator may add to a sign-in.

use crate::error::RequestFault;

/// The only extra parameters that are passed on.
///
/// None of them belongs to the protocol, so none can replace what the protocol says.
const ALLOWED: [&str; 3] = ["domain_hint", "ui_locales", "mkt"];

/// Extra parameters of the authorize request, each from a list of harmless ones.
///
/// `domain_hint` (skips the choice of tenant), `ui_locales` and `mkt` (language of the page).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ExtraParameters(Vec<(String, String)>);

impl ExtraParameters {
    /// Takes parameters by name and value.
    ///
    /// # Errors
    /// [`RequestFault::Parameter`] names the first one that is not allowed or comes twice.
    pub fn new(
        parameters: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, RequestFault> {
        let mut taken: Vec<(String, String)> = Vec::new();
        for (name, value) in parameters {
            let twice = taken.iter().any(|(own, _)| *own == name);
            if twice || !ALLOWED.contains(&name.as_str()) {
                return Err(RequestFault::Parameter(name));
            }
            taken.push((name, value));
        }
        Ok(Self(taken))
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::ExtraParameters;
    use crate::error::RequestFault;

    #[test]
    fn case_04_extras_cannot_replace_protocol_parameters() {
        for name in [
            "redirect_uri",
            "response_type",
            "state",
            "code_challenge",
            "code_challenge_method",
            "client_id",
            "scope",
            "nonce",
            "response_mode",
            "claims",
            "prompt",
            "Domain_Hint",
            "resource",
        ] {
            let refused = ExtraParameters::new([(name.to_owned(), "x".to_owned())]);
            assert_eq!(refused, Err(RequestFault::Parameter(name.to_owned())));
        }
    }

    #[test]
    fn an_allowed_extra_comes_once() {
        let hint = || ("domain_hint".to_owned(), "contoso.test".to_owned());

        assert_eq!(
            ExtraParameters::new([hint()])
                .unwrap()
                .iter()
                .collect::<Vec<_>>(),
            [("domain_hint", "contoso.test")]
        );
        assert!(ExtraParameters::new([hint(), hint()]).is_err());
    }
}
