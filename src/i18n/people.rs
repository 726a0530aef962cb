//! The people of an event.

use virtual_events::Presenter;

pub(crate) const PRESENTERS: &str = "Presenters";
pub(crate) const NO_PRESENTERS: &str = "No presenters yet.";

/// What to call a presenter of whom the service may tell little.
pub(crate) fn name(presenter: &Presenter) -> String {
    let identity = presenter.identity.as_ref();
    identity
        .and_then(|it| it.display_name.clone())
        .filter(|name| !name.trim().is_empty())
        .or_else(|| presenter.email.clone())
        .or_else(|| identity.and_then(|it| it.email.clone()))
        .unwrap_or_else(|| presenter.id.as_str().to_owned())
}
