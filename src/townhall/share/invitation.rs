//! The invitation's text, to copy or to send by one's own mail program.

use super::state::Share;
use super::wording;
use crate::browser::{clipboard, download};
use crate::i18n::{failure, share as words};
use crate::ui::toast::Toasts;
use crate::ui::{Icon, icon};
use leptos::prelude::*;
use planning::calendar_file::{Standing, calendar_file};
use planning::invitation::{
    Attachment, Block, Invitation, MailFile, MailLink, file_name, mail_file, mail_link,
};

/// The organizer's own words, the invitation as it reads, and ways to take it along.
pub(super) fn card(share: Share) -> AnyView {
    view! {
        <section class="card stack" aria-labelledby="share-invitation">
            <h2 id="share-invitation">{words::INVITATION}</h2>
            <div class="field">
                <label for="share-message">{words::MESSAGE}</label>
                <p class="help" id="share-message-help">{words::MESSAGE_HELP}</p>
                <textarea
                    class="input"
                    id="share-message"
                    dir="auto"
                    aria-describedby="share-message-help"
                    prop:value=move || share.typed.read().message.clone()
                    on:input:target=move |ev| share.typed.update(|it| it.message = ev.target().value())
                ></textarea>
            </div>
            {preview(share)}
            {actions(share)}
        </section>
    }
    .into_any()
}

/// The invitation as its readers will see it.
pub(super) fn preview(share: Share) -> AnyView {
    view! {
        <div class="preview stack" role="group" aria-label=words::PREVIEW>
            {move || read(&wording::invitation(share))}
        </div>
    }
    .into_any()
}

fn read(invitation: &Invitation) -> AnyView {
    let blocks = invitation.blocks.iter().map(|block| match block {
        Block::Text(text) if text.trim().is_empty() => ().into_any(),
        Block::Text(text) => {
            let text = text.trim().to_owned();
            view! { <p class="prose" dir="auto">{text}</p> }.into_any()
        }
        Block::Fact { label, lines } => {
            let (label, lines) = (label.clone(), lines.join("\n"));
            view! { <p class="prose"><strong>{label}":"</strong>" "{lines}</p> }.into_any()
        }
        Block::Link { label, url } => {
            let (label, url) = (label.clone(), url.clone());
            view! { <p><a href=url target="_blank" rel="noopener">{label}</a></p> }.into_any()
        }
    });
    let title = invitation.title.clone();
    view! { <h3 dir="auto">{title}</h3>{blocks.collect_view()} }.into_any()
}

fn actions(share: Share) -> AnyView {
    let toasts = expect_context::<Toasts>();
    let copy = move |formatted: Formatted| {
        let invitation = untrack(|| wording::invitation(share));
        leptos::task::spawn_local(async move {
            let plain = invitation.plain();
            let copied = match formatted {
                Formatted::Yes => clipboard::write_formatted(&invitation.html(), &plain).await,
                Formatted::No => clipboard::write(&plain).await,
            };
            match copied {
                Ok(()) => toasts.say(words::INVITATION_COPIED),
                Err(clipboard::Refused) => toasts.say([failure::COPY_BY_HAND, &plain].concat()),
            }
        });
    };
    let link = Memo::new(move |_| mail_link(&wording::invitation(share)).address().to_owned());
    let short = move || {
        let link = mail_link(&wording::invitation(share));
        matches!(link, MailLink::Short(_))
            .then(|| view! { <p class="quiet small">{words::MAIL_SHORT}</p> })
    };
    let save = move |_| {
        let mail = untrack(|| file(share));
        let name = file_name(&mail.invitation.title, "eml");
        if download::save(&name, "message/rfc822", mail_file(&mail).as_bytes()).is_err() {
            toasts.say(words::NOT_SAVED);
        }
    };
    view! {
        <div class="row">
            <button type="button" class="button" on:click=move |_| copy(Formatted::Yes)>{icon(Icon::Copy)}{words::COPY_INVITATION}</button>
            <button type="button" class="button" on:click=move |_| copy(Formatted::No)>{icon(Icon::Copy)}{words::COPY_PLAIN}</button>
            <a class="button" href=link>{icon(Icon::Open)}{words::MAIL_PROGRAM}</a>
            <button type="button" class="button" on:click=save>{words::SAVE_EML}</button>
        </div>
        {short}
    }
    .into_any()
}

/// How a text is put on the clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Formatted {
    Yes,
    No,
}

/// The invitation as a mail to nobody yet.
fn file(share: Share) -> MailFile {
    let me = share.event.workspace.person();
    let calendar = wording::calendar_event(share, Standing::Confirmed);
    let attachments = calendar.map(|event| Attachment {
        name: words::ICS_NAME.to_owned(),
        media_type: "text/calendar; charset=utf-8".to_owned(),
        content: calendar_file(&event, &*share.event.workspace.rules()),
    });
    MailFile {
        invitation: wording::invitation(share),
        from: Some((me.name, me.username)),
        hidden_recipients: Vec::new(),
        written: share.event.clock.glance(),
        attachments: attachments.into_iter().collect(),
    }
}
