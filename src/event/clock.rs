//! Now, ticking.

use crate::browser::timer;
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
        let ticking = timer::every_second(move || clock.0.set(timer::now()));
        let ticking = StoredValue::new_local(Some(ticking));
        on_cleanup(move || drop(ticking.try_update_value(Option::take)));
        clock
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
