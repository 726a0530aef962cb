//! Town halls and webinars.

mod api;
mod body;
mod changes;
mod create_once;
mod event;
mod external;
mod kind;
mod mine;
mod mine_round;
mod new;
mod probes;
mod role;
mod settings;
mod settled;
mod several;

pub use api::Events;
pub use changes::{EventChanges, TownhallChanges};
pub use create_once::{CreateOutcome, Lookout};
pub use event::{Audience, EventStatus, VirtualEvent};
pub use external::ExternalEventInformation;
pub use kind::EventKind;
pub use mine::{MyEvent, MyEvents, MyEventsFailure};
pub use new::{NewEvent, TownhallOnly};
pub use role::Role;
pub use settings::{EventSettings, Switch};

#[cfg(test)]
mod tests;
