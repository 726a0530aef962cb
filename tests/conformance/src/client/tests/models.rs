//! Types against metadata made up for the test.

use std::path::PathBuf;

use crate::client::check_models;
use crate::report::Report;

fn checked(name: &str, presenter: &str) -> String {
    let csdl = format!(
        "<Schema>
           <ComplexType Name='identity'><Property Name='displayName' Type='Edm.String'/></ComplexType>
           <EntityType Name='entity'><Property Name='id' Type='Edm.String'/></EntityType>
           <EntityType Name='virtualEventPresenter' BaseType='graph.entity'>{presenter}</EntityType>
         </Schema>"
    );
    let path: PathBuf =
        std::env::temp_dir().join(format!("models-{name}-{}.xml", std::process::id()));
    std::fs::write(&path, csdl).unwrap();
    let mut report = Report::default();
    let outcome = check_models(&path, &mut report);
    std::fs::remove_file(&path).unwrap();
    outcome.unwrap();
    report.to_string()
}

#[test]
fn a_type_that_reads_all_it_knows_passes() {
    let known = "<Property Name='email' Type='Edm.String'/>
        <Property Name='identity' Type='graph.identity'/>";
    assert_eq!(
        checked("known", known),
        "PASS model virtualEventPresenter\n1 passed, 0 failed"
    );
}

#[test]
fn what_a_type_does_not_know_is_named() {
    let new = "<Property Name='pronouns' Type='Edm.String'/>";
    let report = checked("new", new);
    assert!(
        report.starts_with("PASS model virtualEventPresenter (without pronouns)"),
        "{report}"
    );
}

#[test]
fn a_type_that_cannot_read_what_it_knows_fails() {
    let changed = "<Property Name='email' Type='Edm.Int32'/>";
    let report = checked("changed", changed);
    assert!(
        report.starts_with("FAIL model virtualEventPresenter: "),
        "{report}"
    );
    assert!(report.contains("$.email"), "{report}");
}
