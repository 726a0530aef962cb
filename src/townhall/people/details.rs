//! What a webinar tells of a presenter.

use super::state::People;
use crate::i18n::people as words;
use crate::shell::Attempt;
use crate::ui::dialog::Modal;
use crate::ui::field::{self, Note};
use leptos::prelude::*;
use std::rc::Rc;
use virtual_events::{BodyType, ItemBody, Presenter, PresenterDetails};

/// The dialog; open while somebody's details are being changed.
pub(super) fn dialog(people: People) -> AnyView {
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(people.detailed.get().is_some()));
    Effect::new(move |_| {
        if !open.get() && people.detailed.get_untracked().is_some() {
            people.detailed.set(None);
        }
    });
    let title = Signal::derive(move || {
        let who = people.detailed.get();
        who.map(|it| words::edit_details(&words::name(&it)))
            .unwrap_or_default()
    });
    let body = move || untrack(|| people.detailed.get()).map(|it| form(people, &it));
    view! { <Modal open title body/> }.into_any()
}

#[derive(Clone, Copy)]
struct Input {
    id: &'static str,
    label: &'static str,
    value: RwSignal<String>,
}

impl Input {
    fn new(id: &'static str, label: &'static str, value: Option<&String>) -> Self {
        Self {
            id,
            label,
            value: RwSignal::new(value.cloned().unwrap_or_default()),
        }
    }

    /// What to send. A details object can't take a text away, but it can send an empty one.
    fn said(self, before: Option<&String>) -> Option<String> {
        let value = self.value.get_untracked().trim().to_owned();
        (!value.is_empty() || before.is_some()).then_some(value)
    }
}

fn form(people: People, presenter: &Rc<Presenter>) -> AnyView {
    let before = presenter.presenter_details.clone().unwrap_or_default();
    let bio = before.bio.as_ref().and_then(|it| it.content.as_ref());
    let bio = Input::new("bio", words::BIO, bio);
    let company = Input::new("company", words::COMPANY, before.company.as_ref());
    let job = Input::new("job", words::JOB, before.job_title.as_ref());
    let links = [
        Input::new(
            "linkedin",
            words::LINKEDIN,
            before.linked_in_profile_web_url.as_ref(),
        ),
        Input::new("site", words::SITE, before.personal_site_web_url.as_ref()),
        Input::new(
            "twitter",
            words::TWITTER,
            before.twitter_profile_web_url.as_ref(),
        ),
    ];
    let [linked_in, site, twitter] = links;
    let (attempt, tried) = (Attempt::new(), RwSignal::new(false));
    let id = presenter.id.clone();
    let send = move |ev: web_sys::SubmitEvent| {
        ev.prevent_default();
        tried.set(true);
        let wrong = links.iter().find(|it| !is_link(&it.value.get_untracked()));
        if let Some(wrong) = wrong {
            crate::browser::page::focus(wrong.id);
            return;
        }
        let details = PresenterDetails {
            bio: bio
                .said(before.bio.as_ref().and_then(|it| it.content.as_ref()))
                .map(|content| ItemBody {
                    content: Some(content),
                    content_type: Some(BodyType::Text),
                }),
            company: company.said(before.company.as_ref()),
            job_title: job.said(before.job_title.as_ref()),
            linked_in_profile_web_url: linked_in.said(before.linked_in_profile_web_url.as_ref()),
            personal_site_web_url: site.said(before.personal_site_web_url.as_ref()),
            twitter_profile_web_url: twitter.said(before.twitter_profile_web_url.as_ref()),
        };
        let (graph, event, id) = (people.event.workspace.graph(), people.event, id.clone());
        attempt.make(Box::pin(async move {
            let events = graph.events(event.kind);
            let presenters = events.presenters(&event.id());
            presenters.update(&id, &details).await?;
            people.detailed.set(None);
            people.refresh();
            Ok(())
        }));
    };
    view! {
        <form class="stack" novalidate on:submit=send>
            <h2>{words::edit_details(&words::name(presenter))}</h2>
            {attempt.problem()}
            <div class="field">
                <label for=bio.id>{bio.label}</label>
                <textarea class="input" id=bio.id rows="4" prop:value=bio.value on:input:target=move |ev| bio.value.set(ev.target().value())></textarea>
            </div>
            {line(company, Signal::derive(Vec::new))}
            {line(job, Signal::derive(Vec::new))}
            {links.map(|input| line(input, notes(input, tried))).into_iter().collect_view()}
            <div class="actions">
                <button type="button" class="button" on:click=move |_| people.detailed.set(None)>{words::CANCEL}</button>
                <button type="submit" class="button primary" aria-busy=move || attempt.busy()>{words::SAVE}</button>
            </div>
        </form>
    }
    .into_any()
}

fn notes(input: Input, tried: RwSignal<bool>) -> Signal<Vec<Note>> {
    Signal::derive(move || {
        let wrong = tried.get() && !is_link(&input.value.read());
        wrong
            .then(|| Note::Problem(words::NO_LINK.to_owned()))
            .into_iter()
            .collect()
    })
}

/// Nothing, or an address of the web.
fn is_link(text: &str) -> bool {
    let text = text.trim();
    text.is_empty()
        || ["https://", "http://"].iter().any(|scheme| {
            text.strip_prefix(scheme)
                .is_some_and(|rest| rest.contains('.') && !rest.contains(char::is_whitespace))
        })
}

fn line(input: Input, notes: Signal<Vec<Note>>) -> AnyView {
    let notes_id = [input.id, "-notes"].concat();
    view! {
        <div class="field">
            <label for=input.id>{input.label}</label>
            <input
                class="input"
                id=input.id
                prop:value=input.value
                on:input:target=move |ev| input.value.set(ev.target().value())
                aria-describedby=notes_id.clone()
                aria-invalid=move || field::blocks(&notes.read()).then_some("true")
            />
            {field::notes(notes_id, notes)}
        </div>
    }
    .into_any()
}
