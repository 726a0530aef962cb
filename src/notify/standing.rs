//! How notifications come, and how the subscriptions are, in two lines.

use super::hub::{Hub, Push, Setting, scope};
use super::when::about;
use crate::i18n::notify as words;
use crate::session::SignInWish;
use crate::ui::{Icon, icon};
use leptos::prelude::*;
use planning::notify::Stream;

/// Where the manual tells how to run a relay.
const MANUAL: &str = "https://github.com/rostrum-events/rostrum/blob/main/docs/notifications.md";

/// The card at the head of the page.
pub(super) fn card(hub: Hub) -> AnyView {
    let health = move || {
        let health = hub.health();
        let next = health.next_renewal.map(|at| about(hub, at));
        let (class, picture) = if health.needs_attention() {
            ("missing", Icon::Warning)
        } else {
            ("good", Icon::Check)
        };
        let said = words::health(&health, next.as_deref());
        view! { <p class=class>{icon(picture)}<span>{said}</span></p> }
    };
    view! {
        <section class="card stack-tight said" aria-labelledby="notify-how">
            <h2 id="notify-how">{words::HOW}</h2>
            <div role="status">{stream(hub)}</div>
            <div class="health">{health}</div>
        </section>
    }
    .into_any()
}

/// How the notifications come.
pub(super) fn stream(hub: Hub) -> AnyView {
    let now = Memo::new(move |_| match hub.relay.get() {
        Setting::Unread => Line::plain(Icon::Info, words::CHECKING),
        Setting::Absent if matches!(hub.push.get(), Push::On(_)) => {
            Line::plain(Icon::Check, words::BY_PUSH)
        }
        Setting::Absent => Line::plain(Icon::Clock, words::NO_RELAY),
        Setting::Mistaken(mistake) => Line::plain(Icon::Warning, words::mistake(mistake)),
        Setting::At(_) => match hub.stream.get() {
            Stream::Off | Stream::Connecting => Line::plain(Icon::Clock, words::CONNECTING),
            Stream::Open(_) => Line::plain(Icon::Check, words::OPEN),
            Stream::Lost(until) => Line {
                picture: Icon::Warning,
                text: words::lost(&about(hub, until)),
                asks: None,
            },
            Stream::Refused(status, until) => Line {
                picture: Icon::Warning,
                text: words::refused(status, &about(hub, until)),
                asks: None,
            },
            Stream::NoPermission => Line::asking(words::RELAY_DENIED, words::ALLOW_RELAY),
            Stream::SignedOut => Line::asking(words::RELAY_SIGN_IN, words::SIGN_IN_AGAIN),
        },
    });
    (move || {
        let Line {
            picture,
            text,
            asks,
        } = now.get();
        let class = match picture {
            Icon::Check => "good",
            Icon::Warning => "missing",
            _ => "unclear",
        };
        let absent = text == words::NO_RELAY;
        let manual = absent.then(|| {
            view! { <a href=MANUAL target="_blank" rel="noreferrer">{words::NO_RELAY_MORE}</a> }
        });
        let asks = asks.map(|label| {
            view! { <button type="button" class="button" on:click=move |_| ask(hub)>{label}</button> }
        });
        view! { <p class=class>{icon(picture)}<span>{text}" "{manual}</span></p>{asks} }
    })
    .into_any()
}

/// What is said, and what can be asked for.
#[derive(Clone, PartialEq)]
struct Line {
    picture: Icon,
    text: String,
    asks: Option<&'static str>,
}

impl Line {
    fn plain(picture: Icon, text: &'static str) -> Self {
        Self {
            picture,
            text: text.to_owned(),
            asks: None,
        }
    }

    fn asking(text: &'static str, label: &'static str) -> Self {
        Self {
            asks: Some(label),
            ..Self::plain(Icon::Warning, text)
        }
    }
}

/// Leaves for the sign-in page, to come back with access to the relay.
fn ask(hub: Hub) {
    let Some(relay) = hub.relay_now() else { return };
    let wish = SignInWish {
        scopes: vec![scope(&relay)],
        login_hint: Some(hub.workspace.person().username),
        ..SignInWish::default()
    };
    if let Err(notice) = hub.workspace.sign_in().sign_in(wish) {
        hub.workspace.signed_out(Some(notice));
    }
}
