//! A presenter, as told and as added.

use serde::Serialize;

use super::PresenterDetails;
use crate::json::json_object;
use crate::{EventKind, Identity, PresenterId};

json_object! {
    /// Somebody who presents (Graph type `virtualEventPresenter`).
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct Presenter {
        /// For a user the Entra object id.
        pub id: PresenterId = "id",
        /// E-mail address.
        pub email: Option<String> = "email",
        /// Who it is.
        pub identity: Option<Identity> = "identity",
        /// Biography and links; never there for a town hall.
        pub presenter_details: Option<PresenterDetails> = "presenterDetails",
    }
}

/// A presenter to be added.
///
/// Details go along for webinars only: a town hall takes the identity alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewPresenter {
    identity: Identity,
    #[serde(skip_serializing_if = "Option::is_none")]
    presenter_details: Option<PresenterDetails>,
}

impl NewPresenter {
    /// Somebody by [`Identity::user`] or [`Identity::guest`].
    #[must_use]
    pub fn new(identity: Identity) -> Self {
        Self {
            identity: identity.with_declared_type(),
            presenter_details: None,
        }
    }

    /// Somebody with details, for a webinar.
    #[must_use]
    pub fn with_details(identity: Identity, details: PresenterDetails) -> Self {
        Self {
            presenter_details: Some(details),
            ..Self::new(identity)
        }
    }

    /// The kind of event it is bound to, if it is.
    pub(super) fn only_for(&self) -> Option<EventKind> {
        self.presenter_details
            .is_some()
            .then_some(EventKind::Webinar)
    }
}
