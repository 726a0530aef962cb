use crate::draft::{Invitee, read_people_table};

fn guest(name: &str, email: &str) -> Result<Invitee, String> {
    Ok(Invitee::guest(name, email))
}

#[test]
fn a_list_with_headings_in_any_order() {
    let table = "\u{feff}Department;E-mail;Display name\r\n\
                 Sales;ann@x.example;Ann Lee\r\n\
                 Sales;bob@x.example;\"Lee; Bob\"\r\n";
    assert_eq!(
        read_people_table(table),
        [
            guest("Ann Lee", "ann@x.example"),
            guest("Lee; Bob", "bob@x.example")
        ]
    );
}

#[test]
fn a_bare_column_of_addresses() {
    assert_eq!(
        read_people_table("ann@x.example\n\nbob@x.example\n"),
        [guest("", "ann@x.example"), guest("", "bob@x.example")]
    );
}

#[test]
fn cells_copied_out_of_a_spreadsheet() {
    assert_eq!(
        read_people_table("Ann Lee\tann@x.example\nBob\tbob@x.example"),
        [
            guest("Ann Lee", "ann@x.example"),
            guest("Bob", "bob@x.example")
        ]
    );
}

#[test]
fn a_row_without_an_address_is_told_as_it_stands() {
    assert_eq!(
        read_people_table("name,mail\nAnn,ann@x.example\nBob,bob at x"),
        [
            guest("Ann", "ann@x.example"),
            Err("Bob bob at x".to_owned())
        ]
    );
}

#[test]
fn several_addresses_in_a_cell_are_several_people() {
    assert_eq!(
        read_people_table("team,\"ann@x.example; Bob <bob@x.example>\""),
        [guest("", "ann@x.example"), guest("Bob", "bob@x.example")]
    );
}
