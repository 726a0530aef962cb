//! People of several events at once: what differs from event to event stays.

use virtual_events::{EventId, Identity, MyEvent, UserId};

use super::{edit, members_of, three};
use crate::Reader;
use crate::draft::{EventDraft, Invitee, Limits, Topic};
use crate::jiff_rules::{JiffRules, utc};
use crate::run::{Action, Amendment, PeopleChange};
use crate::series::{ComeAndGo, Member, Outcome, Preview, Scope, SeriesEdit, matching, shared};
use crate::zones::IanaZone;

fn helper(id: &str) -> Identity {
    Identity::co_organizer(UserId::from(id), "tenant".into()).named(id)
}

fn user(id: &str) -> Invitee {
    Invitee::of(&Identity::user(UserId::from(id)).named(id))
}

/// The second event's own edit, people and all.
fn change(members: &[Member], change: impl FnOnce(&mut EventDraft, &mut EventDraft)) -> SeriesEdit {
    let mut before = EventDraft::from_event(&members[1].mine.event, &JiffRules::new());
    let mut after = before.clone();
    change(&mut before, &mut after);
    edit(before, after)
}

fn preview<'a>(edit: &SeriesEdit, members: &'a [Member]) -> Vec<Preview<'a>> {
    let (rules, zone) = (JiffRules::new(), IanaZone::UTC);
    let reader = Reader::new(utc("2027-03-01T12:00Z"), &zone, &rules);
    edit.preview(
        members,
        &EventId::from("e2"),
        Scope::All,
        &reader,
        &Limits::default(),
    )
}

fn actions(edit: &SeriesEdit, preview: &Preview<'_>) -> Vec<Action> {
    let Outcome::Changed { changes, .. } = &preview.outcome else {
        return Vec::new();
    };
    let task = edit.task("All hands", preview.member, changes);
    task.steps.into_iter().map(|step| step.action).collect()
}

fn amendment(action: &Action) -> &Amendment {
    match action {
        Action::Amend(amendment) => amendment,
        other => panic!("{other:?}"),
    }
}

/// Three events; each has a helper and a guest of its own.
fn helped() -> Vec<MyEvent> {
    let mut events = three();
    for (event, own) in events.iter_mut().zip(["ben", "cem", "dia"]) {
        event.event.co_organizers = vec![helper("ana"), helper(own)];
        event.event.invited_attendees = vec![Identity::guest(own, format!("{own}@example.org"))];
    }
    events
}

#[test]
fn who_is_added_and_taken_off_is_named_for_each_event() {
    // given a helper of the third event alone, who is to go, and one who comes to all
    let events = helped();
    let members = members_of(&events);
    let edit = change(&members, |before, after| {
        let third = EventDraft::from_event(&events[2].event, &JiffRules::new());
        before.co_organizers = vec![third.co_organizers[1].clone()];
        let mut new = third.co_organizers[0].clone();
        (new.id, new.name) = (Some(UserId::from("eva")), "Eva".into());
        after.co_organizers = vec![new];
        after.invited.push(Invitee::guest("", "new@example.org"));
    });
    let found = preview(&edit, &members);
    let people: Vec<_> = found
        .iter()
        .map(|one| match &one.outcome {
            Outcome::Changed { people, .. } => (**people).clone(),
            other => panic!("{other:?}"),
        })
        .collect();
    let eva = || vec!["Eva".to_owned()];
    let only_eva = ComeAndGo {
        come: eva(),
        go: Vec::new(),
    };
    assert_eq!(people[0].co_organizers, only_eva);
    assert_eq!(
        people[2].co_organizers,
        ComeAndGo {
            come: eva(),
            go: vec!["dia".into()]
        }
    );
    assert_eq!(people[1].invited.come, ["new@example.org"]);

    // then the run is told who comes and goes, not what the lists were when the page was read
    let steps = actions(&edit, &found[2]);
    let [step] = steps.as_slice() else {
        panic!("{steps:?}");
    };
    let amendment = amendment(step);
    let ids = |people: &[Identity]| {
        people
            .iter()
            .filter_map(|it| it.id.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(ids(&amendment.co_organizers.come), [UserId::from("eva")]);
    assert_eq!(ids(&amendment.co_organizers.go), [UserId::from("dia")]);
    assert!(amendment.changes.is_empty(), "no list goes whole");
}

#[test]
fn an_event_that_is_like_that_already_is_left_alone() {
    let events = helped();
    let members = members_of(&events);
    let edit = change(&members, |before, after| {
        let third = EventDraft::from_event(&events[2].event, &JiffRules::new());
        before.co_organizers.clear();
        after.co_organizers = vec![third.co_organizers[1].clone()];
    });
    let found = preview(&edit, &members);
    assert_eq!(found[2].outcome, Outcome::Unchanged);
    assert_eq!(actions(&edit, &found[0]).len(), 1);
}

#[test]
fn presenters_are_a_step_each_and_only_where_they_are_not_known_to_be() {
    let events = helped();
    let members = members_of(&events);
    let mut edit = change(&members, |before, after| {
        before.presenters = vec![user("old")];
        after.presenters = vec![
            user("new"),
            user("NEW"),
            Invitee::guest("", "guest@example.org"),
        ];
    });
    edit.presenting
        .insert(EventId::from("e1"), vec![user("new"), user("old")]);
    edit.presenting.insert(
        EventId::from("e2"),
        vec![user("new"), Invitee::guest("G", "Guest@example.org")],
    );
    let found = preview(&edit, &members);

    let names = |index: usize| match &found[index].outcome {
        Outcome::Changed { people, .. } => people.presenters.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(
        names(0),
        ComeAndGo {
            come: vec!["guest@example.org".into()],
            go: vec!["old".into()]
        }
    );
    assert_eq!(found[1].outcome, Outcome::Unchanged);
    // nobody has asked who presents the third
    assert_eq!(names(2).come, ["new", "guest@example.org"]);
    let steps = actions(&edit, &found[2]);
    let shape: Vec<_> = steps
        .iter()
        .map(|step| match step {
            Action::AddPresenter(who) => ("add", who.display_name.as_deref()),
            Action::RemovePresenter(who) => ("remove", who.display_name.as_deref()),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(
        shape,
        [
            ("remove", Some("old")),
            ("add", Some("new")),
            ("add", Some("guest"))
        ]
    );
}

#[test]
fn a_text_of_its_own_that_is_replaced_is_named() {
    let mut events = three();
    events[2].event.display_name = Some("All hands, special".into());
    events[2].event.description = Some(virtual_events::ItemBody::html("<p>Its own</p>"));
    let members = members_of(&events);
    let edit = change(&members, |_, after| {
        after.title = "Town hall".into();
        after.description = "<p>For all</p>".into();
    });
    let replaced: Vec<_> = preview(&edit, &members)
        .into_iter()
        .map(|one| match one.outcome {
            Outcome::Changed { replaced, .. } => replaced,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(
        replaced,
        [vec![], vec![], vec![Topic::Title, Topic::Description]]
    );
}

#[test]
fn texts_and_people_of_one_event_are_one_write() {
    let events = helped();
    let members = members_of(&events);
    let edit = change(&members, |before, after| {
        after.title = "Town hall".into();
        after.invited.push(Invitee::guest("", "new@example.org"));
        before.presenters.clear();
        after.presenters = vec![user("new")];
    });
    let found = preview(&edit, &members);
    let steps = actions(&edit, &found[0]);
    assert_eq!(steps.len(), 2);
    let amendment = amendment(&steps[0]);
    assert_eq!(amendment.changes.display_name.as_deref(), Some("Town hall"));
    assert_eq!(amendment.co_organizers, PeopleChange::default());
    assert_eq!(amendment.invited.come.len(), 1);
    assert!(amendment.invited.go.is_empty());
}

#[test]
fn who_can_be_taken_off_is_listed_once_with_how_many_have_them() {
    let lists = [
        vec![user("Zoë"), user("ana"), user("ANA")],
        vec![user("Ana"), Invitee::guest("Ben", "b@example.org")],
        Vec::new(),
    ];
    let all = shared(lists);
    let told: Vec<_> = all
        .iter()
        .map(|one| (one.who.name.as_str(), one.lists))
        .collect();
    assert_eq!(told, [("ana", 2), ("Ben", 1), ("Zoë", 1)]);

    let names = |typed| {
        matching(&all, typed)
            .iter()
            .map(|one| one.who.name.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(names("zoe"), ["Zoë"]);
    assert_eq!(names("example b"), ["Ben"]);
    assert_eq!(names(" ").len(), 3);
}
