//! The event as an invitation says it and as a calendar keeps it.

use super::state::{Details, Share};
use crate::browser::format::{self, Style};
use crate::browser::html;
use crate::event::when::{city, range};
use crate::i18n::{event as names, share as words};
use leptos::prelude::*;
use planning::calendar_file::{CalendarEvent, Organizer, Standing, uid_of};
use planning::draft::is_email;
use planning::invitation::{Block, Invitation};
use planning::zones::IanaZone;
use virtual_events::{BodyType, UtcInstant, VirtualEvent};

/// The invitation as it reads now; tracks.
pub(super) fn invitation(share: Share) -> Invitation {
    let Some(event) = share.event.event() else {
        return Invitation::default();
    };
    let mut blocks = vec![
        Block::Text(share.typed.read().message.clone()),
        Block::Fact {
            label: words::WHEN.to_owned(),
            lines: when(share, &event),
        },
        Block::Text(about(&event)),
    ];
    let link = |label: &str, url| Block::Link {
        label: label.to_owned(),
        url,
    };
    let registration = share.registration_link();
    if share.registers_first() {
        blocks.extend(registration.map(|url| link(words::REGISTER, url)));
    } else {
        blocks.extend(share.join_link().map(|url| link(words::JOIN, url)));
        blocks.extend(registration.map(|url| link(words::ADD_BY_PORTAL, url)));
        blocks.extend(by_phone(share));
    }
    Invitation {
        title: title(&event),
        blocks,
    }
}

/// Start and end, if both are known; tracks.
pub(super) fn times(share: Share) -> Option<(UtcInstant, UtcInstant)> {
    let event = share.event.event()?;
    let (start, end) = share.event.times(&event);
    Some((start?.instant?, end?.instant?))
}

/// The event for a calendar file; `None` without its times. Tracks.
pub(super) fn calendar_event(share: Share, standing: Standing) -> Option<CalendarEvent> {
    let event = share.event.event()?;
    let (start, end) = times(share)?;
    let zone = share.event.times(&event).0?.zone.iana().cloned();
    let text = invitation(share).untitled();
    let link = if share.registers_first() {
        share.registration_link()
    } else {
        share.join_link()
    };
    Some(CalendarEvent {
        uid: uid_of(&event.id),
        written: share.event.clock.glance(),
        title: title(&event),
        start,
        end,
        zone,
        location: words::LOCATION.to_owned(),
        link,
        description: text.plain(),
        html: Some(text.html()),
        organizer: organizer(share, &event),
        standing,
    })
}

/// On the event's own clock, and on the organizer's where that shows another time.
pub(super) fn when(share: Share, event: &VirtualEvent) -> Vec<String> {
    let (start, end) = share.event.times(event);
    let Some(start) = start else {
        return Vec::new();
    };
    let end = end.and_then(|end| end.instant);
    let Some(instant) = start.instant else {
        return vec![start.raw.replace('T', " ")];
    };
    let line = |zone: &IanaZone| {
        let name = format::instant(instant, zone, Style::ZoneName);
        [
            range(instant, end, zone).as_str(),
            ", ",
            &name,
            " (",
            &city(zone),
            ")",
        ]
        .concat()
    };
    let mine = share.event.workspace.zone();
    let own = start.zone.iana().unwrap_or(&mine);
    let rules = share.event.workspace.rules();
    let offset = |zone: &IanaZone| rules.offset_at(zone.as_str(), instant);
    let mut lines = vec![line(own)];
    if offset(own) != offset(&mine) {
        lines.push(line(&mine));
    }
    lines
}

fn title(event: &VirtualEvent) -> String {
    names::title(event.display_name.as_deref().unwrap_or_default())
}

/// The description as plain text.
fn about(event: &VirtualEvent) -> String {
    let Some(body) = &event.description else {
        return String::new();
    };
    let content = body.content.clone().unwrap_or_default();
    match body.content_type {
        Some(BodyType::Html) => html::text_of(&content),
        _ => content,
    }
}

fn by_phone(share: Share) -> Option<Block> {
    let Details::There(session) = share.details() else {
        return None;
    };
    let phone = session.audio_conferencing.as_ref()?;
    let number = phone
        .toll_number
        .as_ref()
        .or(phone.toll_free_number.as_ref())?;
    let conference = phone.conference_id.as_deref();
    Some(Block::Fact {
        label: words::DIAL_IN.to_owned(),
        lines: vec![words::phone(number, conference)],
    })
}

/// The organizer, if an address is known: calendars want one with a name.
fn organizer(share: Share, event: &VirtualEvent) -> Option<Organizer> {
    let user = event.created_by.as_ref()?.user.as_ref()?;
    let me = share.event.workspace.person();
    let is_me = user
        .id
        .as_ref()
        .is_some_and(|id| id.as_str().eq_ignore_ascii_case(&me.object_id));
    let address = user
        .email
        .clone()
        .or_else(|| is_me.then(|| me.username.clone()))
        .filter(|address| is_email(address))?;
    Some(Organizer {
        name: user.display_name.clone().unwrap_or_default(),
        address,
    })
}
