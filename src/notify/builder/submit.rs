//! Sends it, and says what became of it.

use super::super::hub::NotMade;
use super::state::{Building, Kind, Place};
use crate::browser::page;
use crate::i18n::notify as words;
use crate::shell::problem::problem_view;
use crate::ui::message::{Details, Tone, message};
use crate::ui::toast::Toasts;
use leptos::prelude::*;
use planning::notify::{Trouble, Upkeep, Way, WishProblem};
use virtual_events::ErrorKind;

/// What became of the last attempt; `Default` while there was none.
#[derive(Clone, Default)]
pub(super) struct Sent {
    pub(super) busy: bool,
    pub(super) failed: Option<NotMade>,
}

/// Sends what is chosen, unless something is wrong with it.
pub(super) fn go(building: Building) {
    if building.sent.with_untracked(|it| it.busy) {
        return;
    }
    building.tried.set(true);
    let wish = untrack(|| building.wish());
    let relay = untrack(|| building.relay());
    let wrong = !untrack(|| building.problems()).is_empty();
    let Some(wish) = wish.filter(|_| !wrong) else {
        page::focus(first_wrong(building));
        return;
    };
    let pushed = building.place.get_untracked() == Place::Push;
    let by_itself = untrack(|| building.is_for_applications());
    if by_itself && !untrack(|| building.may_hand_over()) {
        return;
    }
    let toasts = expect_context::<Toasts>();
    building.sent.set(Sent {
        busy: true,
        failed: None,
    });
    leptos::task::spawn_local(async move {
        let hub = building.hub;
        let made = match relay {
            Some(relay) if by_itself => {
                let handed = hub.hand_over(&relay, &wish.watched).await;
                hub.read_held().await;
                handed.map_err(NotMade::Relay)
            }
            Some(relay) => hub.make_by_relay(&relay, wish.watched, wish.changes).await,
            None => match hub.push_keys().filter(|_| pushed) {
                Some(keys) => hub.make_by_push(&keys, wish.watched, wish.changes).await,
                None => hub.make(&wish, Way::Elsewhere, None).await,
            },
        };
        match made {
            Ok(()) => {
                toasts.say(if by_itself {
                    words::HANDED_OVER
                } else {
                    words::MADE
                });
                let _ = building.open.try_set(false);
            }
            Err(failed) => {
                let _ = building.sent.try_set(Sent {
                    busy: false,
                    failed: Some(failed),
                });
            }
        }
    });
}

/// The field to look at first.
fn first_wrong(building: Building) -> &'static str {
    let problems = untrack(|| building.problems());
    match (problems.first(), building.kind.get_untracked()) {
        (Some(WishProblem::NoChange | WishProblem::ChangeNotOffered(_)), _) => "notify-change-0",
        (Some(WishProblem::NotificationUrl), _) => "notify-address",
        (Some(WishProblem::LifecycleUrl | WishProblem::LifecycleUrlMissing), _) => {
            "notify-lifecycle"
        }
        (Some(WishProblem::SecretTooLong(_)), _) => "notify-secret",
        (Some(WishProblem::LastsTooLong(_)), _) => "notify-lasts",
        (None, Kind::EventsOf) => "notify-organizers",
        (None, Kind::Calls) => "notify-join",
        (None, _) => "notify-event",
    }
}

/// Why the last attempt failed, with what helps.
pub(super) fn outcome(building: Building) -> AnyView {
    (move || Some(told(building, building.sent.get().failed?))).into_any()
}

fn told(building: Building, failed: NotMade) -> AnyView {
    let plain = |text: String, action: AnyView| {
        message(
            Tone::Error,
            words::NOT_MADE,
            text,
            &Details::default(),
            action,
        )
    };
    match failed {
        NotMade::ExistsAlready(found) => {
            let keep = found.map(|id| {
                let keep = move |_| {
                    building.hub.care_for(&id, Upkeep::KeptAlive);
                    building.open.set(false);
                };
                view! { <button type="button" class="button" on:click=keep>{words::KEEP_IT}</button> }
            });
            message(
                Tone::Warning,
                words::ONE_EXISTS,
                words::trouble(&Trouble::ExistsAlready),
                &Details::default(),
                keep.into_any(),
            )
        }
        NotMade::Relay(problem) => plain(
            words::trouble(&Trouble::Relay(problem.code())),
            ().into_any(),
        ),
        NotMade::Graph(error) => match (Trouble::of(&error), error.kind()) {
            (trouble @ (Trouble::NotValidated | Trouble::NotOrganizer), _) => {
                plain(words::trouble(&trouble), ().into_any())
            }
            (_, ErrorKind::Cancelled) => ().into_any(),
            _ => problem_view(&error, Some(Callback::new(move |()| go(building)))),
        },
    }
}

/// The buttons at the end.
pub(super) fn actions(building: Building) -> AnyView {
    let busy = move || building.sent.with(|it| it.busy).then_some("true");
    let label =
        Memo::new(
            move |_| match (building.is_for_applications(), building.may_hand_over()) {
                (false, _) => Some(words::SUBSCRIBE),
                (true, true) => Some(words::HAND_OVER),
                (true, false) => None,
            },
        );
    let send = move || {
        label.get().map(|label| {
            view! { <button type="submit" class="button primary" aria-busy=busy>{label}</button> }
        })
    };
    view! {
        <div class="actions">
            <button type="button" class="button" on:click=move |_| building.open.set(false)>{words::CLOSE}</button>
            {send}
        </div>
    }
    .into_any()
}
