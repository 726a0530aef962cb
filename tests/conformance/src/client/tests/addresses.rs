//! Addresses by meaning.

use crate::client::address::Address;

fn same(one: &str, two: &str) -> bool {
    Address::parse(one).leads_to(&Address::parse(two))
}

#[test]
fn host_version_encoding_and_blanks_make_no_difference() {
    let documented = "https://graph.microsoft.com/beta/solutions/virtualEvents/webinars/\
        getByUserIdAndRole(userId='b7', role='organizer')";
    let made = "https://graph.test/v1.0/solutions/virtualEvents/webinars/\
        getByUserIdAndRole(userId='b7',role='organizer')";
    assert!(same(documented, made));
    assert!(same("/v1.0/townhalls/a%40b", "/townhalls/a@b"));
    assert!(same(
        "/users?$search=\"a b\"&$top=5",
        "/users?$top=5&$search=%22a%20b%22"
    ));
    assert!(same("/me/people/", "/me/people"));
    assert!(same(
        "/registrations(email='o''n@x/y')",
        "/registrations(email='o%27%27n@x%2Fy')"
    ));
}

#[test]
fn anything_else_does() {
    assert!(!same("/townhalls/a", "/webinars/a"));
    assert!(!same("/townhalls/a/publish", "/townhalls/a"));
    assert!(!same("/users?$top=5", "/users"));
    assert!(!same(
        "/x/getByUserRole(role='organizer')",
        "/x/getByUserRole(role='coOrganizer')"
    ));
    assert!(!same(
        "/registrations(email='a')",
        "/registrations(userId='a')"
    ));
}
