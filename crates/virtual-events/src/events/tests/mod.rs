//! Operations on events.

mod application_only;
mod bodies;
mod calls;
mod create_once;
mod mine;
mod settled;
mod several;
