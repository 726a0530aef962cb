//! All town halls of a series, and changes to several of them.

use crate::i18n::count;
use planning::series::Deed;

pub(crate) const SERIES: &str = "Series";
pub(crate) const UNKNOWN: &str = "Nothing of this series is yours";
pub(crate) const UNKNOWN_TEXT: &str = "None of the events that you organize or help with belongs to it. They may be of another account.";
pub(crate) const CAPTION: &str = "Town halls of this series";
pub(crate) const TOWN_HALL: &str = "Town hall";
pub(crate) const WHEN: &str = "When";
pub(crate) const STATUS: &str = "Status";
pub(crate) const ACTIONS: &str = "Actions";
pub(crate) const EDIT: &str = "Edit…";
pub(crate) const PUBLISH: &str = "Publish…";
pub(crate) const CANCEL: &str = "Cancel…";
pub(crate) const EDIT_TITLE: &str = "Edit town halls of the series";
pub(crate) const PUBLISH_TITLE: &str = "Publish town halls of the series";
pub(crate) const CANCEL_TITLE: &str = "Cancel town halls of the series";
pub(crate) const PUBLISH_TEXT: &str =
    "Invitations go out for each of them. There is no way back to a draft.";
pub(crate) const CANCEL_TEXT: &str = "It is final. Whoever is invited or registered is told by Teams, unless e-mail to attendees is switched off.";
pub(crate) const HOW_FAR: &str = "How far";
pub(crate) const ONLY_THIS: &str = "Only this one";
pub(crate) const FOLLOWING: &str = "This one and those after it";
pub(crate) const ALL: &str = "All that are to come";
pub(crate) const WHAT_BECOMES: &str = "What becomes of each";
pub(crate) const STAYS_BEGUN: &str = "Stays: it has begun or is over";
pub(crate) const STAYS_CANCELLED: &str = "Stays cancelled";
pub(crate) const STAYS_OVER: &str = "Stays: it is over";
pub(crate) const STAYS_PUBLISHED: &str = "Is published already";
pub(crate) const STAYS_NOT_YOURS: &str = "Stays: only its organizer may do that";
pub(crate) const STAYS_SAME: &str = "Stays as it is";
pub(crate) const CHANGED: &str = "Will be changed";
pub(crate) const CANT_BE: &str = "Can't be changed like that";
pub(crate) const WILL_BE_CANCELLED: &str = "Will be cancelled";
pub(crate) const WILL_BE_PUBLISHED: &str = "Will be published";
pub(crate) const MOVED_OVER_GAP: &str =
    "The clocks go forward over that time on this day, so it starts later by as much.";
pub(crate) const MOVED_TO_TWICE: &str =
    "That time comes twice on this day, the clocks go back. The first is taken.";
pub(crate) const RICH_TEXT: &str =
    "The description has formatting. Edit it in each town hall's own form.";
pub(crate) const MINUTES: &str = "Length in minutes";

/// How many town halls there are, and how many are to come.
pub(crate) fn members(of: crate::series::Count) -> String {
    let all = count(of.all, "town hall");
    match of.to_come {
        0 => [&all, ", none to come"].concat(),
        all_of_them if all_of_them == of.all => all,
        to_come => [&all, ", ", &to_come.to_string(), " to come"].concat(),
    }
}

/// A town hall's place: `3 of 12`.
pub(crate) fn place(number: u16, of: u16) -> Option<String> {
    (number > 0).then(|| [&number.to_string(), " of ", &of.to_string()].concat())
}

/// An event's page says that it isn't alone.
pub(crate) fn part_of(number: u16, of: u16) -> String {
    match place(number, of) {
        Some(place) => ["Part of a series: ", &place].concat(),
        None => "Part of a series".to_owned(),
    }
}

/// A button of one row, told apart from those of the others.
pub(crate) fn on_day(word: &str, when: &str) -> String {
    let word = word.trim_end_matches('…');
    [word, " from ", when].concat()
}

/// What becomes of a title.
pub(crate) fn renamed(title: &str) -> String {
    ["Will be called “", title, "”"].concat()
}

/// What becomes of the times.
pub(crate) fn moved(to: &str) -> String {
    ["Moves to ", to].concat()
}

/// The button that changes.
pub(crate) fn change(number: usize) -> String {
    match number {
        0 => "Nothing to change".to_owned(),
        number => ["Change ", &count(number, "town hall")].concat(),
    }
}

/// The button that publishes or calls off.
pub(crate) fn act(deed: Deed, number: usize) -> String {
    let verb = if deed == Deed::Cancel {
        "Cancel "
    } else {
        "Publish "
    };
    [verb, &count(number, "town hall")].concat()
}
