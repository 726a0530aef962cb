//! The QR code of a link.

use super::state::Share;
use crate::browser::{download, picture};
use crate::i18n::{share as words, townhall};
use crate::ui::toast::Toasts;
use leptos::prelude::*;
use planning::invitation::file_name;
use planning::qr_code::QrCode;

/// Which link the code leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Goal {
    Attendee,
    Registration,
}

/// The code, as a picture to save.
pub(super) fn card(share: Share) -> AnyView {
    let first = untrack(|| share.registers_first());
    let goal = RwSignal::new(if first {
        Goal::Registration
    } else {
        Goal::Attendee
    });
    let both = Memo::new(move |_| share.registration_link().is_some());
    let link = Memo::new(move |_| match goal.get() {
        Goal::Attendee => share.join_link(),
        Goal::Registration => share.registration_link().or_else(|| share.join_link()),
    });
    let title = Memo::new(move |_| {
        let event = share.event.event();
        event
            .and_then(|event| event.display_name.clone())
            .unwrap_or_default()
    });
    let option = move |id: &'static str, value: Goal, label: &'static str| {
        view! {
            <div class="check">
                <input type="radio" name="qr-goal" id=id prop:checked=move || goal.get() == value on:change=move |_| goal.set(value)/>
                <label for=id>{label}</label>
            </div>
        }
    };
    let choice = move || {
        both.get().then(|| {
            view! {
                <fieldset class="field">
                    <legend>{words::QR_GOAL}</legend>
                    {option("qr-attendee", Goal::Attendee, townhall::ATTENDEE_LINK)}
                    {option("qr-registration", Goal::Registration, townhall::REGISTRATION_LINK)}
                </fieldset>
            }
        })
    };
    let picture = move || {
        let code = link.get().as_deref().and_then(QrCode::of);
        match code {
            Some(code) => shown(code, goal.get(), &title.get()),
            None => view! { <p class="quiet">{words::QR_NONE}</p> }.into_any(),
        }
    };
    view! {
        <section class="card stack" aria-labelledby="share-qr">
            <h2 id="share-qr">{words::QR}</h2>
            {choice}
            {picture}
        </section>
    }
    .into_any()
}

fn shown(code: QrCode, goal: Goal, title: &str) -> AnyView {
    let toasts = expect_context::<Toasts>();
    let alt = words::qr_alt(goal == Goal::Registration, title);
    let size = code.size().to_string();
    let view_box = ["0 0 ", &size, " ", &size].concat();
    let name = [title, " QR"].concat();
    let (svg_name, png_name) = (file_name(&name, "svg"), file_name(&name, "png"));
    let (drawn, named, path) = (code.clone(), alt.clone(), code.path());
    let svg = move |_| {
        if download::save(&svg_name, "image/svg+xml", code.svg(&named).as_bytes()).is_err() {
            toasts.say(words::NOT_SAVED);
        }
    };
    let png = move |_| {
        let saved = picture::png(&drawn).map(|address| download::save_from(&png_name, &address));
        if !matches!(saved, Some(Ok(()))) {
            toasts.say(words::NOT_SAVED);
        }
    };
    view! {
        <svg class="qr" viewBox=view_box role="img" aria-label=alt shape-rendering="crispEdges">
            <rect width="100%" height="100%" fill="#fff"></rect>
            <path fill="#000" d=path></path>
        </svg>
        <div class="row">
            <button type="button" class="button" on:click=svg>{words::SAVE_SVG}</button>
            <button type="button" class="button" on:click=png>{words::SAVE_PNG}</button>
        </div>
    }
    .into_any()
}
