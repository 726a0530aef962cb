use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;

use super::super::{Block, CalendarService, MailLink, add_to, mail_link};
use super::{invitation, titled};
use crate::jiff_rules::utc;

/// Base and parameters of an address, decoded.
fn taken_apart(address: &str) -> (&str, BTreeMap<String, String>) {
    let (base, query) = address.split_once('?').expect("a query");
    let decoded = |text: &str| percent_decode_str(text).decode_utf8().unwrap().into_owned();
    let pairs = query.split('&').map(|pair| pair.split_once('=').unwrap());
    (
        base,
        pairs
            .map(|(name, value)| (decoded(name), decoded(value)))
            .collect(),
    )
}

fn link(service: CalendarService) -> String {
    let (start, end) = (utc("2027-06-01T08:00:00.500Z"), utc("2027-06-01T09:00Z"));
    add_to(
        service,
        &titled("Q&A = 100 % + 🎉\n"),
        start,
        end,
        "Microsoft Teams",
    )
}

#[test]
fn each_service_gets_title_and_times_under_its_own_names() {
    for (service, base, title, times) in [
        (
            CalendarService::Office365,
            "https://outlook.office.com/calendar/deeplink/compose",
            "subject",
            [
                ("startdt", "2027-06-01T08:00:00Z"),
                ("enddt", "2027-06-01T09:00:00Z"),
            ],
        ),
        (
            CalendarService::Outlook,
            "https://outlook.live.com/calendar/deeplink/compose",
            "subject",
            [
                ("startdt", "2027-06-01T08:00:00Z"),
                ("enddt", "2027-06-01T09:00:00Z"),
            ],
        ),
        (
            CalendarService::Google,
            "https://calendar.google.com/calendar/render",
            "text",
            [
                ("action", "TEMPLATE"),
                ("dates", "20270601T080000Z/20270601T090000Z"),
            ],
        ),
        (
            CalendarService::Yahoo,
            "https://calendar.yahoo.com/",
            "title",
            [("st", "20270601T080000Z"), ("et", "20270601T090000Z")],
        ),
    ] {
        let address = link(service);
        let (found, parameters) = taken_apart(&address);
        assert_eq!(found, base);
        assert_eq!(parameters[title], "Q&A = 100 % + 🎉");
        for (name, value) in times {
            assert_eq!(parameters[name], value, "{service:?}");
        }
        // a plus would be read as a blank by some and as a plus by others
        assert!(!address.contains('+'), "{address}");
    }
}

#[test]
fn a_long_text_is_left_out_before_links_are_cut() {
    let mut long = invitation();
    long.blocks.insert(0, Block::Text("word ".repeat(1_000)));
    let (start, end) = (utc("2027-06-01T08:00Z"), utc("2027-06-01T09:00Z"));
    let address = add_to(CalendarService::Google, &long, start, end, "");
    let (_, parameters) = taken_apart(&address);
    assert!(parameters["details"].contains("https://teams.example/join"));
    assert!(!parameters["details"].contains("word"));

    let MailLink::Short(mail) = mail_link(&long) else {
        panic!("it can't be whole");
    };
    assert!(mail.len() <= 1_900);
    assert!(taken_apart(&mail).1["body"].contains("https://teams.example/join"));
}

#[test]
fn a_mail_link_is_addressed_to_nobody_and_holds_the_whole_invitation() {
    let link = mail_link(&titled("Hi?bcc=eve@evil.example&x"));
    assert!(matches!(link, MailLink::Whole(_)));
    let (base, parameters) = taken_apart(link.address());
    assert_eq!(base, "mailto:");
    assert_eq!(parameters.keys().collect::<Vec<_>>(), ["body", "subject"]);
    assert_eq!(parameters["subject"], "Hi?bcc=eve@evil.example&x");
    assert!(parameters["body"].contains("Figures & plans.\r\n\r\n"));
}

#[test]
fn a_title_beyond_measure_still_gives_a_link_that_can_be_opened() {
    let link = mail_link(&titled(&"ü".repeat(5_000)));
    assert!(link.address().len() <= 1_900, "{}", link.address().len());
}
