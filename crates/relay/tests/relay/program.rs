//! The real program, started and ended as an operator or a loss of power does it.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::cast::ANA;
use crate::client::Http;
use crate::entra::{APP, Entra, TENANT};
use crate::redis_server::RedisServer;
use crate::stage::certified;

pub(crate) struct Program {
    child: Child,
    pub(crate) http: Http,
}

impl Program {
    /// Starts it on a free port.
    pub(crate) fn start(entra: &Entra, store: &str) -> Self {
        Self::start_by(command(), entra, store).expect("it did not start")
    }

    /// Starts it by this command; `None` if it ends by itself.
    fn start_by(mut command: Command, entra: &Entra, store: &str) -> Option<Self> {
        let mut child = command
            .args(["--listen", "127.0.0.1:0", "--log", "warn"])
            .args(["--tenant", TENANT, "--app-id", APP])
            .args(["--authority", &entra.authority])
            .env("ROSTRUM_RELAY_STORE", store)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let out = child.stdout.as_mut().unwrap();
        BufReader::new(out).read_line(&mut line).unwrap();
        let Some(base) = line.strip_prefix("relay    ") else {
            child.wait().unwrap();
            return None;
        };
        Some(Self {
            http: Http::to(base.trim_end().to_owned()),
            child,
        })
    }

    /// As `kill -9`.
    pub(crate) fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// As a service manager ends it; whether it ended well.
    fn end(&mut self) -> bool {
        let ended = Command::new("kill")
            .args(["-TERM", &self.child.id().to_string()])
            .status();
        assert!(ended.unwrap().success());
        self.child.wait().unwrap().success()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // most tests have ended it already
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn command() -> Command {
    Command::new(env!("CARGO_BIN_EXE_rostrum-relay"))
}

fn database(folder: &Path) -> String {
    folder.join("relay.db").to_str().unwrap().to_owned()
}

#[test]
fn help_names_every_setting_and_its_variable() {
    let help = command()
        .arg("--help")
        .env("ROSTRUM_RELAY_STORE", "redis://:hidden@localhost")
        .output()
        .unwrap();
    let text = String::from_utf8(help.stdout).unwrap();
    for name in [
        "config",
        "listen",
        "public-url",
        "store",
        "tenant",
        "app-id",
        "origins",
        "subscribe",
        "organizers",
        "kinds",
    ] {
        assert!(text.contains(&format!("--{name}")), "{name}");
        let variable = name.replace('-', "_").to_uppercase();
        assert!(
            text.contains(&format!("ROSTRUM_RELAY_{variable}")),
            "{variable}"
        );
    }
    for secret in ["CLIENT_SECRET", "CLIENT_KEY", "CONTENT_KEYS"] {
        assert!(
            text.contains(&format!("ROSTRUM_RELAY_{secret}")),
            "{secret}"
        );
    }
    for never in ["--client-secret", "--client-key", "--content-keys"] {
        assert!(!text.contains(never), "{never} is an argument");
    }
    assert!(!text.contains("hidden"), "a password is printed");
}

#[test]
fn it_says_what_is_missing() {
    let output = command().output().unwrap();
    assert!(!output.status.success());
    let text = String::from_utf8(output.stderr).unwrap();
    assert_eq!(text, "rostrum-relay: tenant is not set\n");
}

/// The certificate that Redis shows has to be one that the machine trusts.
#[tokio::test]
async fn redis_is_spoken_to_by_tls() {
    let folder = tempfile::tempdir().unwrap();
    let files = certified(folder.path(), "127.0.0.1");
    let redis = RedisServer::start_with_tls(files.clone()).await;
    let entra = Entra::start().await;
    let start = |trusted: &Path| {
        let mut command = command();
        command.env("SSL_CERT_FILE", trusted).stderr(Stdio::null());
        Program::start_by(command, &entra, &redis.url())
    };
    let trusting = start(&files[0]).expect("it did not start");
    assert_eq!(trusting.http.get("/readyz").await.status, 200);
    let others = certified(folder.path(), "localhost");
    assert!(start(&others[0]).is_none(), "anybody is trusted");
}

#[tokio::test]
async fn asked_to_end_it_ends_streams_and_goes() {
    let entra = Entra::start().await;
    let folder = tempfile::tempdir().unwrap();
    let mut program = Program::start(&entra, &database(folder.path()));
    let mut events = program.http.listen(&entra.token(ANA), None).await;
    let ended = tokio::task::spawn_blocking(move || program.end());
    assert_eq!(events.next().await, None);
    assert!(ended.await.unwrap());
    // the log is folded into the file: the next start has nothing to mend
    assert!(!folder.path().join("relay.db-wal").exists());
}
