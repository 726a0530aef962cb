//! Mail addresses out of typed or pasted text.

use super::Invitee;

/// The people named in a text, and what of it names nobody.
///
/// Takes addresses apart by commas, semicolons, blanks or lines, and names before addresses in
/// angle brackets, also with a comma in the name: `Doe, Jane <jane@example.org>; joe@example.org`.
#[must_use]
pub fn read_addresses(text: &str) -> Vec<Result<Invitee, String>> {
    let mut found = Vec::new();
    for line in text.split([';', '\n', '\r', '\t']) {
        read_line(line, &mut found);
    }
    found
}

fn read_line(line: &str, found: &mut Vec<Result<Invitee, String>>) {
    let mut rest = line.trim();
    while !rest.is_empty() {
        // a name with brackets ends at the bracket, a bare address at the comma
        let (piece, after) = match (rest.find('>'), rest.find(',')) {
            (Some(bracket), Some(comma)) if comma < bracket && named(rest, comma, bracket) => {
                rest.split_at(bracket + 1)
            }
            (Some(bracket), comma) if comma.is_none_or(|comma| bracket < comma) => {
                rest.split_at(bracket + 1)
            }
            (_, Some(comma)) => rest.split_at(comma),
            (_, None) => rest.split_at(rest.len()),
        };
        read_piece(piece.trim(), found);
        rest = after.trim_start_matches([',', ' ', '\u{a0}']);
    }
}

/// Whether the comma belongs to a name before an address in brackets.
fn named(rest: &str, comma: usize, bracket: usize) -> bool {
    let before = rest.get(..comma).unwrap_or_default();
    let between = rest.get(comma + 1..bracket).unwrap_or_default();
    !before.contains('@') && !between.contains(',') && between.contains('<')
}

fn read_piece(piece: &str, found: &mut Vec<Result<Invitee, String>>) {
    if piece.is_empty() {
        return;
    }
    if let Some((name, address)) = piece
        .strip_suffix('>')
        .and_then(|piece| piece.split_once('<'))
    {
        let (name, address) = (name.trim().trim_matches('"').trim(), address.trim());
        found.push(if is_email(address) {
            Ok(Invitee::guest(name, address))
        } else {
            Err(piece.to_owned())
        });
        return;
    }
    for word in piece.split_whitespace() {
        let address = word.strip_prefix("mailto:").unwrap_or(word);
        found.push(if is_email(address) {
            Ok(Invitee::guest("", address))
        } else {
            Err(word.to_owned())
        });
    }
}

/// Whether a text can be a mail address: one `@`, something before it, a host name with a dot
/// behind it, no blanks or brackets, not over the lengths of RFC 5321 section 4.5.3.1.
///
/// Letters outside ASCII are let through; quoted local parts and address literals aren't.
#[must_use]
pub fn is_email(text: &str) -> bool {
    const NEVER: &[char] = &['"', '(', ')', ',', ':', ';', '<', '>', '[', ']', '\\', '@'];
    let Some((local, host)) = text.rsplit_once('@') else {
        return false;
    };
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .chars()
                .all(|c| c == '-' || c.is_ascii_alphanumeric() || !c.is_ascii())
    };
    text.len() <= 254
        && (1..=64).contains(&local.len())
        && local.split('.').all(|part| !part.is_empty())
        && !local.contains(|c: char| NEVER.contains(&c) || c.is_whitespace() || c.is_control())
        && !host.contains(char::is_whitespace)
        && host.contains('.')
        && host.split('.').all(label)
}
