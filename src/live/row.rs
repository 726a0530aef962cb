//! One session of the live list.

use super::groups::Item;
use super::page::Live;
use crate::browser::format::{self, Style};
use crate::i18n::{live as words, when};
use crate::routes::{Page, Part};
use crate::ui::copy::copy_button;
use crate::ui::{Icon, icon};
use leptos::prelude::*;
use planning::conflict::Speaker;
use planning::live::{Reports, Seen, Stage, Standing};
use planning::notify::CallTimes;
use planning::when::Span;
use virtual_events::UtcInstant;

/// The row: title, stage, times, how far it is, who is on stage, what can be opened.
pub(super) fn row(live: Live, item: Item) -> AnyView {
    let written = item.written(live.workspace);
    let page = Page::Event(item.row.kind, item.row.id.clone());
    let (slot, clock) = (item.slot, live.watching.clock);
    let standing = Memo::new(move |_| slot.standing(clock.now()));
    let item = StoredValue::new(item);
    let stage = Memo::new(move |_| item.with_value(|it| it.stage(live.watching, clock.now())));
    let seen = Memo::new(move |_| item.with_value(|it| live.watching.of(&it.row.id)));
    let progress = move || match standing.get() {
        Standing::OnNow { progress, .. } => Some(view! {
            <progress aria-label=words::PROGRESS value=progress.to_string() max="1"></progress>
        }),
        Standing::Next { .. } | Standing::Earlier { .. } => None,
    };
    let opens = move || seen.with(|seen| opens(item, stage.get(), seen.as_ref()));
    view! {
        <article class="card live-row">
            <div class="stack-tight">
                <a href=page.path() class="title"><span dir="auto">{written.title}</span></a>
                <div class="figures">
                    {move || badge(stage.get())}
                    <span>{written.time}</span>
                    {written.own_time.map(|second| view! { <span class="quiet">{second}</span> })}
                    {move || figures(live, slot.ends, standing.get(), stage.get(), seen)}
                    {move || seen.with(|seen| call(live, seen.as_ref()?))}
                </div>
                {move || seen.with(|seen| on_stage(seen.as_ref()))}
            </div>
            <div class="row">{opens}</div>
            {progress}
        </article>
    }
    .into_any()
}

/// The stage, where it says more than the group does.
fn badge(stage: Stage) -> Option<AnyView> {
    let (class, picture) = match stage {
        Stage::Later | Stage::Ended => return None,
        Stage::Soon => ("badge upcoming", Icon::Clock),
        Stage::OnNow => ("badge on-now", Icon::Live),
        Stage::Overrunning => ("badge overrunning", Icon::Warning),
        Stage::ReportReady | Stage::RecordingReady => ("badge upcoming", Icon::Check),
    };
    let word = words::stage(stage);
    Some(view! { <span class=class>{icon(picture)}{word}</span> }.into_any())
}

fn figures(
    live: Live,
    ends: UtcInstant,
    standing: Standing,
    stage: Stage,
    seen: Memo<Option<Seen>>,
) -> AnyView {
    match standing {
        Standing::Next { countdown } => {
            let text = if countdown.days > 0 || countdown.hours > 5 {
                when::until(countdown)
            } else {
                when::running(countdown)
            };
            view! { <strong>{words::starts_in(&text)}</strong> }.into_any()
        }
        Standing::OnNow {
            elapsed, remaining, ..
        } => {
            let clock = |span: Span| when::running(span);
            let (elapsed, remaining) = words::elapsed(&clock(elapsed), &clock(remaining));
            view! { <strong>{elapsed}</strong><span>{remaining}</span> }.into_any()
        }
        Standing::Earlier { ago } if stage == Stage::Overrunning => {
            let over = words::past_its_end(&when::running(ago));
            view! { <strong>{over}</strong><span>{words::NO_REPORT_YET}</span> }.into_any()
        }
        Standing::Earlier { .. } => {
            let really = seen.with(|seen| match seen.as_ref()?.reports {
                Reports::Ready { ended } => ended,
                Reports::NoneYet | Reports::Unread => None,
            });
            let time = format::instant(really.unwrap_or(ends), &live.workspace.zone(), Style::Time);
            view! { <span>{words::ended_at(&time)}</span> }.into_any()
        }
    }
}

/// When the call really began or ended, where that is told.
fn call(live: Live, seen: &Seen) -> Option<AnyView> {
    let CallTimes {
        started_at,
        ended_at,
    } = seen.call;
    let time = |at| format::instant(at, &live.workspace.zone(), Style::Time);
    let said = match (seen.call.goes_on()?, started_at, ended_at) {
        (true, Some(at), _) => words::call_began(&time(at)),
        (false, _, Some(at)) => words::call_ended(&time(at)),
        _ => return None,
    };
    Some(view! { <span class="call">{said}</span> }.into_any())
}

/// Names of those who present, the first few of many.
fn on_stage(seen: Option<&Seen>) -> Option<AnyView> {
    let people = seen?.presenters.as_ref().filter(|it| !it.is_empty())?;
    let names: Vec<&str> = people.iter().filter_map(Speaker::label).collect();
    let text = words::on_stage(&names);
    Some(view! { <p class="quiet small on-stage" dir="auto">{text}</p> }.into_any())
}

/// What can be opened: the meeting until it is over, then what there is of it.
fn opens(item: StoredValue<Item>, stage: Stage, seen: Option<&Seen>) -> AnyView {
    match stage {
        // only what is on has a primary action: there are many rows
        Stage::OnNow | Stage::Overrunning => links(seen, "button primary"),
        Stage::Later | Stage::Soon => links(seen, "button"),
        Stage::Ended => ().into_any(),
        Stage::ReportReady | Stage::RecordingReady => {
            let ready = seen.is_some_and(|seen| matches!(seen.reports, Reports::Ready { .. }));
            let attendance = ready.then(|| {
                let page = item.with_value(|it| {
                    Page::EventPart(it.row.kind, it.row.id.clone(), Part::Attendance)
                });
                view! { <a class="button" href=page.path()>{words::ATTENDANCE}</a> }
            });
            let recording = seen.and_then(Seen::recording).map(|url| {
                let url = url.to_owned();
                view! { <a class="button" href=url target="_blank" rel="noopener">{icon(Icon::Open)}{words::RECORDING}</a> }
            });
            view! { {attendance}{recording} }.into_any()
        }
    }
}

fn links(seen: Option<&Seen>, class: &'static str) -> AnyView {
    if seen.is_none_or(|seen| seen.session_at.is_none()) {
        return view! { <span class="skeleton" style="inline-size:96px"></span> }.into_any();
    }
    match seen.and_then(Seen::join).map(str::to_owned) {
        Some(url) => view! {
            {copy_button(words::COPY, words::COPIED, url.clone())}
            <a class=class href=url target="_blank" rel="noopener">{icon(Icon::Open)}{words::JOIN}</a>
        }
        .into_any(),
        None => view! { <span class="quiet">{words::NO_LINK}</span> }.into_any(),
    }
}
