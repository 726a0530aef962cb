//! Which hint tells the service who is expected.

use super::Prompt;
use crate::account::Account;

/// A hint for the authorize request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hint<'a> {
    /// `login_hint` with the opaque claim; `domain_hint` is left out beside it.
    Opaque(&'a str),
    /// `login_hint` with a user name.
    Name(&'a str),
    /// `sid`, the id of the session with the service.
    Session(&'a str),
}

/// The hint to send: the opaque claim, then (only for `prompt=none`) the session's id, then what
/// the caller named, then the account's user name. With the choice of accounts there is none, for
/// a hint would skip the choice.
pub(crate) fn hint<'a>(
    prompt: Option<Prompt>,
    account: Option<&'a Account>,
    named: Option<&'a str>,
) -> Option<Hint<'a>> {
    if prompt == Some(Prompt::SelectAccount) {
        return None;
    }
    let opaque = || account?.login_hint.as_deref().map(Hint::Opaque);
    let session = || match prompt {
        Some(Prompt::None) => account?.session_id.as_deref().map(Hint::Session),
        _ => None,
    };
    let username = || account.map(|account| Hint::Name(&account.username));
    opaque()
        .or_else(session)
        .or_else(|| named.map(Hint::Name))
        .or_else(username)
        .filter(|hint| match hint {
            Hint::Opaque(text) | Hint::Name(text) | Hint::Session(text) => !text.is_empty(),
        })
}

#[cfg(test)]
mod tests {
    use super::{Hint, hint};
    use crate::account::{Account, AccountKey};
    use crate::request::Prompt;

    fn account(login_hint: Option<&str>, sid: Option<&str>) -> Account {
        Account {
            key: AccountKey::new("t", "o"),
            name: "Ana".to_owned(),
            username: "ana@contoso.test".to_owned(),
            login_hint: login_hint.map(str::to_owned),
            session_id: sid.map(str::to_owned),
        }
    }

    #[test]
    fn case_06_hints_follow_their_precedence() {
        let full = account(Some("opaque"), Some("session"));
        let with_session = account(None, Some("session"));
        let plain = account(None, None);
        let named = Some("named@contoso.test");
        for (prompt, account, named, expected) in [
            (Some(Prompt::SelectAccount), Some(&full), named, None),
            (None, Some(&full), named, Some(Hint::Opaque("opaque"))),
            (
                Some(Prompt::None),
                Some(&full),
                None,
                Some(Hint::Opaque("opaque")),
            ),
            (
                Some(Prompt::None),
                Some(&with_session),
                named,
                Some(Hint::Session("session")),
            ),
            (None, Some(&with_session), named, named.map(Hint::Name)),
            (
                Some(Prompt::Login),
                Some(&plain),
                named,
                named.map(Hint::Name),
            ),
            (
                None,
                Some(&plain),
                None,
                Some(Hint::Name("ana@contoso.test")),
            ),
            (None, None, named, named.map(Hint::Name)),
            (None, None, Some(""), None),
            (Some(Prompt::None), None, None, None),
        ] {
            assert_eq!(
                hint(prompt, account, named),
                expected,
                "{prompt:?} {account:?} {named:?}"
            );
        }
    }
}
