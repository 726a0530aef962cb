//! Whole files: limits, repeats, the template.

use proptest::prelude::*;
use virtual_events::MyEvent;

use super::*;
use crate::import::{RowProblemKind, RowState, Survey, TableProblem, template};
use crate::sample;

fn survey(text: &str, options_of: impl Fn(&mut Options), events: &[MyEvent]) -> Survey {
    let table = table(text);
    let mut options = options(&table);
    options_of(&mut options);
    let mut survey = Survey::new(events, &JiffRules::new());
    for row in planned(&table, &options, &Directory::default()) {
        survey.add(&row, &options);
    }
    survey
}

#[test]
fn rows_and_events_that_are_there_already_are_left_out_unless_told_otherwise() {
    let events = [
        sample::mine(sample::townhall("old", "All hands")),
        sample::mine(sample::with_status(
            sample::townhall("off", "Town talk"),
            virtual_events::EventStatus::Canceled,
        )),
    ];
    let text = "Title,Start,Zone\n\
        all  HANDS,2027-06-01 08:00,UTC\n\
        Town talk,2027-06-01 10:00,Berlin\n\
        Town talk,2027-06-01 08:00,UTC\n\
        Town talk,2027-06-02 08:00,UTC\n";
    let found = survey(text, |_| (), &events);
    use RowState::{Ready, Repeated as Left, Warned};
    assert_eq!(found.states, [Left, Ready, Left, Ready]);
    assert_eq!(found.to_send(), 2);
    assert_eq!(found.writes, 2);
    let kinds: Vec<_> = found
        .problems
        .iter()
        .map(|problem| problem.kind.clone())
        .collect();
    assert_eq!(
        kinds,
        [
            RowProblemKind::Exists {
                event: "old".into()
            },
            RowProblemKind::SameAs { line: 3 }
        ]
    );
    let found = survey(text, |options| options.repeated = Repeated::Create, &events);
    assert_eq!(found.states, [Warned, Ready, Warned, Ready]);
}

#[test]
fn everybody_named_is_asked_about_once() {
    let text = "Title,Start,Presenters,Invited\n\
        A,2027-06-01 08:00,a@x.org,B <b@x.org>\n\
        B,2027-06-01 08:00,A@X.org;c@x.org,\n";
    let found = survey(text, |_| (), &[]);
    let addresses: Vec<_> = found.addresses().collect();
    assert_eq!(addresses, ["a@x.org", "b@x.org", "c@x.org"]);
}

#[test]
fn the_template_can_be_imported() {
    let found = survey(&template(), |_| (), &[]);
    assert_eq!(
        found.states,
        [RowState::Ready, RowState::Ready],
        "{:?}",
        found.problems
    );
    let table = table(&template());
    let mapping = Mapping::of(&table.headers);
    let known = (0..table.headers.len()).filter(|index| mapping.get(*index).is_some());
    assert_eq!(known.count(), crate::import::Column::ALL.len());
}

#[test]
fn what_is_no_table_is_refused_with_the_reason() {
    let refused = |text: &str| match TableReader::new(text) {
        Err(problem) => problem,
        Ok(mut reader) => loop {
            match reader.read(1_000) {
                Err(problem) => break problem,
                Ok(true) => {}
                Ok(false) => break reader.finish().unwrap_err(),
            }
        },
    };
    assert_eq!(refused(""), TableProblem::Empty);
    assert_eq!(refused("\u{feff}\r\n ,, \r\n"), TableProblem::Empty);
    assert_eq!(refused("Title,Start\r\n\r\n"), TableProblem::NoRows);
    assert_eq!(refused("PK\u{3}\u{4}\0\0"), TableProblem::NotText);
    let long = ["Title\n", &"x\n".repeat(100_001)].concat();
    assert_eq!(refused(&long), TableProblem::TooLong);
}

#[test]
fn a_hundred_thousand_rows_are_looked_over() {
    let row = "All hands,2027-06-01 08:00,Europe/Berlin,a@x.org\n";
    let text = ["Title,Start,Zone,Presenters\n", &row.repeat(100_000)].concat();
    let found = survey(&text, |_| (), &[]);
    assert_eq!(found.states.len(), 100_000);
    assert_eq!(found.to_send(), 1);
    assert_eq!(found.problem_count, 99_999);
    assert_eq!(found.problems.len(), 2_000);
}

proptest! {
    #[test]
    fn no_file_makes_it_panic(text in "(Title|Start|Zone|Presenters|[,;\"\n 0-9/:@a-z]){0,60}") {
        if let Ok(mut reader) = TableReader::new(&text) {
            while reader.read(10) == Ok(true) {}
            if let Ok(table) = reader.finish() {
                let rows = planned(&table, &options(&table), &Directory::default());
                prop_assert_eq!(rows.len(), table.rows.len());
            }
        }
    }
}
