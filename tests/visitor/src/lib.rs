//! A running emulator with its clock stopped, and the way through its sign-in.
//!
//! Everything goes over HTTP, and no type of the client takes part: what is judged here isn't
//! asked to judge itself.

use anyhow::{Context as _, bail};
use emulator::{Config, Ports, Running};
use serde_json::{Value, json};
use ureq::http::Request;
use ureq::http::request::Builder;
use ureq::{Agent, Body};

/// A PKCE pair: the challenge is the verifier's SHA-256 (the example of RFC 7636, appendix B).
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

/// Returned by the sign-in as it was sent; there is nobody to mix it up.
const STATE: &str = "visitor";

/// Seconds for which access tokens hold: a year, for the clock is moved while they stay.
const TOKENS_HOLD: u32 = 365 * 24 * 3600;

/// The emulator, and what asks it.
#[derive(Debug)]
pub struct Visitor {
    running: Running,
    agent: Agent,
}

impl Visitor {
    /// Starts an emulator whose clock stands at `now`, in RFC 3339.
    ///
    /// # Errors
    ///
    /// `now` isn't a time, or the emulator doesn't start.
    pub fn at(now: &str) -> anyhow::Result<Self> {
        let running = emulator::start(Config {
            now: Some(now.parse().context("a time")?),
            ..Config::default()
        })?;
        // every answer is looked at, a redirection too
        let agent: Agent = Agent::config_builder()
            .max_redirects(0)
            .http_status_as_error(false)
            .build()
            .into();
        let visitor = Self { running, agent };
        visitor.tell("/clock", &json!({ "freeze": true }))?;
        visitor.tell("/settings", &json!({ "access_token_s": TOKENS_HOLD }))?;
        Ok(visitor)
    }

    /// Where the emulator listens.
    #[must_use]
    pub fn ports(&self) -> Ports {
        self.running.ports()
    }

    /// What asks; it follows nothing, and no answer is an error to it.
    #[must_use]
    pub const fn agent(&self) -> &Agent {
        &self.agent
    }

    /// Tells the control port something.
    ///
    /// # Errors
    ///
    /// There is no answer, or none that is JSON and well.
    pub fn tell(&self, path: &str, body: &Value) -> anyhow::Result<Value> {
        let url = format!("{}{path}", origin(self.ports().control));
        self.post(Request::post(url), body.to_string())
            .with_context(|| format!("{path} of the control port"))
    }

    /// Puts the emulator's clock to a time in RFC 3339.
    ///
    /// # Errors
    ///
    /// As for [`Self::tell`].
    pub fn set_clock(&self, now: &str) -> anyhow::Result<()> {
        self.tell("/clock", &json!({ "now": now })).map(drop)
    }

    /// Signs somebody in as the app would, and gives the access token for `scopes`.
    ///
    /// # Errors
    ///
    /// One of the steps isn't answered as it should be.
    pub fn sign_in(&self, username: &str, scopes: &str) -> anyhow::Result<String> {
        let app = origin(self.ports().app);
        let config = self.get(&format!("{app}/config.json"))?;
        let text = |name: &str| config[name].as_str().unwrap_or_default().to_owned();
        let (client, tenant) = (text("clientId"), text("tenant"));
        let bridge = format!("{app}/auth/bridge.html");
        let base = format!("{}/{tenant}/oauth2/v2.0", origin(self.ports().entra));
        let query = pairs(&[
            ("client_id", &client),
            ("response_type", "code"),
            ("redirect_uri", &bridge),
            ("response_mode", "fragment"),
            ("scope", scopes),
            ("state", STATE),
            ("code_challenge", CHALLENGE),
            ("code_challenge_method", "S256"),
            ("login_hint", username),
        ]);
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
        let form = pairs(&[
            ("client_id", &client),
            ("grant_type", "authorization_code"),
            ("code", &code),
            ("redirect_uri", &bridge),
            ("code_verifier", VERIFIER),
            ("scope", scopes),
        ]);
        let redeem = Request::post(format!("{base}/token"))
            .header("origin", app)
            .header("content-type", "application/x-www-form-urlencoded");
        let tokens = self.post(redeem, form)?;
        let token = tokens["access_token"].as_str();
        Ok(token
            .with_context(|| format!("no access token: {tokens}"))?
            .to_owned())
    }

    /// Asks for some JSON.
    ///
    /// # Errors
    ///
    /// There is no answer, or none that is JSON and well.
    pub fn get(&self, url: &str) -> anyhow::Result<Value> {
        json_of(self.agent.run(Request::get(url).body(())?)?)
    }

    fn post(&self, request: Builder, body: String) -> anyhow::Result<Value> {
        json_of(self.agent.run(request.body(body)?)?)
    }
}

/// The origin at a port of this machine.
#[must_use]
pub fn origin(port: u16) -> String {
    format!("http://localhost:{port}")
}

fn pairs(of: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(of)
        .finish()
}

fn json_of(mut answer: ureq::http::Response<Body>) -> anyhow::Result<Value> {
    let text = answer.body_mut().read_to_string()?;
    if !answer.status().is_success() {
        bail!("{}: {text}", answer.status());
    }
    serde_json::from_str(&text).with_context(|| format!("no JSON: {text}"))
}
