//! One subscription: where it stands, and what can be done with it.

use super::hub::Hub;
use super::when::{about, countdown, exact};
use crate::browser::timer;
use crate::i18n::event as names;
use crate::i18n::notify as words;
use crate::shell::Attempt;
use crate::ui::toast::Toasts;
use crate::ui::{Icon, icon};
use leptos::prelude::*;
use planning::notify::{Ledger, Noted, Standing, Subject, Upkeep, Watched};
use virtual_events::{SubscriptionId, UtcInstant};

/// A row of the list.
pub(super) fn item(hub: Hub, id: SubscriptionId) -> AnyView {
    let attempt = Attempt::new();
    let own = id.clone();
    let noted = Memo::new(move |_| hub.noted(&own));
    let id = StoredValue::new(id);
    let body = move || Some(facts(hub, &noted.get()?));
    let actions = move || Some(actions(hub, id.get_value(), &noted.get()?, attempt));
    view! {
        <li class="subscription">
            {body}
            <div class="row">{actions}</div>
            {attempt.problem()}
        </li>
    }
    .into_any()
}

fn facts(hub: Hub, noted: &Noted) -> AnyView {
    let watched = Watched::of_resource(noted.resource.as_str());
    let what = match &watched {
        Some(known) => words::watched(Some(known)).to_owned(),
        // what isn't known here says its path
        None => noted.resource.as_str().to_owned(),
    };
    let event = Subject::at(noted.resource.as_str()).event;
    let title = move || {
        let events = hub.list.known().events?;
        let found = events
            .iter()
            .find(|it| Some(&it.event.id) == event.as_ref())?;
        let title = found.event.display_name.as_deref().unwrap_or_default();
        Some([names::title(title).as_str(), ": "].concat())
    };
    let (expires_at, kept) = (noted.expires_at, noted.clone());
    let state = move || {
        let standing = Ledger::standing(&kept, hub.minute());
        let (class, picture) = match standing {
            Standing::Well => ("good", Icon::Check),
            Standing::Troubled => ("missing", Icon::Warning),
            Standing::Ended | Standing::Gone => ("impossible", Icon::Cancelled),
        };
        view! { <span class=["state ", class].concat()>{icon(picture)}{words::standing(standing)}</span> }
    };
    let moment = move |at: UtcInstant, said: fn(Hub, UtcInstant) -> String| {
        view! { <time datetime=at.to_string() title=exact(hub, at)>{move || said(hub, at)}</time> }
    };
    let last = match noted.told_at {
        Some(at) => moment(at, about).into_any(),
        None => words::NONE_YET.into_any(),
    };
    let care = match noted.upkeep {
        Upkeep::KeptAlive => words::RENEWED_HERE,
        Upkeep::LeftAlone => words::NOT_RENEWED_HERE,
    };
    let trouble = noted.trouble.as_ref().map(|trouble| {
        view! { <p class="problem">{icon(Icon::Warning)}<span>{words::trouble(trouble)}</span></p> }
    });
    view! {
        <div class="row between">
            <strong class="name"><span dir="auto">{title}</span>{what}</strong>
            {state}
        </div>
        <ul class="plain line quiet">
            <li><span>{words::ENDS}" "{moment(expires_at, countdown)}", "{care}</span></li>
            <li><span>{words::LAST}" "{last}</span></li>
            <li>{words::way(&noted.way)}</li>
        </ul>
        {trouble}
    }
    .into_any()
}

fn actions(hub: Hub, id: SubscriptionId, noted: &Noted, attempt: Attempt) -> AnyView {
    let toasts = expect_context::<Toasts>();
    let standing = Ledger::standing(noted, timer::now());
    let alive = matches!(standing, Standing::Well | Standing::Troubled);
    let renewing_id = id.clone();
    let (renewing, reauthorizing, anew, caring, deleting) =
        (id.clone(), id.clone(), id.clone(), id.clone(), id);
    let renew = move |_| {
        let id = renewing.clone();
        attempt.make(Box::pin(async move {
            hub.renew(&id).await;
            say_if_well(hub, &id, toasts, words::RENEWED);
            Ok(())
        }));
    };
    let reauthorize = move |_| {
        let id = reauthorizing.clone();
        attempt.make(Box::pin(async move {
            hub.reauthorize(&id).await;
            say_if_well(hub, &id, toasts, words::REAUTHORIZED);
            Ok(())
        }));
    };
    let make_anew = move |_| {
        let id = anew.clone();
        attempt.make(Box::pin(async move {
            hub.make_anew(&id).await;
            Ok(())
        }));
    };
    let delete = move |_| {
        let id = deleting.clone();
        attempt.make(Box::pin(async move {
            hub.delete(&id).await?;
            toasts.say(words::DELETED);
            Ok(())
        }));
    };
    let (label, upkeep) = match noted.upkeep {
        Upkeep::KeptAlive => (words::LEAVE, Upkeep::LeftAlone),
        Upkeep::LeftAlone => (words::ADOPT, Upkeep::KeptAlive),
    };
    let care = move |_| hub.care_for(&caring, upkeep);
    let rested = noted.clone();
    let too_soon = Memo::new(move |_| !rested.may_be_reauthorized(hub.minute()));
    let can_anew = !alive && hub.can_make_anew(&renewing_id);
    view! {
        {alive.then(|| view! {
            <button type="button" class="button subtle" aria-busy=move || attempt.busy() on:click=renew>{words::RENEW}</button>
            <button type="button" class="button subtle" disabled=too_soon title=move || too_soon.get().then_some(words::TOO_SOON) on:click=reauthorize>{words::REAUTHORIZE}</button>
            <button type="button" class="button subtle" on:click=care>{label}</button>
        })}
        {can_anew.then(|| view! {
            <button type="button" class="button" aria-busy=move || attempt.busy() on:click=make_anew>{words::MAKE_ANEW}</button>
        })}
        <button type="button" class="button subtle" on:click=delete>{words::DELETE}</button>
    }
    .into_any()
}

/// What went wrong stands in the row.
fn say_if_well(hub: Hub, id: &SubscriptionId, toasts: Toasts, said: &'static str) {
    let noted = hub.ledger.try_with_untracked(|it| it.get(id).cloned());
    if noted.flatten().is_some_and(|it| it.trouble.is_none()) {
        toasts.say(said);
    }
}
