//! Sending mail.

use std::time::Duration;

use serde_json::json;

use super::{FileAttachment, MAX_RECIPIENTS, MailAddress, NewMail, SentItems};
use crate::testing::{Reply, World, body_of};
use crate::{Error, ErrorKind, ItemBody, RequestProblem, TransportError};

fn mail() -> NewMail {
    NewMail {
        subject: "Quarterly update".to_owned(),
        body: ItemBody::html("<p>Come</p>"),
        to: vec![MailAddress::new("o@x.org", "Øyvind")],
        bcc: vec![MailAddress::new("p@x.org", "")],
        attachments: vec![FileAttachment {
            name: "town-hall.ics".to_owned(),
            content_type: "text/calendar".to_owned(),
            content: "BEGIN:VCALENDAR".into(),
        }],
    }
}

#[tokio::test(start_paused = true)]
async fn a_mail_goes_out_as_the_page_has_it() {
    let world = World::answering([Reply::empty(202)]);
    world
        .client
        .mail()
        .send(&mail(), SentItems::Keep)
        .await
        .unwrap();

    assert_eq!(world.requests(), ["POST /v1.0/me/sendMail"]);
    let expected = json!({
        "message": {
            "subject": "Quarterly update",
            "body": {"contentType": "html", "content": "<p>Come</p>"},
            "toRecipients": [{"emailAddress": {"address": "o@x.org", "name": "Øyvind"}}],
            "bccRecipients": [{"emailAddress": {"address": "p@x.org"}}],
            "attachments": [{
                "@odata.type": "#microsoft.graph.fileAttachment",
                "name": "town-hall.ics",
                "contentType": "text/calendar",
                "contentBytes": "QkVHSU46VkNBTEVOREFS",
            }],
        },
        "saveToSentItems": true,
    });
    assert_eq!(body_of(&world.seen()[0]), expected);
}

#[tokio::test(start_paused = true)]
async fn a_lost_answer_is_told_and_never_repeated() {
    let world = World::answering([Reply::lost(TransportError::Network)]);
    let sent = world.client.mail().send(&mail(), SentItems::Keep).await;
    assert!(sent.unwrap_err().may_have_happened());
    assert_eq!(world.seen().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_refused_mail_waits_as_told_and_goes_again() {
    let busy = Reply::error(429, "ApplicationThrottled").header("retry-after", "3");
    let world = World::answering([busy, Reply::empty(202)]);
    let mailbox = world.client.mail();
    mailbox.send(&mail(), SentItems::Skip).await.unwrap();
    assert_eq!(world.seen().len(), 2);
    assert_eq!(body_of(&world.seen()[1])["saveToSentItems"], json!(false));
}

#[tokio::test(start_paused = true)]
async fn mails_dont_stand_in_the_queue_of_writes() {
    let world = World::handling(|_| Reply::empty(202));
    let mailbox = world.client.mail();
    for _ in 0..40 {
        mailbox.send(&mail(), SentItems::Keep).await.unwrap();
    }
    let seen = world.seen();
    assert_eq!(seen[39].at.since(seen[0].at), Duration::ZERO);
}

#[tokio::test(start_paused = true)]
async fn too_many_recipients_or_none_are_not_sent() {
    let world = World::answering([]);
    for count in [0, MAX_RECIPIENTS + 1] {
        let mut mail = mail();
        mail.to.clear();
        mail.bcc = vec![MailAddress::new("p@x.org", ""); count];
        let sent = world.client.mail().send(&mail, SentItems::Keep).await;
        let error = sent.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Invalid);
        assert!(matches!(
            error,
            Error::Request(RequestProblem::Recipients(found)) if found == count
        ));
    }
}
