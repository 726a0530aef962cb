//! OData query options.

use crate::client::Target;

/// A query option of a read.
///
/// The calls for events, sessions, presenters and registrations document none; attendance
/// reports, users and people take some. Sort, filter and search events on the client.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ODataOption {
    /// `$select`: names of the properties wanted.
    Select(Vec<String>),
    /// `$expand`: related things to bring along.
    Expand(String),
    /// `$filter`: a condition, in OData's language.
    Filter(String),
    /// `$orderby`: the property to sort by, with `desc` behind it for falling order.
    OrderBy(String),
    /// `$search`: a search, with its double quotes.
    Search(String),
    /// `$top`: size of a page.
    Top(u32),
    /// `$skip`: items to pass over.
    Skip(u32),
    /// `$count=true`: tell the number of all items.
    Count,
    /// Anything else: name with its `$`, and value.
    Other(String, String),
}

impl ODataOption {
    pub(crate) fn add_to(&self, target: Target) -> Target {
        match self {
            Self::Select(names) => target.query("$select", &names.join(",")),
            Self::Expand(relation) => target.query("$expand", relation),
            Self::Filter(condition) => target.query("$filter", condition),
            Self::OrderBy(property) => target.query("$orderby", property),
            Self::Search(search) => target.query("$search", search),
            Self::Top(size) => target.query("$top", &size.to_string()),
            Self::Skip(items) => target.query("$skip", &items.to_string()),
            Self::Count => target.query("$count", "true"),
            Self::Other(name, value) => target.query(name, value),
        }
    }
}
