//! What a deployment says of its relay.

use crate::notify::{NewFeed, Relay, RelayMistake};

const ID: &str = "99999999-2222-4333-8444-555566667777";

fn config(url: &str, id: &str) -> String {
    serde_json::json!({"clientId": "x", "relay": {"url": url, "clientId": id}}).to_string()
}

#[test]
fn a_deployment_without_one_polls() {
    assert_eq!(Relay::of_config("{\"clientId\": \"x\"}"), Ok(None));
}

#[test]
fn a_slash_at_its_end_makes_no_difference() {
    for url in [
        "https://relay.contoso.com/events/",
        "http://127.0.0.1:8090",
        "http://localhost:1",
    ] {
        let relay = Relay::of_config(&config(url, ID)).unwrap().unwrap();
        assert_eq!(relay.url, url.trim_end_matches('/'));
        assert_eq!(relay.scope(), format!("api://{ID}/Feed.Read"));
    }
}

#[test]
fn what_cant_be_used_is_named() {
    for url in [
        "",
        "relay.contoso.com",
        "http://relay.contoso.com",
        "ftp://x",
        "https://",
        "https://a b",
        "https://user@host",
        "https://x/?q",
        "http://localhost.evil.test",
    ] {
        assert_eq!(
            Relay::of_config(&config(url, ID)),
            Err(RelayMistake::Url),
            "{url}"
        );
    }
    let wrong = Relay::of_config(&config("https://x", "relay"));
    assert_eq!(wrong, Err(RelayMistake::ClientId));
    assert_eq!(Relay::of_config("{\"relay\": 1}"), Err(RelayMistake::Url));
}

#[test]
fn a_feeds_label_is_cut_to_what_the_relay_takes() {
    let body: serde_json::Value =
        serde_json::from_slice(&NewFeed::request(&"ä".repeat(300))).unwrap();
    assert_eq!(body["label"].as_str().unwrap().chars().count(), 200);
    assert_eq!(NewFeed::read(b"{}"), None);
}
