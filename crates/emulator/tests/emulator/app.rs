//! The app's files, and a demo that survives a restart.

use std::fs;
use std::path::PathBuf;

use emulator::Config;
use serde_json::Value;

use crate::caller::Caller;
use crate::desk::Desk;

/// A folder that is gone when the story ends.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("emulator-{name}-{}", std::process::id()));
        fs::create_dir_all(path.join("auth")).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What the system can't remove now it removes some day.
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn files_have_their_types_and_the_right_life_time() {
    let folder = Folder::new("dist");
    let put = |name: &str, text: &str| fs::write(folder.0.join(name), text).unwrap();
    put("index.html", "<!doctype html>app");
    put("rostrum-4f1c09ab23cd4567_bg.wasm", "plain");
    put("rostrum-4f1c09ab23cd4567_bg.wasm.br", "br");
    put("config.json", "{\"clientId\":\"of somebody else\"}");
    put("auth/bridge.html", "<!doctype html>bridge");
    let desk = Desk::with(Config {
        dist: Some(folder.0.clone()),
        ..Config::default()
    });
    let get = |path: &str, headers: &[(&str, &str)]| {
        desk.send("GET", &format!("{}{path}", desk.app()), headers, None)
            .unwrap()
    };

    let wasm = get(
        "/rostrum-4f1c09ab23cd4567_bg.wasm",
        &[("accept-encoding", "br, gzip")],
    );
    assert_eq!(wasm.header("content-type"), "application/wasm");
    assert_eq!(wasm.header("content-encoding"), "br");
    assert_eq!(wasm.text(), "br");
    assert_eq!(
        wasm.header("cache-control"),
        "public,max-age=31536000,immutable"
    );
    let plain = get(
        "/rostrum-4f1c09ab23cd4567_bg.wasm",
        &[("accept-encoding", "identity")],
    );
    assert_eq!(plain.text(), "plain");
    let same = get(
        "/rostrum-4f1c09ab23cd4567_bg.wasm",
        &[
            ("accept-encoding", "identity"),
            ("if-none-match", plain.header("etag")),
        ],
    );
    assert_eq!((same.status, same.bytes.len()), (304, 0));

    for address in ["/", "/live", "/townhalls/1@2/edit"] {
        let page = get(address, &[]);
        assert_eq!(
            (page.status, page.text().as_str()),
            (200, "<!doctype html>app"),
            "{address}"
        );
        assert_eq!(page.header("cache-control"), "no-store");
    }
    assert_eq!(
        get("/auth/bridge.html", &[]).text(),
        "<!doctype html>bridge"
    );
    assert_eq!(
        get("/auth/bridge.html", &[]).header("cache-control"),
        "no-store"
    );
    for missing in [
        "/auth/other",
        "/auth/other.html",
        "/gone-4f1c09ab23cd4567.js",
        "/..%2f..%2fetc",
    ] {
        assert_eq!(get(missing, &[]).status, 404, "{missing}");
    }
    let config = get("/config.json", &[]);
    assert_eq!(config.header("cache-control"), "no-store");
    assert_eq!(config.json()["graph"], desk.graph());
    assert_eq!(config.json()["cloud"], "global");
}

#[test]
fn without_a_build_the_app_says_so() {
    let desk = Desk::open();
    let page = desk.send("GET", &desk.app(), &[], None).unwrap();
    assert_eq!(page.status, 404);
    assert!(page.text().contains("--dist"), "{}", page.text());
}

#[test]
fn a_demo_with_a_state_file_goes_on_where_it_was() {
    let folder = Folder::new("state");
    let state = Some(folder.0.join("state.json"));
    let desk = Desk::with(Config {
        state: state.clone(),
        ..Config::default()
    });
    let place = Caller::of(&desk, "ana.ruiz").create_town_hall("Still here");
    desk.running.stop();

    let desk = Desk::with(Config {
        state: state.clone(),
        ..Config::default()
    });
    assert_eq!(
        Caller::of(&desk, "ana.ruiz").get(&place)["displayName"],
        "Still here"
    );
    desk.running.stop();

    fs::write(state.clone().unwrap(), "not a state").unwrap();
    let why = emulator::start(Config {
        state,
        ..Config::default()
    })
    .unwrap_err();
    assert!(why.to_string().contains("remove it"), "{why:#}");
}

#[test]
fn a_taken_port_is_named() {
    let desk = Desk::open();
    let port = desk.running.ports().app;
    let why = emulator::start(Config {
        port,
        ..Config::default()
    })
    .unwrap_err();
    assert!(format!("{why:#}").contains(&port.to_string()), "{why:#}");
    assert_ne!(desk.control("GET", "/state", &Value::Null), Value::Null);
}
