//! Cells of addresses.

use std::collections::BTreeSet;

use super::read_row::Reading;
use super::{Column, Import, RowProblemKind};
use crate::draft::{EventDraft, Invitee, read_addresses};
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

impl Import<'_> {
    /// Addresses of everybody in the row, and the presenters.
    pub(super) fn people(
        &self,
        reading: &mut Reading<'_>,
        draft: &mut EventDraft,
    ) -> (Vec<String>, Vec<Invitee>) {
        let mut addresses = Vec::new();
        let mut in_column = |reading: &mut Reading<'_>, column| {
            let (people, wrong) = read_people(reading.cell(column));
            for typed in wrong {
                reading.blocks(column, RowProblemKind::NoEmail { typed });
            }
            addresses.extend(people.iter().map(|person| person.email.clone()));
            people
        };
        for person in in_column(reading, Column::CoOrganizers) {
            match self.directory.person(&person.email) {
                Some(person) => draft.co_organizers.push(person.clone()),
                None if self.directory.knows(&person.email) => {
                    let email = person.email;
                    reading.blocks(
                        Column::CoOrganizers,
                        RowProblemKind::NotInDirectory { email },
                    );
                }
                // nobody has asked yet
                None => {}
            }
        }
        let invited = in_column(reading, Column::Invited);
        let presenters = in_column(reading, Column::Presenters);
        let known = |guest| self.directory.invitee(guest);
        draft.invited = invited.iter().map(known).collect();
        let presenters = presenters.iter().map(known).collect();
        (addresses, presenters)
    }
}
