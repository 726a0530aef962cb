//! The ways into a session: link, meeting id, telephone, and the block of text with all of them.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use super::super::visit::Visit;
use crate::chance::Dice;
use crate::ident::{Ids, spread};
use crate::tenant::{Event, Tenant};

/// Countries whose numbers a session may have, with what comes before the rest.
const DIAL: [(&str, &str); 6] = [
    ("Norway, Oslo", "+47 21"),
    ("Germany, Frankfurt", "+49 69"),
    ("Poland, Warsaw", "+48 22"),
    ("Portugal, Lisbon", "+351 21"),
    ("United States, Chicago", "+1 312"),
    ("Japan, Tokyo", "+81 3"),
];

/// Where the session's chat is.
pub(super) fn thread(session: &str) -> String {
    let name = Ids::new(spread(session)).named("thread").replace('-', "");
    format!("19:meeting_{name}@thread.v2")
}

/// The address that joins; the meeting's name in it is encoded, as Teams has it.
///
/// Null where the service hasn't made one.
pub(crate) fn url(tenant: &Tenant, event: &Event, session: &str) -> Option<String> {
    let thread = thread(session).replace(':', "%3a").replace('@', "%40");
    (!event.course.unlinked).then(|| {
        format!(
            "https://teams.microsoft.com/l/meetup-join/{thread}/0\
             ?context=%7b%22Tid%22%3a%22{}%22%2c%22Oid%22%3a%22{}%22%7d",
            tenant.id, event.organizer
        )
    })
}

/// The page of meeting options, for those who prepare the event.
pub(super) fn options_url(tenant: &Tenant, event: &Event, session: &str) -> String {
    format!(
        "https://teams.microsoft.com/meetingOptions/?organizerId={}&tenantId={}&threadId={}\
         &messageId=0&language=en-US",
        event.organizer,
        tenant.id,
        thread(session).replace([':', '@'], "_")
    )
}

/// Meeting id and passcode; one in five meetings does without a passcode.
pub(super) fn meeting_id(session: &str) -> Value {
    const LETTERS: &[u8] = b"ABCDEFGHKMNPQRSTUVWXYZabcdefghkmnpqrstuvwxyz23456789";
    let dice = Dice::of(session).at(1);
    let number = 200_000_000_000 + dice.at(0).below(99_999_999_999);
    let letter = |place: u64| char::from(*dice.at(10 + place).pick(LETTERS));
    let passcode = (!dice.at(1).falls(20)).then(|| (0..8).map(letter).collect::<String>());
    json!({
        "joinMeetingId": number.to_string(),
        "isPasscodeRequired": passcode.is_some(),
        "passcode": passcode,
    })
}

/// Three in five sessions can be called by telephone, from one to four countries.
pub(super) fn dial_in(session: &str) -> Value {
    let dice = Dice::of(session).at(2);
    if dice.at(0).falls(40) {
        return Value::Null;
    }
    let number = |start: &str, place: u64| {
        let end = dice.at(place).below(10_000);
        format!("{start} 555 {end:04}")
    };
    let first = dice.at(1).below(DIAL.len() as u64);
    let many = 1 + dice.at(2).below(4);
    let toll: Vec<String> = (0..many)
        .map(|at| {
            let (_, start) = DIAL[((first + at) % DIAL.len() as u64) as usize];
            number(start, 20 + at)
        })
        .collect();
    let free: Vec<String> = (0..dice.at(3).below(3))
        .map(|at| number("+1 800", 30 + at))
        .collect();
    let conference = 100_000_000 + dice.at(4).below(899_999_999);
    json!({
        "conferenceId": conference.to_string(),
        "tollNumber": toll.first(),
        "tollNumbers": toll,
        "tollFreeNumber": free.first(),
        "tollFreeNumbers": free,
        "dialinUrl": format!("https://dialin.teams.microsoft.com/numbers?id={conference}"),
    })
}

/// The block that invitations carry, as much of it as there is, with things in it that must not
/// run or be loaded.
///
/// Some answers have it percent-encoded as a `data:` address, as other meetings' do.
pub(super) fn information(visit: &Visit<'_>, event: &Event, session: &str) -> Value {
    let url = url(&visit.world.tenant, event, session);
    let mut html = String::from(
        "<div style=\"width:100%;height:20px\"><span style=\"white-space:nowrap;color:#5F5F5F\">\
         ________________________________________________________________________________</span>\
         </div><div class=\"me-email-text\" style=\"color:#252424;font-family:'Segoe UI'\" \
         lang=\"en-US\"><div style=\"margin-top:24px;margin-bottom:20px\">\
         <span style=\"font-size:24px\">Microsoft Teams</span></div>",
    );
    if let Some(url) = url {
        html.push_str(&format!(
            "<div><a class=\"me-email-headline\" href=\"{url}\" target=\"_blank\" \
             rel=\"noreferrer noopener\" onclick=\"document.title='taken over'\">Join the event \
             now</a></div>"
        ));
    }
    let (ids, phone) = (meeting_id(session), dial_in(session));
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    html.push_str(&format!(
        "<div><span>Meeting ID: </span><span>{}</span></div>",
        text(&ids["joinMeetingId"])
    ));
    if ids["passcode"].is_string() {
        html.push_str(&format!(
            "<div><span>Passcode: </span><span>{}</span></div>",
            text(&ids["passcode"])
        ));
    }
    if phone.is_object() {
        html.push_str(&format!(
            "<hr><div><b>Dial in by phone</b></div><div><a href=\"tel:{0},,{1}#\">{0}</a></div>\
             <div><a href=\"{2}\">Find a local number</a></div>\
             <div>Phone conference ID: {1}#</div>",
            text(&phone["tollNumber"]),
            text(&phone["conferenceId"]),
            text(&phone["dialinUrl"]),
        ));
    }
    html.push_str(
        "<script>document.title='taken over'</script>\
         <img src=\"https://tracker.example/seen.gif\" width=\"1\" height=\"1\" alt=\"\">\
         <div><a href=\"javascript:void document.body.remove()\">Meeting options</a></div></div>",
    );
    if visit.shape.is_mixed() && visit.shape.as_documented("join information") {
        html = format!(
            "data:text/html,{}",
            utf8_percent_encode(&html, NON_ALPHANUMERIC)
        );
    }
    json!({ "contentType": "html", "content": html })
}
