//! Those who can be taken off a list: everybody who is on it at any of the town halls chosen.

use crate::i18n::series as words;
use leptos::prelude::*;
use planning::draft::Invitee;
use planning::series::{Shared, matching};

/// With more people than this, there is a box to find somebody.
const FEW: usize = 8;
/// So many are listed; the box finds the others.
const LISTED: usize = 30;

/// The people of a list.
#[derive(Clone, Copy)]
pub(super) struct Leaving {
    /// By which its elements are told from those of other lists.
    pub(super) id: &'static str,
    pub(super) label: &'static str,
    /// Everybody who is there.
    pub(super) there: Memo<Vec<Shared>>,
    /// At how many town halls.
    pub(super) events: Memo<usize>,
    /// Who is taken off.
    pub(super) go: RwSignal<Vec<Invitee>>,
}

/// The list behind a line that unfolds it; `unfold` hears of that.
pub(super) fn folded(
    label: &'static str,
    there: Memo<Vec<Shared>>,
    go: RwSignal<Vec<Invitee>>,
    unfold: impl Fn() + 'static,
    list: AnyView,
) -> AnyView {
    let chosen = Memo::new(move |_| {
        let (there, go) = (there.read(), go.read());
        let goes = |one: &&Shared| is_in(&go, &one.who);
        there.iter().filter(goes).count()
    });
    view! {
        <details class="field" on:toggle=move |_| unfold()>
            <summary>{move || words::take_off(label, chosen.get())}</summary>
            {list}
        </details>
    }
    .into_any()
}

/// The list.
pub(super) fn unfolded(leaving: Leaving) -> AnyView {
    let typed = RwSignal::new(String::new());
    let many = Memo::new(move |_| leaving.there.read().len() > FEW);
    let find = move || many.get().then(|| find(leaving.id, typed));
    let shown = Memo::new(move |_| {
        let there = leaving.there.read();
        let found = matching(&there, &typed.read());
        let rest = found.len().saturating_sub(LISTED);
        let some: Vec<Shared> = found.into_iter().take(LISTED).cloned().collect();
        (some, rest)
    });
    let rows = move || {
        let shown = shown.read();
        let rows = shown.0.iter().enumerate();
        rows.map(|(index, one)| row(leaving, index, one))
            .collect_view()
    };
    let rest = move || {
        let rest = shown.read().1;
        (rest > 0).then(|| view! { <p class="quiet">{words::more_people(rest)}</p> })
    };
    view! {
        <fieldset class="field">
            <legend class="visually-hidden">{leaving.label}</legend>
            {find}
            <div class="options">{rows}</div>
            {rest}
        </fieldset>
    }
    .into_any()
}

fn find(id: &'static str, typed: RwSignal<String>) -> AnyView {
    let id = [id, "-find"].concat();
    let key = |ev: web_sys::KeyboardEvent| {
        // Enter would send the form
        if ev.key() == "Enter" {
            ev.prevent_default();
        }
    };
    view! {
        <label for=id.clone()>{words::FIND}</label>
        <input class="input" id=id autocomplete="off" prop:value=typed on:keydown=key on:input:target=move |ev| typed.set(ev.target().value())/>
    }
    .into_any()
}

fn row(leaving: Leaving, index: usize, one: &Shared) -> AnyView {
    let id = [leaving.id, "-", &index.to_string()].concat();
    let (who, lists) = (one.who.clone(), one.lists);
    let (ticked, label) = (who.clone(), who.label());
    let on = move || is_in(&leaving.go.read(), &ticked);
    let change = move |ev: leptos::ev::Targeted<leptos::ev::Event, web_sys::HtmlInputElement>| {
        let goes = ev.target().checked();
        leaving.go.update(|go| {
            go.retain(|other| other.key() != who.key());
            if goes {
                go.push(who.clone());
            }
        });
    };
    let at = move || {
        let events = leaving.events.get();
        (events > 1).then(|| words::at(lists, events))
    };
    view! {
        <div class="check">
            <input type="checkbox" id=id.clone() prop:checked=on on:change:target=change/>
            <label for=id dir="auto">{label}</label>
            <span class="help">{at}</span>
        </div>
    }
    .into_any()
}

fn is_in(people: &[Invitee], who: &Invitee) -> bool {
    let key = who.key();
    people.iter().any(|other| other.key() == key)
}
