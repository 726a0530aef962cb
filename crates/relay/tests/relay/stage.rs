//! The emulator really running, with a relay in front of it, and who uses both.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use emulator::Ports;
use relay::{Clock, Config, Secret, Settings, StoreName};
use ring::digest::{SHA256, digest};
use serde_json::Value;

use crate::client::{Answer, Http};
use crate::keeper::Relay;

const VERIFIER: &str = "a-verifier-that-is-long-enough-for-rfc-7636.";

/// What the browser asks for to work with events.
const GRAPH: &str = "User.Read VirtualEvent.Read VirtualEvent.ReadWrite";

pub(crate) struct Stage {
    pub(crate) ports: Ports,
    /// Ends the emulator when it is dropped.
    _emulator: emulator::Running,
    pub(crate) control: Http,
    pub(crate) graph: Http,
    pub(crate) tenant: String,
    client: String,
    /// The relay's app id and secret in the emulator's directory.
    pub(crate) relay: (String, String),
    pub(crate) folder: tempfile::TempDir,
}

/// A certificate for this name and its key, as files in a folder; their names.
pub(crate) fn certified(folder: &Path, name: &str) -> [PathBuf; 2] {
    let key = rcgen::KeyPair::generate_for(&rcgen::PKCS_RSA_SHA256).unwrap();
    let parameters = rcgen::CertificateParams::new(vec![name.to_owned()]);
    let certificate = parameters.unwrap().self_signed(&key).unwrap();
    let files = ["certificate", "key"].map(|what| folder.join(format!("{name}.{what}")));
    std::fs::write(&files[0], certificate.pem()).unwrap();
    std::fs::write(&files[1], key.serialize_pem()).unwrap();
    files
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

fn at(port: u16) -> Http {
    Http::to(format!("http://localhost:{port}"))
}

impl Stage {
    pub(crate) async fn open() -> Self {
        let starting = || {
            emulator::start(emulator::Config {
                port: 0,
                ..emulator::Config::default()
            })
        };
        let emulator = tokio::task::spawn_blocking(starting)
            .await
            .unwrap()
            .unwrap();
        let ports = emulator.ports();
        let control = at(ports.control);
        let state = control.get("/state").await.json();
        let app = at(ports.app).get("/config.json").await.json();
        Self {
            ports,
            _emulator: emulator,
            control,
            graph: at(ports.graph),
            tenant: text(&state["tenant"]),
            client: text(&app["clientId"]),
            relay: (
                text(&state["relay"]["clientId"]),
                text(&state["relay"]["clientSecret"]),
            ),
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// A relay in tenant mode, on a port that was free a moment ago: Graph has to be told it.
    pub(crate) fn settings(&self) -> Settings {
        let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let address = free.local_addr().unwrap();
        let file = self.folder.path().join("relay.db");
        Settings {
            listen: Some(address),
            public_url: Some(format!("http://{address}")),
            store: Some(StoreName::from(file.to_str().unwrap())),
            tenant: Some(self.tenant.clone()),
            app_id: Some(self.relay.0.clone()),
            authority: Some(format!("http://localhost:{}", self.ports.entra)),
            graph: Some(format!("http://localhost:{}", self.ports.graph)),
            client_secret: Some(Secret::from(self.relay.1.clone())),
            ..Settings::default()
        }
    }

    /// A certificate and its key as files; their names.
    pub(crate) fn certified(&self, name: &str) -> [PathBuf; 2] {
        certified(self.folder.path(), name)
    }

    pub(crate) async fn relay_by(&self, clock: Arc<dyn Clock>, settings: Settings) -> Relay {
        let config = Config::check(settings).unwrap();
        let running = relay::start(config, clock).await.unwrap();
        Relay {
            http: Http::to(format!("http://{}", running.addresses().relay)),
            token: self.token("ingrid.solberg", &self.feed_scope()).await,
            running,
        }
    }

    pub(crate) async fn relay(&self, settings: Settings) -> Relay {
        self.relay_by(Arc::new(relay::SystemClock), settings).await
    }

    pub(crate) fn feed_scope(&self) -> String {
        format!("api://{}/Feed.Read", self.relay.0)
    }

    /// Signs somebody in as the app does it, and gives the access token.
    pub(crate) async fn token(&self, who: &str, scope: &str) -> String {
        let redirect = format!("http://localhost:{}/auth/bridge.html", self.ports.app);
        let hint = format!("{who}@northlight.example");
        let challenge = URL_SAFE_NO_PAD.encode(digest(&SHA256, VERIFIER.as_bytes()));
        let form = |pairs: &[(&str, &str)]| {
            form_urlencoded::Serializer::new(String::new())
                .extend_pairs(pairs)
                .finish()
        };
        let query = form(&[
            ("client_id", &self.client),
            ("response_type", "code"),
            ("redirect_uri", &redirect),
            ("response_mode", "fragment"),
            ("scope", scope),
            ("state", "r.state"),
            ("nonce", "a-nonce"),
            ("code_challenge", &challenge),
            ("code_challenge_method", "S256"),
            ("login_hint", &hint),
        ]);
        let entra = at(self.ports.entra);
        let path = |rest: &str| format!("/{}/oauth2/v2.0/{rest}", self.tenant);
        let answer = entra.get(&path(&format!("authorize?{query}"))).await;
        let place = answer.header("location");
        let pairs = place.split_once('#').expect("no redirect to the app").1;
        let code = form_urlencoded::parse(pairs.as_bytes())
            .find(|(name, _)| name == "code")
            .expect("no code")
            .1;
        let body = form(&[
            ("client_id", &self.client),
            ("grant_type", "authorization_code"),
            ("code", &code),
            ("redirect_uri", &redirect),
            ("code_verifier", VERIFIER),
            ("scope", scope),
        ]);
        let origin = format!("http://localhost:{}", self.ports.app);
        let headers = [
            ("content-type", "application/x-www-form-urlencoded"),
            ("origin", origin.as_str()),
        ];
        let answer = entra.send("POST", &path("token"), &headers, body).await;
        text(&answer.json()["access_token"])
    }

    /// A call of Graph by the organizer of the demo.
    pub(crate) async fn by_ana(&self, method: &str, path: &str, body: &Value) -> Answer {
        self.by("ana.ruiz", method, path, body).await
    }

    /// A call of Graph by the relay's application.
    pub(crate) async fn by_relay(&self, method: &str, path: &str, body: &Value) -> Answer {
        let form = form_urlencoded::Serializer::new(String::new())
            .append_pair("grant_type", "client_credentials")
            .append_pair("client_id", &self.relay.0)
            .append_pair("client_secret", &self.relay.1)
            .append_pair("scope", "https://graph.microsoft.com/.default")
            .finish();
        let token = format!("/{}/oauth2/v2.0/token", self.tenant);
        let headers = [("content-type", "application/x-www-form-urlencoded")];
        let answer = at(self.ports.entra)
            .send("POST", &token, &headers, form)
            .await;
        let token = text(&answer.json()["access_token"]);
        self.call(&token, method, path, body).await
    }

    pub(crate) async fn by(&self, who: &str, method: &str, path: &str, body: &Value) -> Answer {
        self.call(&self.token(who, GRAPH).await, method, path, body)
            .await
    }

    async fn call(&self, token: &str, method: &str, path: &str, body: &Value) -> Answer {
        let bearer = format!("Bearer {token}");
        let headers = [
            ("authorization", bearer.as_str()),
            ("content-type", "application/json"),
        ];
        let body = match body {
            Value::Null => String::new(),
            body => body.to_string(),
        };
        self.graph.send(method, path, &headers, body).await
    }

    /// A call of the control port that has to succeed.
    pub(crate) async fn tell(&self, path: &str, body: &Value) -> Value {
        let headers = [("content-type", "application/json")];
        let answer = self.control.send("POST", path, &headers, body.to_string());
        let answer = answer.await;
        assert!(answer.status.is_success(), "{path}: {:?}", answer.body);
        answer.json()
    }

    /// Everybody's subscriptions, as the emulator has them.
    pub(crate) async fn subscriptions(&self) -> Vec<Value> {
        let all = self.control.get("/subscriptions").await.json();
        all["value"].as_array().or(all.as_array()).unwrap().clone()
    }

    /// How many calls of Graph there were with this method, to paths that begin so.
    pub(crate) async fn calls(&self, method: &str, path: &str) -> usize {
        let journal = self.control.get("/journal").await.json();
        let is_one = |line: &&Value| {
            line["origin"] == "graph"
                && line["method"] == method
                && line["path"].as_str().is_some_and(|to| to.contains(path))
        };
        journal.as_array().unwrap().iter().filter(is_one).count()
    }

    /// The id of a town hall of Ana's that begins in twenty minutes.
    pub(crate) async fn town_hall(&self) -> String {
        let all = "/v1.0/solutions/virtualEvents/townhalls/getByUserRole(role='organizer')";
        let mut path = all.to_owned();
        loop {
            let page = self.by_ana("GET", &path, &Value::Null).await.json();
            let is_it = |one: &&Value| one["displayName"] == "Ask the board anything";
            if let Some(found) = page["value"].as_array().unwrap().iter().find(is_it) {
                return text(&found["id"]);
            }
            let next = page["@odata.nextLink"].as_str().expect("no such town hall");
            path = next.strip_prefix(&self.graph.base).unwrap().to_owned();
        }
    }
}
