//! `$search` and `$filter` on users, as far as people pickers use them.

use super::reply::Refusal;
use crate::tenant::Person;

/// A condition of a picker on one property.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clause {
    property: String,
    text: String,
}

/// Conditions of which one must hold.
pub(super) type AnyOf = Vec<Clause>;

fn wrong(option: &str, why: &str) -> Refusal {
    Refusal::bad_request(format!("Invalid {option}: {why}."))
}

/// Reads `"displayName:ann" OR "mail:ann"`; inside the quotes `\` escapes.
pub(super) fn read_search(text: &str) -> Result<AnyOf, Refusal> {
    let mut clauses = Vec::new();
    let mut rest = text.trim();
    loop {
        let inside = rest
            .strip_prefix('"')
            .ok_or_else(|| wrong("$search", "a clause must be in double quotes"))?;
        let (clause, after) = quoted(inside)?;
        let (property, words) = clause
            .split_once(':')
            .ok_or_else(|| wrong("$search", "a clause must be property:text"))?;
        clauses.push(Clause {
            property: property.trim().to_owned(),
            text: words.to_owned(),
        });
        let after = after.trim_start();
        if after.is_empty() {
            return Ok(clauses);
        }
        rest = after
            .strip_prefix("OR ")
            .ok_or_else(|| wrong("$search", "clauses must be joined by OR"))?
            .trim_start();
    }
}

/// Reads up to the closing quote; gives the text and what comes after.
fn quoted(inside: &str) -> Result<(String, &str), Refusal> {
    let mut text = String::new();
    let mut letters = inside.char_indices();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '"' => return Ok((text, &inside[at + 1..])),
            '\\' => text.extend(letters.next().map(|(_, escaped)| escaped)),
            other => text.push(other),
        }
    }
    Err(wrong("$search", "a double quote is missing"))
}

/// Reads `startswith(displayName,'ann') or startswith(mail,'ann')`.
pub(super) fn read_filter(text: &str) -> Result<AnyOf, Refusal> {
    split_or(text)
        .into_iter()
        .map(|part| {
            let inside = part
                .trim()
                .strip_prefix("startswith(")
                .and_then(|rest| rest.strip_suffix(')'))
                .ok_or_else(|| wrong("$filter", "only startswith is supported here"))?;
            let (property, value) = inside
                .split_once(',')
                .ok_or_else(|| wrong("$filter", "startswith takes a property and a text"))?;
            let value = value.trim();
            let value = value
                .strip_prefix('\'')
                .and_then(|value| value.strip_suffix('\''))
                .ok_or_else(|| wrong("$filter", "a text must be in single quotes"))?;
            Ok(Clause {
                property: property.trim().to_owned(),
                text: value.replace("''", "'"),
            })
        })
        .collect()
}

/// Splits at `or` outside of quotes.
fn split_or(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut from, mut inside) = (0, false);
    for (at, letter) in text.char_indices() {
        if letter == '\'' {
            inside = !inside;
        } else if !inside && text[at..].starts_with(" or ") {
            parts.push(&text[from..at]);
            from = at + 4;
        }
    }
    parts.push(&text[from..]);
    parts
}

fn value_of<'p>(person: &'p Person, property: &str) -> Option<&'p str> {
    match property {
        "displayName" => Some(&person.name),
        "givenName" => Some(&person.given),
        "surname" => Some(&person.surname),
        "mail" => person.mail.as_deref(),
        "userPrincipalName" => Some(&person.upn),
        _ => None,
    }
}

fn starts_with(text: &str, wanted: &str) -> bool {
    text.to_lowercase().starts_with(&wanted.to_lowercase())
}

/// Whether a `$search` finds the person: by words of the display name, by the start of the rest.
pub(super) fn is_found(person: &Person, clauses: &AnyOf) -> bool {
    clauses.iter().any(|clause| {
        let Some(value) = value_of(person, &clause.property) else {
            return false;
        };
        if clause.property != "displayName" {
            return starts_with(value, &clause.text);
        }
        let mut wanted = clause.text.split_whitespace();
        wanted.all(|wanted| {
            value
                .split([' ', '-'])
                .any(|word| starts_with(word, wanted))
        })
    })
}

/// Whether a `$filter` lets the person through.
pub(super) fn passes(person: &Person, clauses: &AnyOf) -> bool {
    clauses.iter().any(|clause| {
        value_of(person, &clause.property).is_some_and(|value| starts_with(value, &clause.text))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_in_the_searched_text_is_escaped_by_a_backslash() {
        let clauses = read_search(r#""displayName:a\"b" OR "mail:ann""#).unwrap();
        let texts: Vec<_> = clauses.iter().map(|clause| clause.text.as_str()).collect();
        assert_eq!(texts, ["a\"b", "ann"]);
        assert!(read_search("displayName:ann").is_err(), "quotes are a must");
    }

    #[test]
    fn a_doubled_quote_in_a_filter_is_one() {
        let text = "startswith(displayName,'O''Neil or so') or startswith(mail,'o')";
        let clauses = read_filter(text).unwrap();
        assert_eq!(clauses[0].text, "O'Neil or so");
        assert_eq!(clauses.len(), 2);
    }
}
