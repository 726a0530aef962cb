//! The session with everything.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::super::visit::Visit;
use super::join;
use crate::chance::Dice;
use crate::tenant::{Event, Kind, Role, over_at};

/// What a session has beside the five properties that lists fill.
pub(super) const ONLY_IN_GET: [&str; 34] = [
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
    "cloudVideoInteropInfo",
    "expiryDateTime",
    "isEndToEndEncryptionEnabled",
    "isEntryExitAnnounced",
    "joinInformation",
    "joinMeetingIdSettings",
    "lobbyBypassSettings",
    "meetingOptionsWebUrl",
    "meetingSpokenLanguageTag",
    "meetingType",
    "recordAutomatically",
    "sensitivityLabelAssignment",
    "shareMeetingChatHistoryDefault",
    "videoOnDemandWebUrl",
    "videoTeleconferenceId",
    "watermarkProtection",
];

/// What a get adds to the summary.
pub(super) fn details(visit: &Visit<'_>, event: &Event, session: &str, role: Role) -> Value {
    let tenant = &visit.world.tenant;
    let prepares = matches!(role, Role::Organizer | Role::CoOrganizer);
    let dice = Dice::of(session).at(3);
    let often = |place: u64| dice.at(place).falls(70);
    let seldom = |place: u64| dice.at(place).falls(20);
    let capacity = match event.kind {
        Kind::Townhall => event.capacity,
        Kind::Webinar => event.desk.capacity,
    };
    let bridge = seldom(20).then(|| format!("{:010}", dice.at(21).below(9_999_999_999)));
    let label = seldom(22).then(|| dice.at(23).guid());
    json!({
        "allowAttendeeToEnableCamera": event.kind == Kind::Webinar && often(0),
        "allowAttendeeToEnableMic": event.kind == Kind::Webinar && often(1),
        "allowBreakoutRooms": false,
        "allowCopyingAndSharingMeetingContent": often(2),
        "allowLiveShare": if often(3) { "disabled" } else { "enabled" },
        "allowMeetingChat": chat(visit, dice.at(4)),
        "allowParticipantsToChangeName": seldom(5),
        "allowPowerPointSharing": true,
        "allowRecording": true,
        "allowTeamworkReactions": often(6),
        "allowTranscription": often(7),
        "allowWhiteboard": seldom(8),
        "allowedLobbyAdmitters": if often(9) {
            "organizerAndCoOrganizers"
        } else {
            "organizerAndCoOrganizersAndPresenters"
        },
        "allowedPresenters": "roleIsPresenter",
        "audioConferencing": join::dial_in(session),
        "capacity": capacity,
        "chatInfo": {
            "threadId": join::thread(session),
            "messageId": "0",
            "replyChainMessageId": null,
        },
        "chatRestrictions": seldom(10).then(|| json!({ "allowTextOnly": true })),
        "cloudVideoInteropInfo": bridge.as_ref().map(|id| json!({
            "moreInfoWebUrl": format!("https://bridge.northlight.example/{id}"),
            "tenantKey": "northlight@bridge.example",
            "videoTeleconferenceId": id,
        })),
        "expiryDateTime": expiry(event),
        "isEndToEndEncryptionEnabled": false,
        "isEntryExitAnnounced": seldom(11),
        "joinInformation": join::information(visit, event, session),
        "joinMeetingIdSettings": join::meeting_id(session),
        "lobbyBypassSettings": lobby(event, dice.at(12)),
        "meetingOptionsWebUrl": prepares.then(|| join::options_url(tenant, event, session)),
        "meetingSpokenLanguageTag": dice.at(13).pick(&["en-us", "en-gb", "de-de", "pt-br"]),
        "meetingType": "scheduled",
        "recordAutomatically": true,
        "sensitivityLabelAssignment": label.map(|id| json!({ "sensitivityLabelId": id })),
        "shareMeetingChatHistoryDefault": if often(14) { "none" } else { "all" },
        "videoOnDemandWebUrl": recording(visit, event, session, role),
        "videoTeleconferenceId": bridge,
        "watermarkProtection": seldom(15).then(|| json!({
            "isEnabledForContentSharing": true,
            "isEnabledForVideo": false,
        })),
    })
}

fn chat(visit: &Visit<'_>, dice: Dice) -> &'static str {
    if visit.shape.is_mixed() && dice.falls(50) {
        // A member that no document has yet.
        return "inMeetingOnly";
    }
    let modes: [&'static str; 3] = ["limited", "disabled", "enabled"];
    modes[dice.at(1).below(3) as usize]
}

fn lobby(event: &Event, dice: Dice) -> Value {
    let scope = match event.audience.as_str() {
        "everyone" => dice.pick(&["everyone", "organizationAndFederated"]),
        _ => dice.pick(&["organization", "organizationExcludingGuests", "invited"]),
    };
    json!({ "scope": scope, "isDialInBypassEnabled": dice.at(1).falls(30) })
}

/// The meeting can be joined for sixty days after its end.
fn expiry(event: &Event) -> Option<Timestamp> {
    let kept = SignedDuration::from_hours(60 * 24);
    over_at(event)?.checked_add(kept).ok()
}

/// A town hall's recording appears some time after its end; of a webinar's, which is each
/// registrant's own, the organizer alone may have a link.
fn recording(visit: &Visit<'_>, event: &Event, session: &str, role: Role) -> Option<String> {
    let due = over_at(event)?.as_second() + visit.world.settings.recording_delay_s;
    let seen = match event.kind {
        Kind::Townhall => true,
        Kind::Webinar => role == Role::Organizer && Dice::of(session).at(4).falls(50),
    };
    (seen && visit.now.as_second() >= due)
        .then(|| format!("https://events.teams.microsoft.com/recording/{session}"))
}
