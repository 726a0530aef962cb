//! People relevant to the signed-in user.

use serde::Serialize;

use super::query::quoted;
use crate::client::Target;
use crate::json::json_object;
use crate::odata::ODataOption;
use crate::scope::READ_PEOPLE;
use crate::{GraphClient, Listing};

json_object! {
    /// Somebody, or a group, ranked by relevance (Graph type `person`).
    #[derive(Clone, Debug, Default, PartialEq, Serialize)]
    pub struct Person {
        /// Entra object id for somebody of the organization; for a contact it is none.
        pub id: Option<String> = "id",
        /// Name as shown.
        pub display_name: Option<String> = "displayName",
        /// First name.
        pub given_name: Option<String> = "givenName",
        /// Family name.
        pub surname: Option<String> = "surname",
        /// Job title.
        pub job_title: Option<String> = "jobTitle",
        /// Company.
        pub company_name: Option<String> = "companyName",
        /// Department.
        pub department: Option<String> = "department",
        /// Office.
        pub office_location: Option<String> = "officeLocation",
        /// Sign-in name.
        pub user_principal_name: Option<String> = "userPrincipalName",
        /// Address for instant messages.
        pub im_address: Option<String> = "imAddress",
        /// What it is.
        pub person_type: Option<PersonType> = "personType",
        /// Addresses, the best first.
        pub scored_email_addresses: Vec<ScoredEmailAddress> = "scoredEmailAddresses",
    }
}

impl Person {
    /// Whether it is a user of the organization: a group or an outside contact isn't.
    #[must_use]
    pub fn is_organization_user(&self) -> bool {
        self.person_type.as_ref().is_some_and(|kind| {
            kind.class.as_deref() == Some("Person")
                && kind.subclass.as_deref() == Some("OrganizationUser")
        })
    }

    /// The best e-mail address.
    #[must_use]
    pub fn address(&self) -> Option<&str> {
        self.scored_email_addresses.first()?.address.as_deref()
    }
}

json_object! {
    /// What a "person" is (Graph type `personType`).
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
    pub struct PersonType {
        /// `Person`, `Group` and others.
        pub class: Option<String> = "class",
        /// `OrganizationUser`, `UnifiedGroup` and others.
        pub subclass: Option<String> = "subclass",
    }
}

json_object! {
    /// An address and how relevant it is (Graph type `scoredEmailAddress`).
    #[derive(Clone, Debug, Default, PartialEq, Serialize)]
    pub struct ScoredEmailAddress {
        /// The address.
        pub address: Option<String> = "address",
        /// The higher the more relevant.
        pub relevance_score: Option<f64> = "relevanceScore",
    }
}

/// A question for people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PeopleQuery {
    options: Vec<ODataOption>,
}

impl PeopleQuery {
    /// Everybody relevant, the most relevant first.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// People whose name or address matches `text`, also when it is slightly misspelt.
    #[must_use]
    pub fn search(self, text: &str) -> Self {
        self.option(ODataOption::Search(quoted("", text)))
    }

    /// At most `size` people a page.
    #[must_use]
    pub fn top(self, size: u32) -> Self {
        self.option(ODataOption::Top(size))
    }

    /// With any other option.
    #[must_use]
    pub fn option(mut self, option: ODataOption) -> Self {
        self.options.push(option);
        self
    }
}

/// Calls on ranked people; from [`GraphClient::people`].
#[derive(Clone, Debug)]
pub struct People {
    client: GraphClient,
}

impl GraphClient {
    /// People relevant to the signed-in user.
    #[must_use]
    pub fn people(&self) -> People {
        People {
            client: self.clone(),
        }
    }
}

impl People {
    /// The first 15 people that match `text`, for a picker.
    ///
    /// Groups and outside contacts are among them: see [`Person::is_organization_user`].
    ///
    /// Permission `People.Read`. Source: Graph page "List people".
    pub fn search(&self, text: &str) -> Listing<Person> {
        self.list(&PeopleQuery::new().search(text).top(15))
    }

    /// People by a question of one's own.
    ///
    /// Permission and source as for [`search`](Self::search).
    pub fn list(&self, query: &PeopleQuery) -> Listing<Person> {
        Listing::new(
            &self.client,
            Target::new("/me/people"),
            &query.options,
            READ_PEOPLE,
        )
    }
}
