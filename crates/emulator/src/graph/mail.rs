//! "user: sendMail", for the caller's own mailbox.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use super::fields::{self, Fields};
use super::reply::{Answer, Refusal, Reply};
use super::visit::Visit;
use crate::tenant::{Attached, Mailbox, SentMail};

/// Recipients of a message, whichever the field.
const MOST_RECIPIENTS: usize = 500;
/// Bytes of a request to Graph's mail operations.
const LONGEST: usize = 4 * 1024 * 1024;

const MESSAGE: [&str; 8] = [
    "subject",
    "body",
    "toRecipients",
    "ccRecipients",
    "bccRecipients",
    "replyTo",
    "attachments",
    "importance",
];

/// Takes a mail for delivery: 202, and nothing about what becomes of it.
pub(super) fn send(visit: &mut Visit<'_>) -> Answer {
    if visit.call.body.len() > LONGEST {
        return Err(Refusal::too_large());
    }
    let fields = visit.call.object()?;
    if let Some(odd) = fields.keys().find(|key| {
        !key.eq_ignore_ascii_case("message") && !key.eq_ignore_ascii_case("saveToSentItems")
    }) {
        return Err(Refusal::bad_request(format!(
            "The parameter '{odd}' does not exist."
        )));
    }
    let message = fields::object(&fields, "message")?
        .ok_or_else(|| Refusal::bad_property("message", "The parameter 'message' is required."))?;
    fields::only(message, &MESSAGE, "message")?;
    let mailboxes = |name| recipients(message, name);
    let (to, cc, bcc) = (
        mailboxes("toRecipients")?,
        mailboxes("ccRecipients")?,
        mailboxes("bccRecipients")?,
    );
    let count = to.len() + cc.len() + bcc.len();
    if count == 0 {
        return Err(Refusal::bad_recipients("At least one recipient is needed."));
    }
    if count > MOST_RECIPIENTS {
        return Err(Refusal::bad_recipients(
            "The message has too many recipients.",
        ));
    }
    let (content_type, content) = body(message)?;
    let mail = SentMail {
        from: visit.caller.oid.clone(),
        at: visit.now,
        subject: fields::text(message, "subject")?.unwrap_or_default(),
        content_type,
        content,
        to,
        cc,
        bcc,
        attachments: attachments(message)?,
        saved: fields::boolean(&fields, "saveToSentItems")?.unwrap_or(true),
    };
    visit.world.tenant.outbox.push(mail);
    Ok(Reply::accepted())
}

fn recipients(message: &Fields, name: &'static str) -> Result<Vec<Mailbox>, Refusal> {
    let nothing = Vec::new();
    let given = fields::list(message, name)?.unwrap_or(&nothing);
    given.iter().map(mailbox).collect()
}

fn mailbox(recipient: &Value) -> Result<Mailbox, Refusal> {
    let fields = recipient
        .as_object()
        .ok_or_else(|| Refusal::bad_request("A recipient must be an object."))?;
    fields::only(fields, &["emailAddress"], "recipient")?;
    let address = fields::object(fields, "emailAddress")?
        .ok_or_else(|| Refusal::bad_request("A recipient must have an 'emailAddress'."))?;
    fields::only(address, &["address", "name"], "emailAddress")?;
    let name = fields::text(address, "name")?.unwrap_or_default();
    let address = fields::text(address, "address")?.unwrap_or_default();
    if !is_address(&address) {
        return Err(Refusal::bad_recipients(
            "At least one recipient is not valid.",
        ));
    }
    Ok(Mailbox { address, name })
}

/// What Exchange takes for an address: something, an `@`, a domain with a dot, no blanks.
fn is_address(text: &str) -> bool {
    let bad = |it: char| it.is_whitespace() || it.is_control() || "<>,;\"()".contains(it);
    match text.split_once('@') {
        Some((local, domain)) => {
            let dotted =
                domain.split('.').count() > 1 && domain.split('.').all(|it| !it.is_empty());
            !local.is_empty() && dotted && !domain.contains('@') && !text.contains(bad)
        }
        None => false,
    }
}

fn body(message: &Fields) -> Result<(String, String), Refusal> {
    let Some(body) = fields::object(message, "body")? else {
        return Ok(("text".to_owned(), String::new()));
    };
    fields::only(body, &["contentType", "content"], "itemBody")?;
    // the pages of mail spell it HTML and Text, those of events html and text
    let kind = fields::text(body, "contentType")?.unwrap_or_else(|| "text".to_owned());
    let kind = kind.to_ascii_lowercase();
    if kind != "text" && kind != "html" {
        let message = format!("Invalid value '{kind}' specified for property 'contentType'.");
        return Err(Refusal::bad_property("contentType", message));
    }
    Ok((kind, fields::text(body, "content")?.unwrap_or_default()))
}

fn attachments(message: &Fields) -> Result<Vec<Attached>, Refusal> {
    let nothing = Vec::new();
    let given = fields::list(message, "attachments")?.unwrap_or(&nothing);
    given.iter().map(attached).collect()
}

fn attached(file: &Value) -> Result<Attached, Refusal> {
    let fields = file
        .as_object()
        .ok_or_else(|| Refusal::bad_request("An attachment must be an object."))?;
    let kind = fields.get("@odata.type").ok_or_else(|| {
        Refusal::bad_property("@odata.type", "An attachment must have an '@odata.type'.")
    })?;
    fields::expect_type(kind, &["fileAttachment"])?;
    let allowed = [
        "name",
        "contentType",
        "contentBytes",
        "isInline",
        "contentId",
    ];
    fields::only(fields, &allowed, "fileAttachment")?;
    let name = fields::text(fields, "name")?
        .filter(|name| !name.is_empty())
        .ok_or_else(|| Refusal::bad_property("name", "The property 'name' is required."))?;
    let bytes = fields::text(fields, "contentBytes")?.unwrap_or_default();
    let bytes = STANDARD.decode(bytes).map_err(|_| {
        let message = "Cannot convert the value of property 'contentBytes' to Edm.Binary.";
        Refusal::bad_property("contentBytes", message)
    })?;
    Ok(Attached {
        name,
        content_type: fields::text(fields, "contentType")?.unwrap_or_default(),
        text: String::from_utf8(bytes).unwrap_or_default(),
    })
}
