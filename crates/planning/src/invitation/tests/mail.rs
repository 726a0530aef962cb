//! Mails are read back by `mail-parser`.

use mail_parser::{Address, Message, MessageParser, MimeHeaders};
use proptest::prelude::*;

use super::super::{Attachment, MailFile, mail_file};
use super::titled;
use crate::jiff_rules::utc;

fn mail(title: &str) -> MailFile {
    let person = |name: &str, address: &str| (name.to_owned(), address.to_owned());
    MailFile {
        invitation: titled(title),
        from: Some(person("Ana Ruiz", "ana@contoso.example")),
        hidden_recipients: vec![
            person("Øyvind, \"Ø\" Å", "o@fabrikam.example"),
            person("", "p@fabrikam.example"),
        ],
        written: utc("2027-06-01T08:05:09Z"),
        attachments: vec![Attachment {
            name: "town-hall.ics".to_owned(),
            media_type: "text/calendar; charset=utf-8; method=PUBLISH".to_owned(),
            content: "BEGIN:VCALENDAR\r\nSUMMARY:🎉\r\nEND:VCALENDAR\r\n".to_owned(),
        }],
    }
}

fn read(text: &str) -> Message<'_> {
    MessageParser::default().parse(text).expect("a mail")
}

/// Header names of the mail itself, in order.
fn names(message: &Message<'_>) -> Vec<String> {
    let headers = message.headers().iter();
    headers.map(|it| it.name().to_owned()).collect()
}

const HEADERS: [&str; 7] = [
    "From",
    "Bcc",
    "Subject",
    "Date",
    "MIME-Version",
    "X-Unsent",
    "Content-Type",
];

#[test]
fn a_mail_holds_both_texts_and_the_calendar_file() {
    let mail = mail("Quarterly update");
    let text = mail_file(&mail);
    let message = read(&text);
    assert_eq!(names(&message), HEADERS);
    assert_eq!(message.subject(), Some("Quarterly update"));
    assert_eq!(message.date().unwrap().to_rfc3339(), "2027-06-01T08:05:09Z");
    let plain = message.body_text(0).unwrap();
    assert_eq!(plain.replace("\r\n", "\n"), mail.invitation.plain());
    assert_eq!(message.body_html(0).unwrap(), mail.invitation.html());
    let file = message.attachment(0).unwrap();
    assert_eq!(file.attachment_name(), Some("town-hall.ics"));
    let kind = file.content_type().unwrap();
    assert_eq!((kind.ctype(), kind.subtype()), ("text", Some("calendar")));
    assert_eq!(kind.attribute("method"), Some("PUBLISH"));
    assert_eq!(
        file.text_contents(),
        Some(mail.attachments[0].content.as_str())
    );
}

#[test]
fn recipients_are_hidden_and_their_names_come_back() {
    let text = mail_file(&mail("x"));
    let message = read(&text);
    assert!(message.to().is_none());
    let Some(Address::List(people)) = message.bcc() else {
        panic!("a list of people");
    };
    let people: Vec<_> = people.iter().map(|it| (it.name(), it.address())).collect();
    let expected = [
        (Some("Øyvind, \"Ø\" Å"), Some("o@fabrikam.example")),
        (None, Some("p@fabrikam.example")),
    ];
    assert_eq!(people, expected);
}

#[test]
fn what_cant_be_an_address_is_left_out() {
    let mut mail = mail("x");
    let evil = "a@b.example>\r\nX-Evil: 1\r\nTo: <c@d.example";
    mail.hidden_recipients = vec![(String::new(), evil.to_owned())];
    mail.from = Some(("Ana\r\nX-Evil: 1".to_owned(), "not an address".to_owned()));
    let text = mail_file(&mail);
    assert_eq!(names(&read(&text)), HEADERS[2..]);
}

proptest! {
    #[test]
    fn no_title_or_name_adds_a_header_and_each_comes_back(
        title in "(\\PC|\r\n|\n|=\\?){0,120}",
        name in "(\\PC|\r\n){0,60}",
    ) {
        let mut mail = mail(&title);
        mail.hidden_recipients = vec![(name.clone(), "p@fabrikam.example".to_owned())];
        let text = mail_file(&mail);
        prop_assert!(text.is_ascii());
        for line in text.split("\r\n") {
            prop_assert!(line.len() <= 78 && !line.contains(['\r', '\n']), "{}", line);
        }
        let message = read(&text);
        prop_assert_eq!(names(&message), HEADERS);
        let words = |text: &str| {
            let words: Vec<_> = text.split(|it: char| it.is_whitespace() || it.is_control()).filter(|it| !it.is_empty()).collect();
            words.join(" ")
        };
        let subject = message.subject().unwrap_or_default();
        prop_assert_eq!(subject, words(&title));
        let back = message.bcc().and_then(|it| it.first()).and_then(|it| it.name());
        prop_assert_eq!(back.unwrap_or_default(), words(&name));
    }
}
