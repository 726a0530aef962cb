//! How the meeting is set up, as far as the service says. All of it is changed in Teams only.

use crate::i18n::session as words;
use leptos::prelude::*;
use virtual_events::Session;

/// Everything that is set.
pub(super) fn list(session: &Session, expires: Option<String>) -> AnyView {
    let text = |name, value: Option<String>| (name, value);
    let named = |name, value: Option<&str>| (name, value.map(words::value));
    let switch = |name, value: Option<bool>| {
        let word = |on| if on { words::YES } else { words::NO };
        (name, value.map(|on| word(on).to_owned()))
    };
    let lobby = session.lobby_bypass_settings.as_ref();
    let watermark = session.watermark_protection.as_ref();
    let room = session.cloud_video_interop_info.as_ref();
    let chat = session.chat_restrictions.as_ref();
    let label = session.sensitivity_label_assignment.as_ref();
    let rows = [
        text(words::CAPACITY, session.capacity.map(|it| it.to_string())),
        named(
            words::PRESENTERS,
            session.allowed_presenters.as_ref().map(|it| it.as_str()),
        ),
        named(
            words::LOBBY,
            lobby.and_then(|it| it.scope.as_ref()).map(|it| it.as_str()),
        ),
        switch(
            words::LOBBY_PHONES,
            lobby.and_then(|it| it.is_dial_in_bypass_enabled),
        ),
        named(
            words::LOBBY_ADMITTERS,
            session
                .allowed_lobby_admitters
                .as_ref()
                .map(|it| it.as_str()),
        ),
        named(
            words::MEETING_CHAT,
            session.allow_meeting_chat.as_ref().map(|it| it.as_str()),
        ),
        switch(
            words::CHAT_TEXT_ONLY,
            chat.and_then(|it| it.allow_text_only),
        ),
        named(
            words::CHAT_HISTORY,
            session
                .share_meeting_chat_history_default
                .as_ref()
                .map(|it| it.as_str()),
        ),
        switch(words::CAMERA, session.allow_attendee_to_enable_camera),
        switch(words::MICROPHONE, session.allow_attendee_to_enable_mic),
        switch(words::REACTIONS, session.allow_teamwork_reactions),
        switch(words::RENAME, session.allow_participants_to_change_name),
        switch(words::RECORDED, session.record_automatically),
        switch(words::MAY_RECORD, session.allow_recording),
        switch(words::TRANSCRIPT, session.allow_transcription),
        switch(words::WHITEBOARD, session.allow_whiteboard),
        switch(words::POWERPOINT, session.allow_power_point_sharing),
        switch(words::BREAKOUT, session.allow_breakout_rooms),
        switch(
            words::COPYING,
            session.allow_copying_and_sharing_meeting_content,
        ),
        switch(words::ANNOUNCED, session.is_entry_exit_announced),
        switch(words::ENCRYPTED, session.is_end_to_end_encryption_enabled),
        switch(
            words::WATERMARK_CONTENT,
            watermark.and_then(|it| it.is_enabled_for_content_sharing),
        ),
        switch(
            words::WATERMARK_VIDEO,
            watermark.and_then(|it| it.is_enabled_for_video),
        ),
        named(
            words::LIVE_SHARE,
            session.allow_live_share.as_ref().map(|it| it.as_str()),
        ),
        named(
            words::MEETING_TYPE,
            session.meeting_type.as_ref().map(|it| it.as_str()),
        ),
        text(words::LANGUAGE, session.meeting_spoken_language_tag.clone()),
        text(
            words::ROOM_ID,
            session
                .video_teleconference_id
                .clone()
                .or_else(|| room?.video_teleconference_id.clone()),
        ),
        text(words::ROOM_KEY, room.and_then(|it| it.tenant_key.clone())),
        text(
            words::ROOM_HELP,
            room.and_then(|it| it.more_info_web_url.clone()),
        ),
        text(
            words::LABEL,
            label.and_then(|it| it.sensitivity_label_id.clone()),
        ),
        text(words::EXPIRES, expires),
    ];
    let rows: Vec<_> = rows
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .map(|(name, value)| view! { <dt>{name}</dt><dd>{value}</dd> })
        .collect();
    if rows.is_empty() {
        return view! { <p class="quiet">{words::NO_SETTINGS}</p> }.into_any();
    }
    view! { <p class="quiet small">{words::SETTINGS_HELP}</p><dl class="facts">{rows}</dl> }
        .into_any()
}
