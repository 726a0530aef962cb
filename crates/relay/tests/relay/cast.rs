//! A relay with its sign-in service, and who uses it.

use std::path::PathBuf;
use std::sync::Arc;

use relay::{Clock, Config, Running, Settings, StoreName, SystemClock};
use serde_json::{Value, json};

use crate::client::{Answer, Http};
use crate::entra::{APP, Entra, TENANT};

pub(crate) const ANA: &str = "aaaaaaaa-0000-4000-8000-000000000001";
pub(crate) const JONAS: &str = "aaaaaaaa-0000-4000-8000-000000000002";

pub(crate) struct Cast {
    pub(crate) entra: Entra,
    pub(crate) http: Http,
    pub(crate) running: Running,
    pub(crate) folder: tempfile::TempDir,
}

/// A feed as its user got it.
#[derive(Clone)]
pub(crate) struct Feed {
    pub(crate) id: String,
    pub(crate) state: String,
}

impl Feed {
    pub(crate) fn item(&self, number: usize) -> Value {
        json!({
            "id": format!("notification {number}"), "clientState": self.state,
            "subscriptionId": "7015b436-a8b8-4260-af80-5af8cba32e62", "changeType": "updated",
            "resource": "solutions/virtualEvents/townhalls/1", "number": number,
        })
    }
}

impl Cast {
    pub(crate) async fn start() -> Self {
        Self::start_with(|settings| settings).await
    }

    pub(crate) async fn start_with(change: impl FnOnce(Settings) -> Settings) -> Self {
        Self::start_by(Arc::new(SystemClock), change).await
    }

    pub(crate) async fn start_by(
        clock: Arc<dyn Clock>,
        change: impl FnOnce(Settings) -> Settings,
    ) -> Self {
        let entra = Entra::start().await;
        let folder = tempfile::tempdir().unwrap();
        let settings = change(settings(&entra, &folder.path().join("relay.db")));
        let config = Config::check(settings).unwrap();
        let running = relay::start(config, clock).await.unwrap();
        Self {
            http: Http::to(format!("http://{}", running.addresses().relay)),
            entra,
            running,
            folder,
        }
    }

    pub(crate) fn file(&self) -> PathBuf {
        self.folder.path().join("relay.db")
    }

    pub(crate) async fn feed(&self, user: &str) -> Feed {
        make_feed(&self.http, &self.entra.token(user)).await
    }

    /// Delivers one notification.
    pub(crate) async fn deliver(&self, feed: &Feed, number: usize) -> Answer {
        deliver(&self.http, feed, &[feed.item(number)]).await
    }

    /// How often this stands in the figures.
    pub(crate) async fn count(&self, figure: &str) -> u64 {
        let text = self.http.get("/metrics").await.body;
        let text = std::str::from_utf8(&text).unwrap();
        let line = text.lines().find_map(|line| line.strip_prefix(figure));
        line.map_or(0, |count| count.trim().parse().unwrap())
    }
}

/// The least that a relay has to be told.
pub(crate) fn settings(entra: &Entra, file: &std::path::Path) -> Settings {
    Settings {
        listen: Some("127.0.0.1:0".parse().unwrap()),
        public_url: Some("https://relay.contoso.com/".to_owned()),
        store: Some(StoreName::from(file.to_str().unwrap())),
        tenant: Some(TENANT.to_owned()),
        app_id: Some(APP.to_owned()),
        authority: Some(entra.authority.clone()),
        origins: Some(vec!["https://events.contoso.com".to_owned()]),
        ..Settings::default()
    }
}

pub(crate) async fn make_feed(http: &Http, token: &str) -> Feed {
    let made = http
        .call(token, "POST", "/feeds", r#"{"label":"Town halls"}"#)
        .await;
    assert_eq!(made.status, 201);
    let made = made.json();
    Feed {
        id: made["id"].as_str().unwrap().to_owned(),
        state: made["clientState"].as_str().unwrap().to_owned(),
    }
}

pub(crate) async fn deliver(http: &Http, feed: &Feed, items: &[Value]) -> Answer {
    let path = format!("/notify/{}", feed.id);
    let body = json!({ "value": items }).to_string();
    http.send("POST", &path, &[("content-type", "application/json")], body)
        .await
}
