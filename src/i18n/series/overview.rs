//! All events of a series, and changes to several of them.

use crate::i18n::count;
use crate::i18n::event::noun;
use planning::draft::Topic;
use planning::series::{ComeAndGo, Deed, PeopleOutcome};
use virtual_events::EventKind;

pub(crate) const SERIES: &str = "Series";
pub(crate) const UNKNOWN: &str = "Nothing of this series is yours";
pub(crate) const UNKNOWN_TEXT: &str = "None of the events that you organize or help with belongs to it. They may be of another account.";
pub(crate) const WHEN: &str = "When";
pub(crate) const STATUS: &str = "Status";
pub(crate) const ACTIONS: &str = "Actions";
pub(crate) const EDIT: &str = "Edit…";
pub(crate) const PUBLISH: &str = "Publish…";
pub(crate) const CANCEL: &str = "Cancel…";
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
pub(crate) const DESCRIPTION_HELP: &str = "It is the one of the event you came from. Once you change it, it replaces the description of all you change.";
pub(crate) const DESCRIBED: &str = "Gets the new description";
pub(crate) const PEOPLE_TEXT: &str = "Whoever you add comes to each of the events, whoever you take off leaves each of them. Everybody else stays where they are.";
pub(crate) const ADD_CO_ORGANIZERS: &str = "Add co-organizers";
pub(crate) const ADD_INVITED: &str = "Invite attendees";
pub(crate) const TAKE_OFF_CO_ORGANIZERS: &str = "Take off co-organizers";
pub(crate) const TAKE_OFF_PRESENTERS: &str = "Take off presenters";
pub(crate) const TAKE_OFF_INVITED: &str = "Take back invitations";
pub(crate) const READING_PRESENTERS: &str = "Reading who presents…";
pub(crate) const BOX_OPEN: &str = "Choose somebody from the list, or clear the box.";
pub(crate) const FIND: &str = "Find a name";
pub(crate) const MINUTES: &str = "Length in minutes";

/// The table's name.
pub(crate) const fn caption(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Townhall => "Town halls of this series",
        EventKind::Webinar => "Webinars of this series",
    }
}

/// The heading over what is done with several.
pub(crate) fn heading(deed: Deed, kind: EventKind) -> String {
    let verb = match deed {
        Deed::Edit => "Edit ",
        Deed::Publish => "Publish ",
        Deed::Cancel => "Cancel ",
    };
    [verb, noun(kind), "s of the series"].concat()
}

/// How many there are, and how many are to come.
pub(crate) fn members(kind: EventKind, of: crate::series::Count) -> String {
    let all = count(of.all, noun(kind));
    match of.to_come {
        0 => [&all, ", none to come"].concat(),
        all_of_them if all_of_them == of.all => all,
        to_come => [&all, ", ", &to_come.to_string(), " to come"].concat(),
    }
}

/// An event's place: `3 of 12`.
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
pub(crate) fn change(kind: EventKind, number: usize) -> String {
    match number {
        0 => "Nothing to change".to_owned(),
        number => ["Change ", &count(number, noun(kind))].concat(),
    }
}

/// The button that publishes or calls off.
pub(crate) fn act(deed: Deed, kind: EventKind, number: usize) -> String {
    let verb = if deed == Deed::Cancel {
        "Cancel "
    } else {
        "Publish "
    };
    [verb, &count(number, noun(kind))].concat()
}

/// The line that unfolds those who can be taken off.
pub(crate) fn take_off(label: &str, chosen: usize) -> String {
    match chosen {
        0 => label.to_owned(),
        chosen => [label, ": ", &chosen.to_string(), " chosen"].concat(),
    }
}

/// At how many of the events somebody is.
pub(crate) fn at(some: usize, all: usize) -> String {
    ["at ", &some.to_string(), " of ", &all.to_string()].concat()
}

/// How many people aren't listed.
pub(crate) fn more_people(number: usize) -> String {
    ["And ", &number.to_string(), " more: find them by name."].concat()
}

/// A text of its own that an event loses.
pub(crate) const fn replaced(topic: &Topic) -> Option<&'static str> {
    match topic {
        Topic::Title => Some("Its own title is replaced."),
        Topic::Description => Some("Its own description is replaced."),
        _ => None,
    }
}

/// Who comes and who goes.
pub(crate) fn people(people: &PeopleOutcome) -> Vec<String> {
    let PeopleOutcome {
        co_organizers,
        invited,
        presenters,
    } = people;
    let lists = [
        (co_organizers, "co-organizer"),
        (presenters, "presenter"),
        (invited, "invited attendee"),
    ];
    let told = lists.into_iter().flat_map(|(list, noun)| {
        let ComeAndGo { come, go } = list;
        [("Adds ", come), ("Takes off ", go)].map(|(verb, names)| named(verb, names, noun))
    });
    told.flatten().collect()
}

/// `Adds Ana Ruiz and Ben Okafor as presenters`; many are counted.
fn named(verb: &str, names: &[String], noun: &str) -> Option<String> {
    let ending = if names.len() == 1 { "" } else { "s" };
    let who = match names {
        [] => return None,
        [one] => one.clone(),
        [first, second] => [first, " and ", second].concat(),
        [first, second, third] => [first, ", ", second, " and ", third].concat(),
        many => return Some([verb, &count(many.len(), noun)].concat()),
    };
    Some([verb, &who, " as ", noun, ending].concat())
}
