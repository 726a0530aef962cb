//! Starting and stopping: four listeners, each on both loopback addresses, on a thread of
//! their own.

use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use anyhow::{Context as _, bail};
use tokio::sync::watch;

use crate::config::Config;
use crate::entra::SigningKey;
use crate::persist;
use crate::subscriptions;
use crate::wire::{self, Origin};
use crate::world::Shared;

/// The ports of the four origins, each at `http://localhost:PORT`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ports {
    /// The built app.
    pub app: u16,
    /// The sign-in service.
    pub entra: u16,
    /// The API.
    pub graph: u16,
    /// Clock, faults, journal and state, for tests.
    pub control: u16,
}

impl Ports {
    pub(crate) fn of(&self, origin: Origin) -> u16 {
        match origin {
            Origin::App => self.app,
            Origin::Entra => self.entra,
            Origin::Graph => self.graph,
            Origin::Control => self.control,
        }
    }

    /// The address of an origin, without a slash at its end.
    pub(crate) fn base(&self, origin: Origin) -> String {
        format!("http://localhost:{}", self.of(origin))
    }
}

/// A running emulator; it stops when dropped.
#[derive(Debug)]
pub struct Running {
    ports: Ports,
    stop: watch::Sender<bool>,
    thread: Option<JoinHandle<()>>,
}

impl Running {
    /// Where it listens.
    #[must_use]
    pub fn ports(&self) -> Ports {
        self.ports
    }

    /// Stops listening, lets answers in the making be finished, keeps the state if asked for.
    pub fn stop(mut self) {
        self.end();
    }

    fn end(&mut self) {
        // Nobody listening any more means it has ended by itself.
        let _ = self.stop.send(true);
        if let Some(thread) = self.thread.take() {
            // The thread's panic, if it had one, has been printed by itself.
            let _ = thread.join();
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.end();
    }
}

/// Starts the four origins and answers once all of them listen.
///
/// # Errors
/// A port that is taken, a state file that can't be read.
pub fn start(config: Config) -> anyhow::Result<Running> {
    let world = persist::load(&config)?;
    let key = SigningKey::of_demo()?;
    let listeners = Origin::ALL
        .into_iter()
        .zip(0_u16..)
        .map(|(origin, after)| {
            let port = match config.port {
                0 => 0,
                first => first
                    .checked_add(after)
                    .context("the four ports end above 65535")?,
            };
            Ok((origin, listen(port)?))
        })
        .collect::<anyhow::Result<Vec<_>>>()?;
    let port_of = |at: usize| -> anyhow::Result<u16> {
        let listener = listeners.get(at).and_then(|(_, pair)| pair.first());
        Ok(listener.context("no listener")?.local_addr()?.port())
    };
    let ports = Ports {
        app: port_of(0)?,
        entra: port_of(1)?,
        graph: port_of(2)?,
        control: port_of(3)?,
    };

    let shared = Arc::new(Shared::new(config, ports, key, world));
    let (stop, stopped) = watch::channel(false);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .context("can't start the runtime")?;
    let thread = std::thread::spawn(move || {
        let (serving, keeping) = (Arc::clone(&shared), Arc::clone(&shared));
        runtime.block_on(async move {
            let all = listeners.into_iter().flat_map(|(origin, pair)| {
                let router = wire::router(origin, &serving);
                pair.into_iter()
                    .map(move |listener| (listener, router.clone()))
            });
            let tasks: Vec<_> = all
                .map(|(listener, router)| {
                    tokio::spawn(wire::serve(listener, router, stopped.clone()))
                })
                .collect();
            let keeper = tokio::spawn(keep_state_now_and_then(Arc::clone(&keeping)));
            let deliverer = tokio::spawn(subscriptions::keep_delivering(keeping));
            for task in tasks {
                // A listener that panicked has said so.
                let _ = task.await;
            }
            keeper.abort();
            deliverer.abort();
        });
        runtime.shutdown_timeout(Duration::from_millis(300));
        keep_state(&shared);
    });
    Ok(Running {
        ports,
        stop,
        thread: Some(thread),
    })
}

/// Seconds between two looks at whether the state file is behind.
const KEPT_EVERY_S: u64 = 2;

/// A demo that is killed loses a few seconds at most.
async fn keep_state_now_and_then(shared: Arc<Shared>) {
    let mut ticks = tokio::time::interval(Duration::from_secs(KEPT_EVERY_S));
    let mut kept = 0;
    while shared.config.state.is_some() {
        ticks.tick().await;
        let touched = shared.world().touched;
        if touched != kept {
            kept = touched;
            keep_state(&shared);
        }
    }
}

#[expect(
    clippy::print_stderr,
    reason = "the program's only way to say that the demo is lost"
)]
fn keep_state(shared: &Shared) {
    if let Some(path) = &shared.config.state
        && let Err(error) = persist::save(path, &shared.world())
    {
        eprintln!("the state is not kept: {error:#}");
    }
}

/// Listens on 127.0.0.1 and, where the machine has it, on ::1: `localhost` may mean either.
fn listen(port: u16) -> anyhow::Result<Vec<TcpListener>> {
    for _ in 0..20 {
        let v4 = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))
            .with_context(|| format!("can't listen on port {port}"))?;
        let taken = v4.local_addr()?.port();
        match TcpListener::bind(SocketAddr::from((Ipv6Addr::LOCALHOST, taken))) {
            Ok(v6) => return Ok(vec![v4, v6]),
            Err(error) if error.kind() != std::io::ErrorKind::AddrInUse => return Ok(vec![v4]),
            // Somebody else would be reached at ::1; another free port may be free on both.
            Err(_) if port == 0 => {}
            Err(error) => {
                return Err(error).with_context(|| format!("can't listen on port {port} of ::1"));
            }
        }
    }
    bail!("found no port that is free on both loopback addresses")
}
