//! What a webinar tells of a presenter.

use serde::{Deserialize, Serialize};

use crate::ItemBody;

/// Biography and links (Graph type `virtualEventPresenterDetails`); only what is set is sent.
///
/// The photo isn't among them: no page tells how to read or write it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct PresenterDetails {
    /// Biography; sanitize HTML before showing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bio: Option<ItemBody>,
    /// Company.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub company: Option<String>,
    /// Job title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub job_title: Option<String>,
    /// LinkedIn page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub linked_in_profile_web_url: Option<String>,
    /// Page of their own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub personal_site_web_url: Option<String>,
    /// Twitter (X) page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub twitter_profile_web_url: Option<String>,
}
