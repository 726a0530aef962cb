//! The one permission that nothing else here needs: asked for when a mail is to be sent.

use super::state::Share;
use crate::i18n::{problem, share as words};
use crate::shell::problem::{problem_view, sign_in_button};
use crate::ui::message::{Details, Tone, message};
use leptos::prelude::*;
use std::rc::Rc;
use virtual_events::{Error, ErrorKind, Scope, TokenDemand};

/// Whether mail may be sent; an error says what is in the way.
pub(super) async fn check(share: Share) -> Result<(), Error> {
    let sign_in = share.event.workspace.sign_in();
    let token = sign_in.access_token(&[Scope::MailSend], TokenDemand::Cached);
    token.await.map(drop).map_err(Error::from)
}

/// What stands in the way of sending, with the action that fits it.
pub(super) fn obstacle(share: Share, error: &Rc<Error>, retry: Callback<()>) -> AnyView {
    if error.kind() != ErrorKind::ConsentRequired {
        return problem_view(error, Some(retry));
    }
    let workspace = share.event.workspace;
    let scopes = vec![Scope::MailSend];
    let button = sign_in_button(workspace, problem::ASK_ACCESS, scopes, None);
    message(
        Tone::Warning,
        words::MAY_SEND,
        words::MAY_SEND_TEXT.to_owned(),
        &Details::default(),
        button,
    )
}
