//! Scopes: what a token may do.

use std::fmt;

/// Scopes that every sign-in asks for: an ID token, its profile claims, and a refresh token.
const OIDC: [&str; 3] = ["openid", "profile", "offline_access"];

/// Scopes of OpenID Connect, which the service need not list among the granted ones.
fn is_oidc(scope: &str) -> bool {
    OIDC.iter().any(|own| own.eq_ignore_ascii_case(scope)) || scope.eq_ignore_ascii_case("email")
}

/// A list of scopes in the order they were named, without doubles.
///
/// Two scopes are the same when they differ only in case (Entra compares them so). Graph's scopes
/// are kept in their short form, `User.Read` and not `https://graph.microsoft.com/User.Read`.
/// Equality of two sets ignores case but not order.
#[derive(Clone, Default)]
pub struct ScopeSet(Vec<String>);

impl ScopeSet {
    /// A set from scope names in their short form; empty names and doubles are left out.
    pub fn new<S: AsRef<str>>(scopes: impl IntoIterator<Item = S>) -> Self {
        let mut set = Self::default();
        for scope in scopes {
            set.add(scope.as_ref());
        }
        set
    }

    /// A set from the text of a `scope` field: names between blanks, Graph's in short or URL form.
    pub(crate) fn from_wire(text: &str, graph_origin: &str) -> Self {
        Self::new(text.split_ascii_whitespace().map(|scope| {
            let head = scope.get(..graph_origin.len()).unwrap_or_default();
            if head.eq_ignore_ascii_case(graph_origin) {
                scope[graph_origin.len()..].trim_start_matches('/')
            } else {
                scope
            }
        }))
    }

    fn add(&mut self, scope: &str) {
        let scope = scope.trim();
        if !scope.is_empty() && !self.contains(scope) {
            self.0.push(scope.to_owned());
        }
    }

    /// Whether a scope is in the set, in any case.
    #[must_use]
    pub fn contains(&self, scope: &str) -> bool {
        self.0.iter().any(|own| own.eq_ignore_ascii_case(scope))
    }

    /// Whether every scope of `needed` is in the set; those of OpenID Connect don't count.
    #[must_use]
    pub fn covers(&self, needed: &Self) -> bool {
        self.missing(needed).is_empty()
    }

    /// The scopes of `needed` that are not in the set, without those of OpenID Connect.
    #[must_use]
    pub fn missing(&self, needed: &Self) -> Self {
        Self::new(
            needed
                .iter()
                .filter(|scope| !is_oidc(scope) && !self.contains(scope)),
        )
    }

    /// This set followed by what another one adds.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        Self::new(self.iter().chain(other.iter()))
    }

    /// This set with `openid profile offline_access` before it, each once.
    #[must_use]
    pub(crate) fn with_oidc(&self) -> Self {
        Self::new(OIDC.into_iter().chain(self.iter()))
    }

    /// The scopes in their order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// Whether there is no scope in the set.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The set as the text of a `scope` parameter.
    #[must_use]
    pub fn to_parameter(&self) -> String {
        self.0.join(" ")
    }

    /// One text for all sets with the same members.
    pub(crate) fn fingerprint(&self) -> String {
        // sorted by insertion: the lists are short, and the standard sorts are much code
        let mut names: Vec<String> = Vec::with_capacity(self.0.len());
        for scope in &self.0 {
            let name = scope.to_ascii_lowercase();
            let place = names.partition_point(|other| *other < name);
            names.insert(place, name);
        }
        names.join(" ")
    }
}

impl fmt::Debug for ScopeSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(&self.0).finish()
    }
}

impl fmt::Display for ScopeSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_parameter())
    }
}

impl PartialEq for ScopeSet {
    fn eq(&self, other: &Self) -> bool {
        self.0.len() == other.0.len()
            && self
                .iter()
                .zip(other.iter())
                .all(|(a, b)| a.eq_ignore_ascii_case(b))
    }
}

impl Eq for ScopeSet {}

#[cfg(test)]
mod tests {
    use super::ScopeSet;

    #[test]
    fn case_07_oidc_scopes_added_once() {
        let asked = ScopeSet::new(["User.Read", "OpenID", "VirtualEvent.Read", "user.read"]);

        let sent = asked.with_oidc();

        assert_eq!(
            sent.to_parameter(),
            "openid profile offline_access User.Read VirtualEvent.Read"
        );
        assert_eq!(sent.with_oidc().to_parameter(), sent.to_parameter());
        assert_eq!(
            asked.to_parameter(),
            "User.Read OpenID VirtualEvent.Read",
            "the order of the caller is kept, the first spelling wins"
        );
    }

    #[test]
    fn case_22_granted_scopes_in_every_form() {
        let needed = ScopeSet::new(["openid", "User.Read", "VirtualEvent.ReadWrite"]);
        let graph = "https://graph.microsoft.com";

        let more = ScopeSet::from_wire("profile user.read virtualevent.readwrite Mail.Read", graph);
        let url_form = ScopeSet::from_wire(
            "https://graph.microsoft.com/User.Read HTTPS://Graph.Microsoft.com/VirtualEvent.ReadWrite",
            graph,
        );
        let fewer = ScopeSet::from_wire("User.Read", graph);
        let foreign = ScopeSet::from_wire("https://evil.test/User.Read", graph);

        assert!(more.covers(&needed));
        assert!(url_form.covers(&needed));
        assert_eq!(url_form.to_parameter(), "User.Read VirtualEvent.ReadWrite");
        assert_eq!(
            fewer.missing(&needed),
            ScopeSet::new(["VirtualEvent.ReadWrite"])
        );
        assert_eq!(foreign.missing(&fewer), ScopeSet::new(["User.Read"]));
    }

    #[test]
    fn a_set_has_one_fingerprint_in_any_order_and_case() {
        let one = ScopeSet::new(["User.Read", "Mail.Read"]);
        let other = ScopeSet::new(["mail.read", "USER.READ"]);

        assert_ne!(one, other, "order matters for the wire");
        assert_eq!(one.fingerprint(), other.fingerprint());
        assert_eq!(one.union(&other), one);
    }
}
