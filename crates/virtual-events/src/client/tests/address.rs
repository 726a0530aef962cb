//! Ids and texts in addresses.

use proptest::prelude::*;

use crate::RequestProblem;
use crate::client::{Target, verbatim};

fn text(target: Target) -> String {
    target.into_text().unwrap()
}

#[test]
fn an_events_id_stays_readable() {
    let id = "a57082a9@4aa05bcc";
    assert_eq!(
        text(Target::new("/townhalls").id(id)),
        "/townhalls/a57082a9@4aa05bcc"
    );
}

#[test]
fn an_id_cannot_lead_elsewhere() {
    for id in ["", ".", ".."] {
        let target = Target::new("/townhalls").id(id).word("publish");
        assert_eq!(target.into_text(), Err(RequestProblem::Id), "{id}");
    }
    let sly = "../../me?x=1#y/%2e%2e";
    assert_eq!(
        text(Target::new("/t").id(sly)),
        "/t/..%2F..%2Fme%3Fx=1%23y%2F%252e%252e"
    );
}

#[test]
fn a_quote_in_a_key_is_doubled() {
    let target = Target::new("/registrations").parameters(&[("email", "o'neil@x.org")]);
    assert_eq!(text(target), "/registrations(email='o''neil@x.org')");
    let injected = Target::new("/r").parameters(&[("email", "x')/cancel?('")]);
    assert_eq!(text(injected), "/r(email='x'')%2Fcancel%3F(''')");
}

#[test]
fn a_query_value_cannot_open_a_second_parameter() {
    let target = Target::new("/users")
        .query("$search", "\"a&b+c\"")
        .query("$top", "5");
    assert_eq!(text(target), "/users?$search=%22a%26b%2Bc%22&$top=5");
}

#[test]
fn a_next_link_is_left_alone_but_for_what_no_address_can_hold() {
    let link = "/v1.0/x?$skiptoken=a%20b&$filter=c eq 'd'";
    assert_eq!(
        verbatim(link),
        "/v1.0/x?$skiptoken=a%20b&$filter=c%20eq%20'd'"
    );
}

proptest! {
    #[test]
    fn any_id_gives_one_segment_that_decodes_to_it(id in "\\PC{1,24}") {
        prop_assume!(id != "." && id != "..");
        let text = text(Target::new("").id(&id));
        let segment = &text[1..];
        prop_assert!(!segment.contains(['/', '?', '#', '\\', '"', ' ']));
        prop_assert!(text.parse::<http::Uri>().is_ok());
        prop_assert_eq!(decoded(segment), id);
    }
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let hex = [rest.next().unwrap(), rest.next().unwrap()];
            let hex = std::str::from_utf8(&hex).unwrap();
            bytes.push(u8::from_str_radix(hex, 16).unwrap());
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).unwrap()
}
