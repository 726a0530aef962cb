//! What was done to an event.

use super::count;
use super::topics::topics;
use planning::history::Deed;

pub(crate) const TITLE: &str = "What you changed";
pub(crate) const HELP: &str = "Remembered by this browser only. What others changed, or you in the Teams client, isn't in it.";
pub(crate) const ALL: &str = "Show all";
pub(crate) const UNDONE: &str = "The change is undone";
pub(crate) const NOT_UNDONE: &str =
    "Not undone: the same was changed once more since. Open the event to see it.";
pub(crate) const UNDO_FAILED: &str = "Undoing it failed. The event is as you saved it.";

/// Something done.
pub(crate) fn deed(deed: &Deed) -> String {
    match deed {
        Deed::Created => "Created as a draft".to_owned(),
        Deed::Changed(parts) => ["Changed: ", &topics(parts)].concat(),
        Deed::Undone(parts) => ["Undone: ", &topics(parts)].concat(),
        Deed::Published => "Published".to_owned(),
        Deed::Cancelled => "Cancelled".to_owned(),
        Deed::AddedPresenters(number) => ["Added ", &count(*number, "presenter")].concat(),
        Deed::RemovedPresenter(name) => ["Took ", name, " off the presenters"].concat(),
        Deed::AddedQuestion(text) => ["Added the question “", text, "”"].concat(),
        Deed::DeletedQuestion(text) => ["Deleted the question “", text, "”"].concat(),
        Deed::SentMails(number) => ["Sent ", &count(*number, "invitation mail")].concat(),
    }
}
