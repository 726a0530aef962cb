//! Calls on the signed-in user's mailbox.

use serde::Serialize;

use super::{MAX_RECIPIENTS, NewMail, SentItems};
use crate::GraphClient;
use crate::client::{Call, Target};
use crate::error::{Error, RequestProblem};
use crate::scope::SEND_MAIL;

/// Calls on the signed-in user's mailbox; from [`GraphClient::mail`].
#[derive(Clone, Debug)]
pub struct Mail {
    client: GraphClient,
}

impl GraphClient {
    /// The signed-in user's mailbox.
    #[must_use]
    pub fn mail(&self) -> Mail {
        Mail {
            client: self.clone(),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Parameters<'a> {
    message: &'a NewMail,
    save_to_sent_items: bool,
}

impl Mail {
    /// Sends a mail from the signed-in user's mailbox.
    ///
    /// Permission `Mail.Send`, which a user can consent to. Success (202) means that the service
    /// took the mail, not that it arrived. It doesn't count among the writes of virtual events,
    /// which stand in a queue; Exchange has limits of its own (30 mails a minute). After a lost
    /// answer it is never sent again by itself: [`Error::may_have_happened`] says so. Source:
    /// Graph page "user: sendMail".
    ///
    /// # Errors
    /// 400 for a recipient that is no address; a [`RequestProblem::Recipients`] for none, or for
    /// more than [`MAX_RECIPIENTS`].
    pub async fn send(&self, mail: &NewMail, kept: SentItems) -> Result<(), Error> {
        let recipients = mail.to.len() + mail.bcc.len();
        if recipients == 0 || recipients > MAX_RECIPIENTS {
            return Err(RequestProblem::Recipients(recipients).into());
        }
        let parameters = Parameters {
            message: mail,
            save_to_sent_items: kept == SentItems::Keep,
        };
        let target = Target::new("/me").word("sendMail");
        let call = Call::post(target, SEND_MAIL).json(&parameters).unpaced();
        self.client.exchange(&call).await.map(drop)
    }
}
