//! The accept loop: like any HTTP server's, but able to hang up without an answer.

use std::convert::Infallible;
use std::error::Error;
use std::fmt;
use std::net::TcpListener;
use std::pin::pin;

use axum::Router;
use axum::body::Body;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::sync::watch;
use tower_service::Service as _;

/// Put among a response's extensions: hang up instead of sending it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cut;

impl fmt::Display for Cut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("cut on purpose")
    }
}

impl Error for Cut {}

/// Serves `router` until told to stop.
pub(crate) async fn serve(listener: TcpListener, router: Router, mut stop: watch::Receiver<bool>) {
    let ready = listener.set_nonblocking(true);
    let Ok(listener) = ready.and_then(|()| tokio::net::TcpListener::from_std(listener)) else {
        return;
    };
    let stopping = stop.clone();
    loop {
        tokio::select! {
            accepted = listener.accept() => {
                // A peer that is gone before it was greeted is no reason to end.
                if let Ok((stream, _)) = accepted {
                    tokio::spawn(converse(stream, router.clone(), stopping.clone()));
                }
            }
            _ = stop.wait_for(|stopped| *stopped) => return,
        }
    }
}

async fn converse(stream: TcpStream, router: Router, mut stop: watch::Receiver<bool>) {
    let service = service_fn(move |request: hyper::Request<hyper::body::Incoming>| {
        let mut router = router.clone();
        async move {
            let response = router
                .call(request.map(Body::new))
                .await
                .unwrap_or_else(|never: Infallible| match never {});
            // An error of the service makes the connection end without a byte.
            if response.extensions().get::<Cut>().is_some() {
                Err(Cut)
            } else {
                Ok(response)
            }
        }
    });
    // Small answers must not wait for the ones before them to be acknowledged.
    let _ = stream.set_nodelay(true);
    let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
    let mut connection = pin!(connection);
    let ended = tokio::select! {
        _ = connection.as_mut() => true,
        _ = stop.wait_for(|stopped| *stopped) => false,
    };
    if !ended {
        connection.as_mut().graceful_shutdown();
        // How a peer ends its connection is its own affair.
        let _ = connection.await;
    }
}
