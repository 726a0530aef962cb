//! What a webinar tells of a presenter.

use serde::Serialize;

use crate::ItemBody;
use crate::json::json_object;

json_object! {
    /// Biography and links (Graph type `virtualEventPresenterDetails`); only what is set is sent.
    ///
    /// The photo isn't among them: no page tells how to read or write it.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
    pub struct PresenterDetails {
        /// Biography; sanitize HTML before showing.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub bio: Option<ItemBody> = "bio",
        /// Company.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub company: Option<String> = "company",
        /// Job title.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub job_title: Option<String> = "jobTitle",
        /// LinkedIn page.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub linked_in_profile_web_url: Option<String> = "linkedInProfileWebUrl",
        /// Page of their own.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub personal_site_web_url: Option<String> = "personalSiteWebUrl",
        /// Twitter (X) page.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub twitter_profile_web_url: Option<String> = "twitterProfileWebUrl",
    }
}
