//! What to ask the directory for.

use crate::odata::ODataOption;

/// A property of users that can be selected, searched or sorted by.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum UserProperty {
    /// `id`
    Id,
    /// `displayName`
    DisplayName,
    /// `givenName`
    GivenName,
    /// `surname`
    Surname,
    /// `mail`
    Mail,
    /// `userPrincipalName`
    UserPrincipalName,
    /// `jobTitle`
    JobTitle,
    /// `userType`
    UserType,
    /// Any other, by its name on the wire.
    Other(String),
}

impl UserProperty {
    /// What a picker needs.
    pub const PICKER: [Self; 6] = [
        Self::Id,
        Self::DisplayName,
        Self::Mail,
        Self::UserPrincipalName,
        Self::JobTitle,
        Self::UserType,
    ];

    /// What the signed-in user's name and menu need.
    pub const PROFILE: [Self; 4] = [
        Self::Id,
        Self::DisplayName,
        Self::Mail,
        Self::UserPrincipalName,
    ];

    /// The name on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Id => "id",
            Self::DisplayName => "displayName",
            Self::GivenName => "givenName",
            Self::Surname => "surname",
            Self::Mail => "mail",
            Self::UserPrincipalName => "userPrincipalName",
            Self::JobTitle => "jobTitle",
            Self::UserType => "userType",
            Self::Other(name) => name,
        }
    }

    /// The `$select` option for some properties.
    #[must_use]
    pub fn select(properties: &[Self]) -> ODataOption {
        ODataOption::Select(properties.iter().map(|p| p.as_str().to_owned()).collect())
    }
}

/// A question to the directory, built up from nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UserQuery {
    pub(super) options: Vec<ODataOption>,
}

impl UserQuery {
    /// Without any option.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Words of `text` in one of `properties`: token by token in the display name, from the
    /// start in others. Quotes and backslashes in `text` are escaped.
    #[must_use]
    pub fn search(self, properties: &[UserProperty], text: &str) -> Self {
        let mut search = String::new();
        for property in properties {
            if !search.is_empty() {
                search.push_str(" OR ");
            }
            search.push_str(&quoted(&[property.as_str(), ":"].concat(), text));
        }
        self.option(ODataOption::Search(search))
    }

    /// Users of whom one of `properties` starts with `text`.
    #[must_use]
    pub fn starts_with(self, properties: &[UserProperty], text: &str) -> Self {
        let text = text.replace('\'', "''");
        let mut filter = String::new();
        for property in properties {
            if !filter.is_empty() {
                filter.push_str(" or ");
            }
            filter.push_str(&["startswith(", property.as_str(), ",'", &text, "')"].concat());
        }
        self.option(ODataOption::Filter(filter))
    }

    /// With these properties only.
    #[must_use]
    pub fn select(self, properties: &[UserProperty]) -> Self {
        self.option(UserProperty::select(properties))
    }

    /// Sorted by a property, rising; beside a filter or search it wants [`count`](Self::count).
    #[must_use]
    pub fn order_by(self, property: &UserProperty) -> Self {
        self.option(ODataOption::OrderBy(property.as_str().to_owned()))
    }

    /// At most `size` users a page.
    #[must_use]
    pub fn top(self, size: u32) -> Self {
        self.option(ODataOption::Top(size))
    }

    /// With the number of all users found.
    #[must_use]
    pub fn count(self) -> Self {
        self.option(ODataOption::Count)
    }

    /// With any other option.
    #[must_use]
    pub fn option(mut self, option: ODataOption) -> Self {
        self.options.push(option);
        self
    }

    /// Whether Graph answers it only from the index that lags a little behind, which it wants
    /// to be told by the header `ConsistencyLevel: eventual`.
    pub(super) fn is_advanced(&self) -> bool {
        self.options.iter().any(|option| {
            matches!(
                option,
                ODataOption::Search(_) | ODataOption::Count | ODataOption::OrderBy(_)
            )
        })
    }
}

/// A term of `$search`: in double quotes, with what would end it escaped.
pub(super) fn quoted(prefix: &str, text: &str) -> String {
    let mut term = String::from("\"");
    term.push_str(prefix);
    for character in text.chars() {
        if matches!(character, '"' | '\\') {
            term.push('\\');
        }
        term.push(character);
    }
    term.push('"');
    term
}
