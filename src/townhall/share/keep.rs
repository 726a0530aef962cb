//! What is typed into the share kit outlasts the way to a consent and back.

use super::state::{Invited, Share, Typed};
use crate::browser::storage::{self, Keep};
use crate::townhall::EventState;
use leptos::prelude::*;
use planning::mailing::Manner;
use serde_json::{Value, json};

fn key(event: EventState) -> String {
    let (me, id) = (event.workspace.person(), event.id());
    ["share", &me.tenant_id, &me.object_id, id.as_str()].join(".")
}

/// What was typed in this tab before.
pub(super) fn read(event: EventState) -> Typed {
    let text = storage::read(Keep::Tab, &key(event)).unwrap_or_default();
    let kept: Value = serde_json::from_slice(text.as_bytes()).unwrap_or_default();
    let text = |name: &str| {
        let text = kept.get(name).and_then(Value::as_str);
        text.unwrap_or_default().to_owned()
    };
    let mut typed = Typed {
        message: text("message"),
        further: text("further"),
        ..Typed::default()
    };
    if text("invited") == "no" {
        typed.invited = Invited::LeftOut;
    }
    if text("manner") == "together" {
        typed.manner = Manner::Together;
    }
    typed
}

/// Keeps what is typed, whenever it changes.
pub(super) fn keep_typing(share: Share) {
    let key = key(share.event);
    Effect::new(move |_| {
        let typed = share.typed.get();
        let kept = json!({
            "message": typed.message,
            "further": typed.further,
            "invited": if typed.invited == Invited::LeftOut { "no" } else { "yes" },
            "manner": if typed.manner == Manner::Together { "together" } else { "apart" },
        });
        // Storage may be forbidden: then it is gone with the page, and consent asks before.
        let _ = storage::write(Keep::Tab, &key, &kept.to_string());
    });
}
