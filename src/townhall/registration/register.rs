//! The form by which the reader registers.

use super::answer::{self, Given};
use super::mine;
use super::mine_state::Mine;
use crate::browser::{language, page};
use crate::event::when::city;
use crate::i18n::registration as words;
use crate::shell::Attempt;
use crate::ui::toast::Toasts;
use leptos::prelude::*;
use planning::registration::answers;
use planning::zones::IanaZone;
use virtual_events::{NewRegistration, QuestionId};

/// Zone, language and the event's questions.
pub(super) fn form(mine: Mine) -> AnyView {
    let state = mine.state;
    let toasts = expect_context::<Toasts>();
    let questions = state.questions();
    let given = Given::new();
    let zones = zones(mine);
    let zone = RwSignal::new(zones.first().map(|it| it.1.clone()).unwrap_or_default());
    let languages = language::preferred();
    let chosen = RwSignal::new(languages.first().cloned().unwrap_or_default());
    let attempt = Attempt::new();
    let missing = RwSignal::new(Vec::<QuestionId>::new());
    let asked = questions.clone();
    let submit = move |ev: web_sys::SubmitEvent| {
        ev.prevent_default();
        attempt.forget();
        let ready = match answers(&asked, |id| given.of(id)) {
            Ok(ready) => ready,
            Err(open) => {
                if let Some(first) = open.first() {
                    let place = asked.iter().position(|it| it.id == *first);
                    page::focus(&answer::input_id(place.unwrap_or(0)));
                }
                missing.set(open);
                return;
            }
        };
        missing.set(Vec::new());
        let wish =
            NewRegistration::of_me(zone.get_untracked(), chosen.get_untracked()).answers(ready);
        attempt.make(Box::pin(async move {
            mine.register(&wish).await?;
            toasts.say(words::REGISTERED);
            page::focus(mine::HEADING);
            Ok(())
        }));
    };
    let fields = questions.into_iter().enumerate().map(|(place, question)| {
        let id = question.id.clone();
        let open = Memo::new(move |_| missing.read().contains(&id));
        answer::field(place, &question, given, open)
    });
    let fields = fields.collect_view();
    let required = state.is_required();
    let (text, button) = if required {
        (words::REGISTER_TEXT, words::REGISTER)
    } else {
        (words::ADD_TEXT, words::ADD_TO_CALENDAR)
    };
    let zones = zones
        .into_iter()
        .map(|(name, windows)| view! { <option value=windows>{name}</option> })
        .collect_view();
    let languages = languages
        .into_iter()
        .map(|tag| {
            let name = language::name(&tag);
            view! { <option value=tag>{name}</option> }
        })
        .collect_view();
    view! {
        <form class="stack" aria-label=words::MINE novalidate=true on:submit=submit>
            <p>{text}</p>
            {fields}
            <div class="field">
                <label for="register-zone">{words::ZONE}</label>
                <select class="input" id="register-zone" on:change:target=move |ev| zone.set(ev.target().value())>{zones}</select>
            </div>
            <div class="field">
                <label for="register-language">{words::LANGUAGE}</label>
                <select class="input" id="register-language" on:change:target=move |ev| chosen.set(ev.target().value())>{languages}</select>
            </div>
            {attempt.problem()}
            <div class="row">
                <button type="submit" class="button primary" aria-busy=move || attempt.busy()>{button}</button>
            </div>
        </form>
    }
    .into_any()
}

/// The zones that make sense for the mails: the reader's, then the event's, else UTC. City and
/// Windows name.
fn zones(mine: Mine) -> Vec<(String, String)> {
    let event = mine.state.event;
    let own = event.workspace.zone();
    let there = event
        .event()
        .and_then(|it| event.times(&it).0?.zone.iana().cloned());
    let mut zones: Vec<(String, String)> = Vec::new();
    for zone in [Some(own), there, Some(IanaZone::UTC)]
        .into_iter()
        .flatten()
    {
        let Some(windows) = zone.to_windows() else {
            continue;
        };
        let windows = windows.as_str().to_owned();
        if zones.iter().all(|(_, known)| *known != windows) {
            let name = if zone.is_utc() {
                "UTC".to_owned()
            } else {
                city(&zone)
            };
            zones.push((name, windows));
        }
    }
    zones
}
