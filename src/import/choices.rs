//! What is chosen for the file as a whole.

use super::state::ImportState;
use crate::i18n::import::{self as words, Of};
use leptos::prelude::*;
use planning::import::{DateOrder, Repeated, read_zone};
use planning::run::Finish;
use planning::zones::find_zones;
use virtual_events::EventKind;

/// Zones offered for what is typed.
const OFFERED: usize = 20;

pub(super) fn choices(state: ImportState) -> AnyView {
    view! {
        <section class="card stack" aria-labelledby="choices">
            <h2 id="choices">{words::CHOICES}</h2>
            {move || date_order(state)}
            {kind(state)}
            {zone(state)}
            {finish(state)}
            {repeated(state)}
        </section>
    }
    .into_any()
}

/// Asked once, when a date could mean two days.
fn date_order(state: ImportState) -> Option<AnyView> {
    let example = Memo::new(move |before: Option<&Option<String>>| {
        let survey = state.survey.get();
        let found = survey.and_then(|survey| survey.ambiguous.clone());
        // the question stays when it is answered
        found.or_else(|| {
            before
                .cloned()
                .flatten()
                .filter(|_| state.options.read().date_order.is_some())
        })
    });
    let typed = example.get()?;
    let radio = move |order: DateOrder, id: &'static str| {
        let chosen = move || state.options.read().date_order == Some(order);
        view! {
            <div class="check">
                <input type="radio" name="date-order" id=id prop:checked=chosen
                    on:change=move |_| state.choose(|options| options.date_order = Some(order))/>
                <label for=id>{words::date_order(order)}</label>
            </div>
        }
    };
    Some(
        view! {
            <fieldset class="field">
                <legend>{words::ambiguous(&typed)}</legend>
                {radio(DateOrder::DayFirst, "day-first")}
                {radio(DateOrder::MonthFirst, "month-first")}
            </fieldset>
        }
        .into_any(),
    )
}

/// Which kind of event they are.
fn kind(state: ImportState) -> AnyView {
    let radio = move |kind: EventKind, id: &'static str| {
        let chosen = move || state.options.read().kind == kind;
        view! {
            <div class="check">
                <input type="radio" name="import-kind" id=id prop:checked=chosen
                    on:change=move |_| state.choose(|options| options.kind = kind)/>
                <label for=id>{words::kind(kind)}</label>
            </div>
        }
    };
    view! {
        <fieldset class="field" aria-describedby="import-kind-help">
            <legend>{words::KIND}</legend>
            <p class="help" id="import-kind-help">{words::KIND_HELP}</p>
            {radio(EventKind::Townhall, "import-townhalls")}
            {radio(EventKind::Webinar, "import-webinars")}
        </fieldset>
    }
    .into_any()
}

fn zone(state: ImportState) -> AnyView {
    let typed = RwSignal::new(state.options.with_untracked(|it| it.zone.city()));
    let wrong = Memo::new(move |_| read_zone(&typed.read()).is_none());
    let offered = Memo::new(move |_| {
        find_zones(&typed.read(), OFFERED)
            .into_iter()
            .map(|it| it.iana.as_str().to_owned())
            .collect::<Vec<_>>()
    });
    let take = move |text: String| {
        if let Some(zone) = read_zone(&text)
            && state.options.with_untracked(|it| it.zone != zone)
        {
            state.choose(|options| options.zone = zone);
        }
        typed.set(text);
    };
    view! {
        <div class="field">
            <label for="import-zone">{words::ZONE}</label>
            <input class="input" id="import-zone" list="import-zones" autocomplete="off"
                aria-describedby="import-zone-note"
                aria-invalid=move || wrong.get().then_some("true")
                prop:value=typed
                on:input:target=move |ev| take(ev.target().value())/>
            <datalist id="import-zones">
                {move || offered.get().into_iter().map(|name| view! { <option value=name></option> }).collect_view()}
            </datalist>
            <p class="help" id="import-zone-note">
                {move || if wrong.get() { words::NO_ZONE } else { words::ZONE_HELP }}
            </p>
        </div>
    }
    .into_any()
}

fn finish(state: ImportState) -> AnyView {
    let radio =
        move |finish: Finish, id: &'static str, label: Signal<String>, help: &'static str| {
            let chosen = move || state.options.read().finish == finish;
            view! {
                <div class="check">
                    <input type="radio" name="finish" id=id prop:checked=chosen
                        on:change=move |_| state.choose(|options| options.finish = finish)/>
                    <label for=id>{label}</label>
                    <span class="help">{help}</span>
                </div>
            }
        };
    let published = Signal::derive(move || words::published(Of::options(&state.options.read())));
    view! {
        <fieldset class="field">
            <legend>{words::FINISH}</legend>
            {radio(Finish::Draft, "as-drafts", Signal::stored(words::AS_DRAFTS.to_owned()), words::AS_DRAFTS_HELP)}
            {radio(Finish::Publish, "published", published, words::PUBLISHED_HELP)}
        </fieldset>
    }
    .into_any()
}

fn repeated(state: ImportState) -> AnyView {
    let chosen = move || state.options.read().repeated == Repeated::Create;
    let change = move |ev: leptos::ev::Targeted<leptos::ev::Event, web_sys::HtmlInputElement>| {
        let repeated = if ev.target().checked() {
            Repeated::Create
        } else {
            Repeated::LeaveOut
        };
        state.choose(|options| options.repeated = repeated);
    };
    view! {
        <div class="check">
            <input type="checkbox" id="repeated" prop:checked=chosen on:change:target=change/>
            <label for="repeated">{words::REPEATED}</label>
            <span class="help">{words::REPEATED_HELP}</span>
        </div>
    }
    .into_any()
}
