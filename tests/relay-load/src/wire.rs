//! One connection.

use std::net::SocketAddr;

use anyhow::Context as _;
use axum::body::Bytes;
use http_body_util::{BodyExt as _, Full};
use hyper::body::Incoming;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use serde_json::Value;
use tokio::net::TcpStream;

/// A connection to a relay, kept open from one request to the next.
#[derive(Debug)]
pub(crate) struct Line {
    sender: SendRequest<Full<Bytes>>,
    host: String,
}

impl Line {
    pub(crate) async fn to(host: SocketAddr) -> anyhow::Result<Self> {
        let stream = TcpStream::connect(host).await?;
        stream.set_nodelay(true)?;
        let (sender, connection) = handshake(TokioIo::new(stream)).await?;
        // its end is noticed by who waits for an answer
        tokio::spawn(connection);
        Ok(Self {
            sender,
            host: host.to_string(),
        })
    }

    /// Sends, and waits for the answer's head.
    pub(crate) async fn begin(
        &mut self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: String,
    ) -> anyhow::Result<Response<Incoming>> {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header("host", &self.host);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.sender.ready().await?;
        Ok(self
            .sender
            .send_request(request.body(Full::from(body))?)
            .await?)
    }

    /// Sends, and waits for the whole answer: its status and its body.
    pub(crate) async fn send(
        &mut self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: String,
    ) -> anyhow::Result<(u16, Bytes)> {
        let answer = self.begin(method, path, headers, body).await?;
        let status = answer.status().as_u16();
        Ok((status, answer.into_body().collect().await?.to_bytes()))
    }

    /// A feed of the user with this token.
    pub(crate) async fn make_feed(&mut self, token: &str) -> anyhow::Result<Feed> {
        let bearer = ["Bearer ", token].concat();
        let wish = r#"{"label":"Load"}"#.to_owned();
        let headers = [("authorization", bearer.as_str())];
        let (status, body) = self.send("POST", "/feeds", &headers, wish).await?;
        anyhow::ensure!(status == 201, "no feed: {status}");
        let made: Value = serde_json::from_slice(&body)?;
        let text = |name: &str| Some(made[name].as_str()?.to_owned());
        Ok(Feed {
            path: ["/notify/", &text("id").context("an id")?].concat(),
            state: text("clientState").context("a client state")?,
        })
    }
}

/// Where notifications go.
#[derive(Debug, Clone)]
pub(crate) struct Feed {
    pub(crate) path: String,
    state: String,
}

impl Feed {
    /// A delivery of one notification, as Graph makes it; its number stands in it.
    pub(crate) fn delivery(&self, number: usize) -> String {
        let number = number.to_string();
        [
            r#"{"value":[{"id":"notification "#,
            &number,
            r#"","subscriptionId":"7015b436-a8b8-4260-af80-5af8cba32e62","#,
            r#""subscriptionExpirationDateTime":"2027-01-13T09:00:00Z","clientState":""#,
            &self.state,
            r#"","changeType":"updated","tenantId":"11111111-2222-4333-8444-555566667777","#,
            r#""resource":"solutions/virtualEvents/townhalls/0123456789","#,
            r##""resourceData":{"@odata.type":"#microsoft.graph.virtualEventTownhall","##,
            r#""id":"0123456789"},"number":"#,
            &number,
            "}]}",
        ]
        .concat()
    }
}
