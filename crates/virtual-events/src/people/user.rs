//! A user of the directory.

use serde::Serialize;

use crate::UserId;
use crate::json::json_object;

json_object! {
    /// A user (Graph type `user`), as far as pickers need it.
    ///
    /// Nothing is certain: with `User.ReadBasic.All` most properties come back empty, and an answer
    /// holds only what was selected.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
    pub struct User {
        /// Entra object id.
        pub id: Option<UserId> = "id",
        /// Name as shown.
        pub display_name: Option<String> = "displayName",
        /// First name.
        pub given_name: Option<String> = "givenName",
        /// Family name.
        pub surname: Option<String> = "surname",
        /// E-mail address.
        pub mail: Option<String> = "mail",
        /// Alias of the mailbox.
        pub mail_nickname: Option<String> = "mailNickname",
        /// Sign-in name.
        pub user_principal_name: Option<String> = "userPrincipalName",
        /// Job title; wants `User.Read.All`.
        pub job_title: Option<String> = "jobTitle",
        /// Department; wants `User.Read.All`.
        pub department: Option<String> = "department",
        /// Company; wants `User.Read.All`.
        pub company_name: Option<String> = "companyName",
        /// Office; wants `User.Read.All`.
        pub office_location: Option<String> = "officeLocation",
        /// Language, such as `de-DE`.
        pub preferred_language: Option<String> = "preferredLanguage",
        /// `Member` or `Guest`; guests count as inside the organization for town halls.
        pub user_type: Option<String> = "userType",
        /// Whether the account can sign in.
        pub account_enabled: Option<bool> = "accountEnabled",
        /// Mobile phone.
        pub mobile_phone: Option<String> = "mobilePhone",
        /// Business phones.
        pub business_phones: Vec<String> = "businessPhones",
    }
}

impl User {
    /// The address to reach the user at: e-mail, else the sign-in name.
    #[must_use]
    pub fn address(&self) -> Option<&str> {
        let filled = |text: &&str| !text.is_empty();
        let mail = self.mail.as_deref().filter(filled);
        mail.or_else(|| self.user_principal_name.as_deref().filter(filled))
    }

    /// Whether it is another organization's user, invited into this directory.
    #[must_use]
    pub fn is_guest(&self) -> bool {
        self.user_type
            .as_deref()
            .is_some_and(|kind| kind.eq_ignore_ascii_case("guest"))
    }
}
