//! Listening for what any instance stores.

use std::sync::Arc;
use std::time::{Duration, Instant};

use redis::aio::MultiplexedConnection;
use redis::streams::StreamReadReply;
use redis::{AsyncConnectionConfig, Client, RedisError};
use tokio::task::JoinHandle;

use super::{PATIENCE, read};
use crate::notification::Position;
use crate::store::Listener;

/// How long one call waits for news, in milliseconds.
const BLOCK_MS: u64 = 5_000;

/// How long the log may stay unread: it holds five minutes.
const TRUSTED: Duration = Duration::from_secs(240);

/// The pause before connecting again.
const PAUSE: Duration = Duration::from_millis(250);

/// A task that reads the log of all instances; it ends when dropped.
#[derive(Debug)]
pub(super) struct Tail {
    task: JoinHandle<()>,
}

impl Tail {
    pub(super) fn start(
        client: Client,
        log: String,
        from: Position,
        listener: Arc<dyn Listener>,
    ) -> Self {
        let follow = Follow {
            client,
            log,
            last: from,
            listener,
        };
        Self {
            task: tokio::spawn(follow.run()),
        }
    }

    pub(super) fn stop(&self) {
        self.task.abort();
    }
}

impl Drop for Tail {
    fn drop(&mut self) {
        self.stop();
    }
}

struct Follow {
    client: Client,
    log: String,
    last: Position,
    listener: Arc<dyn Listener>,
}

impl Follow {
    async fn run(mut self) {
        let mut first = true;
        loop {
            if let Ok(mut connection) = self.connect().await {
                if !first {
                    tracing::info!("listening to Redis again");
                    // where Redis has gone back in time, readers find out what is there
                    self.listener.lost_track();
                }
                first = false;
                let error = self.listen(&mut connection).await;
                tracing::warn!(kind = ?error.kind(), "Redis is gone");
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    async fn connect(&self) -> Result<MultiplexedConnection, RedisError> {
        let config = AsyncConnectionConfig::new()
            .set_connection_timeout(Some(PATIENCE))
            .set_response_timeout(Some(Duration::from_millis(BLOCK_MS) + PATIENCE));
        let connecting = self
            .client
            .get_multiplexed_async_connection_with_config(&config);
        connecting.await
    }

    /// Reads until that fails.
    async fn listen(&mut self, connection: &mut MultiplexedConnection) -> RedisError {
        let mut read_at = Instant::now();
        loop {
            let mut command = redis::cmd("XREAD");
            command
                .arg("COUNT")
                .arg(256)
                .arg("BLOCK")
                .arg(BLOCK_MS)
                .arg("STREAMS")
                .arg(&self.log)
                .arg(self.last.to_string());
            let reply: Option<StreamReadReply> = match command.query_async(connection).await {
                Ok(reply) => reply,
                Err(error) => return error,
            };
            if read_at.elapsed() > TRUSTED {
                self.listener.lost_track();
            }
            read_at = Instant::now();
            for entry in reply
                .iter()
                .flat_map(|reply| &reply.keys)
                .flat_map(|key| &key.ids)
            {
                match read::read_stored(entry) {
                    Ok(stored) => {
                        self.last = stored.position;
                        self.listener.heard(&[stored]);
                    }
                    Err(error) => {
                        tracing::error!(error = %error, id = entry.id, "an entry is passed over");
                        self.last = entry.id.parse().unwrap_or(self.last);
                    }
                }
            }
        }
    }
}
