//! The reader's own registration.

use super::mine_state::{Mine, Standing};
use super::register;
use super::state::RegistrationState;
use crate::browser::format::{self, Style};
use crate::browser::page;
use crate::i18n::registration as words;
use crate::shell::Attempt;
use crate::shell::problem::problem_view;
use crate::ui::dialog::Modal;
use crate::ui::toast::Toasts;
use leptos::prelude::*;
use planning::Phase;
use virtual_events::Registration;

/// Id of the section's heading, which gets the focus when what it stands over has changed.
pub(super) const HEADING: &str = "my-registration";

/// Registering oneself; nothing for those who make the event: they needn't.
pub(super) fn card(state: RegistrationState) -> AnyView {
    let open = Memo::new(move |_| {
        let event = state.event.event()?;
        let phase = state.event.phase(&event);
        let comes = matches!(phase, Phase::Upcoming | Phase::OnNow);
        Some((state.event.role(&event).is_none(), comes))
    });
    (move || match open.get() {
        Some((true, true)) => untrack(|| section(state)),
        _ => ().into_any(),
    })
    .into_any()
}

fn section(state: RegistrationState) -> AnyView {
    let mine = Mine::open(state);
    let inside = move || match mine.standing() {
        Standing::UnderWay => {
            view! { <span class="skeleton" style="block-size:96px" aria-busy="true"></span> }
                .into_any()
        }
        Standing::Failed(error) => {
            problem_view(&error, Some(Callback::new(move |()| mine.refresh())))
        }
        Standing::Out => untrack(|| register::form(mine)),
        Standing::In(registration) => registered(mine, &registration),
    };
    view! {
        <section class="card stack" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">{words::MINE}</h2>
            {inside}
        </section>
    }
    .into_any()
}

fn registered(mine: Mine, registration: &Registration) -> AnyView {
    let asks = RwSignal::new(false);
    let zone = mine.state.event.workspace.zone();
    let when = registration.registered_at.map(|at| {
        let (day, time) = (
            format::instant(at, &zone, Style::Day),
            format::instant(at, &zone, Style::Time),
        );
        view! { <p class="quiet small">{words::since(&[day.as_str(), ", ", &time].concat())}</p> }
    });
    view! {
        <p>{words::status(registration.status.as_ref())}</p>
        {when}
        <div class="row"><button type="button" class="button danger" on:click=move |_| asks.set(true)>{words::CANCEL}</button></div>
        <Modal open=asks title=words::CANCEL_TITLE body=move || question(mine, asks)/>
    }
    .into_any()
}

fn question(mine: Mine, open: RwSignal<bool>) -> AnyView {
    let toasts = expect_context::<Toasts>();
    let attempt = Attempt::new();
    let submit = move |ev: web_sys::SubmitEvent| {
        ev.prevent_default();
        attempt.make(Box::pin(async move {
            mine.cancel().await?;
            toasts.say(words::CANCELLED);
            page::focus(HEADING);
            Ok(())
        }));
    };
    view! {
        <form on:submit=submit>
            <h2>{words::CANCEL_TITLE}</h2>
            <p>{words::CANCEL_TEXT}</p>
            {attempt.problem()}
            <div class="actions">
                <button type="button" class="button" on:click=move |_| open.set(false)>{words::KEEP}</button>
                <button type="submit" class="button danger" aria-busy=move || attempt.busy()>{words::CANCEL}</button>
            </div>
        </form>
    }
    .into_any()
}
