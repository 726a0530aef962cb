//! What failed, event by event, and what can be done about it.

use super::desk::{self, From};
use crate::i18n::run as words;
use crate::routes::Page;
use crate::shell::Workspace;
use leptos::prelude::*;
use planning::run::{FailureKind, Resolution, Run, Task, TaskState};
use std::sync::Arc;
use virtual_events::EventId;

/// Failed events that are listed; the report has them all.
const LISTED: usize = 100;

/// The events of which something failed.
pub(super) fn failed(run: &Arc<Run>) -> AnyView {
    let tasks = run.tasks.iter().enumerate();
    let failed: Vec<_> = tasks
        .filter(|(_, task)| task.state() == TaskState::Failed)
        .collect();
    if failed.is_empty() {
        return ().into_any();
    }
    let rest = failed.len().saturating_sub(LISTED);
    let rows = failed
        .into_iter()
        .take(LISTED)
        .map(|(index, task)| row(run, index, task));
    view! {
        <h3>{words::FAILED}</h3>
        <ul class="failed stack">{rows.collect_view()}</ul>
        {(rest > 0).then(|| view! { <p class="quiet">{words::more_failed(rest)}</p> })}
    }
    .into_any()
}

fn row(run: &Arc<Run>, index: usize, task: &Task) -> AnyView {
    let line = task.origin.map(words::line);
    let link = task
        .event
        .clone()
        .map(|id| Page::Event(task.kind, id).path());
    let label = task.label.clone();
    let name = match link {
        Some(path) => view! { <a href=path dir="auto">{label}</a> }.into_any(),
        None => view! { <strong dir="auto">{label}</strong> }.into_any(),
    };
    let problems = task.failures().map(|(step, failure)| {
        let text = words::failed_step(&step.action, failure);
        let id = failure.request_id.clone();
        let choices = match &failure.kind {
            FailureKind::Ambiguous(events) => Some(choices(run, index, task, events)),
            FailureKind::Call(_) => None,
        };
        view! {
            <p>{text}{id.map(|id| view! { <span class="quiet small">{words::request(&id)}</span> })}</p>
            {choices}
        }
    });
    view! {
        <li class="stack-tight">
            <span>{name}" "<span class="quiet small">{line}</span></span>
            {problems.collect_view()}
        </li>
    }
    .into_any()
}

/// Which of several events the new one is.
fn choices(run: &Arc<Run>, index: usize, task: &Task, events: &[EventId]) -> AnyView {
    let workspace = Workspace::expect();
    let decide = {
        let run = Arc::clone(run);
        move |resolution: Resolution| {
            let mut run = (*run).clone();
            run.resolve(index, resolution);
            desk::start(workspace, run, From::Memory);
        }
    };
    let each = events.iter().enumerate().map(|(at, id)| {
        let path = Page::Event(task.kind, id.clone()).path();
        let (decide, id) = (decide.clone(), id.clone());
        let take = move |_| decide(Resolution::Adopt(id.clone()));
        view! {
            <span class="row">
                <a href=path>{words::candidate(at + 1)}</a>
                <button type="button" class="button" on:click=take>{words::take_candidate(at + 1)}</button>
            </span>
        }
    });
    let anew = decide.clone();
    view! {
        {each.collect_view()}
        <span class="row">
            <button type="button" class="button" on:click=move |_| anew(Resolution::CreateAnew)>{words::CREATE_ANEW}</button>
        </span>
    }
    .into_any()
}
