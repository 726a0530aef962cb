//! Somebody's endpoint, which says what it is asked to say.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};

use anyhow::Context as _;
use percent_encoding::percent_decode_str;

/// An endpoint on a free port of this machine; it answers as long as the program runs.
#[derive(Debug)]
pub(super) struct Webhook {
    port: u16,
}

impl Webhook {
    /// Listens, on a thread of its own.
    pub(super) fn open() -> anyhow::Result<Self> {
        let listener =
            TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no port for an endpoint")?;
        let port = listener.local_addr()?.port();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                // A peer that hangs up is not missed.
                let _ = answer(stream);
            }
        });
        Ok(Self { port })
    }

    /// The address of a path here.
    pub(super) fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }
}

/// Answers with the token, decoded; with nothing where there is none.
fn answer(mut stream: TcpStream) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    // The rest of the head is of no interest, but must have been read.
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let target = first.split(' ').nth(1).unwrap_or_default();
    let token = target.split_once("validationToken=").unwrap_or_default().1;
    let token = token.replace('+', " ");
    let token = percent_decode_str(&token).decode_utf8_lossy();
    write!(
        stream,
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: {}\r\n\
         Connection: close\r\n\r\n{token}",
        token.len()
    )
}
