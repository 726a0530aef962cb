//! A running emulator with its clock stopped and somebody signed in.

use anyhow::{Context as _, bail};
use emulator::{Config, Running};
use serde_json::{Value, json};
use ureq::Agent;
use ureq::http::Request;
use virtual_events::{
    AccessToken, LocalBoxFuture, Scope, TokenDemand, TokenError, TokenProvider, UtcInstant,
};

/// When everything begins.
const NOW: &str = "2027-01-12T09:42:00Z";

/// A PKCE pair: the challenge is the verifier's SHA-256 (the example of RFC 7636, appendix B).
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

const SCOPES: &str = "openid User.Read VirtualEvent.Read VirtualEvent.ReadWrite";
/// Who imports.
const ORGANIZER: &str = "ana.ruiz@northlight.example";

/// The emulator, and the organizer's token.
pub(crate) struct Office {
    running: Running,
    pub(crate) agent: Agent,
    pub(crate) token: String,
}

impl Office {
    /// Starts an emulator at the service's limits, and signs the organizer in for a year.
    pub(crate) fn open() -> anyhow::Result<Self> {
        let running = emulator::start(Config {
            now: Some(NOW.parse().context("a time")?),
            ..Config::default()
        })?;
        let agent: Agent = Agent::config_builder()
            .max_redirects(0)
            .http_status_as_error(false)
            .build()
            .into();
        let mut office = Self {
            running,
            agent,
            token: String::new(),
        };
        office.control("/clock", &json!({ "freeze": true }))?;
        office.control("/settings", &json!({ "access_token_s": 365 * 24 * 3600 }))?;
        office.token = office.sign_in()?;
        Ok(office)
    }

    /// The origin of Graph.
    pub(crate) fn graph(&self) -> String {
        format!("http://localhost:{}", self.running.ports().graph)
    }

    /// What the emulator's clock shows.
    pub(crate) fn now(&self) -> anyhow::Result<UtcInstant> {
        let shown = self.ask("/clock")?;
        let now = shown["now"].as_str().and_then(UtcInstant::parse);
        now.context("a time")
    }

    /// Puts the emulator's clock to a time.
    pub(crate) fn turn_clock(&self, now: UtcInstant) -> anyhow::Result<()> {
        self.control("/clock", &json!({ "now": now.to_string() }))
            .map(drop)
    }

    /// All there is, as JSON.
    pub(crate) fn state(&self) -> anyhow::Result<Value> {
        self.ask("/state")
    }

    fn control(&self, path: &str, body: &Value) -> anyhow::Result<Value> {
        let url = format!("http://localhost:{}{path}", self.running.ports().control);
        self.json(Request::post(url), body.to_string())
    }

    fn ask(&self, path: &str) -> anyhow::Result<Value> {
        let url = format!("http://localhost:{}{path}", self.running.ports().control);
        let mut answer = self.agent.run(Request::get(url).body(())?)?;
        Ok(serde_json::from_str(&answer.body_mut().read_to_string()?)?)
    }

    fn json(&self, request: http::request::Builder, body: String) -> anyhow::Result<Value> {
        let mut answer = self.agent.run(request.body(body)?)?;
        let text = answer.body_mut().read_to_string()?;
        if !answer.status().is_success() {
            bail!("{}: {text}", answer.status());
        }
        Ok(serde_json::from_str(&text)?)
    }

    fn sign_in(&self) -> anyhow::Result<String> {
        let ports = self.running.ports();
        let app = format!("http://localhost:{}", ports.app);
        let config = self
            .agent
            .run(Request::get(format!("{app}/config.json")).body(())?)?;
        let config: Value = serde_json::from_str(&config.into_body().read_to_string()?)?;
        let text = |name: &str| config[name].as_str().unwrap_or_default().to_owned();
        let (client, tenant) = (text("clientId"), text("tenant"));
        let bridge = format!("{app}/auth/bridge.html");
        let base = format!("http://localhost:{}/{tenant}/oauth2/v2.0", ports.entra);
        let query = form_urlencoded::Serializer::new(String::new())
            .extend_pairs([
                ("client_id", client.as_str()),
                ("response_type", "code"),
                ("redirect_uri", &bridge),
                ("response_mode", "fragment"),
                ("scope", SCOPES),
                ("state", "import"),
                ("code_challenge", CHALLENGE),
                ("code_challenge_method", "S256"),
                ("login_hint", ORGANIZER),
            ])
            .finish();
        let asked = Request::get(format!("{base}/authorize?{query}")).body(())?;
        let answer = self.agent.run(asked)?;
        let place = answer
            .headers()
            .get("location")
            .context("no way back to the app")?;
        let (_, fragment) = place.to_str()?.split_once('#').context("no fragment")?;
        let code = form_urlencoded::parse(fragment.as_bytes())
            .find(|(name, _)| name == "code")
            .context("no code")?
            .1;
        let form = form_urlencoded::Serializer::new(String::new())
            .extend_pairs([
                ("client_id", client.as_str()),
                ("grant_type", "authorization_code"),
                ("code", &code),
                ("redirect_uri", &bridge),
                ("code_verifier", VERIFIER),
                ("scope", SCOPES),
            ])
            .finish();
        let redeem = Request::post(format!("{base}/token"))
            .header("origin", app)
            .header("content-type", "application/x-www-form-urlencoded");
        let tokens = self.json(redeem, form)?;
        let token = tokens["access_token"].as_str();
        Ok(token.context("no access token")?.to_owned())
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
