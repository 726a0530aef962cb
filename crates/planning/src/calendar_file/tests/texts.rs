use proptest::prelude::*;
use virtual_events::EventId;

use super::super::{Standing, calendar_file, uid_of};
use super::event;
use super::reader::File;
use crate::jiff_rules::JiffRules;

fn written(change: impl FnOnce(&mut super::CalendarEvent)) -> String {
    let mut event = event();
    change(&mut event);
    calendar_file(&event, &JiffRules::new())
}

#[test]
fn a_file_says_what_when_where_and_who() {
    let text = written(|_| ());
    let file = File::read(&text);
    for (name, value) in [
        ("UID", "rostrum-1@tenant"),
        ("DTSTAMP", "20270101T120000Z"),
        ("DTSTART", "20270601T100000"),
        ("DTEND", "20270601T110000"),
        ("SUMMARY", "Quarterly update"),
        ("LOCATION", "Microsoft Teams"),
        ("DESCRIPTION", "Figures, plans; questions"),
        ("URL", "https://teams.example/join/1"),
        ("ORGANIZER", "mailto:ana@contoso.example"),
        ("STATUS", "CONFIRMED"),
    ] {
        assert_eq!(file.value(name).as_deref(), Some(value), "{name}");
    }
    assert_eq!(file.of_calendar("METHOD"), Some("PUBLISH"));
    assert_eq!(file.of_calendar("VERSION"), Some("2.0"));
    assert_eq!(
        file.parameter("ORGANIZER", "CN").as_deref(),
        Some("Ana Ruiz")
    );
    assert!(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
    assert!(text.ends_with("END:VCALENDAR\r\n"));
}

#[test]
fn a_title_with_line_breaks_and_emoji_stays_one_line_and_comes_back() {
    let title = "Town hall 🎉\r\nBEGIN:VEVENT\nfor all; \"you\", me\\them 👩‍👩‍👧‍👦";
    let text = written(|event| event.title = title.to_owned());
    let file = File::read(&text);
    let summary = file.value("SUMMARY").unwrap();
    assert_eq!(summary, title.replace("\r\n", "\n"));
    assert_eq!(text.matches("\r\nBEGIN:VEVENT\r\n").count(), 1);
}

#[test]
fn a_cancelled_event_is_called_off_and_counts_as_newer() {
    let before = File::read(&written(|_| ()));
    let after = File::read(&written(|event| {
        event.standing = Standing::Cancelled;
        event.written = event.written.after(std::time::Duration::from_secs(120));
    }));
    assert_eq!(after.of_calendar("METHOD"), Some("CANCEL"));
    assert_eq!(after.value("STATUS").as_deref(), Some("CANCELLED"));
    assert_eq!(after.value("UID"), before.value("UID"));
    let sequence = |file: &File| file.value("SEQUENCE").unwrap().parse::<i64>().unwrap();
    assert_eq!(sequence(&after), sequence(&before) + 2);
}

#[test]
fn without_an_organizer_no_method_is_named() {
    // RFC 5546 wants an organizer with every method
    let file = File::read(&written(|event| event.organizer = None));
    assert_eq!(file.of_calendar("METHOD"), None);
    assert_eq!(file.value("ORGANIZER"), None);
}

#[test]
fn an_organizers_name_cant_leave_its_quotes() {
    let text = written(|event| {
        if let Some(organizer) = &mut event.organizer {
            organizer.name = "Ana \"A\": Ruiz;X=1\r\nATTACH:x".to_owned();
        }
    });
    let file = File::read(&text);
    assert_eq!(
        file.parameter("ORGANIZER", "CN").as_deref(),
        Some("Ana 'A': Ruiz;X=1  ATTACH:x")
    );
    assert_eq!(file.value("ATTACH"), None);
}

#[test]
fn html_goes_beside_the_plain_text_and_empty_texts_are_left_out() {
    let file = File::read(&written(|event| {
        event.html = Some("<p>Figures, <b>plans</b></p>".to_owned());
        event.description = String::new();
    }));
    assert_eq!(file.value("DESCRIPTION"), None);
    let html = file.value("X-ALT-DESC").unwrap();
    assert_eq!(html, "<p>Figures, <b>plans</b></p>");
    let kind = file.parameter("X-ALT-DESC", "FMTTYPE");
    assert_eq!(kind.as_deref(), Some("text/html"));
}

#[test]
fn ids_of_any_kind_become_ids_of_one_word() {
    let uid = |id: &str| uid_of(&EventId::from(id));
    assert_eq!(uid("a-1@b-2"), "rostrum-a-1@b-2");
    assert_eq!(uid("a b,ü\n"), "rostrum-a=20b=2C=C3=BC=0A");
    assert_ne!(uid("a=20"), uid("a "));
}

proptest! {
    #[test]
    fn any_text_comes_back_and_no_line_is_too_long(
        title in "\\PC{0,120}",
        description in "(\\PC|\n|\r\n|\t){0,400}",
        link in "https://[a-z]{3,9}\\.example/(\\PC){0,90}",
    ) {
        let text = written(|event| {
            event.title.clone_from(&title);
            event.description.clone_from(&description);
            event.link = Some(link.clone());
        });
        for line in text.split("\r\n") {
            prop_assert!(line.len() <= 75, "{} octets", line.len());
            prop_assert!(!line.contains(['\r', '\n']));
        }
        let file = File::read(&text);
        // a line break at either end is nobody's text
        let back = |name: &str| {
            let value = file.value(name).unwrap_or_default();
            value.trim_matches('\n').to_owned()
        };
        let lines = |text: &str| {
            let text = text.replace("\r\n", "\n");
            text.replace(['\u{2028}', '\u{2029}'], "\n").trim_matches('\n').to_owned()
        };
        prop_assert_eq!(back("SUMMARY"), lines(&title));
        prop_assert_eq!(back("DESCRIPTION"), lines(&description));
        let link = file.value("URL").unwrap();
        prop_assert!(link.bytes().all(|it| it.is_ascii_graphic()), "{}", link);
    }
}
