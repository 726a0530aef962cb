//! Where people's addresses are.

use std::collections::HashMap;

use super::Attendee;

/// How many have an address of one domain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DomainShare {
    /// The domain; `None` for those whose address isn't known.
    pub domain: Option<String>,
    /// How many.
    pub count: usize,
}

/// The domains of those people, most frequent first, then by name; those without one last.
pub(super) fn domains<'p>(people: impl Iterator<Item = &'p Attendee>) -> Vec<DomainShare> {
    let mut counts: HashMap<Option<&str>, usize> = HashMap::new();
    for person in people {
        *counts.entry(person.domain()).or_default() += 1;
    }
    let shares = counts.into_iter().map(|(domain, count)| DomainShare {
        domain: domain.map(str::to_owned),
        count,
    });
    let mut shares: Vec<DomainShare> = shares.collect();
    shares.sort_by(|one, other| {
        let unknown = one.domain.is_none().cmp(&other.domain.is_none());
        let most = other.count.cmp(&one.count);
        unknown
            .then(most)
            .then_with(|| one.domain.cmp(&other.domain))
    });
    shares
}
