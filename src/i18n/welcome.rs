//! The signed-out page, and what keeps the app from starting.

pub(crate) const NAME: &str = "Rostrum";
pub(crate) const TITLE: &str = "Town halls, from plan to follow-up";
pub(crate) const LEAD: &str = "Plan, publish and run your Microsoft Teams town halls and webinars in one calm place. Rostrum works in your browser and talks to Microsoft 365 directly: nothing passes through a server of ours.";
pub(crate) const SIGN_IN: &str = "Sign in";
pub(crate) const SIGN_IN_WITH: &str = "With your work or school account";
pub(crate) const SIGNING_IN: &str = "Signing in…";
pub(crate) const STARTING: &str = "Starting Rostrum…";
pub(crate) const PLAN: (&str, &str) = (
    "Plan",
    "Drafts with sensible defaults, time zones you can trust, checks before anything is sent.",
);
pub(crate) const PUBLISH: (&str, &str) = (
    "Publish",
    "One click, after saying who will be told. Links ready to copy.",
);
pub(crate) const RUN: (&str, &str) = (
    "Run",
    "What is on now, what is next, and the join link, on one screen.",
);
pub(crate) const ADMIN_LINK: &str = "Link for your administrator";
pub(crate) const COPY_ADMIN_LINK: &str = "Copy link for your administrator";
pub(crate) const ADMIN_LINK_COPIED: &str = "Link copied";
pub(crate) const FOOTER: &str = "Open source. Your sign-in stays in this tab.";

pub(crate) const CONFIG_TITLE: &str = "Rostrum isn't set up yet";
pub(crate) const CONFIG_WRITE: &str = "Put a file named config.json beside index.html, like this:";
pub(crate) const CONFIG_EXAMPLE: &str = "{\n  \"clientId\": \"the application (client) id of your app registration\",\n  \"tenant\": \"your tenant's id or domain\"\n}";
pub(crate) const CONFIG_UNREACHABLE: &str = "The configuration couldn't be read";
pub(crate) const CONFIG_UNREACHABLE_TEXT: &str =
    "The connection may be down. Check it and try again.";

use crate::config::ConfigProblem;
use crate::session::SignInNotice;

/// The sign-in worked, but its answer couldn't be kept for the app.
pub(crate) fn answer_lost() -> SignInNotice {
    SignInNotice::plain(
        "The sign-in couldn't be completed",
        "The browser doesn't let this site keep anything. Allow storage for it, then sign in again.",
    )
}

/// What is wrong with `config.json`, in a sentence.
pub(crate) fn config_problem(problem: &ConfigProblem) -> String {
    match problem {
        ConfigProblem::Unreachable => CONFIG_UNREACHABLE_TEXT.to_owned(),
        ConfigProblem::Missing { status } => {
            format!(
                "There is no file config.json beside index.html (the server answered {status})."
            )
        }
        ConfigProblem::NotJson { reason } => {
            format!("config.json isn't valid JSON: {reason}.")
        }
        ConfigProblem::Lacks { key } => format!("config.json has no \"{key}\"."),
        ConfigProblem::Unusable { key, value, reason } => {
            format!("In config.json, \"{key}\" can't be \"{value}\": {reason}.")
        }
    }
}
