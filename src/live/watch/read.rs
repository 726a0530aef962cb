//! Reads what is due, and takes the answer in.

use super::Watching;
use crate::browser::timer;
use leptos::prelude::*;
use planning::conflict::Speaker;
use planning::live::{Message, Read, ReportAccess, Seen, Slot};
use planning::notify::CallEvent;
use virtual_events::{Error, ErrorKind, EventId, EventKind, GraphClient, UtcInstant};

/// The list is four lists: of each kind and role one.
const LISTS: usize = 4;

/// Reads one thing; the next is read when it is done.
pub(super) fn carry_out(watching: Watching, read: Read) {
    watching.busy.set(true);
    let graph = watching.workspace.graph();
    leptos::task::spawn_local(async move {
        let outcome = match read {
            Read::Events => {
                watching.list.refresh_now().await;
                note(watching, LISTS);
                match watching.list.known_now().and_then(|known| known.error) {
                    Some(error) => Err(Error::clone(&error)),
                    None => Ok(()),
                }
            }
            Read::Event(kind, id) => event(watching, &graph, kind, id).await,
            Read::Sessions(kind, id) => sessions(watching, &graph, kind, id).await,
            Read::Recording(kind, id) => recording(watching, &graph, kind, id).await,
            Read::Reports(kind, id) => reports(watching, &graph, kind, id).await,
            Read::Presenters(kind, id) => presenters(watching, &graph, kind, id).await,
        };
        settle(watching, outcome.err().as_ref());
        let _ = watching.busy.try_set(false);
    });
}

/// Notes that many reads.
fn note(watching: Watching, reads: usize) {
    let now = timer::now();
    let _ = watching.spent.try_update(|spent| spent.read(reads, now));
}

/// After a failure that concerns everything nothing is read for a while.
fn settle(watching: Watching, error: Option<&Error>) {
    let Some(mut spent) = watching.spent.try_get_untracked() else {
        return;
    };
    let everything = |error: &&Error| {
        !matches!(
            error.kind(),
            ErrorKind::NotFound | ErrorKind::Forbidden | ErrorKind::ConsentRequired
        )
    };
    match error.filter(everything) {
        Some(error) => spent.failed(error.retry_after(), timer::now()),
        None => spent.answered(),
    }
    watching.say(&Message::Spent(spent.clone()));
    watching.spent.set(spent);
}

/// Changes what is known of an event, here and in the other tabs.
fn learn(watching: Watching, id: &EventId, change: impl FnOnce(&mut Seen)) {
    let learnt = watching.seen.try_update(|known| {
        let seen = known.entry(id.clone()).or_default();
        change(seen);
        seen.clone()
    });
    if let Some(seen) = learnt {
        watching.say(&Message::Seen(id.clone(), Box::new(seen)));
    }
}

/// Takes in what was told of the call that is joined at an address.
pub(super) fn heard(watching: Watching, join: &str, call: CallEvent, came: UtcInstant) {
    let known = watching.seen.try_with_untracked(|known| {
        let mut all = known.iter();
        let found = all.find(|(_, seen)| seen.join() == Some(join));
        found.map(|(id, _)| id.clone())
    });
    if let Some(id) = known.flatten() {
        learn(watching, &id, |seen| seen.call.take(call, came));
    }
}

async fn event(
    watching: Watching,
    graph: &GraphClient,
    kind: EventKind,
    id: EventId,
) -> Result<(), Error> {
    let answer = graph.events(kind).get(&id).await;
    note(watching, 1);
    let now = timer::now();
    learn(watching, &id, |seen| seen.event_at = Some(now));
    let event = answer?;
    if watching.list.is_there() {
        watching.list.replace(&event);
    }
    Ok(())
}

async fn sessions(
    watching: Watching,
    graph: &GraphClient,
    kind: EventKind,
    id: EventId,
) -> Result<(), Error> {
    let answer = graph.events(kind).sessions(&id).list().next_page().await;
    note(watching, 1);
    let (now, failed) = (timer::now(), answer.as_ref().err().cloned());
    let page = answer.ok().flatten();
    let session = page.and_then(|page| page.items.into_iter().next());
    learn(watching, &id, |seen| {
        seen.take_session(session.as_ref(), now)
    });
    failed.map_or(Ok(()), Err)
}

async fn recording(
    watching: Watching,
    graph: &GraphClient,
    kind: EventKind,
    id: EventId,
) -> Result<(), Error> {
    let Some(session) = session_of(watching, &id) else {
        return Ok(());
    };
    let answer = graph.events(kind).sessions(&id).get(&session).await;
    note(watching, 1);
    let now = timer::now();
    learn(watching, &id, |seen| {
        seen.take_session(answer.as_ref().ok(), now);
    });
    answer.map(drop)
}

async fn reports(
    watching: Watching,
    graph: &GraphClient,
    kind: EventKind,
    id: EventId,
) -> Result<(), Error> {
    let (Some(session), Some(slot)) = (session_of(watching, &id), slot_of(watching, &id)) else {
        return Ok(());
    };
    let calls = graph.events(kind).attendance_reports(&id, &session);
    let answer = calls.list(&[]).next_page().await;
    note(watching, 1);
    let now = timer::now();
    match answer {
        Ok(page) => {
            let reports = page.map(|page| page.items).unwrap_or_default();
            learn(watching, &id, |seen| {
                seen.take_reports(&reports, &slot, now)
            });
            Ok(())
        }
        Err(error) => {
            if matches!(
                error.kind(),
                ErrorKind::ConsentRequired | ErrorKind::SignInRequired
            ) {
                // nobody is asked for a permission by a list on the wall
                let _ = watching.reports.try_set(ReportAccess::Missing);
                return Ok(());
            }
            learn(watching, &id, |seen| seen.reports_at = Some(now));
            Err(error)
        }
    }
}

async fn presenters(
    watching: Watching,
    graph: &GraphClient,
    kind: EventKind,
    id: EventId,
) -> Result<(), Error> {
    let answer = graph.events(kind).presenters(&id).list().next_page().await;
    note(watching, 1);
    let (now, failed) = (timer::now(), answer.as_ref().err().cloned());
    let items = answer.ok().flatten().map(|page| page.items);
    let names = items.unwrap_or_default();
    let names = names.iter().map(Speaker::of).collect();
    learn(watching, &id, |seen| seen.take_presenters(names, now));
    failed.map_or(Ok(()), Err)
}

fn session_of(watching: Watching, id: &EventId) -> Option<virtual_events::SessionId> {
    let known = watching.seen.try_get_untracked()?;
    Some(known.get(id)?.session.as_ref()?.id.clone())
}

fn slot_of(watching: Watching, id: &EventId) -> Option<Slot> {
    let rows = watching.rows.try_get_untracked()??;
    let mut found = rows.0.rows().iter().enumerate();
    let (index, row) = found.find(|(_, row)| row.id == *id)?;
    Slot::of(index, row)
}
