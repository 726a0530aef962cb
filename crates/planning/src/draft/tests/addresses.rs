use proptest::prelude::*;

use crate::draft::{is_email, read_addresses};

fn read(text: &str) -> Vec<String> {
    let label = |one: Result<crate::draft::Invitee, String>| match one {
        Ok(invitee) => [invitee.name.as_str(), "|", &invitee.email].concat(),
        Err(text) => ["? ", &text].concat(),
    };
    read_addresses(text).into_iter().map(label).collect()
}

#[test]
fn a_list_pasted_from_anywhere_is_taken_apart() {
    assert_eq!(
        read("a@x.org,b@x.org;c@x.org\nd@x.org\te@x.org f@x.org").len(),
        6
    );
    assert_eq!(read("a@x.org, ,; b@x.org\r\n"), ["|a@x.org", "|b@x.org"]);
    assert_eq!(read("mailto:a@x.org"), ["|a@x.org"]);
    assert_eq!(read("   "), [""; 0]);
}

#[test]
fn names_before_brackets_are_kept_with_their_commas() {
    assert_eq!(read("Jane Doe <jane@x.org>"), ["Jane Doe|jane@x.org"]);
    assert_eq!(
        read("Doe, Jane <jane@x.org>, \"Roe, R.\" <r@x.org>; <z@x.org>"),
        ["Doe, Jane|jane@x.org", "Roe, R.|r@x.org", "|z@x.org"]
    );
    assert_eq!(
        read("a@x.org, Jane <jane@x.org>, b@x.org"),
        ["|a@x.org", "Jane|jane@x.org", "|b@x.org"]
    );
}

#[test]
fn what_names_nobody_is_given_back() {
    assert_eq!(read("foo, a@x.org"), ["? foo", "|a@x.org"]);
    assert_eq!(read("Jane <jane>, a@x.org"), ["? Jane <jane>", "|a@x.org"]);
    assert_eq!(read("Jane <a@x.org"), ["? Jane", "? <a@x.org"]);
    assert_eq!(read(">"), ["? >"]);
}

#[test]
fn an_address_is_told_from_what_only_looks_like_one() {
    for good in [
        "a@x.org",
        "a.b+c@sub.x-y.org",
        "müller@bücher.de",
        "o'neil@x.org",
        "1@1.io",
    ] {
        assert!(is_email(good), "{good}");
    }
    for bad in [
        "",
        "a",
        "@x.org",
        "a@",
        "a@x",
        "a@@x.org",
        "a b@x.org",
        "a@x .org",
        "a@.org",
        "a@x..org",
        "a@-x.org",
        "a@x.org.",
        ".a@x.org",
        "a.@x.org",
        "a..b@x.org",
        "<a@x.org>",
        "a,b@x.org",
        "a@x_y.org",
    ] {
        assert!(!is_email(bad), "{bad}");
    }
    assert!(!is_email(&format!("{}@x.org", "a".repeat(65))));
    assert!(!is_email(&format!("a@{}.org", "x".repeat(64))));
}

proptest! {
    #[test]
    fn no_text_makes_it_stumble_and_nothing_found_is_no_address(
        text in "([a-c]|[@<>,;\"]|[. \n]|é){0,40}",
    ) {
        for invitee in read_addresses(&text).into_iter().flatten() {
            prop_assert!(is_email(&invitee.email));
        }
    }

    #[test]
    fn addresses_joined_by_anything_come_apart_again(
        people in prop::collection::vec(("[A-Z][a-z]{0,5}(, [A-Z][a-z]{1,5})?", "[a-z]{1,8}"), 1..6),
        joint in prop::sample::select(vec![", ", ",", ";", "; ", "\n", ",\n"]),
    ) {
        let labels: Vec<String> =
            people.iter().map(|(name, local)| format!("{name} <{local}@x.org>")).collect();
        let expected: Vec<String> =
            people.iter().map(|(name, local)| format!("{name}|{local}@x.org")).collect();
        prop_assert_eq!(read(&labels.join(joint)), expected);
    }
}
