//! What went wrong while signing in.

use crate::session::SignInNotice;
use entra_spa::{Advice, AuthError, Need, RequestFault};

/// `cloud` of the configuration isn't one.
pub(crate) fn bad_cloud(name: &str) -> SignInNotice {
    let text = [
        "In config.json, \"cloud\" can't be \"",
        name,
        "\": leave it out, or write global.",
    ]
    .concat();
    SignInNotice::plain("Rostrum isn't set up yet", text)
}

/// `tenant` or `authority` of the configuration can't be used.
pub(crate) fn bad_authority() -> SignInNotice {
    SignInNotice::plain(
        "Rostrum isn't set up yet",
        "In config.json, \"tenant\" must be the tenant's id or domain, and \"authority\", when given, an https address without a path.".to_owned(),
    )
}

/// `graph` of the configuration can't be used.
pub(crate) fn bad_graph(origin: &str) -> SignInNotice {
    let text = [
        "In config.json, \"graph\" can't be \"",
        origin,
        "\": it must be an https address without a path.",
    ]
    .concat();
    SignInNotice::plain("Rostrum isn't set up yet", text)
}

/// This device's clock differs from the service's by that many seconds.
pub(crate) fn wrong_clock(ahead_s: i64) -> SignInNotice {
    let way = if ahead_s > 0 { "ahead" } else { "behind" };
    // to the nearest minute, as "about" says: a slow answer makes it a second more or less
    let minutes = (ahead_s.unsigned_abs() + 30) / 60;
    SignInNotice::plain(
        "This computer's clock is wrong",
        format!(
            "It is about {minutes} minutes {way}. Countdowns and \"on now\" are off by as much until it is set right."
        ),
    )
}

/// Whether an administrator's consent would help.
pub(crate) fn wants_administrator(error: &AuthError) -> bool {
    error.advice() == Some(Advice::AdminConsent)
}

/// The message for a failed sign-in.
pub(crate) fn notice(error: &AuthError, admin_link: Option<String>) -> SignInNotice {
    let (title, text) = sentence(error);
    let advice = error.advice().map(advice).unwrap_or_default();
    let text = if advice.is_empty() {
        text.to_owned()
    } else {
        [text, " ", advice].concat()
    };
    SignInNotice {
        title,
        text: text.trim().to_owned(),
        details: details(error),
        admin_link,
    }
}

fn sentence(error: &AuthError) -> (&'static str, &'static str) {
    match error {
        AuthError::InteractionRequired(interaction) => match interaction.need {
            Need::Consent(_) => (
                "A permission is missing",
                "Your organization hasn't granted everything yet.",
            ),
            _ => ("Sign in to go on", "Your sign-in has expired."),
        },
        AuthError::GrantInvalid(_) => ("The sign-in couldn't be completed", "Start it again."),
        AuthError::Cancelled(_) if wants_administrator(error) => (
            "An administrator has to allow Rostrum first",
            "Your organization wants an administrator to approve it, once for everybody. Send them the link below.",
        ),
        AuthError::Cancelled(_) => (
            "You're not signed in",
            "The sign-in was cancelled, or a permission was declined.",
        ),
        AuthError::Transient(_) => (
            "The sign-in service couldn't be reached",
            "It may be busy, the connection may be down, or it doesn't accept this site's address. Try again.",
        ),
        AuthError::SetUp(_) => (
            "The sign-in isn't set up right",
            "Your administrator has to correct the app registration.",
        ),
        AuthError::Protocol(fault) => protocol(*fault),
        AuthError::Request(RequestFault::Framed) => (
            "Sign in from a tab of its own",
            "This page is shown inside another one, where the sign-in page refuses to appear. Open Rostrum in a tab of its own.",
        ),
        AuthError::Request(_) => (
            "The sign-in can't be started here",
            "The browser doesn't let this page keep anything, so it couldn't recognize the answer. Allow storage for this site, or open it in a tab of its own.",
        ),
        AuthError::InteractionInProgress => (
            "A sign-in is already under way",
            "Finish it, or reload this page to start again.",
        ),
        AuthError::SignedOut => ("You're signed out", "Sign in to go on."),
    }
}

fn protocol(fault: entra_spa::ProtocolFault) -> (&'static str, &'static str) {
    use entra_spa::ProtocolFault;
    match fault {
        ProtocolFault::StateUnknown => (
            "This sign-in wasn't started here",
            "It may have been used already, or it began in another tab. Start again.",
        ),
        ProtocolFault::TookTooLong => (
            "The sign-in took too long",
            "Start again; you have a quarter of an hour.",
        ),
        _ => (
            "The sign-in couldn't be trusted",
            "Something in the answer didn't fit. Nothing was accepted; start again.",
        ),
    }
}

const fn advice(advice: Advice) -> &'static str {
    match advice {
        Advice::OtherAccount => {
            "This account isn't known in the organization: choose another, or ask to be invited as a guest."
        }
        Advice::ChooseAccount | Advice::TryAgain | Advice::StartAgain => {
            "Try again and choose the account."
        }
        Advice::RegisterRedirect => {
            "This site's address must be registered as a redirect URI of the type single-page application."
        }
        Advice::AddPermission | Advice::ScopeProblem => {
            "A permission isn't set up for the app in this organization."
        }
        Advice::AccountLocked => "The account is locked for now: wait, or ask your administrator.",
        Advice::PasswordChanged
        | Advice::SignInAgain
        | Advice::MultiFactor
        | Advice::WrongCredentials => "Sign in again.",
        Advice::AccountDisabled => "The account is disabled: ask your administrator.",
        Advice::CheckAuthority | Advice::WrongTenantAddress => {
            "The tenant in config.json isn't right."
        }
        Advice::DeviceNotCompliant => {
            "Your organization wants a registered device: use another one, or ask your administrator."
        }
        Advice::BlockedByPolicy => {
            "A policy of your organization forbids it: ask your administrator, with the details below."
        }
        Advice::NotAssigned => "You aren't assigned to this app: ask your administrator.",
        Advice::LoopDetected => {
            "The sign-in went round in circles: wait a few minutes, then try again."
        }
        Advice::TenantRestriction => {
            "A restriction between organizations forbids it: ask your administrator."
        }
        Advice::GrantAccess | Advice::ConsentDeclined => "Without the permission this stays off.",
        Advice::CheckClient => "The client id in config.json isn't known in this organization.",
        Advice::RegisterAsSinglePage => {
            "The redirect URI must be of the type single-page application."
        }
        Advice::ReportDefect => "Send the details below to whoever runs this site.",
        Advice::CheckCloud => "The organization lives in another cloud than the configured one.",
        Advice::Outage => "It is a passing trouble of the service.",
        Advice::Wait => "There were too many requests: wait a minute.",
        Advice::GuestTrouble => "Sign out and use another account.",
        Advice::AdminConsent => "",
    }
}

/// What support wants to know.
fn details(error: &AuthError) -> Vec<(String, String)> {
    let Some(service) = error.service() else {
        return vec![("Problem".to_owned(), error.to_string())];
    };
    let mut details = vec![("Error".to_owned(), service.error.clone())];
    if let Some(code) = service.codes.first() {
        details.push(("Number".to_owned(), format!("AADSTS{code}")));
    }
    let rest = [
        ("Correlation id", &service.correlation_id),
        ("Trace id", &service.trace_id),
        ("Time", &service.timestamp),
    ];
    details.extend(
        rest.into_iter()
            .filter_map(|(name, value)| Some((name.to_owned(), value.clone()?))),
    );
    if !service.description.is_empty() {
        details.push(("Description".to_owned(), service.description.clone()));
    }
    details
}
