//! Tells screen readers what has changed by itself.

use super::page::Live;
use crate::i18n::{event as names, live as words};
use leptos::prelude::*;
use planning::live::Stage;
use std::collections::BTreeMap;
use virtual_events::EventId;

/// Says it when a session reaches another stage, politely and once.
pub(super) fn stages(live: Live) {
    let stages = Memo::new(move |_| {
        let now = live.watching.clock.now();
        live.groups.with(|groups| {
            let items = groups.iter().flat_map(|it| it.all());
            let stages = items.map(|item| {
                let title = names::title(&item.row.title);
                (item.row.id.clone(), (title, item.stage(live.watching, now)))
            });
            stages.collect::<BTreeMap<EventId, (String, Stage)>>()
        })
    });
    Effect::new(move |before: Option<BTreeMap<EventId, (String, Stage)>>| {
        let after = stages.get();
        let before = before.unwrap_or_default();
        let changed = after
            .iter()
            .filter(|(id, (_, stage))| before.get(*id).is_some_and(|(_, was)| was != stage));
        let news: Vec<String> = changed
            .filter_map(|(_, (title, stage))| words::reached(title, *stage))
            .collect();
        if !news.is_empty() {
            live.said.set(news.join(" "));
        }
        after
    });
}
