//! The zone picker: finds cities, shows the offset on the day of the event.

use super::state::FormState;
use crate::browser::page;
use crate::i18n::form as words;
use crate::ui::field;
use leptos::prelude::*;
use planning::draft::Field;
use planning::zones::{IanaZone, find_zones};
use virtual_events::UtcInstant;

const SHOWN: usize = 40;

/// A box to type a city into, with the zones that have it.
pub(super) fn picker(form: FormState) -> AnyView {
    let notes = form.notes(&[Field::Zone]);
    let typed = RwSignal::new(None::<String>);
    let active = RwSignal::new(0_usize);
    let found = Memo::new(move |_| {
        let text = typed.get();
        text.map(|text| {
            find_zones(&text, SHOWN)
                .into_iter()
                .map(|it| it.iana)
                .collect::<Vec<_>>()
        })
    });
    let shown = move || {
        typed
            .get()
            .unwrap_or_else(|| label(form, &form.draft.read().iana_zone()))
    };
    let take = move |zone: IanaZone| {
        form.change(Field::Zone, |draft| {
            draft.set_zone(&zone, &*form.workspace.rules())
        });
        typed.set(None);
    };
    let go_to = move |at: usize| {
        active.set(at);
        page::reveal(&option_id(at));
    };
    let key = move |ev: web_sys::KeyboardEvent| {
        let zones = found.get_untracked().unwrap_or_default();
        let (at, last) = (active.get_untracked(), zones.len().saturating_sub(1));
        match ev.key().as_str() {
            "ArrowDown" if typed.read_untracked().is_none() => {
                active.set(0);
                typed.set(Some(String::new()));
            }
            "ArrowDown" => go_to((at + 1).min(last)),
            "ArrowUp" => go_to(at.saturating_sub(1)),
            "Enter" => {
                if let Some(zone) = zones.get(at) {
                    take(zone.clone());
                }
            }
            "Escape" if typed.read_untracked().is_some() => {
                typed.set(None);
                ev.stop_propagation();
            }
            _ => return,
        }
        ev.prevent_default();
    };
    let option = move |(index, zone): (usize, IanaZone)| {
        let text = label(form, &zone);
        view! {
            <li
                role="option"
                id=option_id(index)
                aria-selected=move || if active.get() == index { "true" } else { "false" }
                on:mousedown=move |ev| {
                    ev.prevent_default();
                    take(zone.clone());
                }
            >
                {text}
            </li>
        }
    };
    view! {
        <div class="field">
            <label for="zone">{words::ZONE}</label>
            <p class="help" id="zone-help">{words::ZONE_HELP}</p>
            <div class="combo">
                <input
                    class="input"
                    id="zone"
                    role="combobox"
                    autocomplete="off"
                    aria-autocomplete="list"
                    aria-controls="zone-list"
                    aria-expanded=move || if typed.read().is_some() { "true" } else { "false" }
                    aria-activedescendant=move || typed.read().is_some().then(|| option_id(active.get()))
                    aria-describedby="zone-help zone-notes"
                    aria-invalid=move || field::blocks(&notes.read()).then_some("true")
                    prop:value=shown
                    on:focus:target=move |ev| ev.target().select()
                    on:input:target=move |ev| {
                        active.set(0);
                        typed.set(Some(ev.target().value()));
                    }
                    on:keydown=key
                    on:blur=move |_| typed.set(None)
                />
                {move || found.get().map(|zones| {
                    let nobody = zones.is_empty().then(|| view! { <li role="option" aria-disabled="true" aria-selected="false">{words::NO_ZONE}</li> });
                    view! {
                        <ul class="suggestions" role="listbox" id="zone-list" aria-label=words::ZONE>
                            {zones.into_iter().enumerate().map(option).collect_view()}{nobody}
                        </ul>
                    }
                })}
            </div>
            {field::notes("zone-notes".to_owned(), notes)}
        </div>
    }
    .into_any()
}

fn option_id(index: usize) -> String {
    ["zone-list-", &index.to_string()].concat()
}

/// `New York (UTC-04:00)`: the offset on the day of the event.
pub(super) fn label(form: FormState, zone: &IanaZone) -> String {
    let rules = form.workspace.rules();
    let day = form
        .draft
        .read_untracked()
        .start(&*rules)
        .instant()
        .unwrap_or_else(|| form.now());
    offset(form, zone, day).map_or_else(
        || zone.city(),
        |offset| {
            let region = zone
                .as_str()
                .split('/')
                .next()
                .filter(|_| zone.as_str().contains('/'))
                .unwrap_or_default();
            let city = zone.city();
            if region.is_empty() || region == "Etc" {
                [city.as_str(), " (UTC", &offset, ")"].concat()
            } else {
                [city.as_str(), ", ", region, " (UTC", &offset, ")"].concat()
            }
        },
    )
}

fn offset(form: FormState, zone: &IanaZone, at: UtcInstant) -> Option<String> {
    if zone.is_utc() {
        return Some("+00:00".to_owned());
    }
    Some(
        form.workspace
            .rules()
            .offset_at(zone.as_str(), at)?
            .to_string(),
    )
}
