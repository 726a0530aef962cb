//! The signed-in app: frame, navigation and pages.

mod account;
mod attempt;
mod frame;
pub(crate) mod problem;
mod shortcuts;
mod workspace;

use crate::chunk::chunk;
use crate::session::Session;
use leptos::prelude::*;

pub(crate) use account::initials;
pub(crate) use attempt::Attempt;
pub(crate) use workspace::Workspace;

chunk! {
    shell, preload:
    /// The frame with the page that the address names.
    pub(crate) fn frame(session: Session) -> AnyView {
        frame::frame(session)
    }
}
