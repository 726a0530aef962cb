//! Cells of addresses.

use std::collections::BTreeSet;

use crate::draft::{Invitee, read_addresses};
use crate::fold::in_small_letters;

/// The people in a cell, each once, and what of it is no address.
pub(super) fn read_people(text: &str) -> (Vec<Invitee>, Vec<String>) {
    let (mut people, mut wrong) = (Vec::new(), Vec::new());
    let mut seen = BTreeSet::new();
    // a bar is what some exports put between addresses
    for read in read_addresses(&text.replace('|', ";")) {
        match read {
            Ok(person) => {
                if seen.insert(in_small_letters(&person.email)) {
                    people.push(person);
                }
            }
            Err(typed) => wrong.push(typed),
        }
    }
    (people, wrong)
}
