//! Now, ticking.

use crate::browser::{listen, timer};
use leptos::ev;
use leptos::prelude::*;
use virtual_events::UtcInstant;

/// The app's clock; ticks every second while anybody is looking. Found in the context.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Clock(RwSignal<UtcInstant>);

impl Clock {
    /// Provides the clock to everything below, for as long as that lives.
    pub(crate) fn provide() -> Self {
        let clock = Self(RwSignal::new(timer::now()));
        provide_context(clock);
        clock.tick();
        // a laptop that wakes, a tab that is looked at again: at once, and not with the next tick
        listen(ev::visibilitychange, move |_| {
            let _ = clock.0.try_set(timer::now());
        });
        clock
    }

    /// Ticks when the next second begins, until the clock is gone.
    fn tick(self) {
        let into = timer::now().unix_milliseconds().rem_euclid(1_000);
        let left = u32::try_from(1_000 - into).unwrap_or(1_000);
        timer::after(left, move || {
            if self.0.try_set(timer::now()).is_none() {
                self.tick();
            }
        });
    }

    /// The clock of the component that asks.
    pub(crate) fn expect() -> Self {
        expect_context()
    }

    /// Now; tracks, so what uses it is drawn anew every second. Put it behind a `Memo`.
    pub(crate) fn now(self) -> UtcInstant {
        self.0.get()
    }

    /// Now, without tracking.
    pub(crate) fn glance(self) -> UtcInstant {
        timer::now()
    }
}
