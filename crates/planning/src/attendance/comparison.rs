//! Several events side by side.

use virtual_events::UtcInstant;

use super::who::{Marks, number};
use super::{Curve, Figures, Roll, Rules};

/// One event of several, with who came.
#[derive(Debug, Clone, Copy)]
pub struct Held<'a> {
    /// Its title.
    pub title: &'a str,
    /// When it was planned to start.
    pub start: Option<UtcInstant>,
    /// Who came.
    pub roll: &'a Roll,
}

/// One event beside the others.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// Its title.
    pub title: String,
    /// When it was planned to start.
    pub start: Option<UtcInstant>,
    /// Its figures.
    pub figures: Figures,
    /// How many in its audience were at none of the events before.
    pub new: usize,
    /// How many were at one of the events before.
    pub returning: usize,
    /// How many can't be told: they have neither id nor e-mail address.
    pub unknown: usize,
}

/// Several events side by side, in the order of their starts.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Comparison {
    /// The events.
    pub events: Vec<Compared>,
    /// How many different people came to any of them, of those who can be told.
    pub people: usize,
    /// How many people came to exactly one of them, to two, and so on; as many as there are events.
    pub visits: Vec<usize>,
}

impl Comparison {
    /// Compares events; those without a start come last.
    ///
    /// People are the same by id, else by e-mail address, as within one event ([`Roll::of`]); by
    /// name alone nobody is taken for somebody who came before. Only the audience counts.
    #[must_use]
    pub fn of(held: &[Held<'_>], rules: &Rules) -> Self {
        let mut held = held.to_vec();
        held.sort_by_key(|event| (event.start.is_none(), event.start));
        let audience = || held.iter().flat_map(|event| event.roll.audience());
        let marks: Vec<Marks<'_>> = audience()
            .map(|person| {
                Marks::new(
                    person.id.as_ref().map(AsRef::as_ref),
                    person.email.as_deref(),
                )
            })
            .collect();
        let numbered = number(&marks);
        let mut numbers = numbered.numbers.into_iter();
        // how many events each person came to, and the last of them
        let mut visits: Vec<(usize, Option<usize>)> = vec![(0, None); numbered.count];
        let mut events = Vec::with_capacity(held.len());
        for (at, event) in held.iter().enumerate() {
            let mut compared = Compared::new(event, rules);
            for person in numbers.by_ref().take(compared.figures.attendees) {
                let Some(person) = person else {
                    compared.unknown += 1;
                    continue;
                };
                let (count, last) = &mut visits[person];
                match *last {
                    Some(last) if last == at => continue,
                    Some(_) => compared.returning += 1,
                    None => compared.new += 1,
                }
                (*count, *last) = (*count + 1, Some(at));
            }
            events.push(compared);
        }
        let mut by_count = vec![0; held.len()];
        for (count, _) in &visits {
            if let Some(people) = count.checked_sub(1).and_then(|at| by_count.get_mut(at)) {
                *people += 1;
            }
        }
        Self {
            events,
            people: visits.len(),
            visits: by_count,
        }
    }
}

impl Compared {
    fn new(event: &Held<'_>, rules: &Rules) -> Self {
        let curve = Curve::of_audience(event.roll);
        Self {
            title: event.title.to_owned(),
            start: event.start,
            figures: Figures::of(event.roll, &curve, rules),
            new: 0,
            returning: 0,
            unknown: 0,
        }
    }
}
