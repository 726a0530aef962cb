//! What is watched, of what, and which changes.

use super::state::{Building, Kind};
use crate::i18n::event as names;
use crate::i18n::notify as words;
use leptos::prelude::*;
use planning::notify::{Version, WishProblem};
use virtual_events::{EventKind, MyEvent};

pub(super) fn fields(building: Building) -> AnyView {
    let of = move || {
        let kind = building.kind.get();
        if kind.is_of_event() {
            return untrack(|| events(building));
        }
        match kind {
            Kind::EventsOf => untrack(|| organizers(building)),
            Kind::Calls => untrack(|| join(building)),
            _ => ().into_any(),
        }
    };
    view! { {kinds(building)}{of}{rules(building)}{changes(building)} }.into_any()
}

/// A value that a kind has in the form.
const fn value(kind: Kind) -> &'static str {
    match kind {
        Kind::Event => "event",
        Kind::Sessions => "sessions",
        Kind::Registrations => "registrations",
        Kind::Reports => "reports",
        Kind::Recording => "recording",
        Kind::TenantEvents => "tenant",
        Kind::EventsOf => "organizers",
        Kind::Calls => "calls",
    }
}

fn kinds(building: Building) -> AnyView {
    let choose = move |chosen: String| {
        if let Some(kind) = Kind::ALL.into_iter().find(|it| value(*it) == chosen) {
            building.kind.set(kind);
            building.unwanted.set(Vec::new());
            // only webinars have registrations
            let webinar = |mine: &MyEvent| mine.event.kind == EventKind::Webinar;
            let wrong = building.event.with_untracked(|it| {
                it.as_ref()
                    .is_none_or(|(kind, _)| *kind == EventKind::Townhall)
            });
            if kind == Kind::Registrations && wrong && !building.fixed.get_value() {
                let events = building.hub.list.known_untracked().events;
                let first = events.and_then(|it| it.iter().find(|it| webinar(it)).cloned());
                building
                    .event
                    .set(first.map(|it| (it.event.kind, it.event.id)));
            }
        }
    };
    let offered = move || {
        // a town hall's own form doesn't offer what it can't have
        let townhall = building.event.with_untracked(|it| {
            it.as_ref()
                .is_some_and(|(kind, _)| *kind == EventKind::Townhall)
        });
        let fixed = building.fixed.get_value();
        Kind::ALL.into_iter().filter(move |it| match it {
            Kind::Registrations => !(fixed && townhall),
            other => !fixed || other.is_of_event(),
        })
    };
    let options = offered().map(|kind| {
        let selected = move || building.kind.get() == kind;
        view! { <option value=value(kind) selected=selected>{words::kind_of(value(kind))}</option> }
    });
    view! {
        <div class="field">
            <label for="notify-what">{words::WHAT}</label>
            <select class="input" id="notify-what" on:change:target=move |ev| choose(ev.target().value())>{options.collect_view()}</select>
        </div>
    }
    .into_any()
}

fn events(building: Building) -> AnyView {
    if building.fixed.get_value() {
        return ().into_any();
    }
    let choices = move || {
        let events = building.hub.list.known().events.unwrap_or_default();
        let only_webinars = building.kind.get() == Kind::Registrations;
        let offered = events
            .iter()
            .filter(move |mine| !only_webinars || mine.event.kind == EventKind::Webinar);
        let named = offered.map(|mine| {
            let title = mine.event.display_name.as_deref().unwrap_or_default();
            let id = mine.event.id.clone();
            let selected = building.event.with_untracked(|it| {
                it.as_ref().is_some_and(|(_, chosen)| *chosen == id)
            });
            view! { <option value=id.as_str().to_owned() selected=selected>{names::title(title)}</option> }
        });
        named.collect_view()
    };
    let choose = move |id: String| {
        let events = building.hub.list.known_untracked().events;
        let found = events.and_then(|it| it.iter().find(|it| it.event.id.as_str() == id).cloned());
        if let Some(mine) = found {
            building.event.set(Some((mine.event.kind, mine.event.id)));
        }
    };
    let none = move || {
        let missing = building.tried.get() && building.event.with(Option::is_none);
        missing.then(|| view! { <p class="problem">{words::NO_EVENTS}</p> })
    };
    view! {
        <div class="field">
            <label for="notify-event">{words::WHICH_EVENT}</label>
            <select class="input" id="notify-event" dir="auto" on:change:target=move |ev| choose(ev.target().value())>{choices}</select>
            {none}
        </div>
    }
    .into_any()
}

fn organizers(building: Building) -> AnyView {
    let missing = move || building.tried.get() && building.watched().is_none();
    view! {
        <div class="field">
            <label for="notify-organizers">{words::ORGANIZERS}</label>
            <p class="help" id="notify-organizers-help">{words::ORGANIZERS_HELP}</p>
            <textarea class="input" id="notify-organizers" spellcheck="false" aria-describedby="notify-organizers-help" aria-invalid=move || missing().then_some("true") prop:value=building.organizers on:input:target=move |ev| building.organizers.set(ev.target().value())></textarea>
            {move || missing().then(|| view! { <p class="problem">{words::ORGANIZERS_MISSING}</p> })}
        </div>
    }
    .into_any()
}

fn join(building: Building) -> AnyView {
    let missing = move || building.tried.get() && building.watched().is_none();
    view! {
        <div class="field">
            <label for="notify-join">{words::JOIN_LINK}</label>
            <input class="input" id="notify-join" type="url" autocomplete="off" aria-invalid=move || missing().then_some("true") prop:value=building.join on:input:target=move |ev| building.join.set(ev.target().value())/>
            {move || missing().then(|| view! { <p class="problem">{words::JOIN_MISSING}</p> })}
        </div>
    }
    .into_any()
}

/// Who may, for how long, on which version.
fn rules(building: Building) -> AnyView {
    (move || {
        let watched = building.watched()?;
        let beta = (watched.version() == Version::Beta).then_some(words::BETA);
        Some(view! {
            <p class="quiet small">{words::permission(&watched)}" "{words::limit(&watched)}" "{beta}</p>
        })
    })
    .into_any()
}

fn changes(building: Building) -> AnyView {
    let offered = Memo::new(move |_| building.watched().map(|it| it.changes().to_vec()));
    let boxes = move || {
        let changes = offered.get().unwrap_or_default().into_iter();
        let each = changes.enumerate().map(|(nth, change)| {
            let id = ["notify-change-", &nth.to_string()].concat();
            let (own, label) = (change.clone(), words::change(&change));
            let checked = move || !building.unwanted.read().contains(&own);
            let choose = move |on: bool| {
                building.unwanted.update(|unwanted| {
                    unwanted.retain(|it| *it != change);
                    if !on {
                        unwanted.push(change.clone());
                    }
                });
            };
            view! {
                <div class="check">
                    <input type="checkbox" id=id.clone() prop:checked=checked on:change:target=move |ev| choose(ev.target().checked())/>
                    <label for=id>{label}</label>
                </div>
            }
        });
        each.collect_view()
    };
    let none = move || {
        let wrong = building.tried.get() && building.problems().contains(&WishProblem::NoChange);
        wrong.then(|| view! { <p class="problem">{words::problem(&WishProblem::NoChange)}</p> })
    };
    view! { <fieldset class="choices"><legend>{words::CHANGES}</legend>{boxes}{none}</fieldset> }
        .into_any()
}
