//! Sessions of an event: when it is, and how to join.

mod api;
mod meeting;
mod session;

pub use api::Sessions;
pub use meeting::{
    AllowedLobbyAdmitters, AudioConferencing, ChatHistoryDefault, ChatInfo, ChatRestrictions,
    CloudVideoInterop, JoinMeetingId, LiveShare, LobbyBypass, LobbyBypassScope, MeetingChatMode,
    MeetingPresenters, MeetingType, SensitivityLabelAssignment, WatermarkProtection,
};
pub use session::Session;

#[cfg(test)]
mod tests;
