//! Mails on their way, one after another. They go on when the page shows something else.

use super::earlier;
use super::state::Share;
use super::wording;
use crate::history;
use crate::i18n::share as words;
use leptos::prelude::*;
use planning::calendar_file::{Standing, calendar_file};
use planning::history::Deed;
use planning::mailing::{Mailing, Manner, Onward, Recipient};
use std::cell::RefCell;
use std::rc::Rc;
use virtual_events::{Error, FileAttachment, ItemBody, MailAddress, NewMail, SentItems};

/// A mailing of an event, under way or ended.
pub(super) struct Run {
    pub(super) mailing: Mailing,
    manner: Manner,
    mail: NewMail,
    /// Where it is kept who was reached.
    kept: String,
    pub(super) pace: Pace,
    /// Tells the page that shows it, if one does.
    listener: Option<RwSignal<u32>>,
}

/// Whether mails are going out.
#[derive(Clone)]
pub(super) enum Pace {
    Running,
    /// The user wants it to end after the mail under way.
    Stopping,
    /// Nothing is under way; an error says what stopped it.
    Idle(Option<Rc<Error>>),
}

/// A mailing that pages and the work share.
pub(super) type SharedRun = Rc<RefCell<Run>>;

thread_local! {
    /// Mailings by event, for as long as the app is open.
    static RUNS: RefCell<Vec<(String, SharedRun)>> = const { RefCell::new(Vec::new()) };
}

/// The mailing of this event, if there is one; tells `listener` of each change from now on.
pub(super) fn of(share: Share, listener: RwSignal<u32>) -> Option<SharedRun> {
    let run = RUNS.with_borrow(|runs| {
        let id = share.event.id();
        let found = runs.iter().find(|(event, _)| event == id.as_str());
        found.map(|(_, run)| Rc::clone(run))
    })?;
    run.borrow_mut().listener = Some(listener);
    Some(run)
}

/// Begins a mailing to these people.
pub(super) fn begin(share: Share, people: Vec<Recipient>, listener: RwSignal<u32>) {
    let manner = share.typed.with_untracked(|typed| typed.manner);
    let run = Rc::new(RefCell::new(Run {
        mailing: Mailing::plan(people, manner),
        manner,
        mail: untrack(|| mail(share)),
        kept: earlier::key(share),
        pace: Pace::Idle(None),
        listener: Some(listener),
    }));
    forget(share);
    let id = share.event.id().as_str().to_owned();
    RUNS.with_borrow_mut(|runs| runs.push((id, Rc::clone(&run))));
    go_on(share, run);
}

/// Forgets the mailing of this event.
pub(super) fn forget(share: Share) {
    let id = share.event.id();
    RUNS.with_borrow_mut(|runs| runs.retain(|(event, _)| event != id.as_str()));
}

/// Sends what waits, one mail after another, until it is done, stopped, or something is in the
/// way of all.
pub(super) fn go_on(share: Share, run: SharedRun) {
    run.borrow_mut().pace = Pace::Running;
    changed(&run);
    let (workspace, event) = (share.event.workspace, share.event.id());
    let (person, mailbox) = (workspace.person(), workspace.graph().mail());
    let sent = |run: &SharedRun| run.borrow().mailing.counts().sent;
    let before = sent(&run);
    leptos::task::spawn_local(async move {
        let stopped = loop {
            let next = {
                let run = run.borrow();
                let wanted = matches!(run.pace, Pace::Running);
                run.mailing
                    .next()
                    .filter(|_| wanted)
                    .map(|(at, people)| (at, run.addressed(people)))
            };
            let Some((at, mail)) = next else { break None };
            let outcome = mailbox.send(&mail, SentItems::Keep).await;
            let onward = run.borrow_mut().mailing.note(at, outcome);
            {
                let run = run.borrow();
                earlier::keep(&run.kept, &run.mailing);
            }
            changed(&run);
            if let Onward::Stop(error) = onward {
                break Some(Rc::new(error));
            }
        };
        run.borrow_mut().pace = Pace::Idle(stopped);
        let reached = sent(&run) - before;
        if reached > 0 {
            history::note(&person, &event, vec![Deed::SentMails(reached)]);
        }
        changed(&run);
    });
}

fn changed(run: &SharedRun) {
    let listener = run.borrow().listener;
    // the page that listened may be gone
    let _ = listener.and_then(|turn| turn.try_update(|turn| *turn += 1));
}

impl Run {
    /// The mail to these people.
    fn addressed(&self, people: &[Recipient]) -> NewMail {
        let to = people
            .iter()
            .map(|it| MailAddress::new(it.address.as_str(), it.name.as_str()))
            .collect();
        let mail = self.mail.clone();
        match self.manner {
            Manner::Apart => NewMail { to, ..mail },
            Manner::Together => NewMail { bcc: to, ..mail },
        }
    }
}

/// The mail, to nobody yet.
fn mail(share: Share) -> NewMail {
    let invitation = wording::invitation(share);
    let calendar = wording::calendar_event(share, Standing::Confirmed);
    let attachment = calendar.map(|event| FileAttachment {
        name: words::ICS_NAME.to_owned(),
        content_type: "text/calendar; charset=utf-8".to_owned(),
        content: calendar_file(&event, &*share.event.workspace.rules()).into_bytes(),
    });
    NewMail {
        subject: invitation.subject(),
        body: ItemBody::html(invitation.html()),
        attachments: attachment.into_iter().collect(),
        ..NewMail::default()
    }
}
