//! Paths of Graph, taken apart.

use percent_encoding::percent_decode_str;

/// The segments of a path without the root that all virtual events share; empty for anything else.
///
/// Neither letter case nor slashes around it, host or version count; an id in parentheses is a
/// segment of its own. What stands behind `?` is left out.
pub(super) fn below_virtual_events(path: &str) -> Vec<String> {
    let path = path.split_once('?').map_or(path, |(path, _)| path);
    let mut segments = path
        .split('/')
        .filter(|it| !it.is_empty())
        .flat_map(with_key)
        .map(decoded);
    let root = segments.any(|it| it.eq_ignore_ascii_case("virtualEvents"));
    if root { segments.collect() } else { Vec::new() }
}

/// `webinars('x')` is `webinars` and `x`; anything else is itself.
fn with_key(segment: &str) -> Vec<&str> {
    let key = segment
        .strip_suffix("')")
        .and_then(|segment| segment.split_once("('"));
    match key {
        Some((name, key)) => vec![name, key],
        None => vec![segment],
    }
}

/// The join address that a path to a meeting's calls holds, in today's manner or that of 2023.
///
/// Today it is encoded as a whole in `onlineMeetings(joinWebUrl='…')/meetingCallEvents`, then it
/// was part of a filter, `onlineMeetings/?$filter=JoinWebUrl eq '…'`.
pub(super) fn join_address(path: &str) -> Option<String> {
    let small = path.to_ascii_lowercase();
    let meetings = small.find("communications/onlinemeetings")?;
    let name = small[meetings..].find("joinweburl")? + meetings;
    let (begin, end) = (path[name..].find('\'')? + name + 1, path.rfind('\'')?);
    let address = path.get(begin..end)?;
    (!address.is_empty()).then(|| decoded(address))
}

/// Percent escapes resolved; what isn't text then stays as it is.
fn decoded(text: &str) -> String {
    let decoded = percent_decode_str(text).decode_utf8();
    decoded.map_or_else(|_| text.to_owned(), |decoded| decoded.into_owned())
}
