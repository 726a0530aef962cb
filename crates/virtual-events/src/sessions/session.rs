//! A session as Graph tells it.

use serde::{Deserialize, Serialize};

use super::{
    AllowedLobbyAdmitters, AudioConferencing, ChatHistoryDefault, ChatInfo, ChatRestrictions,
    CloudVideoInterop, JoinMeetingId, LiveShare, LobbyBypass, MeetingChatMode, MeetingPresenters,
    MeetingType, SensitivityLabelAssignment, WatermarkProtection,
};
use crate::{DateTimeTimeZone, ItemBody, JoinUrl, SessionId, UtcInstant};

/// The meeting behind an event (Graph types `virtualEventSession` and `onlineMeetingBase`).
///
/// A list fills id, subject, join address, start and end; all else comes with a single get.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// The event's title.
    pub subject: Option<String>,
    /// Address that joins the session in Teams.
    pub join_web_url: Option<JoinUrl>,
    /// Planned start; a bare ISO text in some answers.
    #[serde(rename = "startDateTime")]
    pub start: Option<DateTimeTimeZone>,
    /// Planned end; a bare ISO text in some answers.
    #[serde(rename = "endDateTime")]
    pub end: Option<DateTimeTimeZone>,
    /// Attendees it can hold.
    pub capacity: Option<i32>,
    /// The recording, once published; for webinars often the organizer's only.
    pub video_on_demand_web_url: Option<String>,
    /// Block of HTML for invitations; sanitize before showing.
    pub join_information: Option<ItemBody>,
    /// Meeting id and passcode.
    pub join_meeting_id_settings: Option<JoinMeetingId>,
    /// The chat of the meeting.
    pub chat_info: Option<ChatInfo>,
    /// Teams' page of meeting options; for the organizer.
    pub meeting_options_web_url: Option<String>,
    /// Dial-in.
    pub audio_conferencing: Option<AudioConferencing>,
    /// Who can present.
    pub allowed_presenters: Option<MeetingPresenters>,
    /// Whether there is a chat.
    pub allow_meeting_chat: Option<MeetingChatMode>,
    /// Who needn't wait in the lobby.
    pub lobby_bypass_settings: Option<LobbyBypass>,
    /// Who lets people in from the lobby.
    pub allowed_lobby_admitters: Option<AllowedLobbyAdmitters>,
    /// Watermarks.
    pub watermark_protection: Option<WatermarkProtection>,
    /// What the chat doesn't allow.
    pub chat_restrictions: Option<ChatRestrictions>,
    /// Joining from video conference rooms.
    pub cloud_video_interop_info: Option<CloudVideoInterop>,
    /// The sensitivity label.
    pub sensitivity_label_assignment: Option<SensitivityLabelAssignment>,
    /// Whether Live Share can be used.
    pub allow_live_share: Option<LiveShare>,
    /// How much chat history newcomers see.
    pub share_meeting_chat_history_default: Option<ChatHistoryDefault>,
    /// How the meeting came to be.
    pub meeting_type: Option<MeetingType>,
    /// Language spoken, as a BCP 47 tag.
    pub meeting_spoken_language_tag: Option<String>,
    /// Id for video conference rooms.
    pub video_teleconference_id: Option<String>,
    /// When the meeting can no longer be joined.
    pub expiry_date_time: Option<UtcInstant>,
    /// Whether it is recorded from the start.
    pub record_automatically: Option<bool>,
    /// Whether recording is allowed.
    pub allow_recording: Option<bool>,
    /// Whether transcription is allowed.
    pub allow_transcription: Option<bool>,
    /// Whether callers are announced.
    pub is_entry_exit_announced: Option<bool>,
    /// Whether it is encrypted end to end.
    pub is_end_to_end_encryption_enabled: Option<bool>,
    /// Whether attendees can turn the camera on.
    pub allow_attendee_to_enable_camera: Option<bool>,
    /// Whether attendees can turn the microphone on.
    pub allow_attendee_to_enable_mic: Option<bool>,
    /// Whether there are reactions.
    pub allow_teamwork_reactions: Option<bool>,
    /// Whether participants can change their name.
    pub allow_participants_to_change_name: Option<bool>,
    /// Whether there are breakout rooms.
    pub allow_breakout_rooms: Option<bool>,
    /// Whether there is a whiteboard.
    pub allow_whiteboard: Option<bool>,
    /// Whether PowerPoint Live is allowed.
    pub allow_power_point_sharing: Option<bool>,
    /// Whether content may be copied and passed on.
    pub allow_copying_and_sharing_meeting_content: Option<bool>,
}
