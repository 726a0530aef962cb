//! The card beside the form: reads like the invitation will.

use super::state::FormState;
use crate::browser::format::{self, Style};
use crate::event::when::{city, range};
use crate::i18n::{event as names, form as words, townhall, when};
use leptos::prelude::*;
use planning::draft::fixed_after_creation;
use planning::when::Span;

/// Title, date in words, both clocks, length, and what can't be changed later.
pub(super) fn card(form: FormState) -> AnyView {
    let title = move || names::title(form.draft.read().title.trim());
    let times = move || {
        let draft = form.draft.read();
        let rules = form.workspace.rules();
        let start = draft.start(&*rules).instant()?;
        let end = draft.end(&*rules).instant();
        let (theirs, mine) = (draft.iana_zone(), form.workspace.zone());
        let length = draft
            .duration_minutes(&*rules)
            .map(|it| when::length(Span::of_minutes(it)));
        let day = format::instant(start, &theirs, Style::LongDay);
        let other = (city(&theirs) != city(&mine)).then(|| {
            view! { <p class="quiet">{range(start, end, &mine)}" "{when::YOUR_TIME}</p> }
        });
        Some(view! {
            <p><strong>{day}</strong></p>
            <p>{range(start, end, &theirs)}" "{city(&theirs)}</p>
            {other}
            {length.map(|length| view! { <p>{townhall::LENGTH}": "{length}</p> })}
        })
    };
    let fixed = (!form.edits()).then(|| {
        let names = fixed_after_creation(form.kind)
            .iter()
            .filter_map(|field| words::field_name(*field));
        view! {
            <div>
                <h3>{words::CANT_CHANGE}</h3>
                <ul>{names.map(|name| view! { <li>{name}</li> }).collect_view()}</ul>
            </div>
        }
    });
    view! {
        <aside class="card summary" aria-label=words::SUMMARY>
            <h2 dir="auto">{title}</h2>
            {times}
            {fixed}
        </aside>
    }
    .into_any()
}
