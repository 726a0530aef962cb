//! The root component: from the first byte to the signed-in frame.

use crate::access::{setup, sign_in, welcome};
use crate::browser::timer;
use crate::chunk::first_view;
use crate::config::{self, AppConfig};
use crate::i18n::welcome as words;
use crate::session::{self, SignInClient, SignInWish, Stage, StageSignal};
use crate::shell;
use crate::ui::failure;
use crate::ui::toast::Toasts;
use leptos::prelude::*;
use sign_in::Started;
use std::rc::Rc;

/// The whole app.
#[component]
pub(crate) fn App() -> impl IntoView {
    let stage = RwSignal::new_local(Stage::Starting);
    provide_context(StageSignal(stage));
    let toasts = Toasts::provide();
    let config = StoredValue::new_local(None::<Rc<AppConfig>>);
    // Kept over the way to the sign-in page: the browser may show this page again as it was left.
    let leaving = StoredValue::new_local(None::<Rc<dyn SignInClient>>);
    leptos::task::spawn_local(async move {
        match config::load().await {
            Err(problem) => stage.set(Stage::Misconfigured(problem)),
            Ok(read) => {
                let read = Rc::new(read);
                config.set_value(Some(Rc::clone(&read)));
                start(stage, read).await;
            }
        }
    });
    let view = move || match stage.get() {
        Stage::Starting => splash(words::STARTING),
        Stage::SigningIn => splash(words::SIGNING_IN),
        Stage::Misconfigured(problem) => setup::setup_page(&problem),
        Stage::SignedOut(notice) => {
            let busy = RwSignal::new(false);
            welcome::welcome_page(notice, busy.into(), move || {
                busy.set(true);
                if let Some(config) = config.get_value() {
                    leptos::task::spawn_local(begin(stage, config, busy, leaving));
                }
            })
        }
        Stage::SignedIn(session) => first_view(shell::frame(session), splash(words::STARTING)),
    };
    view! {
        {view}
        {toasts.region()}
    }
}

fn splash(text: &'static str) -> AnyView {
    view! { <div class="splash" role="status"><p>{text}</p></div> }.into_any()
}

/// Takes up what this tab left: a session, or the sign-in page's answer. Otherwise: signed out.
async fn start(stage: RwSignal<Stage, LocalStorage>, config: Rc<AppConfig>) {
    let lost = session::answer_was_lost().then(words::answer_lost);
    if lost.is_none() && !session::something_to_take_up() {
        stage.set(Stage::SignedOut(None));
        // The code for a sign-in comes while the user reads the page.
        timer::when_idle(|| {
            leptos::task::spawn_local(async {
                let _ = sign_in::preload().await;
            })
        });
        return;
    }
    stage.set(Stage::SigningIn);
    // All of them are needed in a moment; fetched side by side instead of one after the other.
    leptos::task::spawn_local(async {
        let _ = shell::preload().await;
    });
    match sign_in::start(config).await {
        Ok(started) => match started.await {
            Started::SignedIn(mut session) => {
                session.notice = session.notice.or(lost);
                let gone = Box::new(move || stage.set(Stage::SignedOut(None)));
                session.sign_in.on_signed_out_elsewhere(gone);
                stage.set(Stage::SignedIn(session));
            }
            Started::SignedOut(notice) => stage.set(Stage::SignedOut(notice.or(lost))),
        },
        Err(_) => stage.set(Stage::SignedOut(Some(failure::chunk_notice()))),
    }
}

/// Goes to the sign-in page.
async fn begin(
    stage: RwSignal<Stage, LocalStorage>,
    config: Rc<AppConfig>,
    busy: RwSignal<bool>,
    leaving: StoredValue<Option<Rc<dyn SignInClient>>, LocalStorage>,
) {
    match sign_in::client(config).await {
        Ok(Err(notice)) => stage.set(Stage::SignedOut(Some(notice))),
        Ok(Ok(client)) => {
            if let Err(notice) = client.sign_in(SignInWish::default()) {
                stage.set(Stage::SignedOut(Some(notice)));
            }
            leaving.set_value(Some(client));
        }
        Err(_) => stage.set(Stage::SignedOut(Some(failure::chunk_notice()))),
    }
    let _ = busy.try_set(false);
}
