//! The question before mails go out.

use super::recipients::Reached;
use super::send::HEADING;
use super::sending;
use super::state::Share;
use super::{earlier, invitation, wording};
use crate::browser::page;
use crate::i18n::share as words;
use crate::ui::dialog::Modal;
use leptos::prelude::*;
use planning::mailing::{Mailing, Recipient};

/// Says to how many, shows the mail, sends.
pub(super) fn dialog(
    share: Share,
    reached: RwSignal<Option<Reached>, LocalStorage>,
    open: RwSignal<bool>,
    turn: RwSignal<u32>,
) -> AnyView {
    let body = move || {
        let reached = reached.get_untracked().unwrap_or_default();
        question(share, &reached, open, turn)
    };
    view! { <Modal open title=words::REVIEW body/> }.into_any()
}

fn question(share: Share, reached: &Reached, open: RwSignal<bool>, turn: RwSignal<u32>) -> AnyView {
    let manner = share.typed.with_untracked(|typed| typed.manner);
    let known = earlier::read(&earlier::key(share));
    let (again, first): (Vec<Recipient>, Vec<Recipient>) = reached
        .people
        .iter()
        .cloned()
        .partition(|person| earlier::knows(&known, person));
    let twice = Mailing::plan(again.clone(), manner).counts().all();
    let leave_out = RwSignal::new(twice > 0);
    let everybody = [first.clone(), again].concat();
    let people = Memo::new(move |_| {
        if leave_out.get() {
            first.clone()
        } else {
            everybody.clone()
        }
    });
    let plan = move || Mailing::plan(people.get(), manner);
    let count = Memo::new(move |_| plan().counts().all());
    let from = share.event.workspace.person().username;
    let consequence = move || words::consequence(plan().parcels().len(), count.get(), &from);
    let subject = untrack(|| wording::invitation(share)).subject();
    let unknown =
        (!reached.unknown.is_empty()).then(|| view! { <p>{words::unknown(&reached.unknown)}</p> });
    let choice = (twice > 0).then(|| {
        view! {
            <div class="check">
                <input type="checkbox" id="share-leave-out" prop:checked=leave_out on:change:target=move |ev| leave_out.set(ev.target().checked())/>
                <label for="share-leave-out">{words::leave_out(twice)}</label>
            </div>
        }
    });
    let send = move |ev: web_sys::SubmitEvent| {
        ev.prevent_default();
        open.set(false);
        // the form goes, and the focus with it
        page::focus(HEADING);
        sending::begin(share, people.get_untracked(), turn);
        turn.update(|turn| *turn += 1);
    };
    view! {
        <form on:submit=send>
            <h2>{move || words::send_to(count.get())}</h2>
            <p>{consequence}</p>
            {choice}
            {unknown}
            <details><summary>{move || words::recipients(count.get())}</summary>{move || rows(&plan())}</details>
            <p><strong>{words::SUBJECT}":"</strong>" "<span dir="auto">{subject}</span></p>
            {invitation::preview(share)}
            <p class="quiet small">{words::WITH_CALENDAR}</p>
            <div class="actions">
                <button type="button" class="button" on:click=move |_| open.set(false)>{words::NOT_YET_SEND}</button>
                <button type="submit" class="button primary" disabled=move || count.get() == 0>{move || words::send_button(count.get())}</button>
            </div>
        </form>
    }
    .into_any()
}

fn rows(plan: &Mailing) -> AnyView {
    let people = plan.parcels().iter().flat_map(|parcel| &parcel.recipients);
    let rows = people.map(|person| {
        let (name, address) = (person.shown().to_owned(), person.address.clone());
        let mail = (name != address).then(|| view! { <span class="quiet small">{address}</span> });
        view! { <li><span dir="auto">{name}</span>{mail}</li> }
    });
    view! { <ul class="people">{rows.collect_view()}</ul> }.into_any()
}
