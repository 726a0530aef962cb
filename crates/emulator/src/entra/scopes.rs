//! The scopes there are, and who may grant them.

use super::error::Failure;
use crate::tenant::APP_SCOPES;
use crate::wire::Origin;
use crate::world::{Shared, World};

/// Who may say yes to a scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Consent {
    /// Everybody for themselves.
    User,
    /// An administrator only.
    Admin,
}

/// Every scope the demo's directory knows, as Entra spells it.
const KNOWN: [(&str, Consent, &str); 14] = [
    ("openid", Consent::User, "Sign you in"),
    ("profile", Consent::User, "See your name"),
    ("email", Consent::User, "See your e-mail address"),
    (
        "offline_access",
        Consent::User,
        "Keep the access you have given it",
    ),
    ("User.Read", Consent::User, "Read your profile"),
    (
        "User.ReadBasic.All",
        Consent::User,
        "Read the basic profiles of all users",
    ),
    (
        "User.Read.All",
        Consent::Admin,
        "Read the full profiles of all users",
    ),
    (
        "People.Read",
        Consent::User,
        "Read the list of people you work with",
    ),
    ("Mail.Send", Consent::User, "Send mail as you"),
    (
        "OnlineMeetings.Read",
        Consent::User,
        "Read your online meetings",
    ),
    (
        "OnlineMeetings.ReadWrite",
        Consent::User,
        "Read and create your online meetings",
    ),
    (
        "OnlineMeetingArtifact.Read.All",
        Consent::User,
        "Read attendance of your meetings",
    ),
    (
        "VirtualEvent.Read",
        Consent::Admin,
        "Read your virtual events",
    ),
    (
        "VirtualEvent.ReadWrite",
        Consent::Admin,
        "Read and change your virtual events",
    ),
];

/// The scopes of OpenID Connect, which belong to no resource.
const OPENID: [&str; 4] = ["openid", "profile", "email", "offline_access"];

/// Reads a `scope` parameter into names as the directory spells them.
///
/// Names may be short, or long with Graph's address before them; case doesn't matter.
pub(super) fn read(text: &str, resources: &Resources) -> Result<Vec<String>, Failure> {
    let mut scopes: Vec<String> = Vec::new();
    let mut add = |name: &str| {
        if !scopes.iter().any(|scope| scope == name) {
            scopes.push(name.to_owned());
        }
    };
    for word in text.split_whitespace() {
        if let Some(short) = resources.of_relay(word) {
            let asked = short.eq_ignore_ascii_case(FEED) || short == ".default";
            let feed = format!("{}/{FEED}", resources.relay);
            add(asked
                .then_some(feed.as_str())
                .ok_or_else(|| unknown_scope(word))?);
            continue;
        }
        let short = resources
            .of_graph(word)
            .ok_or_else(|| other_resource(word))?;
        if short == ".default" {
            APP_SCOPES.iter().for_each(|name| add(name));
            continue;
        }
        let known = KNOWN
            .iter()
            .find(|(name, ..)| name.eq_ignore_ascii_case(short));
        let (name, ..) = known.ok_or_else(|| unknown_scope(word))?;
        add(name);
    }
    Ok(scopes)
}

/// The relay's one delegated scope.
const FEED: &str = "Feed.Read";

/// What scopes can be for.
#[derive(Debug)]
pub(super) struct Resources {
    /// The emulator's own address of Graph.
    graph: String,
    /// `api://…` of the relay.
    relay: String,
}

/// Which of them a token is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Resource {
    Graph,
    Relay,
}

impl Resources {
    /// The resources that the demo's directory knows.
    pub(super) fn of(shared: &Shared, world: &World) -> Self {
        Self {
            graph: shared.ports.base(Origin::Graph),
            relay: format!("api://{}", world.relay_id()),
        }
    }

    /// Whether this is everything that was granted at Graph.
    pub(super) fn is_graphs_default(&self, scope: &str) -> bool {
        self.of_graph(scope.trim()) == Some(".default") && scope.contains("://")
    }

    fn of_graph<'w>(&self, word: &'w str) -> Option<&'w str> {
        if !word.contains("://") {
            return Some(word);
        }
        ["https://graph.microsoft.com", &self.graph]
            .iter()
            .find_map(|base| word.strip_prefix(base)?.strip_prefix('/'))
    }

    fn of_relay<'w>(&self, word: &'w str) -> Option<&'w str> {
        let (start, rest) = word.split_at_checked(self.relay.len())?;
        let rest = rest.strip_prefix('/')?;
        start.eq_ignore_ascii_case(&self.relay).then_some(rest)
    }
}

/// The one resource that the scopes belong to.
pub(super) fn resource_of(scopes: &[String]) -> Result<Resource, Failure> {
    let (relay, rest): (Vec<_>, Vec<_>) = scopes
        .iter()
        .filter(|scope| !is_openid(scope))
        .partition(|scope| scope.starts_with("api://"));
    match (relay.is_empty(), rest.is_empty()) {
        (true, _) => Ok(Resource::Graph),
        (false, true) => Ok(Resource::Relay),
        (false, false) => Err(Failure::new(
            "invalid_scope",
            28_000,
            "Provided value for the input parameter scope is not valid because it contains more \
             than one resource.",
        )),
    }
}

fn other_resource(word: &str) -> Failure {
    Failure::new(
        "invalid_resource",
        500_011,
        format!("The resource principal of the scope '{word}' was not found in the tenant."),
    )
}

fn unknown_scope(word: &str) -> Failure {
    Failure::new(
        "invalid_scope",
        70_011,
        format!(
            "The provided request must include a 'scope' input parameter that is valid. The \
             scope {word} doesn't exist."
        ),
    )
}

/// Whether the scope belongs to OpenID Connect rather than to Graph.
pub(super) fn is_openid(scope: &str) -> bool {
    OPENID.contains(&scope)
}

/// Who may grant the scope.
pub(super) fn consent(scope: &str) -> Consent {
    if scope.ends_with(FEED) {
        return Consent::User;
    }
    KNOWN
        .iter()
        .find(|(name, ..)| *name == scope)
        .map_or(Consent::Admin, |(_, who, _)| *who)
}

/// What the consent page says the scope is for.
pub(super) fn meaning(scope: &str) -> &'static str {
    if scope.ends_with(FEED) {
        return "Hear the notifications of your feeds";
    }
    KNOWN
        .iter()
        .find(|(name, ..)| *name == scope)
        .map_or("", |(_, _, meaning)| meaning)
}
