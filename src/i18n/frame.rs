//! The frame around every page.

pub(crate) const SKIP: &str = "Skip to content";
pub(crate) const MAIN_NAVIGATION: &str = "Main";
pub(crate) const BOARD: &str = "Board";
pub(crate) const CALENDAR: &str = "Calendar";
pub(crate) const TEMPLATES: &str = "Templates";
pub(crate) const ACCESS: &str = "Access check";
pub(crate) const NOTIFICATIONS: &str = "Notifications";
pub(crate) const LIVE: &str = "Live";
pub(crate) const SIGN_OUT: &str = "Sign out";
pub(crate) const FORGET_HERE: &str = "Forget me in this tab";
pub(crate) const SIGN_OUT_HELP: &str =
    "Signing out also ends your Microsoft session in this browser.";
pub(crate) const SHORTCUTS: &str = "Keyboard shortcuts";
pub(crate) const UNDO: &str = "Undo";
pub(crate) const DISMISS: &str = "Dismiss";
pub(crate) const NOT_FOUND: &str = "There is no such page";
pub(crate) const NOT_FOUND_TEXT: &str = "The address may be misspelled, or the page has moved.";
pub(crate) const TO_BOARD: &str = "Go to the board";

/// The account menu's button: who is signed in.
pub(crate) fn account(name: &str) -> String {
    ["Account: ", name].concat()
}
