//! A Redis as a process, as durable as it can be.

use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::Context as _;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::program::free_host;

/// A Redis of one's own; killed on drop.
#[derive(Debug)]
pub(crate) struct RedisServer {
    child: Child,
    host: SocketAddr,
}

impl RedisServer {
    /// Starts one that keeps its file in `folder` and syncs it at every write.
    pub(crate) async fn start(folder: &Path) -> anyhow::Result<Self> {
        let host = free_host()?;
        let child = Command::new("redis-server")
            .args(["--bind", "127.0.0.1", "--port", &host.port().to_string()])
            .args([
                "--appendonly",
                "yes",
                "--appendfsync",
                "always",
                "--save",
                "",
            ])
            .arg("--dir")
            .arg(folder)
            .stdout(Stdio::null())
            .spawn()
            .context("redis-server (Debian's package redis-server)")?;
        let server = Self { child, host };
        let answers = async {
            while !server.answers().await {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        let answers = tokio::time::timeout(Duration::from_secs(10), answers).await;
        answers.context("redis-server does not answer")?;
        Ok(server)
    }

    pub(crate) fn url(&self) -> String {
        ["redis://", &self.host.to_string()].concat()
    }

    /// Whether it is there and has read its file.
    async fn answers(&self) -> bool {
        let Ok(mut stream) = TcpStream::connect(self.host).await else {
            return false;
        };
        let mut answer = [0; 5];
        stream.write_all(b"PING\r\n").await.is_ok()
            && stream.read_exact(&mut answer).await.is_ok()
            && &answer == b"+PONG"
    }
}

impl Drop for RedisServer {
    fn drop(&mut self) {
        // it may have ended by itself
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
