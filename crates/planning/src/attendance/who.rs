//! Which records are of the same person.

use std::borrow::Cow;
use std::collections::HashMap;

/// What tells a person for sure; small letters.
#[derive(Debug, Clone)]
pub(super) struct Marks<'r> {
    /// Id of the identity.
    pub(super) id: Option<Cow<'r, str>>,
    /// E-mail address.
    pub(super) email: Option<Cow<'r, str>>,
}

impl<'r> Marks<'r> {
    pub(super) fn new(id: Option<&'r str>, email: Option<&'r str>) -> Self {
        Self {
            id: usable(id).map(small),
            email: usable(email).map(small),
        }
    }
}

/// A text that says something: neither blank nor an id of nothing but noughts.
pub(super) fn usable(text: Option<&str>) -> Option<&str> {
    let text = text?.trim();
    let nothing = text.bytes().all(|byte| matches!(byte, b'0' | b'-'));
    (!nothing).then_some(text)
}

fn small(text: &str) -> Cow<'_, str> {
    if text.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(text.to_ascii_lowercase())
    } else {
        Cow::Borrowed(text)
    }
}

/// People told apart.
#[derive(Debug, Default)]
pub(super) struct Numbered {
    /// The number of the person with those marks, from 0; `None` without any.
    pub(super) numbers: Vec<Option<usize>>,
    /// How many people there are.
    pub(super) count: usize,
}

/// Numbers people: by id, and those without one by e-mail address, which may lead to somebody who
/// has an id elsewhere.
///
/// Two ids are two people, also with one address. The result doesn't depend on the order, except
/// for an address that stands with several ids: then it means the first of them.
pub(super) fn number(all: &[Marks<'_>]) -> Numbered {
    let mut by_id: HashMap<&str, usize> = HashMap::with_capacity(all.len());
    let mut by_email: HashMap<&str, usize> = HashMap::with_capacity(all.len());
    let mut count = 0;
    let mut next = || {
        count += 1;
        count - 1
    };
    let mut numbers = vec![None; all.len()];
    for (marks, number) in all.iter().zip(&mut numbers) {
        let Some(id) = marks.id.as_deref() else {
            continue;
        };
        let person = *by_id.entry(id).or_insert_with(&mut next);
        *number = Some(person);
        if let Some(email) = marks.email.as_deref() {
            by_email.entry(email).or_insert(person);
        }
    }
    for (marks, number) in all.iter().zip(&mut numbers) {
        if let (None, Some(email)) = (&marks.id, marks.email.as_deref()) {
            *number = Some(*by_email.entry(email).or_insert_with(&mut next));
        }
    }
    Numbered { numbers, count }
}
