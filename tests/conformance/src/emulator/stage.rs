//! A running emulator with somebody signed in, and events made to order.

use std::cell::RefCell;

use anyhow::{Context as _, bail};
use emulator::{Config, Running};
use serde_json::{Value, json};
use ureq::Agent;
use ureq::http::{Request, Response};

/// When everything happens.
pub(super) const NOW: &str = "2027-01-12T09:42:00Z";

/// A PKCE pair: the challenge is the verifier's SHA-256 (the example of RFC 7636, appendix B).
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

const SCOPES: &str = "openid User.Read User.ReadBasic.All People.Read VirtualEvent.Read \
    VirtualEvent.ReadWrite OnlineMeetingArtifact.Read.All";

/// Who calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    Organizer,
    Attendee,
}

/// What an operation got.
#[derive(Debug)]
pub(super) struct Got {
    pub(super) status: u16,
    pub(super) body: Option<Value>,
}

/// The emulator, and two people of its tenant.
#[derive(Debug)]
pub(super) struct Stage {
    running: Running,
    agent: Agent,
    organizer: String,
    attendee: String,
    /// Events are named after their number.
    made: RefCell<u32>,
}

impl Stage {
    /// Starts an emulator with a stopped clock, without throttling, and signs both in.
    pub(super) fn open() -> anyhow::Result<Self> {
        let running = ::emulator::start(Config {
            now: Some(NOW.parse()?),
            ..Config::default()
        })?;
        let agent: Agent = Agent::config_builder()
            .max_redirects(0)
            .http_status_as_error(false)
            .build()
            .into();
        let mut stage = Self {
            running,
            agent,
            organizer: String::new(),
            attendee: String::new(),
            made: RefCell::new(0),
        };
        stage.control("/clock", &json!({ "freeze": true }))?;
        // A year: the clock is moved past events while the tokens stay.
        let settings = json!({ "throttle": false, "unknown_properties": false,
            "access_token_s": 365 * 24 * 3600 });
        stage.control("/settings", &settings)?;
        stage.organizer = stage.sign_in("ana.ruiz@northlight.example")?;
        stage.attendee = stage.sign_in("seun.adeyemi@northlight.example")?;
        Ok(stage)
    }

    fn sign_in(&self, upn: &str) -> anyhow::Result<String> {
        let ports = self.running.ports();
        let app = format!("http://localhost:{}", ports.app);
        let config = self.send(Request::get(format!("{app}/config.json")).body(String::new())?)?;
        let config = config.body.context("no config.json")?;
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
                ("state", "conformance"),
                ("code_challenge", CHALLENGE),
                ("code_challenge_method", "S256"),
                ("login_hint", upn),
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
            .header("content-type", "application/x-www-form-urlencoded")
            .body(form)?;
        let tokens = self.send(redeem)?.body.context("no tokens")?;
        let token = tokens["access_token"].as_str();
        Ok(token
            .with_context(|| format!("no access token: {tokens}"))?
            .to_owned())
    }

    /// Calls Graph.
    pub(super) fn call(
        &self,
        who: Who,
        method: &str,
        path: &str,
        body: Option<&Value>,
    ) -> anyhow::Result<Got> {
        let token = match who {
            Who::Organizer => &self.organizer,
            Who::Attendee => &self.attendee,
        };
        let mut request = Request::builder()
            .method(method)
            .uri(format!(
                "http://localhost:{}/v1.0{path}",
                self.running.ports().graph
            ))
            .header("authorization", format!("Bearer {token}"));
        match body {
            Some(body) => {
                request = request.header("content-type", "application/json");
                self.send(request.body(body.to_string())?)
            }
            None => Ok(read(self.agent.run(request.body(())?)?)?),
        }
    }

    /// Calls Graph for something that must work, and gives its JSON.
    pub(super) fn get(&self, who: Who, path: &str) -> anyhow::Result<Value> {
        let got = self.call(who, "GET", path, None)?;
        if got.status != 200 {
            bail!("GET {path} answers {}", got.status);
        }
        got.body.context("no body")
    }

    /// Tells the control port something.
    fn control(&self, path: &str, body: &Value) -> anyhow::Result<Value> {
        let url = format!("http://localhost:{}{path}", self.running.ports().control);
        let got = self.send(Request::post(url).body(body.to_string())?)?;
        if got.status != 200 {
            bail!("{path} of the control port answers {}", got.status);
        }
        got.body.context("no body")
    }

    /// Puts the clock to a time.
    pub(super) fn set_clock(&self, now: &str) -> anyhow::Result<()> {
        self.control("/clock", &json!({ "now": now })).map(drop)
    }

    /// A number that was not given before.
    pub(super) fn number(&self) -> u32 {
        let mut made = self.made.borrow_mut();
        *made += 1;
        *made
    }

    fn send(&self, request: Request<String>) -> anyhow::Result<Got> {
        // A GET has no body, not even an empty one.
        if request.body().is_empty() {
            let (parts, _) = request.into_parts();
            return read(self.agent.run(Request::from_parts(parts, ()))?);
        }
        read(self.agent.run(request)?)
    }
}

fn read(mut answer: Response<ureq::Body>) -> anyhow::Result<Got> {
    let status = answer.status().as_u16();
    let text = answer.body_mut().read_to_string()?;
    let body = if text.is_empty() {
        None
    } else {
        Some(serde_json::from_str(&text).with_context(|| format!("no JSON: {text}"))?)
    };
    Ok(Got { status, body })
}
