//! An edit against what others changed meanwhile.

use proptest::prelude::*;
use virtual_events::{BodyType, EventKind, UserId};

use super::titled;
use crate::draft::{DraftPerson, EventDraft, Invitee, Topic};

const KIND: EventKind = EventKind::Townhall;

/// `draft` changed in one topic, in the way of somebody called `who`.
fn changed(draft: &EventDraft, topic: Topic, who: &str) -> EventDraft {
    let mut draft = draft.clone();
    match topic {
        Topic::Title => draft.title = ["Title of ", who].concat(),
        Topic::Description => draft.description = ["Text of ", who].concat(),
        Topic::When => draft.start_time = format!("09:{:02}", who.len()),
        Topic::Registration => draft.registration_required = !draft.registration_required,
        Topic::AttendeeEmails => draft.attendee_emails = !draft.attendee_emails,
        Topic::CoOrganizers => draft.co_organizers.push(DraftPerson {
            name: who.to_owned(),
            id: Some(UserId::from(who)),
            ..DraftPerson::default()
        }),
        Topic::InvitedAttendees => draft.invited.push(Invitee {
            email: [who, "@guest.example"].concat(),
            ..Invitee::default()
        }),
    }
    draft
}

/// Switches have two positions: who changes one, changes it like everybody.
const fn can_be_disputed(topic: Topic) -> bool {
    !matches!(topic, Topic::Registration | Topic::AttendeeEmails)
}

#[test]
fn what_only_others_changed_is_taken_and_my_own_stays() {
    let before = titled();
    for theirs_of in Topic::ALL {
        for mine_of in Topic::ALL.into_iter().filter(|mine| *mine != theirs_of) {
            let theirs = changed(&before, theirs_of, "ann");
            let mine = changed(&before, mine_of, "jonas");

            let reconciled = mine.reconcile(&before, &theirs, KIND);

            assert_eq!(reconciled.taken, [theirs_of]);
            assert_eq!(reconciled.disputed, []);
            let both = changed(&changed(&before, theirs_of, "ann"), mine_of, "jonas");
            assert_eq!(reconciled.draft, both, "{theirs_of:?} and {mine_of:?}");
        }
    }
}

#[test]
fn what_both_changed_in_different_ways_is_left_to_be_chosen() {
    let before = titled();
    for topic in Topic::ALL
        .into_iter()
        .filter(|topic| can_be_disputed(*topic))
    {
        let (theirs, mine) = (
            changed(&before, topic, "ann"),
            changed(&before, topic, "jonas"),
        );

        let reconciled = mine.reconcile(&before, &theirs, KIND);

        assert_eq!(
            (reconciled.taken, reconciled.disputed),
            (vec![], vec![topic])
        );
        assert_eq!(reconciled.draft, mine, "nothing is decided yet");
        // when theirs is chosen
        let mut chosen = reconciled.draft;
        chosen.take(topic, &theirs);
        assert_eq!(chosen, theirs);
    }
}

#[test]
fn who_changes_the_same_in_the_same_way_agrees() {
    let before = titled();
    for topic in Topic::ALL {
        let same = changed(&before, topic, "ann");

        let reconciled = same.reconcile(&before, &same, KIND);

        assert_eq!((reconciled.taken, reconciled.disputed), (vec![], vec![]));
        assert_eq!(reconciled.draft, same);
    }
}

#[test]
fn a_start_here_and_an_end_there_is_one_dispute() {
    let before = titled();
    let mine = changed(&before, Topic::When, "jonas");
    let theirs = EventDraft {
        end_time: "23:00".into(),
        ..before.clone()
    };

    assert_eq!(
        mine.reconcile(&before, &theirs, KIND).disputed,
        [Topic::When]
    );
}

#[test]
fn what_is_fixed_is_as_it_is_now() {
    let before = titled();
    let theirs = EventDraft {
        capacity: "500".into(),
        description_markup: BodyType::Text,
        ..before.clone()
    };

    assert_eq!(
        before.reconcile(&before, &theirs, KIND).draft.capacity,
        "500"
    );
}

fn topics() -> impl Strategy<Value = Vec<Topic>> {
    proptest::sample::subsequence(Topic::ALL.to_vec(), 0..=Topic::ALL.len())
}

proptest! {
    #[test]
    fn every_topic_is_mine_theirs_or_both(mine_of in topics(), theirs_of in topics()) {
        let before = titled();
        let edit = |of: &[Topic], who| of.iter().fold(before.clone(), |draft, topic| changed(&draft, *topic, who));
        let (mine, theirs) = (edit(&mine_of, "jonas"), edit(&theirs_of, "ann"));

        let reconciled = mine.reconcile(&before, &theirs, KIND);

        for topic in Topic::ALL {
            let (by_me, by_them) = (mine_of.contains(&topic), theirs_of.contains(&topic));
            prop_assert_eq!(reconciled.taken.contains(&topic), by_them && !by_me);
            let disputed = by_them && by_me && can_be_disputed(topic);
            prop_assert_eq!(reconciled.disputed.contains(&topic), disputed);
        }
        // once everything disputed is theirs, reconciling again finds nothing to take or to choose
        let mut settled = reconciled.draft;
        for topic in reconciled.disputed {
            settled.take(topic, &theirs);
        }
        let again = settled.reconcile(&theirs, &theirs, KIND);
        prop_assert!(again.taken.is_empty() && again.disputed.is_empty());
    }
}
