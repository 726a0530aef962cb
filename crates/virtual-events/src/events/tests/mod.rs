//! Operations on events.

mod bodies;
mod calls;
mod create_once;
mod mine;
mod settled;
