//! The accept loop.

use std::convert::Infallible;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tokio_io_timeout::TimeoutStream;
use tower_service::Service as _;

/// The address at the other end of the connection, among a request's extensions.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Peer(pub(crate) IpAddr);

/// How long a request's head may take to arrive.
const HEAD_PATIENCE: Duration = Duration::from_secs(15);

/// How long a peer may leave what is sent to it untaken: then it is hung up on, and resumes.
const WRITE_PATIENCE: Duration = Duration::from_secs(30);

/// How long connections may take to end when all is to end.
const END_PATIENCE: Duration = Duration::from_secs(8);

/// Bytes that a connection keeps in either direction: many are idle for hours.
const BUFFER: usize = 16 * 1024;

/// Serves `router` until told to stop, then lets answers in the making be finished.
pub(crate) async fn serve(
    listener: TcpListener,
    router: Router,
    connections: usize,
    mut stop: watch::Receiver<bool>,
) {
    let graceful = GracefulShutdown::new();
    let room = Arc::new(Semaphore::new(connections.min(Semaphore::MAX_PERMITS)));
    loop {
        let accepted = tokio::select! {
            accepted = accept(&listener, &room) => accepted,
            _ = stop.wait_for(|stopped| *stopped) => break,
        };
        match accepted {
            Ok((stream, permit)) => {
                let conversation = converse(stream, router.clone(), &graceful);
                tokio::spawn(async move {
                    conversation.await;
                    drop(permit);
                });
            }
            Err(error) => {
                // no more files, most likely: they come back as connections end
                tracing::error!(error = %error, "can't accept a connection");
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
    }
    drop(listener);
    if tokio::time::timeout(END_PATIENCE, graceful.shutdown())
        .await
        .is_err()
    {
        tracing::warn!("some connections are cut");
    }
}

async fn accept(
    listener: &TcpListener,
    room: &Arc<Semaphore>,
) -> std::io::Result<(TcpStream, tokio::sync::OwnedSemaphorePermit)> {
    let permit = Arc::clone(room).acquire_owned().await;
    let permit = permit.map_err(std::io::Error::other)?;
    let (stream, _) = listener.accept().await?;
    Ok((stream, permit))
}

fn converse(
    stream: TcpStream,
    router: Router,
    graceful: &GracefulShutdown,
) -> impl Future<Output = ()> + use<> {
    // a peer that is gone already is found out when it is answered
    let peer = stream.peer_addr().map(|address| address.ip());
    // small events must not wait for the ones before them to be acknowledged
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |request: hyper::Request<hyper::body::Incoming>| {
        let mut router = router.clone();
        let mut request = request.map(Body::new);
        if let Ok(peer) = peer {
            request.extensions_mut().insert(Peer(peer));
        }
        async move {
            let response = router.call(request).await;
            Ok::<_, Infallible>(response.unwrap_or_else(|never| match never {}))
        }
    });
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(WRITE_PATIENCE));
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_PATIENCE)
        .max_buf_size(BUFFER)
        .serve_connection(TokioIo::new(Box::pin(stream)), service);
    let watched = graceful.watch(connection);
    async move {
        // how a peer ends its connection is its own affair
        let _ = watched.await;
    }
}
