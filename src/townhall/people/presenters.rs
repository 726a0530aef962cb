//! Who presents: the list, adding many, taking one off.

use super::state::{People, Reading};
use super::{add, details};
use crate::browser::page;
use crate::i18n::people as words;
use crate::people::avatar;
use crate::shell::problem::problem_view;
use crate::townhall::EventState;
use crate::ui::toast::Toasts;
use crate::ui::{Icon, icon};
use leptos::prelude::*;
use planning::history::Deed;
use std::rc::Rc;
use virtual_events::{Error, EventKind, IdentityKind, NewPresenter, Presenter};

const HEADING: &str = "presenters";

/// The section with the presenters.
pub(super) fn section(event: EventState) -> AnyView {
    let people = People::open(event);
    let trouble = RwSignal::new_local(None::<Rc<Error>>);
    // the clock ticks every second; the list must not be made anew
    let may_edit = Memo::new(move |_| {
        event
            .event()
            .is_some_and(|it| event.permissions(&it).edit.is_allowed())
    });
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
            let editable = may_edit.get();
            let rows = presenters
                .iter()
                .map(|it| row(people, it, editable, trouble));
            view! { <ul class="people" aria-labelledby=HEADING>{rows.collect_view()}</ul> }
                .into_any()
        }
    };
    view! {
        <section class="card stack" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">{words::PRESENTERS}</h2>
            {move || trouble.get().map(|error| problem_view(&error, None))}
            {list}
            {move || may_edit.get().then(|| untrack(|| add::field(people)))}
        </section>
        {details::dialog(people)}
    }
    .into_any()
}

fn row(
    people: People,
    presenter: &Presenter,
    editable: bool,
    trouble: RwSignal<Option<Rc<Error>>, LocalStorage>,
) -> AnyView {
    let name = words::name(presenter);
    let mail = presenter.email.clone().filter(|mail| *mail != name);
    let about = presenter
        .presenter_details
        .as_ref()
        .and_then(|it| it.company.clone());
    let change = (editable && people.event.kind == EventKind::Webinar).then(|| {
        let (label, presenter) = (words::edit_details(&name), presenter.clone());
        let open = move |_| people.detailed.set(Some(Rc::new(presenter.clone())));
        view! { <button type="button" class="button subtle" aria-label=label on:click=open>{icon(Icon::Draft)}</button> }
    });
    let remove = editable.then(|| {
        let (label, presenter) = (words::remove(&name), presenter.clone());
        let take_off = move |_| remove(people, presenter.clone(), trouble);
        view! { <button type="button" class="button subtle" aria-label=label on:click=take_off>{icon(Icon::Dismiss)}</button> }
    });
    view! {
        <li>
            {avatar(people.event.workspace, user_id(presenter), &name)}
            <span class="who">
                <span dir="auto">{name}</span>
                {mail.map(|mail| view! { <span class="quiet small">{mail}</span> })}
                {about.map(|about| view! { <span class="quiet small" dir="auto">{about}</span> })}
            </span>
            <span class="row end">{change}{remove}</span>
        </li>
    }
    .into_any()
}

/// Takes somebody off, until they are asked back.
fn remove(
    people: People,
    presenter: Presenter,
    trouble: RwSignal<Option<Rc<Error>>, LocalStorage>,
) {
    let toasts = expect_context::<Toasts>();
    let (graph, kind, id) = (
        people.event.workspace.graph(),
        people.event.kind,
        people.event.id(),
    );
    let note = people.event.notes();
    trouble.set(None);
    people.leave_out(&presenter);
    page::focus(HEADING);
    leptos::task::spawn_local(async move {
        let presenters = graph.events(kind).presenters(&id);
        if let Err(error) = presenters.delete(&presenter.id).await {
            people.refresh();
            let _ = trouble.try_set(Some(Rc::new(error)));
            return;
        }
        note(Deed::RemovedPresenter(words::name(&presenter)));
        let Some(identity) = presenter.identity.clone() else {
            toasts.say(words::REMOVED);
            return;
        };
        toasts.undoable(words::REMOVED, move || {
            leptos::task::spawn_local(async move {
                let again = match presenter.presenter_details {
                    Some(details) if kind == EventKind::Webinar => {
                        NewPresenter::with_details(identity, details)
                    }
                    _ => NewPresenter::new(identity),
                };
                match presenters.create(&again).await {
                    Ok(_) => note(Deed::AddedPresenters(1)),
                    Err(error) => drop(trouble.try_set(Some(Rc::new(error)))),
                }
                people.refresh();
            });
        });
    });
}

/// Whose photo to show: a guest's id is none of the directory's.
fn user_id(presenter: &Presenter) -> Option<&str> {
    let identity = presenter.identity.as_ref()?;
    let user = identity.kind() == Some(IdentityKind::User);
    identity.id.as_ref().map(|id| id.as_str()).filter(|_| user)
}
