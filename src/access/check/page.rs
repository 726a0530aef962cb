//! The page, put together.

use super::state::{Access, COUNT, Tried};
use super::{permissions, report, row};
use crate::browser::page::set_title;
use crate::i18n::{access as words, event as names};
use leptos::prelude::*;
use planning::access::{Check, Finding, Group};
use virtual_events::EventId;

/// What can be done, the permissions, and the checks by what they are about.
pub(super) fn page() -> AnyView {
    set_title(words::TITLE);
    let access = Access::new();
    let groups = Group::ALL.map(|it| group(access, it));
    view! {
        <div class="page-head"><h1>{words::TITLE}</h1></div>
        <div class="stack access">
            <p class="lead">{words::LEAD}</p>
            {tools(access)}
            {permissions::card(access)}
            {groups.into_iter().collect_view()}
        </div>
    }
    .into_any()
}

fn tools(access: Access) -> AnyView {
    let go = move |_| {
        if access.running.get_untracked() {
            access.stop();
        } else {
            access.check_all();
        }
    };
    let label = move || {
        if access.running.get() {
            words::STOP
        } else {
            words::CHECK_ALL
        }
    };
    view! {
        <section class="card stack" aria-label=words::TITLE>
            <div class="row">
                <button type="button" class="button primary" on:click=go>{label}</button>
                {report::button(access)}
            </div>
            <div class="stack-tight">
                <p class="numbers" role="status">{move || standing(access)}</p>
                <p class="quiet small">{words::REPORT_HELP}</p>
            </div>
            {events(access)}
        </section>
    }
    .into_any()
}

/// How far it is, then how it came out.
fn standing(access: Access) -> String {
    let (mut works, mut missing, mut impossible, mut unknown, mut done) = (0, 0, 0, 0, 0);
    for tried in access.tried {
        match &*tried.read() {
            Tried::Not | Tried::Now => continue,
            Tried::NoEvent | Tried::NoSession => unknown += 1,
            Tried::Done(outcome) => match outcome.finding {
                Finding::Works(_) | Finding::Nothing => works += 1,
                Finding::Missing(_) => missing += 1,
                Finding::NotFromBrowser => impossible += 1,
                Finding::Unclear(_) => unknown += 1,
            },
        }
        done += 1;
    }
    let summary = || words::summary(works, missing, impossible, unknown);
    match (access.running.get(), access.stopped.get(), done) {
        (true, _, done) => words::progress(done, COUNT),
        (false, true, done) => [words::STOPPED, " ", &words::progress(done, COUNT), "."].concat(),
        (false, false, 0) => String::new(),
        (false, false, _) => summary(),
    }
}

/// The choice of the event that is read.
fn events(access: Access) -> AnyView {
    // a list that was read again and says the same leaves the choice alone
    let offered = Memo::new(move |_| {
        let events = access.events()?;
        let named = events.into_iter().map(|mine| {
            let title = names::title(mine.event.display_name.as_deref().unwrap_or_default());
            let text = [&title, " (", names::kind(mine.event.kind), ")"].concat();
            (mine.event.id, text)
        });
        Some(named.collect::<Vec<_>>())
    });
    let choose = move |ev: leptos::ev::Targeted<leptos::ev::Event, web_sys::HtmlSelectElement>| {
        access.choose(&EventId::from(ev.target().value()));
    };
    let field = move |events: Vec<(EventId, String)>| {
        let options = events.into_iter().map(|(id, title)| {
            let chosen = untrack(|| access.is_chosen(&id));
            view! { <option value=id.as_str().to_owned() selected=chosen>{title}</option> }
        });
        view! {
            <div class="field">
                <label for="access-event">{words::EVENT}</label>
                <select class="input" id="access-event" on:change:target=choose>{options.collect_view()}</select>
            </div>
        }
        .into_any()
    };
    (move || {
        let events = offered.get()?;
        Some(if events.is_empty() {
            view! { <p class="quiet">{words::NO_EVENTS}</p> }.into_any()
        } else {
            field(events)
        })
    })
    .into_any()
}

fn group(access: Access, group: Group) -> AnyView {
    let rows = Check::ALL
        .into_iter()
        .enumerate()
        .filter(|(_, check)| check.group() == group)
        .map(|(place, check)| row::row(access, place, check));
    let heading = words::group(group);
    view! {
        <section class="card stack-tight" aria-label=heading>
            <h2>{heading}</h2>
            <ul class="checks">{rows.collect_view()}</ul>
        </section>
    }
    .into_any()
}
