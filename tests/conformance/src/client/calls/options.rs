//! Query options of a documented address as the client's.

use virtual_events::ODataOption;

/// The client's options for an address's query.
pub(super) fn options(query: &[(String, String)]) -> Vec<ODataOption> {
    query
        .iter()
        .map(|(name, value)| option(name, value))
        .collect()
}

fn option(name: &str, value: &str) -> ODataOption {
    let other = || ODataOption::Other(name.to_owned(), value.to_owned());
    match name {
        "$select" => ODataOption::Select(value.split(',').map(str::to_owned).collect()),
        "$expand" => ODataOption::Expand(value.to_owned()),
        "$filter" => ODataOption::Filter(value.to_owned()),
        "$orderby" => ODataOption::OrderBy(value.to_owned()),
        "$search" => ODataOption::Search(value.to_owned()),
        "$top" => value.parse().map_or_else(|_| other(), ODataOption::Top),
        "$skip" => value.parse().map_or_else(|_| other(), ODataOption::Skip),
        "$count" if value == "true" => ODataOption::Count,
        _ => other(),
    }
}
