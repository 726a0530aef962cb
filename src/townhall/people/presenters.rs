//! Who presents.

use super::state::{People, Reading};
use crate::i18n::people as words;
use crate::shell::initials;
use crate::shell::problem::problem_view;
use crate::townhall::EventState;
use leptos::prelude::*;
use virtual_events::Presenter;

/// The section with the presenters.
pub(super) fn section(event: EventState) -> AnyView {
    let people = People::open(event);
    let list = move || match people.reading() {
        Reading::UnderWay => view! {
            <span class="skeleton" style="block-size:96px" aria-busy="true"></span>
        }
        .into_any(),
        Reading::Failed(error) => {
            problem_view(&error, Some(Callback::new(move |()| people.refresh())))
        }
        Reading::There(presenters) if presenters.is_empty() => {
            view! { <p class="quiet">{words::NO_PRESENTERS}</p> }.into_any()
        }
        Reading::There(presenters) => {
            let rows = presenters.iter().map(row).collect_view();
            view! { <ul class="people">{rows}</ul> }.into_any()
        }
    };
    view! {
        <section class="card stack" aria-labelledby="presenters">
            <h2 id="presenters">{words::PRESENTERS}</h2>
            {list}
        </section>
    }
    .into_any()
}

fn row(presenter: &Presenter) -> AnyView {
    let name = words::name(presenter);
    let mail = presenter.email.clone().filter(|mail| *mail != name);
    view! {
        <li>
            <span class="avatar" aria-hidden="true">{initials(&name)}</span>
            <span dir="auto">{name}</span>
            {mail.map(|mail| view! { <span class="quiet small">{mail}</span> })}
        </li>
    }
    .into_any()
}
