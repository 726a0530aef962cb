//! Rail or bottom bar, header, and the place where the page goes.

use super::account::account_menu;
use super::{Workspace, problem, shortcuts};
use crate::access::welcome::{notice_view, wordmark};
use crate::browser::module::room_styles;
use crate::browser::{bell, focus, page, timer};
use crate::chunk::{ChunkError, chunk_view};
use crate::event::{Clock, EventList};
use crate::i18n::frame as words;
use crate::router::Router;
use crate::routes::Page;
use crate::session::{Session, SignInNotice};
use crate::ui::{Icon, icon};
use crate::{board, calendar, import, live, notify, series, templates, townhall};
use futures_util::future::LocalBoxFuture;
use leptos::prelude::*;

/// The id of the element that holds the page.
const CONTENT: &str = "page";

/// Sets up the workspace and draws the frame around the routes.
pub(super) fn frame(session: Session) -> AnyView {
    let base = match session.config.graph_base() {
        Ok(base) => base,
        Err(problem) => return crate::access::setup::setup_page(&problem),
    };
    let notice = RwSignal::new_local(session.notice.clone());
    let workspace = Workspace::provide(session, base);
    Clock::provide();
    EventList::provide(workspace);
    let router = Router::provide();
    // A change of the query, or of an event's part, leaves the page as it is.
    let page = Memo::new(move |_| router.page().map(Page::room));
    prefetch(workspace);
    let (shortcuts, help) = shortcuts::listen(router);
    focus::keep(".toasts");
    view! {
            <div class="frame">
                <a class="button skip" href="#page" on:click=|ev| skip(&ev)>{words::SKIP}</a>
                <nav class="rail" aria-label=words::MAIN_NAVIGATION>
                    <div>
                        {rail_link(&Page::Board, Icon::Board, words::BOARD)}
                        {rail_link(&Page::Live, Icon::Live, words::LIVE)}
                        {rail_link(&Page::Calendar, Icon::Calendar, words::CALENDAR)}
                        {rail_link(&Page::Templates, Icon::Copy, words::TEMPLATES)}
                        {rail_link(&Page::Access, Icon::Check, words::ACCESS)}
                    </div>
                </nav>
                <header class="top">
                    <a href="/" class="wordmark">{wordmark()}</a>
                    // how many are new is written into it by their room, once that is there
                    <a href="/notifications" class="button subtle icon-only bell" id=bell::ID aria-label=words::NOTIFICATIONS>{icon(Icon::Bell)}<span id=bell::COUNT aria-hidden="true"></span></a>
                    {account_menu(workspace, shortcuts)}
                </header>
                <main class="page" id=CONTENT tabindex="-1">
                    {move || notice.get().map(|it| returned(it, notice))}
                    {move || page.get().map_or_else(not_found, |page| untrack(|| content(page)))}
                </main>
                {help}
            </div>
    }
    .into_any()
}

/// To the page's content, and the focus with it.
fn skip(ev: &leptos::ev::MouseEvent) {
    ev.prevent_default();
    page::focus(CONTENT);
}

/// What became of a request for more, above whatever page it was made from.
fn returned(
    said: SignInNotice,
    notice: RwSignal<Option<SignInNotice>, LocalStorage>,
) -> impl IntoView {
    view! {
        <div class="returned stack-tight">
            {notice_view(said)}
            <button type="button" class="button subtle" on:click=move |_| notice.set(None)>{words::DISMISS}</button>
        </div>
    }
}

/// How long the board gets the line to itself before other pages' code is fetched.
const HEAD_START: u32 = 3_000;

/// Fetches the code of the next likely pages, once nothing else is going on.
fn prefetch(workspace: Workspace) {
    timer::after(HEAD_START, move || {
        timer::when_idle(move || {
            leptos::task::spawn_local(async move {
                let _ = room_styles();
                // What can't be fetched now is fetched, or complained about, when it is used.
                let _ = problem::preload().await;
                let _ = shortcuts::preload().await;
                let _ = townhall::preload_event().await;
                let _ = townhall::preload_form().await;
                let _ = live::begin_watch(workspace).await;
                let _ = workspace.settled.try_set(true);
            });
        });
    });
}

fn content(page: Page) -> AnyView {
    // boxed here, so that what follows is there once and not for every page
    let load: LocalBoxFuture<'static, Result<AnyView, ChunkError>> = match page {
        Page::Board => return board::page(),
        Page::Live => Box::pin(live::page()),
        Page::Templates => Box::pin(templates::page()),
        Page::Calendar => Box::pin(calendar::page()),
        Page::Access => Box::pin(crate::access::check::page()),
        Page::Notifications => Box::pin(notify::page()),
        Page::New(kind) => Box::pin(townhall::new_page(kind)),
        Page::Import => Box::pin(import::page()),
        Page::Event(kind, id) | Page::EventPart(kind, id, _) => {
            Box::pin(townhall::event_page(kind, id))
        }
        Page::EditEvent(kind, id) => Box::pin(townhall::edit_page(kind, id)),
        Page::NewSeries => Box::pin(series::new_page()),
        Page::Series(id) => Box::pin(series::page(id)),
    };
    let skeleton = view! {
        <div class="stack" aria-busy="true">
            <span class="skeleton" style="inline-size:40%;block-size:36px"></span>
            <span class="skeleton" style="block-size:120px"></span>
        </div>
    };
    chunk_view(load, skeleton.into_any())
}

fn rail_link(page: &Page, picture: Icon, label: &'static str) -> impl IntoView {
    let (router, page) = (Router::expect(), page.clone());
    let path = page.path();
    let current = move || (router.page().as_ref() == Some(&page)).then_some("page");
    view! { <a href=path aria-current=current>{icon(picture)}<span>{label}</span></a> }
}

fn not_found() -> AnyView {
    crate::browser::page::set_title(words::NOT_FOUND);
    view! {
        <div class="empty">
            <h1>{words::NOT_FOUND}</h1>
            <p>{words::NOT_FOUND_TEXT}</p>
            <a href="/" class="button primary">{words::TO_BOARD}</a>
        </div>
    }
    .into_any()
}
