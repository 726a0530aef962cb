//! A session as Graph tells it.

use serde::Serialize;

use super::{
    AllowedLobbyAdmitters, AudioConferencing, ChatHistoryDefault, ChatInfo, ChatRestrictions,
    CloudVideoInterop, JoinMeetingId, LiveShare, LobbyBypass, MeetingChatMode, MeetingPresenters,
    MeetingType, SensitivityLabelAssignment, WatermarkProtection,
};
use crate::json::json_object;
use crate::{DateTimeTimeZone, ItemBody, JoinUrl, SessionId, UtcInstant};

json_object! {
    /// The meeting behind an event (Graph types `virtualEventSession` and `onlineMeetingBase`).
    ///
    /// A list fills id, subject, join address, start and end; all else comes with a single get.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct Session {
        /// Its id.
        pub id: SessionId = "id",
        /// The event's title.
        pub subject: Option<String> = "subject",
        /// Address that joins the session in Teams.
        pub join_web_url: Option<JoinUrl> = "joinWebUrl",
        /// Planned start; a bare ISO text in some answers.
        pub start: Option<DateTimeTimeZone> = "startDateTime",
        /// Planned end; a bare ISO text in some answers.
        pub end: Option<DateTimeTimeZone> = "endDateTime",
        /// Attendees it can hold.
        pub capacity: Option<i32> = "capacity",
        /// The recording, once published; for webinars often the organizer's only.
        pub video_on_demand_web_url: Option<String> = "videoOnDemandWebUrl",
        /// Block of HTML for invitations; sanitize before showing.
        pub join_information: Option<ItemBody> = "joinInformation",
        /// Meeting id and passcode.
        pub join_meeting_id_settings: Option<JoinMeetingId> = "joinMeetingIdSettings",
        /// The chat of the meeting.
        pub chat_info: Option<ChatInfo> = "chatInfo",
        /// Teams' page of meeting options; for the organizer.
        pub meeting_options_web_url: Option<String> = "meetingOptionsWebUrl",
        /// Dial-in.
        pub audio_conferencing: Option<AudioConferencing> = "audioConferencing",
        /// Who can present.
        pub allowed_presenters: Option<MeetingPresenters> = "allowedPresenters",
        /// Whether there is a chat.
        pub allow_meeting_chat: Option<MeetingChatMode> = "allowMeetingChat",
        /// Who needn't wait in the lobby.
        pub lobby_bypass_settings: Option<LobbyBypass> = "lobbyBypassSettings",
        /// Who lets people in from the lobby.
        pub allowed_lobby_admitters: Option<AllowedLobbyAdmitters> = "allowedLobbyAdmitters",
        /// Watermarks.
        pub watermark_protection: Option<WatermarkProtection> = "watermarkProtection",
        /// What the chat doesn't allow.
        pub chat_restrictions: Option<ChatRestrictions> = "chatRestrictions",
        /// Joining from video conference rooms.
        pub cloud_video_interop_info: Option<CloudVideoInterop> = "cloudVideoInteropInfo",
        /// The sensitivity label.
        pub sensitivity_label_assignment: Option<SensitivityLabelAssignment> = "sensitivityLabelAssignment",
        /// Whether Live Share can be used.
        pub allow_live_share: Option<LiveShare> = "allowLiveShare",
        /// How much chat history newcomers see.
        pub share_meeting_chat_history_default: Option<ChatHistoryDefault> = "shareMeetingChatHistoryDefault",
        /// How the meeting came to be.
        pub meeting_type: Option<MeetingType> = "meetingType",
        /// Language spoken, as a BCP 47 tag.
        pub meeting_spoken_language_tag: Option<String> = "meetingSpokenLanguageTag",
        /// Id for video conference rooms.
        pub video_teleconference_id: Option<String> = "videoTeleconferenceId",
        /// When the meeting can no longer be joined.
        pub expiry_date_time: Option<UtcInstant> = "expiryDateTime",
        /// Whether it is recorded from the start.
        pub record_automatically: Option<bool> = "recordAutomatically",
        /// Whether recording is allowed.
        pub allow_recording: Option<bool> = "allowRecording",
        /// Whether transcription is allowed.
        pub allow_transcription: Option<bool> = "allowTranscription",
        /// Whether callers are announced.
        pub is_entry_exit_announced: Option<bool> = "isEntryExitAnnounced",
        /// Whether it is encrypted end to end.
        pub is_end_to_end_encryption_enabled: Option<bool> = "isEndToEndEncryptionEnabled",
        /// Whether attendees can turn the camera on.
        pub allow_attendee_to_enable_camera: Option<bool> = "allowAttendeeToEnableCamera",
        /// Whether attendees can turn the microphone on.
        pub allow_attendee_to_enable_mic: Option<bool> = "allowAttendeeToEnableMic",
        /// Whether there are reactions.
        pub allow_teamwork_reactions: Option<bool> = "allowTeamworkReactions",
        /// Whether participants can change their name.
        pub allow_participants_to_change_name: Option<bool> = "allowParticipantsToChangeName",
        /// Whether there are breakout rooms.
        pub allow_breakout_rooms: Option<bool> = "allowBreakoutRooms",
        /// Whether there is a whiteboard.
        pub allow_whiteboard: Option<bool> = "allowWhiteboard",
        /// Whether PowerPoint Live is allowed.
        pub allow_power_point_sharing: Option<bool> = "allowPowerPointSharing",
        /// Whether content may be copied and passed on.
        pub allow_copying_and_sharing_meeting_content: Option<bool> = "allowCopyingAndSharingMeetingContent",
    }
}

impl Session {
    /// The block for invitations as HTML.
    ///
    /// Teams sometimes gives it as an address of the form `data:text/html,…`, percent-encoded;
    /// that is undone here. Sanitize before showing.
    #[must_use]
    pub fn join_html(&self) -> Option<String> {
        let content = self.join_information.as_ref()?.content.as_deref()?;
        let (head, encoded) = content.split_once(',').unwrap_or_default();
        if !head.to_ascii_lowercase().starts_with("data:text/html") {
            return Some(content.to_owned());
        }
        Some(decoded(encoded))
    }
}

/// Text with its `%41` turned into letters; what is no such thing stays.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let digit = |at: usize| tail.get(at).and_then(|it| char::from(*it).to_digit(16));
        match (first, digit(0), digit(1)) {
            (b'%', Some(high), Some(low)) => {
                bytes.push((high * 16 + low) as u8);
                rest = tail.get(2..).unwrap_or_default();
            }
            _ => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
