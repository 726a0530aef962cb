//! Sending mail.

use serde_json::{Value, json};

use crate::browser::SIGN_IN;
use crate::caller::Caller;
use crate::desk::Desk;

fn to(address: &str) -> Value {
    json!({ "message": {
        "subject": "Come",
        "body": { "contentType": "HTML", "content": "<p>Come</p>" },
        "bccRecipients": [{ "emailAddress": { "address": address, "name": "Mei" } }],
        "attachments": [{ "@odata.type": "#microsoft.graph.fileAttachment", "name": "a.ics",
            "contentType": "text/calendar", "contentBytes": "QkVHSU4=" }],
    } })
}

fn outbox(desk: &Desk) -> Value {
    desk.control("GET", "/state", &Value::Null)["outbox"].clone()
}

fn with_mail(desk: &Desk) -> Caller<'_> {
    let grant = json!({ "account": "ana.ruiz@northlight.example", "grant": ["Mail.Send"] });
    desk.control("POST", "/consent", &grant);
    Caller::with(desk, "ana.ruiz", &format!("{SIGN_IN} Mail.Send"))
}

#[test]
fn a_mail_is_taken_and_stands_in_the_outbox() {
    let desk = Desk::open();
    let ana = with_mail(&desk);
    let answer = ana.post("/me/sendMail", &to("mei@fabrikam.example"));
    assert_eq!((answer.status, answer.text().as_str()), (202, ""));

    let sent = outbox(&desk);
    assert_eq!(sent.as_array().unwrap().len(), 1);
    assert_eq!(sent[0]["subject"], "Come");
    assert_eq!(sent[0]["content_type"], "html");
    let mei = json!([{ "address": "mei@fabrikam.example", "name": "Mei" }]);
    assert_eq!((&sent[0]["to"], &sent[0]["bcc"]), (&json!([]), &mei));
    assert_eq!(sent[0]["attachments"][0]["text"], "BEGIN");
    assert_eq!(sent[0]["saved"], true);
}

#[test]
fn without_the_scope_nothing_is_sent() {
    let desk = Desk::open();
    let ana = Caller::of(&desk, "ana.ruiz");
    let answer = ana.post("/me/sendMail", &to("mei@fabrikam.example"));
    assert_eq!(answer.status, 403);
    assert!(answer.text().contains("Mail.Send"), "{}", answer.text());
    assert_eq!(outbox(&desk), json!([]));
}

#[test]
fn bad_recipients_and_odd_properties_are_refused_whole() {
    let desk = Desk::open();
    let ana = with_mail(&desk);
    for address in [
        "mei",
        "mei@",
        "a b@x.example",
        "a@b@x.example",
        "a@x..example",
    ] {
        let answer = ana.post("/me/sendMail", &to(address));
        assert_eq!(answer.status, 400, "{address}");
        assert_eq!(answer.json()["error"]["code"], "ErrorInvalidRecipients");
    }
    let mut nobody = to("mei@fabrikam.example");
    nobody["message"]["bccRecipients"] = json!([]);
    assert_eq!(ana.post("/me/sendMail", &nobody).status, 400);
    let mut many = to("mei@fabrikam.example");
    let mei = many["message"]["bccRecipients"][0].clone();
    many["message"]["bccRecipients"] = json!(vec![mei; 501]);
    assert_eq!(ana.post("/me/sendMail", &many).status, 400);
    let mut odd = to("mei@fabrikam.example");
    odd["message"]["title"] = json!("x");
    assert_eq!(ana.post("/me/sendMail", &odd).status, 400);
    let mut untyped = to("mei@fabrikam.example");
    untyped["message"]["attachments"][0] = json!({ "name": "a", "contentBytes": "QQ==" });
    assert_eq!(ana.post("/me/sendMail", &untyped).status, 400);
    assert_eq!(outbox(&desk), json!([]));
}

#[test]
fn mail_is_not_counted_with_the_writes_of_events() {
    let desk = Desk::open();
    let ana = with_mail(&desk);
    for number in 0..20 {
        let address = format!("guest{number}@fabrikam.example");
        assert_eq!(ana.post("/me/sendMail", &to(&address)).status, 202);
    }
}
