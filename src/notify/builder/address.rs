//! Where notifications go, and for how long.

use super::super::hub::{Push, Setting};
use super::state::{Building, Place};
use crate::i18n::notify as words;
use crate::ui::field::{self, Note};
use leptos::prelude::*;
use planning::notify::WishProblem;
use std::time::Duration;

pub(super) fn fields(building: Building) -> AnyView {
    let there = Memo::new(move |_| matches!(building.hub.relay.get(), Setting::At(_)));
    let delegated = Memo::new(move |_| !building.is_for_applications());
    let pushed = Memo::new(move |_| matches!(building.hub.push.get(), Push::On(_)));
    let elsewhere = Memo::new(move |_| building.place.get() == Place::Address);
    let places = move || {
        let choice = (there.get() || pushed.get()) && delegated.get();
        choice.then(|| places(building, there.get(), pushed.get()))
    };
    let own =
        move || (elsewhere.get() || !delegated.get()).then(|| untrack(|| own_address(building)));
    let limits = move || {
        let text = match (delegated.get(), there.get(), building.may_hand_over()) {
            (true, ..) => return None,
            (false, true, true) => words::NEEDS_APPLICATION,
            (false, true, false) => words::NEEDS_ROLE,
            (false, false, _) => words::NEEDS_RELAY,
        };
        Some(view! { <p class="problem warns">{text}</p> })
    };
    view! { {limits}{places}{own} }.into_any()
}

fn places(building: Building, relay: bool, push: bool) -> AnyView {
    let each = [
        (Place::Relay, words::THE_RELAY, relay),
        (Place::Push, words::THIS_BROWSER, push),
        (Place::Address, words::AN_ADDRESS, true),
    ];
    let each = each
        .into_iter()
        .filter_map(|(place, label, there)| there.then_some((place, label)));
    let each = each.collect::<Vec<_>>();
    let each = each.into_iter().enumerate().map(|(nth, (place, label))| {
        let id = ["notify-place-", &nth.to_string()].concat();
        view! {
            <div class="check">
                <input type="radio" name="notify-place" id=id.clone() prop:checked=move || building.place.get() == place on:change=move |_| building.place.set(place)/>
                <label for=id>{label}</label>
            </div>
        }
    });
    view! { <fieldset class="choices"><legend>{words::WHERE}</legend>{each.collect_view()}</fieldset> }
        .into_any()
}

fn own_address(building: Building) -> AnyView {
    let address = notes(building, |it| *it == WishProblem::NotificationUrl);
    let lifecycle = notes(building, |it| {
        matches!(
            it,
            WishProblem::LifecycleUrl | WishProblem::LifecycleUrlMissing
        )
    });
    let secret = notes(building, |it| matches!(it, WishProblem::SecretTooLong(_)));
    view! {
        {text("notify-address", words::ADDRESS, words::ADDRESS_HELP, building.address, address)}
        {lasts(building)}
        {text("notify-lifecycle", words::LIFECYCLE, words::LIFECYCLE_HELP, building.lifecycle, lifecycle)}
        {text("notify-secret", words::SECRET, words::SECRET_HELP, building.secret, secret)}
        <div><button type="button" class="button" on:click=move |_| building.make_secret()>{words::MAKE_SECRET}</button></div>
    }
    .into_any()
}

/// What is wrong with one field, once somebody has tried.
fn notes(building: Building, of: fn(&WishProblem) -> bool) -> Signal<Vec<Note>> {
    Signal::derive(move || {
        if !building.tried.get() {
            return Vec::new();
        }
        let problems = building.problems().into_iter();
        let own = problems
            .filter(of)
            .map(|it| Note::Problem(words::problem(&it)));
        own.collect()
    })
}

fn text(
    id: &'static str,
    label: &'static str,
    help: &'static str,
    value: RwSignal<String>,
    notes: Signal<Vec<Note>>,
) -> AnyView {
    let (help_id, notes_id) = ([id, "-help"].concat(), [id, "-notes"].concat());
    let described = [help_id.as_str(), " ", &notes_id].concat();
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <p class="help" id=help_id>{help}</p>
            <input class="input" id=id type="text" spellcheck="false" autocomplete="off" aria-describedby=described aria-invalid=move || field::blocks(&notes.read()).then_some("true") prop:value=value on:input:target=move |ev| value.set(ev.target().value())/>
            {field::notes(notes_id, notes)}
        </div>
    }
    .into_any()
}

/// An hour, which needs no address for lifecycle notifications; half a day; as long as there is.
fn lasts(building: Building) -> AnyView {
    const HOURS: [u64; 3] = [1, 12, 24];
    let longest = move || {
        let watched = building.watched();
        watched.map_or(24, |it| it.longest().as_secs() / 3_600)
    };
    let options = move || {
        let longest = longest();
        let mut offered = HOURS.to_vec();
        if longest > 24 {
            offered.push(longest);
        }
        let each = offered.into_iter().map(|hours| {
            let selected = move || building.lasts.get() == Duration::from_secs(hours * 3_600);
            view! { <option value=hours.to_string() selected=selected>{words::hours(hours)}</option> }
        });
        each.collect_view()
    };
    let choose = move |value: String| {
        if let Ok(hours) = value.parse::<u64>() {
            building.lasts.set(Duration::from_secs(hours * 3_600));
        }
    };
    view! {
        <div class="field">
            <label for="notify-lasts">{words::LASTS}</label>
            <select class="input short" id="notify-lasts" on:change:target=move |ev| choose(ev.target().value())>{options}</select>
        </div>
    }
    .into_any()
}
