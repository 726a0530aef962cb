//! What only Teams itself offers, and the way there.

use super::state::{FormState, Purpose};
use crate::i18n::teams as words;
use crate::shell::Workspace;
use crate::ui::{Icon, icon};
use leptos::prelude::*;
use virtual_events::{EventId, EventKind, EventStatus};

/// The card; only for an event that is there.
pub(super) fn card(form: FormState) -> Option<AnyView> {
    let Purpose::Edit(event) = form.purpose.get_untracked() else {
        return None;
    };
    let options = RwSignal::new(None::<String>);
    if event.status == Some(EventStatus::Published) {
        let (workspace, kind, id) = (form.workspace, event.kind, event.id.clone());
        leptos::task::spawn_local(async move {
            let _ = options.try_set(options_page(workspace, kind, &id).await);
        });
    }
    let link = move || {
        let (href, label) = match options.get() {
            Some(url) => (url, words::OPTIONS),
            None => (words::TEAMS_ADDRESS.to_owned(), words::TEAMS),
        };
        view! { <a class="button" href=href target="_blank" rel="noopener">{icon(Icon::Open)}{label}</a> }
    };
    let items = words::ONLY_THERE.map(|it| view! { <li>{it}</li> });
    Some(
        view! {
            <aside class="card stack-tight" aria-labelledby="teams-only">
                <h2 id="teams-only">{words::TITLE}</h2>
                <p class="quiet">{words::TEXT}</p>
                <ul>{items.into_iter().collect_view()}</ul>
                <div class="row">{link}</div>
            </aside>
        }
        .into_any(),
    )
}

/// The session's page of options in Teams; a session that can't be read has none to show.
async fn options_page(workspace: Workspace, kind: EventKind, id: &EventId) -> Option<String> {
    let graph = workspace.graph();
    let events = graph.events(kind);
    let sessions = events.sessions(id);
    let first = sessions.list().next_page().await.ok()??;
    let session = first.items.into_iter().next()?;
    let whole = sessions.get(&session.id).await.ok()?;
    whole
        .meeting_options_web_url
        .filter(|url| url.starts_with("https://"))
}
