//! Sending the invitation from the organizer's own mailbox.

use super::recipients::{self, Reached, Shared};
use super::state::{Invited, Share};
use super::{consent, merge, progress, review, sending};
use crate::i18n::share as words;
use crate::ui::field::{self, Note};
use crate::ui::{Icon, icon};
use leptos::prelude::*;
use planning::mailing::{Manner, read_recipients};
use std::rc::Rc;

/// Id of the section's heading.
pub(super) const HEADING: &str = "share-send";

/// Whom, how, and what became of it.
pub(super) fn card(share: Share) -> AnyView {
    // counts the changes of the mailing, which lives longer than this page
    let turn = RwSignal::new(0);
    let run = move || {
        turn.track();
        sending::of(share, turn)
    };
    let there = Memo::new(move |_| run().is_some());
    let inside = move || {
        if there.get() {
            progress::view(share, turn)
        } else {
            form(share, turn)
        }
    };
    let silent = move || {
        let event = share.event.event()?;
        let off = event.settings?.is_attendee_email_notification_enabled == Some(false);
        off.then(|| {
            view! { <div class="message" role="note">{icon(Icon::Info)}<p>{words::OWN_MAIL}</p></div> }
        })
    };
    view! {
        <section class="card stack" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">{words::SEND}</h2>
            {silent}
            {inside}
        </section>
    }
    .into_any()
}

fn form(share: Share, turn: RwSignal<u32>) -> AnyView {
    let reached = RwSignal::new_local(None::<Reached>);
    let obstacle = RwSignal::new_local(None::<Shared>);
    let (busy, open) = (RwSignal::new(false), RwSignal::new(false));
    let prepare = move || {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        obstacle.set(None);
        leptos::task::spawn_local(async move {
            let found = match consent::check(share).await {
                Ok(()) => recipients::resolve(share).await,
                Err(error) => Err(error),
            };
            let _ = busy.try_set(false);
            match found {
                Ok(found) => {
                    let _ = reached.try_set(Some(found));
                    let _ = open.try_set(true);
                }
                Err(error) => drop(obstacle.try_set(Some(Rc::new(error)))),
            }
        });
    };
    let nobody = Memo::new(move |_| {
        let typed = share.typed.read();
        let invited = typed.invited == Invited::Included && recipients::invited_count(share) > 0;
        !invited && read_recipients(&typed.further).0.is_empty()
    });
    view! {
        <p class="quiet small">{words::SEND_HELP}</p>
        {invited(share)}
        {further(share)}
        {manner(share)}
        {move || obstacle.get().map(|error| consent::obstacle(share, &error, Callback::new(move |()| prepare())))}
        <div class="row">
            <button type="button" class="button" disabled=nobody aria-busy=move || busy.get().then_some("true") on:click=move |_| prepare()>{words::REVIEW}</button>
            {merge::button(share, nobody)}
            {move || nobody.get().then(|| view! { <span class="quiet small">{words::NOBODY}</span> })}
        </div>
        {review::dialog(share, reached, open, turn)}
    }
    .into_any()
}

fn invited(share: Share) -> AnyView {
    let count = Memo::new(move |_| recipients::invited_count(share));
    let chosen = move || share.typed.read().invited == Invited::Included;
    let choose = move |on: bool| {
        let invited = if on {
            Invited::Included
        } else {
            Invited::LeftOut
        };
        share.typed.update(|it| it.invited = invited);
    };
    (move || {
        let count = count.get();
        (count > 0).then(|| view! {
            <div class="check">
                <input type="checkbox" id="share-invited" prop:checked=chosen on:change:target=move |ev| choose(ev.target().checked())/>
                <label for="share-invited">{words::invited(count)}</label>
            </div>
        })
    })
    .into_any()
}

fn further(share: Share) -> AnyView {
    let notes = Signal::derive(move || {
        let odd = recipients::odd_pieces(share);
        let note = (!odd.is_empty()).then(|| Note::Hint(words::no_addresses(&odd)));
        note.into_iter().collect::<Vec<_>>()
    });
    view! {
        <div class="field">
            <label for="share-further">{words::FURTHER}</label>
            <p class="help" id="share-further-help">{words::FURTHER_HELP}</p>
            <textarea
                class="input"
                id="share-further"
                autocomplete="off"
                spellcheck="false"
                aria-describedby="share-further-help share-further-notes"
                prop:value=move || share.typed.read().further.clone()
                on:input:target=move |ev| share.typed.update(|it| it.further = ev.target().value())
            ></textarea>
            {field::notes("share-further-notes".to_owned(), notes)}
        </div>
    }
    .into_any()
}

fn manner(share: Share) -> AnyView {
    let option = |id: &'static str, value: Manner, label: &'static str, help: &'static str| {
        view! {
            <div class="check">
                <input type="radio" name="share-manner" id=id prop:checked=move || share.typed.read().manner == value on:change=move |_| share.typed.update(|it| it.manner = value)/>
                <label for=id>{label}</label>
                <span class="help">{help}</span>
            </div>
        }
    };
    view! {
        <fieldset class="field">
            <legend>{words::MANNER}</legend>
            {option("share-apart", Manner::Apart, words::APART, words::APART_HELP)}
            {option("share-together", Manner::Together, words::TOGETHER, words::TOGETHER_HELP)}
        </fieldset>
    }
    .into_any()
}
