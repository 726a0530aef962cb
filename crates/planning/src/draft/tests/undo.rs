//! Taking an edit back, whatever others did since.

use virtual_events::{EventChanges, VirtualEvent};

use crate::draft::{EventDraft, Undone};
use crate::jiff_rules::JiffRules;
use crate::sample::{at, townhall};

fn event(title: &str, start: &str) -> VirtualEvent {
    at(townhall("one", title), start, "2027-06-01T11:00")
}

fn undo(before: &VirtualEvent, after: &VirtualEvent, now: &VirtualEvent) -> Undone {
    EventDraft::undo(before, after, now, &JiffRules::new())
}

#[test]
fn only_what_was_changed_is_changed_back() {
    let before = event("All hands", "2027-06-01T10:00");
    let after = event("All hands, again", "2027-06-01T10:00");

    let undone = undo(&before, &after, &after);

    let expected = EventChanges::townhall().title("All hands");
    assert_eq!(undone, Undone::Changes(Box::new(expected)));
}

#[test]
fn what_others_changed_since_stays() {
    let before = event("All hands", "2027-06-01T10:00");
    let after = event("All hands, again", "2027-06-01T10:00");
    let now = event("All hands, again", "2027-06-01T09:30");

    let Undone::Changes(changes) = undo(&before, &after, &now) else {
        panic!("it can be undone");
    };

    assert_eq!(changes.display_name.as_deref(), Some("All hands"));
    assert_eq!((changes.start, changes.end), (None, None));
}

#[test]
fn what_was_changed_once_more_is_left_alone() {
    let before = event("All hands", "2027-06-01T10:00");
    let after = event("All hands, again", "2027-06-01T10:00");
    let now = event("All hands, for good", "2027-06-01T10:00");

    assert_eq!(undo(&before, &after, &now), Undone::ChangedSince);
    // and where somebody else has undone it already, nothing is left to do
    let nothing = Undone::Changes(Box::new(EventChanges::townhall()));
    assert_eq!(undo(&before, &after, &before), nothing);
}
