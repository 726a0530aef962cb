//! The relay beside the demo, so that notifications come as they happen.

use crate::error::Error;
use crate::patience::within;
use crate::places::Places;
use serde_json::{Value, json};
use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddrV4, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// How long the emulator may take to answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// The relay's port beside the demo's four, the first of which is `port`.
pub(crate) const fn relay_port(port: u16) -> u16 {
    port.saturating_add(4)
}

/// Starts the relay once the emulator's control port answers, tells the app of it, and ends it when
/// the emulator is gone.
///
/// # Errors
/// When the emulator doesn't answer in time, or the relay can't be started.
pub(crate) fn run_beside(places: &Places, port: u16) -> Result<(), Error> {
    let control = port.saturating_add(3);
    let state = within(PATIENCE, || ask(control, "GET", "/state", None))
        .ok_or_else(|| Error::unexpected("the demo did not answer".to_owned()))?;
    let address = format!("http://127.0.0.1:{}", relay_port(port));
    let mut relay = start(places, port, &state)?;
    // the app reads it when it starts
    ask(
        control,
        "POST",
        "/settings",
        Some(&json!({ "relay": address })),
    );
    while relay.try_wait().is_ok_and(|ended| ended.is_none()) && is_there(control) {
        std::thread::sleep(Duration::from_secs(1));
    }
    // ended by itself, by Ctrl-C as everything here, or now
    let _ = relay.kill();
    let _ = relay.wait();
    Ok(())
}

fn start(places: &Places, port: u16, state: &Value) -> Result<Child, Error> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let origin = |at: u16| format!("http://localhost:{}", port.saturating_add(at));
    // a demo begins anew each time, and so does its relay
    let store = std::env::temp_dir().join(format!("rostrum-demo-relay-{port}.db"));
    for ending in ["", "-wal", "-shm"] {
        let mut name = store.clone().into_os_string();
        name.push(ending);
        let _ = std::fs::remove_file(name);
    }
    let program = places.built_tool("rostrum-relay");
    Command::new(&program)
        .args(["--listen", &format!("127.0.0.1:{}", relay_port(port))])
        .arg("--store")
        .arg(&store)
        .args(["--tenant", &text(&state["tenant"])])
        .args(["--app-id", &text(&state["relay"]["clientId"])])
        .args(["--origins", &origin(0), "--authority", &origin(1)])
        .args(["--graph", &origin(2)])
        .env(
            "ROSTRUM_RELAY_CLIENT_SECRET",
            text(&state["relay"]["clientSecret"]),
        )
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|source| Error::NotStarted {
            line: program.display().to_string(),
            source,
            advice: None,
        })
}

fn is_there(port: u16) -> bool {
    let address = SocketAddrV4::new(Ipv4Addr::LOCALHOST, port);
    TcpStream::connect_timeout(&address.into(), Duration::from_secs(1)).is_ok()
}

/// One request to the control port, and the JSON it answers; `None` while it doesn't.
fn ask(port: u16, method: &str, path: &str, body: Option<&Value>) -> Option<Value> {
    let address = SocketAddrV4::new(Ipv4Addr::LOCALHOST, port);
    let mut stream = TcpStream::connect_timeout(&address.into(), Duration::from_secs(1)).ok()?;
    stream.set_read_timeout(Some(PATIENCE)).ok()?;
    let body = body.map(Value::to_string).unwrap_or_default();
    let request = format!(
        "{method} {path} HTTP/1.0\r\nHost: localhost\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(request.as_bytes()).ok()?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).ok()?;
    let (_, body) = answer.split_once("\r\n\r\n")?;
    serde_json::from_str(body).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::TcpListener;

    #[test]
    fn an_answer_of_the_control_port_is_read() {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let serving = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut asked = [0; 512];
            let length = stream.read(&mut asked).unwrap();
            stream
                .write_all(b"HTTP/1.0 200 OK\r\nContent-Length: 8\r\n\r\n{\"a\": 1}")
                .unwrap();
            String::from_utf8_lossy(&asked[..length]).into_owned()
        });
        let answer = ask(port, "POST", "/settings", Some(&json!({ "relay": "x" })));
        assert_eq!(answer, Some(json!({ "a": 1 })));
        let asked = serving.join().unwrap();
        assert!(asked.starts_with("POST /settings HTTP/1.0\r\n"), "{asked}");
        assert!(asked.ends_with("{\"relay\":\"x\"}"), "{asked}");
    }

    #[test]
    fn nobody_there_is_no_answer() {
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = free.local_addr().unwrap().port();
        drop(free);
        assert_eq!(ask(port, "GET", "/state", None), None);
        assert!(!is_there(port));
    }
}
