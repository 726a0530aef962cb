//! A real Redis, on a port of its own, as long as a test needs it.

use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::client::PATIENCE;

pub(crate) struct RedisServer {
    process: Option<Child>,
    port: u16,
    /// Certificate and key, if it speaks TLS.
    tls: Option<[PathBuf; 2]>,
    folder: tempfile::TempDir,
}

impl RedisServer {
    pub(crate) async fn start() -> Self {
        Self::start_with(None).await
    }

    /// One that speaks TLS alone, with this certificate and key.
    pub(crate) async fn start_with_tls(files: [PathBuf; 2]) -> Self {
        Self::start_with(Some(files)).await
    }

    async fn start_with(tls: Option<[PathBuf; 2]>) -> Self {
        // between this and Redis' own asking somebody else may take it; then Redis says so
        let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let port = free.local_addr().unwrap().port();
        drop(free);
        let mut server = Self {
            process: None,
            port,
            tls,
            folder: tempfile::tempdir().unwrap(),
        };
        server.begin().await;
        server
    }

    pub(crate) fn url(&self) -> String {
        let scheme = if self.tls.is_some() {
            "rediss"
        } else {
            "redis"
        };
        format!("{scheme}://127.0.0.1:{}", self.port)
    }

    /// Starts it, on what it had when it ended.
    pub(crate) async fn begin(&mut self) {
        let port = self.port.to_string();
        let mut command = Command::new("redis-server");
        command.args(["--bind", "127.0.0.1"]);
        match &self.tls {
            None => command.args(["--port", &port]),
            Some([certificate, key]) => command
                .args([
                    "--port",
                    "0",
                    "--tls-port",
                    &port,
                    "--tls-auth-clients",
                    "no",
                ])
                .arg("--tls-cert-file")
                .arg(certificate)
                .arg("--tls-key-file")
                .arg(key),
        };
        let process = command
            .args([
                "--appendonly",
                "yes",
                "--appendfsync",
                "always",
                "--save",
                "",
            ])
            .arg("--dir")
            .arg(self.folder.path())
            .stdout(Stdio::null())
            .spawn()
            .expect("redis-server is not there: install Debian's package redis-server");
        self.process = Some(process);
        let answers = async {
            let address = ("127.0.0.1", self.port);
            while !self.answers(address).await {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        tokio::time::timeout(PATIENCE, answers)
            .await
            .expect("redis-server does not answer");
    }

    async fn answers(&self, address: (&str, u16)) -> bool {
        match self.tls {
            None => ping(address).await,
            // who speaks to it tells more
            Some(_) => tokio::net::TcpStream::connect(address).await.is_ok(),
        }
    }

    /// Ends it as a loss of power would.
    pub(crate) fn kill(&mut self) {
        if let Some(mut process) = self.process.take() {
            process.kill().unwrap();
            process.wait().unwrap();
        }
    }
}

impl Drop for RedisServer {
    fn drop(&mut self) {
        if let Some(process) = &mut self.process {
            // it may have ended by itself, which the test has noticed
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}

/// Whether it is there and has read its file.
async fn ping(address: (&str, u16)) -> bool {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    let Ok(mut stream) = tokio::net::TcpStream::connect(address).await else {
        return false;
    };
    let mut answer = [0; 5];
    stream.write_all(b"PING\r\n").await.is_ok()
        && stream.read_exact(&mut answer).await.is_ok()
        && &answer == b"+PONG"
}
