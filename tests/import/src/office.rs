//! A running emulator with its clock stopped and somebody signed in.

use anyhow::Context as _;
use serde_json::Value;
use virtual_events::{
    AccessToken, LocalBoxFuture, Scope, TokenDemand, TokenError, TokenProvider, UtcInstant,
};
use visitor::{Visitor, origin};

/// When everything begins.
const NOW: &str = "2027-01-12T09:42:00Z";

const SCOPES: &str = "openid User.Read VirtualEvent.Read VirtualEvent.ReadWrite";
/// Who imports.
const ORGANIZER: &str = "ana.ruiz@northlight.example";

/// The emulator, and the organizer's token.
pub(crate) struct Office {
    pub(crate) visitor: Visitor,
    pub(crate) token: String,
}

impl Office {
    /// Starts an emulator at the service's limits, and signs the organizer in for a year.
    pub(crate) fn open() -> anyhow::Result<Self> {
        let visitor = Visitor::at(NOW)?;
        let token = visitor.sign_in(ORGANIZER, SCOPES)?;
        Ok(Self { visitor, token })
    }

    /// The origin of Graph.
    pub(crate) fn graph(&self) -> String {
        origin(self.visitor.ports().graph)
    }

    /// What the emulator's clock shows.
    pub(crate) fn now(&self) -> anyhow::Result<UtcInstant> {
        let shown = self.ask("/clock")?;
        let now = shown["now"].as_str().and_then(UtcInstant::parse);
        now.context("a time")
    }

    /// Puts the emulator's clock to a time.
    pub(crate) fn turn_clock(&self, now: UtcInstant) -> anyhow::Result<()> {
        self.visitor.set_clock(&now.to_string())
    }

    /// All there is, as JSON.
    pub(crate) fn state(&self) -> anyhow::Result<Value> {
        self.ask("/state")
    }

    fn ask(&self, path: &str) -> anyhow::Result<Value> {
        let control = origin(self.visitor.ports().control);
        self.visitor.get(&format!("{control}{path}"))
    }
}

/// The organizer's token, always the same.
pub(crate) struct SignedIn(pub(crate) String);

impl TokenProvider for SignedIn {
    fn access_token<'a>(
        &'a self,
        _scopes: &'a [Scope],
        _demand: TokenDemand<'a>,
    ) -> LocalBoxFuture<'a, Result<AccessToken, TokenError>> {
        Box::pin(std::future::ready(Ok(AccessToken::new(self.0.as_str()))))
    }
}
