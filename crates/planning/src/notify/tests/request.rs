//! Subscriptions as somebody wishes for them.

use std::time::Duration;

use serde_json::Value;
use virtual_events::{ChangeType, ClientState, EventId, EventKind, JoinUrl, UserId};

use crate::jiff_rules::utc;
use crate::notify::{Grant, Spelled, Version, Watched, Wish, WishProblem};

const RELAY: &str = "https://relay.example/notify/f";

fn event() -> EventId {
    EventId::from("e@t")
}

fn wish() -> Wish {
    Wish::new(Watched::Event(EventKind::Townhall, event()), RELAY)
}

#[test]
fn the_first_guess_is_one_that_graph_takes() {
    let mut all = Watched::of_event(EventKind::Webinar, &event());
    all.extend(Watched::of_event(EventKind::Townhall, &event()));
    all.extend([
        Watched::TenantEvents,
        Watched::EventsOf(vec![UserId::from("u")]),
        Watched::Calls(JoinUrl::new("https://teams.example/j")),
    ]);
    assert_eq!(all.len(), 12);
    for watched in all {
        assert_eq!(
            Wish::new(watched.clone(), RELAY).problems(),
            [],
            "{watched:?}"
        );
        assert!(!watched.permissions().is_empty());
    }
}

#[test]
fn paths_are_those_of_the_pages() {
    let (kind, id) = (EventKind::Townhall, event());
    for (watched, path, grant) in [
        (
            Watched::TenantEvents,
            "solutions/virtualEvents/events",
            Grant::ApplicationsOnly,
        ),
        (
            Watched::EventsOf(vec![UserId::from("a"), UserId::from("b")]),
            "solutions/virtualEvents/events/getEventsFromOrganizers(organizerIds=['a', 'b'])",
            Grant::ApplicationsOnly,
        ),
        (
            Watched::AttendanceReports(kind, id),
            "solutions/virtualEvents/townhalls/e@t/getAttendanceReports",
            Grant::Organizers,
        ),
        (
            Watched::Calls(JoinUrl::new("https://teams.microsoft.com/l/19%3ameeting")),
            "communications/onlineMeetings(joinWebUrl='https%3A%2F%2Fteams.microsoft.com%2Fl%2F19%253ameeting')/meetingCallEvents",
            Grant::ApplicationsOnly,
        ),
    ] {
        assert_eq!(watched.resource().as_str(), path);
        assert_eq!(watched.grant(), grant);
    }
}

#[test]
fn what_graph_would_refuse_is_told_before() {
    let refused = |change: &dyn Fn(&mut Wish)| {
        let mut wish = wish();
        change(&mut wish);
        wish.problems()
    };
    assert_eq!(refused(&|it| it.changes.clear()), [WishProblem::NoChange]);
    let deleted = ChangeType::Deleted;
    assert_eq!(
        refused(&|it| it.changes = vec![ChangeType::Deleted]),
        [WishProblem::ChangeNotOffered(deleted)]
    );
    for url in [
        "",
        "http://relay.example",
        "https://",
        "relay.example",
        "https://a b",
        "hütte",
    ] {
        let found = refused(&|it| it.notification_url = url.to_owned());
        assert_eq!(found, [WishProblem::NotificationUrl], "{url}");
    }
    let day = Duration::from_secs(24 * 3_600);
    let hour = Duration::from_secs(3_600);
    assert_eq!(
        refused(&|it| it.lasts = day),
        [WishProblem::LifecycleUrlMissing]
    );
    let longer = |it: &mut Wish| {
        it.lasts = day + hour;
        it.lifecycle_url = Some(RELAY.to_owned());
    };
    assert_eq!(refused(&longer), [WishProblem::LastsTooLong(day)]);
    assert_eq!(
        refused(&|it| it.lifecycle_url = Some("http://relay.example".to_owned())),
        [WishProblem::LifecycleUrl]
    );
    assert_eq!(
        refused(&|it| it.client_state = Some(ClientState::new("ü".repeat(129)))),
        [WishProblem::SecretTooLong(129)]
    );
    assert_eq!(
        refused(&|it| it.client_state = Some(ClientState::new("ü".repeat(128)))),
        []
    );
}

#[test]
fn the_request_is_spelled_for_others() {
    let mut wish = wish();
    wish.client_state = Some(ClientState::new("it's <secret>"));
    let new = wish.at(utc("2027-06-01T12:00:00Z"));
    let spelled = Spelled::of(&new, Version::Beta, "https://graph.microsoft.com/");
    let body: Value = serde_json::from_str(&spelled.json).unwrap();
    assert_eq!(body["expirationDateTime"], "2027-06-01T13:00:00Z");
    assert_eq!(body["changeType"], "updated");
    assert_eq!(body["clientState"], "it's <secret>");
    assert!(
        spelled
            .curl
            .contains("'https://graph.microsoft.com/beta/subscriptions'")
    );
    // what the shell hands over is the body again
    let quoted = spelled.curl.split_once("-d '").unwrap().1;
    let handed = quoted.strip_suffix('\'').unwrap().replace(r"'\''", "'");
    assert_eq!(handed, spelled.json);
    let (_, here) = spelled.powershell.split_once("@'\n").unwrap();
    assert_eq!(here.strip_suffix("\n'@").unwrap(), spelled.json);
    assert!(!spelled.json.lines().any(|line| line.starts_with("'@")));
}

#[test]
fn what_a_path_watches_is_read_back() {
    for kind in [EventKind::Townhall, EventKind::Webinar] {
        for watched in Watched::of_event(kind, &EventId::from("a b'c@d")) {
            let path = watched.resource();
            assert_eq!(Watched::of_resource(path.as_str()), Some(watched), "{path}");
        }
    }
    let tenant = Watched::TenantEvents.resource();
    assert_eq!(
        Watched::of_resource(tenant.as_str()),
        Some(Watched::TenantEvents)
    );
    for other in ["", "me/messages", "solutions/virtualEvents/townhalls"] {
        assert_eq!(Watched::of_resource(other), None, "{other}");
    }
}
