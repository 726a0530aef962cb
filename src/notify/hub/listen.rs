//! Hears the relay, and opens its stream anew whenever that breaks.

use super::{Hub, RelayProblem, Setting, kept};
use crate::browser::{listen, page, timer};
use gloo_timers::future::TimeoutFuture;
use leptos::ev;
use leptos::prelude::*;
use planning::notify::{Came, Frames, Relay, Stream, Told};
use std::time::Duration;
use virtual_events::TokenError;

/// Between two looks at whether it is time to try again, in milliseconds.
const STEP: u32 = 500;
/// The longest pause between two tries, in milliseconds.
const LONGEST: u32 = 60_000;

/// Listens as long as this tab leads and there is a relay.
pub(super) fn follow(hub: Hub) {
    let under_way = StoredValue::new(false);
    let hurry = StoredValue::new(false);
    // a network that is there again, a laptop that wakes: at once, and not after the pause
    listen(ev::online, move |_| hurry.set_value(true));
    listen(ev::visibilitychange, move |_| {
        if !page::hidden() {
            hurry.set_value(true);
        }
    });
    Effect::new(move |_| {
        let Setting::At(relay) = hub.relay.get() else {
            return;
        };
        if hub.leads.get() && !under_way.get_value() {
            under_way.set_value(true);
            leptos::task::spawn_local(async move {
                stay_tuned(hub, &relay, hurry).await;
                let _ = under_way.try_set_value(false);
            });
        }
    });
}

async fn stay_tuned(hub: Hub, relay: &Relay, hurry: StoredValue<bool>) {
    let mut failures = 0;
    while hub.list.is_there() {
        set(hub, Stream::Connecting);
        let refused = match hear(hub, relay).await {
            Ok(()) => {
                failures = 0;
                None
            }
            Err(RelayProblem::Token(TokenError::ConsentRequired { .. })) => {
                return set(hub, Stream::NoPermission);
            }
            Err(RelayProblem::Token(TokenError::InteractionRequired { .. })) => {
                return set(hub, Stream::SignedOut);
            }
            Err(RelayProblem::Refused { status: 403, .. }) => {
                return set(hub, Stream::NoPermission);
            }
            Err(RelayProblem::Refused { status, .. }) => {
                failures += 1;
                Some(status)
            }
            Err(_) => {
                failures += 1;
                None
            }
        };
        let pause = pause(failures, timer::random());
        let until = timer::now().after(Duration::from_millis(pause.into()));
        let stream = match refused {
            Some(status) => Stream::Refused(status, until),
            None => Stream::Lost(until),
        };
        set(hub, stream);
        let _ = hurry.try_set_value(false);
        let mut waited = 0;
        while waited < pause && hurry.try_get_value() == Some(false) {
            TimeoutFuture::new(STEP).await;
            waited += STEP;
        }
    }
}

/// One second after the first failure, then two, four, up to a minute, less up to a quarter.
fn pause(failures: u32, chance: f64) -> u32 {
    let whole = 1_000_u32 << failures.min(6);
    (f64::from(whole.min(LONGEST)) * (1.0 - chance / 4.0)) as u32
}

fn set(hub: Hub, stream: Stream) {
    let _ = hub.stream.try_set(stream);
}

/// One stream, from its opening to its end. An error when it never opened.
async fn hear(hub: Hub, relay: &Relay) -> Result<(), RelayProblem> {
    let owner = hub.workspace.person();
    let position = kept::position(&owner);
    let mut stream = hub.open_stream(relay, position.as_deref()).await?;
    let mut frames = Frames::default();
    let mut silence = Duration::from_secs(15);
    loop {
        // two beats may be lost; then nobody is there
        let patience = u32::try_from(silence.as_millis() * 2 + 5_000).unwrap_or(LONGEST);
        let Some(piece) = stream.next(patience).await else {
            return Ok(());
        };
        let Ok(heard) = frames.take(&piece) else {
            return Ok(());
        };
        if !hub.list.is_there() {
            return Ok(());
        }
        let mut came = Vec::new();
        for frame in heard {
            match Told::by(&frame, timer::now()) {
                Told::Hello { heartbeat, latest } => {
                    silence = heartbeat;
                    set(hub, Stream::Open(timer::now()));
                    if position.is_none()
                        && let Some(latest) = latest
                    {
                        kept::keep_position(&owner, &latest);
                    }
                }
                Told::Notification { entry, .. } => came.push(Came {
                    id: entry.id,
                    data: frame.data,
                }),
                Told::Gap => hub.list.refresh(),
                Told::Expired => return Ok(()),
                Told::Unknown => {}
            }
        }
        if let Some(last) = came.last() {
            kept::keep_position(&owner, &last.id);
            hub.came(came);
        }
    }
}
