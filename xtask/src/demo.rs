//! `cargo xtask demo`: the built app on the emulator's demo tenant.

use crate::build::{Flavor, build_if_stale};
use crate::error::Error;
use crate::patience::within;
use crate::places::Places;
use crate::program::Program;
use crate::setup::{Machine, Purpose, prepare};
use crate::workspace::build_tool;
use crate::{bench, cli, say};
use std::net::{Ipv4Addr, SocketAddrV4, TcpListener, TcpStream};
use std::time::{Duration, Instant};

/// Installs, builds, and becomes the emulator.
///
/// # Errors
/// When set-up or the build fails, a port is taken, or the emulator stops with an error.
pub(crate) fn run(places: &Places, options: &cli::Demo) -> Result<(), Error> {
    let start = Instant::now();
    let ports = if options.relay { 5 } else { 4 };
    check_ports(options.port, ports)?;
    let ready = prepare(places, Purpose::Demo)?;
    build_if_stale(places, &ready, Flavor::Release)?;
    say::heading("Starting the demo (about a minute the first time)");
    build_tool(places, "emulator")?;
    if options.relay {
        build_tool(places, "relay")?;
    }
    if ready.machine == Machine::Bare {
        bench::note_bare_setup(places, start.elapsed())?;
    }
    let address = address(options.port);
    say::line(&format!("Rostrum: {address}   (stop it with Ctrl-C)"));
    if !options.no_open {
        open_later(options.port);
    }
    if options.relay {
        relay_beside(places, options.port)?;
    }
    let mut emulator = Program::new(places.built_tool("rostrum-emulator"))
        .args(["--port", &options.port.to_string(), "--dist"])
        .args([&places.dist])
        .dir(&places.root);
    if let Some(events) = options.events {
        emulator = emulator.args(["--events", &events.to_string()]);
    }
    emulator.become_it()
}

fn address(port: u16) -> String {
    format!("http://localhost:{port}/")
}

/// Tells before the long build when the demo could not start after it.
fn check_ports(first: u16, count: u16) -> Result<(), Error> {
    for port in first..first.saturating_add(count) {
        if TcpListener::bind(SocketAddrV4::new(Ipv4Addr::LOCALHOST, port)).is_err() {
            return Err(Error::Missing {
                what: format!("a free port: {port} is in use, which"),
                advice: format!(
                    "stop the other program, or choose four other ports with `--port {}`",
                    if first == 8080 { 9080 } else { 8080 }
                ),
            });
        }
    }
    Ok(())
}

/// Leaves a process behind that runs the relay: this one turns into the emulator.
fn relay_beside(places: &Places, port: u16) -> Result<(), Error> {
    let me = std::env::current_exe()
        .map_err(|error| Error::unexpected(format!("finding this program: {error}")))?;
    Program::new(me)
        .args(["relay-beside", &port.to_string()])
        .dir(&places.root)
        .start_apart()
}

/// Leaves a process behind that opens the browser: this one turns into the emulator.
fn open_later(port: u16) {
    let Ok(me) = std::env::current_exe() else {
        return;
    };
    // a demo whose address isn't opened is still a demo, and the address stands above
    let _ = Program::new(me)
        .args(["open-when-ready", &port.to_string()])
        .start_apart();
}

/// Opens the demo in the browser as soon as it answers.
///
/// # Errors
/// None: without a browser the user opens the printed address.
pub(crate) fn open_when_ready(port: u16) -> Result<(), Error> {
    let app = SocketAddrV4::new(Ipv4Addr::LOCALHOST, port);
    let answer = || TcpStream::connect_timeout(&app.into(), Duration::from_secs(1)).ok();
    if within(Duration::from_secs(30), answer).is_none() {
        return Ok(());
    }
    let address = address(port);
    let opened = match std::env::consts::OS {
        "macos" => Program::new("open").args([&address]).answer(),
        "windows" => Program::new("cmd").args(["/C", "start", &address]).answer(),
        // without a screen there is nothing to open
        _ if std::env::var_os("DISPLAY").is_none()
            && std::env::var_os("WAYLAND_DISPLAY").is_none() =>
        {
            None
        }
        _ => Program::new("xdg-open").args([&address]).answer(),
    };
    drop(opened);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_told_before_the_build() {
        // given a program on some port
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        // then the demo says so, whichever of its four ports it is
        let error = check_ports(port, 4).unwrap_err().to_string();
        assert!(error.contains(&format!("{port} is in use")), "{error}");
        assert!(error.contains("--port"), "{error}");
    }
}
