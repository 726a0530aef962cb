//! Somebody else changed the event meanwhile: what they made of it, and which is to be kept.

use super::state::FormState;
use crate::browser::format::{self, Style};
use crate::event::when::range;
use crate::i18n::form as words;
use crate::i18n::topics;
use crate::i18n::townhall;
use crate::ui::{Icon, icon};
use leptos::prelude::*;
use planning::draft::{EventDraft, Topic};
use std::sync::Arc;
use virtual_events::VirtualEvent;

/// The element to go to when a choice is missing.
pub(super) const ID: &str = "dispute";

/// What both changed.
#[derive(Clone)]
pub(super) struct Dispute {
    theirs: Arc<EventDraft>,
    /// What was mine of the topics that are taken as theirs, to come back to.
    mine: StoredValue<EventDraft>,
    topics: Vec<Topic>,
    chosen: RwSignal<Vec<(Topic, Side)>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Mine,
    Theirs,
}

impl Dispute {
    fn side(&self, topic: Topic) -> Option<Side> {
        let chosen = self.chosen.read();
        chosen
            .iter()
            .find(|(it, _)| *it == topic)
            .map(|(_, side)| *side)
    }

    fn choose(&self, form: FormState, topic: Topic, side: Side) {
        let before = untrack(|| self.side(topic));
        match side {
            Side::Theirs if before != Some(Side::Theirs) => {
                let mine = form.draft.get_untracked();
                self.mine.update_value(|kept| kept.take(topic, &mine));
                form.draft.update(|draft| draft.take(topic, &self.theirs));
            }
            Side::Mine if before == Some(Side::Theirs) => {
                let mine = self.mine.get_value();
                form.draft.update(|draft| draft.take(topic, &mine));
            }
            _ => {}
        }
        self.chosen.update(|chosen| {
            chosen.retain(|(it, _)| *it != topic);
            chosen.push((topic, side));
        });
        if untrack(|| self.chosen.read().len()) == self.topics.len() {
            // From here on theirs is what the edit begins with.
            form.base.set_value((*self.theirs).clone());
        }
    }
}

/// How an edit and what others did go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Together {
    /// They do.
    Well,
    /// Somebody has to choose.
    Disputed,
}

impl FormState {
    /// Takes in the event as it is now.
    pub(super) fn bring_together(self, newest: VirtualEvent) -> Together {
        let (kind, rules) = (newest.kind, self.workspace.rules());
        let theirs = EventDraft::from_event(&newest, &*rules);
        let mine = self.draft.get_untracked();
        let base = self.base.get_value();
        let reconciled = mine.reconcile(&base, &theirs, kind);
        self.purpose
            .set(super::state::Purpose::Edit(Arc::new(newest)));
        self.untouched.set(theirs.clone());
        if reconciled.draft != mine {
            self.draft.set(reconciled.draft);
        }
        self.taken.set(reconciled.taken);
        if reconciled.disputed.is_empty() {
            self.base.set_value(theirs);
            self.dispute.set(None);
            return Together::Well;
        }
        self.dispute.set(Some(Dispute {
            theirs: Arc::new(theirs),
            mine: StoredValue::new(mine),
            topics: reconciled.disputed,
            chosen: RwSignal::new(Vec::new()),
        }));
        Together::Disputed
    }

    /// Whether a choice is still to be made.
    pub(super) fn undecided(self) -> bool {
        untrack(|| {
            self.dispute
                .get()
                .is_some_and(|it| it.chosen.read().len() < it.topics.len())
        })
    }
}

/// What others changed: taken over where that hurts nobody, for choice where both did.
pub(super) fn notice(form: FormState) -> AnyView {
    let taken = move || {
        let taken = form.taken.get();
        (!taken.is_empty()).then(|| {
            view! { <div class="message" role="status">{icon(Icon::Info)}<p>{words::taken(&taken)}</p></div> }
        })
    };
    let dispute = move || {
        let dispute = form.dispute.get()?;
        let topics = dispute.topics.clone();
        let choices = topics
            .into_iter()
            .map(|topic| choice(form, &dispute, topic));
        Some(view! {
            <section class="card stack dispute" id=ID tabindex="-1" aria-labelledby="dispute-title" role="group">
                <div class="message warning" role="alert">
                    {icon(Icon::Warning)}
                    <strong id="dispute-title">{words::DISPUTE}</strong>
                    <p>{words::DISPUTE_TEXT}</p>
                </div>
                {choices.collect_view()}
            </section>
        })
    };
    view! { {taken}{dispute} }.into_any()
}

fn choice(form: FormState, dispute: &Dispute, topic: Topic) -> AnyView {
    let mine = dispute.mine.with_value(|mine| said(form, mine, topic));
    let theirs = said(form, &dispute.theirs, topic);
    let option = |side: Side, label: &'static str, text: String| {
        let (shown, chosen) = (dispute.clone(), dispute.clone());
        let id = format!("dispute-{}-{}", topic as u8, side as u8);
        let said = [id.as_str(), "-said"].concat();
        view! {
            <div class="check">
                <input
                    type="radio"
                    name=topics::topic(topic)
                    id=id.clone()
                    aria-describedby=said.clone()
                    prop:checked=move || shown.side(topic) == Some(side)
                    on:change=move |_| chosen.choose(form, topic, side)
                />
                <label for=id>{label}</label>
                <span class="help prose" id=said dir="auto">{text}</span>
            </div>
        }
    };
    view! {
        <fieldset class="field">
            <legend>{topics::topic(topic)}</legend>
            <div class="options">
                {option(Side::Mine, words::MINE, mine)}
                {option(Side::Theirs, words::THEIRS, theirs)}
            </div>
        </fieldset>
    }
    .into_any()
}

/// What a draft says of a topic, to compare.
fn said(form: FormState, draft: &EventDraft, topic: Topic) -> String {
    let names = |names: Vec<String>| match names.is_empty() {
        true => townhall::NOBODY.to_owned(),
        false => names.join(", "),
    };
    let switch = |on: bool| if on { townhall::YES } else { townhall::NO }.to_owned();
    match topic {
        Topic::Title => draft.title.clone(),
        Topic::Description => match draft.description.trim() {
            "" => townhall::NOT_SET.to_owned(),
            text => text.to_owned(),
        },
        Topic::When => {
            let (rules, zone) = (form.workspace.rules(), draft.iana_zone());
            let start = draft.start(&*rules).instant();
            let end = draft.end(&*rules).instant();
            start.map_or_else(
                || [draft.start_date.as_str(), " ", &draft.start_time].concat(),
                |start| {
                    let day = format::instant(start, &zone, Style::LongDay);
                    [&day, ", ", &range(start, end, &zone), " ", &zone.city()].concat()
                },
            )
        }
        Topic::Registration => switch(draft.registration_required),
        Topic::AttendeeEmails => switch(draft.attendee_emails),
        Topic::CoOrganizers => names(
            draft
                .co_organizers
                .iter()
                .map(|it| it.name.clone())
                .collect(),
        ),
        Topic::InvitedAttendees => names(draft.invited.iter().map(|it| it.label()).collect()),
    }
}
