//! What a session inherits from an online meeting.

use serde::Serialize;

use crate::json::json_object;

open_enum! {
    /// Who can present (Graph enum `onlineMeetingPresenters`).
    MeetingPresenters {
        /// Everyone.
        Everyone = "everyone",
        /// People of the organization.
        Organization = "organization",
        /// Those named as presenters.
        RoleIsPresenter = "roleIsPresenter",
        /// The organizer alone.
        Organizer = "organizer",
    }
}

open_enum! {
    /// Whether there is a chat (Graph enum `meetingChatMode`).
    MeetingChatMode {
        /// Before, during and after.
        Enabled = "enabled",
        /// None.
        Disabled = "disabled",
        /// During the meeting only.
        Limited = "limited",
    }
}

open_enum! {
    /// How much chat history newcomers see (Graph enum `meetingChatHistoryDefaultMode`).
    ChatHistoryDefault {
        /// Nothing.
        None = "none",
        /// Everything.
        All = "all",
    }
}

open_enum! {
    /// Who needn't wait in the lobby (Graph enum `lobbyBypassScope`).
    LobbyBypassScope {
        /// The organizer.
        Organizer = "organizer",
        /// People of the organization.
        Organization = "organization",
        /// People of the organization and of those it trusts.
        OrganizationAndFederated = "organizationAndFederated",
        /// Everyone.
        Everyone = "everyone",
        /// Those invited.
        Invited = "invited",
        /// People of the organization without its guests.
        OrganizationExcludingGuests = "organizationExcludingGuests",
    }
}

open_enum! {
    /// Who lets people in from the lobby (Graph enum `allowedLobbyAdmitterRoles`).
    AllowedLobbyAdmitters {
        /// Organizers, co-organizers and presenters.
        OrganizerAndCoOrganizersAndPresenters = "organizerAndCoOrganizersAndPresenters",
        /// Organizers and co-organizers.
        OrganizerAndCoOrganizers = "organizerAndCoOrganizers",
    }
}

open_enum! {
    /// Whether Live Share can be used (Graph enum `meetingLiveShareOptions`).
    LiveShare {
        /// It can.
        Enabled = "enabled",
        /// It can't.
        Disabled = "disabled",
    }
}

open_enum! {
    /// How a meeting came to be (Graph enum `onlineMeetingType`).
    MeetingType {
        /// Made as the need came.
        Adhoc = "adhoc",
        /// Planned.
        Scheduled = "scheduled",
        /// One of a series.
        Recurring = "recurring",
        /// A broadcast.
        Broadcast = "broadcast",
        /// Started at once.
        Meetnow = "meetnow",
    }
}

json_object! {
    /// Joining by number (Graph type `joinMeetingIdSettings`).
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct JoinMeetingId {
        /// The number.
        pub join_meeting_id: Option<String> = "joinMeetingId",
        /// Its passcode.
        pub passcode: Option<String> = "passcode",
        /// Whether the passcode is asked for.
        pub is_passcode_required: Option<bool> = "isPasscodeRequired",
    }
}

json_object! {
    /// The chat of a meeting (Graph type `chatInfo`).
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct ChatInfo {
        /// Id of the thread.
        pub thread_id: Option<String> = "threadId",
        /// Id of the message the meeting hangs on.
        pub message_id: Option<String> = "messageId",
        /// Id of the reply chain.
        pub reply_chain_message_id: Option<String> = "replyChainMessageId",
    }
}

json_object! {
    /// Dial-in (Graph type `audioConferencing`).
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct AudioConferencing {
        /// Number of the conference.
        pub conference_id: Option<String> = "conferenceId",
        /// Page with all numbers.
        pub dialin_url: Option<String> = "dialinUrl",
        /// Free phone number.
        pub toll_free_number: Option<String> = "tollFreeNumber",
        /// Free phone numbers.
        pub toll_free_numbers: Option<Vec<String>> = "tollFreeNumbers",
        /// Paid phone number.
        pub toll_number: Option<String> = "tollNumber",
        /// Paid phone numbers.
        pub toll_numbers: Option<Vec<String>> = "tollNumbers",
    }
}

json_object! {
    /// Who needn't wait in the lobby (Graph type `lobbyBypassSettings`).
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct LobbyBypass {
        /// Which people.
        pub scope: Option<LobbyBypassScope> = "scope",
        /// Whether callers count among them.
        pub is_dial_in_bypass_enabled: Option<bool> = "isDialInBypassEnabled",
    }
}

json_object! {
    /// Watermarks (Graph type `watermarkProtectionValues`).
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct WatermarkProtection {
        /// On shared content.
        pub is_enabled_for_content_sharing: Option<bool> = "isEnabledForContentSharing",
        /// On everybody's video.
        pub is_enabled_for_video: Option<bool> = "isEnabledForVideo",
    }
}

json_object! {
    /// What a chat doesn't allow (Graph type `chatRestrictions`).
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct ChatRestrictions {
        /// Whether text is all it allows.
        pub allow_text_only: Option<bool> = "allowTextOnly",
    }
}

json_object! {
    /// Joining from video conference rooms (Graph type `cloudVideoInteropInfo`).
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct CloudVideoInterop {
        /// Page that explains how.
        pub more_info_web_url: Option<String> = "moreInfoWebUrl",
        /// The tenant's key.
        pub tenant_key: Option<String> = "tenantKey",
        /// The conference's id.
        pub video_teleconference_id: Option<String> = "videoTeleconferenceId",
    }
}

json_object! {
    /// A sensitivity label (Graph type `onlineMeetingSensitivityLabelAssignment`).
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct SensitivityLabelAssignment {
        /// Id of the label.
        pub sensitivity_label_id: Option<String> = "sensitivityLabelId",
    }
}
