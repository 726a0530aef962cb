//! The program and the emulator, both as they are: from a change to a reader.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

use relay::Settings;
use serde_json::{Value, json};

use crate::client::{Http, PATIENCE};
use crate::redis_server::RedisServer;
use crate::stage::Stage;

struct Program(Child);

impl Drop for Program {
    fn drop(&mut self) {
        // the test is over, whatever it came to
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts the relay with a file of settings, as an operator does; Graph calls `public`, or
/// where it listens.
fn start(stage: &Stage, store: &str, public: Option<&str>) -> (Program, String) {
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = free.local_addr().unwrap();
    drop(free);
    let here = format!("http://{address}");
    let public = public.unwrap_or(&here);
    let ports = stage.ports;
    let file = stage.folder.path().join("relay.toml");
    let text = format!(
        "listen = '{address}'\npublic_url = '{public}'\ntenant = '{}'\napp_id = '{}'\n\
         authority = 'http://localhost:{}'\ngraph = 'http://localhost:{}'\nsubscribe = 'tenant'\n",
        stage.tenant, stage.relay.0, ports.entra, ports.graph,
    );
    std::fs::write(&file, text).unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_rostrum-relay"))
        .arg("--config")
        .arg(&file)
        .env("ROSTRUM_RELAY_STORE", store)
        .env("ROSTRUM_RELAY_CLIENT_SECRET", &stage.relay.1)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    let out = child.stdout.as_mut().unwrap();
    BufReader::new(out).read_line(&mut line).unwrap();
    assert_eq!(line, format!("relay    {here}\n"));
    (Program(child), here)
}

#[tokio::test]
async fn a_change_reaches_the_reader_of_a_users_own_subscription() {
    let stage = Stage::open().await;
    let store = stage.folder.path().join("whole.db");
    let (mut program, base) = start(&stage, store.to_str().unwrap(), None);
    let http = Http::to(base);
    let token = stage.token("ana.ruiz", &stage.feed_scope()).await;
    let feed = http
        .call(&token, "POST", "/feeds", r#"{"label":"One town hall"}"#)
        .await
        .json();
    let id = stage.town_hall().await;
    let expires = jiff::Timestamp::now() + jiff::SignedDuration::from_hours(2);
    let wish = json!({
        "resource": format!("solutions/virtualEvents/townhalls/{id}"), "changeType": "updated",
        "notificationUrl": feed["notificationUrl"], "clientState": feed["clientState"],
        "lifecycleNotificationUrl": feed["lifecycleNotificationUrl"],
        "expirationDateTime": expires,
    });
    let made = stage.by_ana("POST", "/beta/subscriptions", &wish).await;
    assert_eq!(made.status, 201, "{:?}", made.body);
    let mut events = http.listen(&token, None).await;
    stage
        .tell(
            "/events",
            &json!({ "id": id, "title": "Moved to the large hall" }),
        )
        .await;
    let heard = events.notification().await;
    assert_eq!(heard.data["feed"], feed["id"]);
    assert_eq!(heard.data["item"]["subscriptionId"], made.json()["id"]);
    let subscription =
        json!({ "subscription": made.json()["id"], "event": "reauthorizationRequired" });
    stage.tell("/lifecycle", &subscription).await;
    assert_eq!(events.notification().await.data["kind"], "lifecycle");

    // nothing of what was said is written down
    program.0.kill().unwrap();
    let mut log = String::new();
    let err = program.0.stderr.take().unwrap();
    std::io::Read::read_to_string(&mut BufReader::new(err), &mut log).unwrap();
    for secret in [
        feed["clientState"].as_str().unwrap(),
        &stage.relay.1,
        &token,
        "Moved to the large hall",
    ] {
        assert!(!log.contains(secret), "a secret is in the log");
    }
    assert!(log.contains("the relay listens"));
}

#[tokio::test]
async fn the_relay_signs_in_with_a_certificate() {
    let stage = Stage::open().await;
    let [certificate, key] = stage.certified("sign-in");
    let pem = std::fs::read_to_string(&certificate).unwrap();
    let der: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
    let settings = Settings {
        client_secret: None,
        client_certificate: Some(certificate),
        client_key: Some(key),
        ..stage.settings()
    };
    let relay = stage.relay(settings).await;
    let path = "/tenant/townhalls";
    let refused = relay.call("GET", path, &Value::Null).await;
    assert_eq!(refused.status, 502, "it is not registered yet");
    stage
        .tell("/settings", &json!({ "relay_certificates": [der] }))
        .await;
    let all = relay.call("GET", path, &Value::Null).await;
    assert_eq!(all.status, 200, "{:?}", all.body);
    assert!(!all.json()["value"].as_array().unwrap().is_empty());
}

/// One of two instances is killed while it looks after what both hold.
#[tokio::test]
async fn where_one_is_killed_another_one_goes_on() {
    let stage = Stage::open().await;
    let redis = RedisServer::start().await;
    let (first, public) = start(&stage, &redis.url(), None);
    let token = stage.token("ingrid.solberg", &stage.feed_scope()).await;
    let of_first = Http::to(public.clone());
    let path = "/tenant/subscriptions";
    let wish = json!({
        "resource": format!("solutions/virtualEvents/townhalls/{}", stage.town_hall().await),
        "changeType": "updated",
    });
    let made = of_first.call(&token, "POST", path, &wish.to_string()).await;
    assert_eq!(made.status, 201, "{:?}", made.body);
    let both = async { while stage.subscriptions().await.len() < 2 {} };
    tokio::time::timeout(PATIENCE, both)
        .await
        .expect("not made");
    let (second, base) = start(&stage, &redis.url(), Some(&public));
    drop(first);
    let of_second = Http::to(base);
    let path = format!("{path}/{}", made.json()["id"].as_str().unwrap());
    assert_eq!(
        of_second.call(&token, "DELETE", &path, "").await.status,
        204
    );
    let one = async { while stage.subscriptions().await.len() > 1 {} };
    tokio::time::timeout(PATIENCE, one)
        .await
        .expect("nobody goes on");
    drop(second);
}
