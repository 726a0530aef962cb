//! The one session of an event.

use serde_json::{Value, json};

use super::paging;
use super::reply::{Answer, Refusal, Reply};
use super::times;
use super::visit::Visit;
use crate::ident::{Ids, spread};
use crate::tenant::{Event, Kind, Role, Tenant, over_at};

const TYPE: &str = "virtualEventSession";

/// What a session has beside the five properties that lists fill.
const ONLY_IN_GET: [&str; 29] = [
    "allowAttendeeToEnableCamera",
    "allowAttendeeToEnableMic",
    "allowBreakoutRooms",
    "allowCopyingAndSharingMeetingContent",
    "allowLiveShare",
    "allowMeetingChat",
    "allowParticipantsToChangeName",
    "allowPowerPointSharing",
    "allowRecording",
    "allowTeamworkReactions",
    "allowTranscription",
    "allowWhiteboard",
    "allowedLobbyAdmitters",
    "allowedPresenters",
    "audioConferencing",
    "capacity",
    "chatInfo",
    "chatRestrictions",
    "isEndToEndEncryptionEnabled",
    "isEntryExitAnnounced",
    "joinInformation",
    "joinMeetingIdSettings",
    "lobbyBypassSettings",
    "meetingOptionsWebUrl",
    "recordAutomatically",
    "shareMeetingChatHistoryDefault",
    "videoOnDemandWebUrl",
    "videoTeleconferenceId",
    "watermarkProtection",
];

/// The session, if there is one: id, subject, link and times only.
pub(super) fn list(visit: &mut Visit<'_>, kind: Kind, id: &str) -> Answer {
    paging::only_options(visit.call, &[])?;
    let (event, _) = visit.event(kind, id)?;
    let items = event.session.iter().map(|session| {
        let mut object = summary(visit, event, session);
        for name in ONLY_IN_GET {
            object[name] = Value::Null;
        }
        (session.clone(), object)
    });
    paging::page(
        visit,
        "Collection(microsoft.graph.virtualEventSession)",
        items.collect(),
    )
}

/// The session with everything.
pub(super) fn get(visit: &mut Visit<'_>, kind: Kind, id: &str, session: &str) -> Answer {
    paging::only_options(visit.call, &[])?;
    let (event, role) = visit.event(kind, id)?;
    if event.session.as_deref() != Some(session) {
        return Err(Refusal::not_found("The session"));
    }
    let object = full(visit, event, session, role);
    Ok(Reply::ok(visit.shape.single("single session", object)))
}

/// What a list tells of a session.
pub(super) fn summary(visit: &Visit<'_>, event: &Event, session: &str) -> Value {
    let shape = &visit.shape;
    json!({
        "@odata.type": shape.type_name("session", TYPE),
        "id": session,
        "subject": event.title,
        "joinWebUrl": join_url(&visit.world.tenant, event, session),
        "startDateTime": times::of_session(&event.start, shape),
        "endDateTime": times::of_session(&event.end, shape),
    })
}

fn full(visit: &Visit<'_>, event: &Event, session: &str, role: Role) -> Value {
    let mut object = summary(visit, event, session);
    let url = join_url(&visit.world.tenant, event, session);
    let prepares = matches!(role, Role::Organizer | Role::CoOrganizer);
    let dice = spread(session);
    let chat = if visit.shape.is_mixed() {
        "inMeetingOnly"
    } else {
        "limited"
    };
    let more = json!({
        "allowAttendeeToEnableCamera": false,
        "allowAttendeeToEnableMic": false,
        "allowBreakoutRooms": false,
        "allowCopyingAndSharingMeetingContent": true,
        "allowLiveShare": "disabled",
        "allowMeetingChat": chat,
        "allowParticipantsToChangeName": false,
        "allowPowerPointSharing": true,
        "allowRecording": true,
        "allowTeamworkReactions": true,
        "allowTranscription": true,
        "allowWhiteboard": false,
        "allowedLobbyAdmitters": "organizerAndCoOrganizers",
        "allowedPresenters": "roleIsPresenter",
        "audioConferencing": dial_in(dice),
        "capacity": event.capacity,
        "chatInfo": {
            "threadId": thread(session),
            "messageId": "0",
            "replyChainMessageId": null,
        },
        "chatRestrictions": null,
        "isEndToEndEncryptionEnabled": false,
        "isEntryExitAnnounced": false,
        "joinInformation": {
            "contentType": "html",
            "content": format!("<p><a href=\"{url}\">Join the event</a></p>"),
        },
        "joinMeetingIdSettings": {
            "joinMeetingId": format!("{:012}", dice % 1_000_000_000_000),
            "passcode": passcode(dice),
            "isPasscodeRequired": true,
        },
        "lobbyBypassSettings": { "scope": "organization", "isDialInBypassEnabled": false },
        "meetingOptionsWebUrl": prepares.then(|| options_url(&visit.world.tenant, event, session)),
        "recordAutomatically": true,
        "shareMeetingChatHistoryDefault": "none",
        "videoOnDemandWebUrl": recording(visit, event, session),
        "videoTeleconferenceId": null,
        "watermarkProtection": null,
    });
    if let (Some(object), Value::Object(more)) = (object.as_object_mut(), more) {
        object.extend(more);
    }
    visit.shape.with_unknown(object)
}

/// A town hall's recording appears some time after its end; a webinar's is each registrant's own.
fn recording(visit: &Visit<'_>, event: &Event, session: &str) -> Option<String> {
    let due = over_at(event)?.as_second() + visit.world.settings.recording_delay_s;
    let there = visit.now.as_second() >= due;
    (there && event.kind == Kind::Townhall)
        .then(|| format!("https://events.teams.microsoft.com/recording/{session}"))
}

/// Six letters and digits, always the same for a session.
fn passcode(dice: u64) -> String {
    const LETTERS: &[u8] = b"abcdefghkmnpqrstuvwxyz23456789";
    let letter = |place: u32| LETTERS[(dice >> (8 * place)) as usize % LETTERS.len()];
    (0..6).map(|place| char::from(letter(place))).collect()
}

/// Every second session can be called by phone.
fn dial_in(dice: u64) -> Value {
    if !dice.is_multiple_of(2) {
        return Value::Null;
    }
    json!({
        "conferenceId": format!("{:09}", dice % 1_000_000_000),
        "tollNumber": "+47 21 00 00 00",
        "tollNumbers": ["+47 21 00 00 00"],
        "tollFreeNumber": null,
        "tollFreeNumbers": [],
        "dialinUrl": format!("https://dialin.teams.example/{:09}", dice % 1_000_000_000),
    })
}

fn thread(session: &str) -> String {
    let name = Ids::new(spread(session)).named("thread").replace('-', "");
    format!("19:meeting_{name}@thread.v2")
}

/// The address that joins; the meeting's name in it is encoded, as Teams has it.
pub(super) fn join_url(tenant: &Tenant, event: &Event, session: &str) -> String {
    let thread = thread(session).replace(':', "%3a").replace('@', "%40");
    format!(
        "https://teams.microsoft.com/l/meetup-join/{thread}/0?context=%7b%22Tid%22%3a%22{}%22%2c\
         %22Oid%22%3a%22{}%22%7d",
        tenant.id, event.organizer
    )
}

fn options_url(tenant: &Tenant, event: &Event, session: &str) -> String {
    format!(
        "https://teams.microsoft.com/meetingOptions/?organizerId={}&tenantId={}&threadId={}\
         &messageId=0&language=en-US",
        event.organizer,
        tenant.id,
        thread(session).replace([':', '@'], "_")
    )
}
