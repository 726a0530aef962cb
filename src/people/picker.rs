//! A field for several people: search as you type, choose by mouse or keyboard.

use super::search::{Candidate, Found, Search};
use super::{avatar, paste};
use crate::browser::page;
use crate::chunk::chunk_view;
use crate::i18n::{form as words, people, problem};
use crate::ui::dialog::Modal;
use crate::ui::field::{self, Note};
use crate::ui::{Icon, icon};
use leptos::prelude::*;

/// People chosen, a box to find more, and what is wrong with them.
///
/// The box is an ARIA combobox: arrows move through what was found, Enter takes it, Escape closes
/// the list. With `guests`, an address that nobody in the directory has can be taken as well.
#[component]
pub(crate) fn PeoplePicker(
    /// Id of the input.
    id: &'static str,
    /// What the field is called.
    label: &'static str,
    /// A line of help.
    help: &'static str,
    /// Who is chosen.
    chosen: RwSignal<Vec<Candidate>>,
    /// What stands in the box; kept with the form.
    typed: RwSignal<String>,
    /// Whether somebody outside the directory can be taken by e-mail address.
    guests: Guests,
    /// What is wrong.
    #[prop(into)]
    notes: Signal<Vec<Note>>,
) -> impl IntoView {
    let picker = Picker {
        id,
        chosen,
        typed,
        guests,
        search: Search::new(),
        active: RwSignal::new(0),
    };
    let pasting = RwSignal::new(false);
    let list_id = [id, "-list"].concat();
    let notes_id = [id, "-notes"].concat();
    let help_id = [id, "-help"].concat();
    let described = [help_id.as_str(), " ", &notes_id].concat();
    let open = Memo::new(move |_| !matches!(picker.search.found(), Found::Nothing));
    let controls = list_id.clone();
    let active_id = move || open.get().then(|| option_id(id, picker.active.get()));
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <p class="help" id=help_id>{help}</p>
            {move || chosen_list(picker, label)}
            <div class="combo">
                <input
                    class="input"
                    id=id
                    type="text"
                    role="combobox"
                    autocomplete="off"
                    aria-autocomplete="list"
                    aria-expanded=move || if open.get() { "true" } else { "false" }
                    aria-controls=controls
                    aria-activedescendant=active_id
                    aria-describedby=described
                    aria-invalid=move || field::blocks(&notes.read()).then_some("true")
                    placeholder=words::FIND_PEOPLE
                    prop:value=typed
                    on:input:target=move |ev| picker.type_in(ev.target().value())
                    on:keydown=move |ev| picker.key(&ev)
                    on:blur=move |_| picker.search.clear()
                />
                {move || open.get().then(|| suggestions(picker, &list_id, label))}
            </div>
            <div><button type="button" class="button subtle" aria-label=people::paste_into(label) on:click=move |_| pasting.set(true)>{people::PASTE}</button></div>
            {field::notes(notes_id, notes)}
            <Modal open=pasting title=people::PASTE body=move || paste_dialog(picker, pasting)/>
        </div>
    }
}

fn paste_dialog(picker: Picker, open: RwSignal<bool>) -> AnyView {
    let add = Callback::new(move |people: Vec<Candidate>| picker.take_all(people));
    let done = Callback::new(move |()| open.set(false));
    let waiting =
        view! { <span class="skeleton" style="block-size:200px" aria-busy="true"></span> };
    chunk_view(paste::inside(picker.guests, add, done), waiting.into_any())
}

/// Whether a picker takes people who aren't in the directory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Guests {
    /// By e-mail address.
    Allowed,
    /// Not at all.
    No,
}

#[derive(Clone, Copy)]
struct Picker {
    id: &'static str,
    chosen: RwSignal<Vec<Candidate>>,
    typed: RwSignal<String>,
    guests: Guests,
    search: Search,
    active: RwSignal<usize>,
}

impl Picker {
    fn type_in(self, text: String) {
        self.active.set(0);
        self.search.look_for(&text);
        self.typed.set(text);
    }

    /// Who can be taken now, in the order shown.
    fn offers(self) -> Vec<Candidate> {
        let mut offers = match self.search.found() {
            Found::People(people) => (*people).clone(),
            _ => Vec::new(),
        };
        let typed = self.typed.get();
        if self.guests == Guests::Allowed
            && let Some(guest) = guest(&typed)
        {
            let same = |it: &Candidate| {
                it.email
                    .as_ref()
                    .zip(guest.email.as_ref())
                    .is_some_and(|(mail, typed)| mail.eq_ignore_ascii_case(typed))
            };
            if !offers.iter().any(same) {
                offers.push(guest);
            }
        }
        offers
    }

    fn is_chosen(self, candidate: &Candidate) -> bool {
        self.chosen.read().iter().any(|other| {
            (other.id.is_some() && other.id == candidate.id)
                || (other.email.is_some() && other.email == candidate.email)
        })
    }

    fn take(self, candidate: Candidate) {
        if !untrack(|| self.is_chosen(&candidate)) {
            self.chosen.update(|chosen| chosen.push(candidate));
        }
        self.typed.set(String::new());
        self.search.clear();
    }

    /// Takes a whole list; who is there already isn't taken again.
    fn take_all(self, people: Vec<Candidate>) {
        for person in people {
            if !untrack(|| self.is_chosen(&person)) {
                self.chosen.update(|chosen| chosen.push(person));
            }
        }
    }

    fn go_to(self, at: usize) {
        self.active.set(at);
        page::reveal(&option_id(self.id, at));
    }

    fn key(self, ev: &web_sys::KeyboardEvent) {
        let offers = untrack(|| self.offers());
        let (at, last) = (self.active.get_untracked(), offers.len().saturating_sub(1));
        match ev.key().as_str() {
            "ArrowDown" if !offers.is_empty() => self.go_to((at + 1).min(last)),
            "ArrowUp" if !offers.is_empty() => self.go_to(at.saturating_sub(1)),
            "Enter" => {
                if let Some(candidate) = offers.get(at) {
                    self.take(candidate.clone());
                }
            }
            "Escape" if !matches!(untrack(|| self.search.found()), Found::Nothing) => {
                self.search.clear();
                ev.stop_propagation();
            }
            _ => return,
        }
        ev.prevent_default();
    }
}

/// The one guest whom an address names, or a name and an address: `Vera Voss <vera@press.example>`.
fn guest(typed: &str) -> Option<Candidate> {
    let mut read = planning::draft::read_addresses(typed);
    let one = read.pop().filter(|_| read.is_empty())?.ok()?;
    Some(Candidate::of_invitee(&one))
}

/// Of the element that offers the `index`-th person of the picker `id`.
fn option_id(id: &str, index: usize) -> String {
    [id, "-list-", &index.to_string()].concat()
}

fn chosen_list(picker: Picker, label: &'static str) -> Option<AnyView> {
    let chosen = picker.chosen.get();
    if chosen.is_empty() {
        return None;
    }
    let items = chosen.into_iter().enumerate().map(|(index, person)| {
        let remove = move |_| {
            picker.chosen.update(|chosen| {
                chosen.remove(index);
            });
        };
        view! {
            <li>
                <span dir="auto">{person.name.clone()}</span>
                <button type="button" aria-label=words::remove(&person.name) on:click=remove>{icon(Icon::Dismiss)}</button>
            </li>
        }
    });
    Some(
        view! { <ul class="chosen" aria-label=words::chosen(label)>{items.collect_view()}</ul> }
            .into_any(),
    )
}

fn suggestions(picker: Picker, list_id: &str, label: &'static str) -> AnyView {
    let id = list_id.to_owned();
    let rows = move || rows(picker);
    view! { <ul class="suggestions" role="listbox" id=id aria-label=label>{rows}</ul> }.into_any()
}

fn rows(picker: Picker) -> AnyView {
    let offers = picker.offers();
    if offers.is_empty() {
        let text = match picker.search.found() {
            Found::Asking => words::SEARCHING.to_owned(),
            Found::Failed(error) => problem::sentence(&error).0.to_owned(),
            _ => words::nobody_found(picker.typed.get().trim()),
        };
        return view! { <li role="option" aria-disabled="true" aria-selected="false">{text}</li> }
            .into_any();
    }
    let rows = offers.into_iter().enumerate().map(|(index, candidate)| {
        let taken = picker.is_chosen(&candidate);
        let (name, email) = (candidate.name.clone(), candidate.email.clone());
        let second = match (&candidate.id, taken) {
            (_, true) => Some(words::ALREADY_CHOSEN.to_owned()),
            (None, false) => Some(words::as_guest(&name, email.as_deref())),
            (Some(_), false) => email,
        };
        view! {
            <li
                role="option"
                id=option_id(picker.id, index)
                aria-selected=move || if picker.active.get() == index { "true" } else { "false" }
                // before the input loses its focus, which would close the list
                on:mousedown=move |ev| {
                    ev.prevent_default();
                    picker.take(candidate.clone());
                }
            >
                {avatar(picker.search.workspace, candidate.id.as_deref(), &name)}
                <span class="who"><span dir="auto">{name}</span><span class="quiet small">{second}</span></span>
            </li>
        }
    });
    rows.collect_view().into_any()
}
