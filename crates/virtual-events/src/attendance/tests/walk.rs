//! The way through a report's records, straight and broken off.

use serde_json::{Value, json};

use crate::testing::{Reply, World};
use crate::{
    AttendanceReports, Error, EventId, EventKind, ODataOption, RecordPage, ReportId,
    RequestProblem, SessionId, TransportError,
};

const PATH: &str = "/v1.0/solutions/virtualEvents/townhalls/e/sessions/s/attendanceReports/r";

fn reports(world: &World) -> AttendanceReports {
    let events = world.client.events(EventKind::Townhall);
    events.attendance_reports(&EventId::from("e"), &SessionId::from("s"))
}

fn records(ids: &[&str]) -> Value {
    ids.iter().map(|id| json!({"id": id})).collect()
}

fn page(ids: &[&str], next: Option<&str>) -> Reply {
    let mut body = json!({"value": records(ids)});
    if let Some(next) = next {
        body["@odata.nextLink"] = json!(["https://graph.test", PATH, next].concat());
    }
    Reply::json(200, &body)
}

fn ids(page: Option<RecordPage>) -> Vec<String> {
    let records = page.expect("a page").records;
    let ids = records.into_iter().filter_map(|record| record.id);
    ids.map(|id| id.as_str().to_owned()).collect()
}

#[tokio::test(start_paused = true)]
async fn a_page_that_fails_is_asked_for_again_and_nothing_is_lost() {
    let lost = || Reply::lost(TransportError::Network);
    let world = World::answering(
        [page(&["1", "2"], Some("/x?$skiptoken=2"))]
            .into_iter()
            .chain((0..8).map(|_| lost()))
            .chain([Reply::text(200, "<html>"), page(&["3"], None)]),
    );
    let mut walk = reports(&world).records(&ReportId::from("r"), &[]);
    assert_eq!(ids(walk.next_page().await.unwrap()), ["1", "2"]);
    // as often as it takes: the client repeats reads by itself
    let mut failures = Vec::new();
    let last = loop {
        match walk.next_page().await {
            Ok(page) => break page,
            Err(error) => failures.push(error),
        }
        assert!(!walk.is_over());
    };
    assert_eq!(ids(last), ["3"]);
    assert!(matches!(failures[0], Error::Transport { .. }));
    assert!(matches!(failures.last(), Some(Error::Decode(_))));
    assert_eq!(walk.next_page().await.unwrap(), None);
    assert!(walk.is_over());
    let asked = world.requests();
    let again = ["GET ", PATH, "/x?$skiptoken=2"].concat();
    assert!(asked.len() > 3 && asked[1..].iter().all(|it| *it == again));
}

#[tokio::test(start_paused = true)]
async fn a_size_that_graph_refuses_is_left_out() {
    let world = World::handling(|seen| match seen.path.contains("$top") {
        true => Reply::error(400, "BadRequest"),
        false => page(&["1"], None),
    });
    let walk = reports(&world).records(&ReportId::from("r"), &[ODataOption::Top(1000)]);
    assert_eq!(walk.all().await.complete().unwrap().len(), 1);
    let asked = ["?$top=1000", ""].map(|end| ["GET ", PATH, "/attendanceRecords", end].concat());
    assert_eq!(world.requests(), asked);
}

#[tokio::test(start_paused = true)]
async fn a_refusal_without_options_or_of_a_later_page_stays_one() {
    let world = World::handling(|_| Reply::error(400, "BadRequest"));
    let mut walk = reports(&world).records(&ReportId::from("r"), &[]);
    assert_eq!(
        walk.next_page().await.unwrap_err().code(),
        Some("BadRequest")
    );
    assert_eq!(world.requests().len(), 1);

    let world = World::answering([
        page(&["1"], Some("/x?$top=1&$skiptoken=2")),
        Reply::error(400, "BadRequest"),
    ]);
    let walk = reports(&world).records(&ReportId::from("r"), &[ODataOption::Top(1)]);
    let all = walk.all().await;
    assert_eq!(all.items.len(), 1);
    assert_eq!(all.failure.unwrap().code(), Some("BadRequest"));
}

#[tokio::test(start_paused = true)]
async fn records_in_line_go_on_where_graph_left_some_out() {
    let next = ["https://graph.test", PATH, "/attendanceRecords?$skip=2"].concat();
    let report = json!({"id": "r", "totalParticipantCount": 3,
        "attendanceRecords": records(&["1", "2"]), "attendanceRecords@odata.nextLink": next});
    let world = World::answering([Reply::json(200, &report), page(&["3"], None)]);
    let mut found = reports(&world)
        .get_with_records(&ReportId::from("r"))
        .await
        .unwrap();
    assert_eq!(found.report.total_participant_count, Some(3));
    assert!(found.report.attendance_records.is_empty());
    assert_eq!(ids(Some(found.page)), ["1", "2"]);
    assert_eq!(ids(found.rest.next_page().await.unwrap()), ["3"]);
    assert!(found.rest.is_over());
    let asked = ["?$expand=attendanceRecords", "/attendanceRecords?$skip=2"]
        .map(|end| ["GET ", PATH, end].concat());
    assert_eq!(world.requests(), asked);
}

#[tokio::test(start_paused = true)]
async fn links_to_elsewhere_and_in_circles_are_not_followed() {
    let foreign = json!({"value": records(&["1"]), "@odata.nextLink": "https://evil.example/x"});
    let world = World::answering([Reply::json(200, &foreign)]);
    let mut walk = reports(&world).records(&ReportId::from("r"), &[]);
    assert_eq!(ids(walk.next_page().await.unwrap()), ["1"]);
    for _ in 0..2 {
        let error = walk.next_page().await.unwrap_err();
        assert!(matches!(error, Error::Request(RequestProblem::ForeignLink)));
    }
    assert_eq!(world.requests().len(), 1);

    let world = World::handling(|_| page(&["1"], Some("/x")));
    let all = reports(&world)
        .records(&ReportId::from("r"), &[])
        .all()
        .await;
    let failure = all.failure.unwrap();
    assert!(matches!(failure, Error::Request(RequestProblem::LinkLoop)));
    assert_eq!((all.items.len(), world.requests().len()), (2, 2));
}

#[tokio::test(start_paused = true)]
async fn an_answer_without_a_list_names_what_is_missing() {
    let world = World::answering([Reply::json(200, &json!({"id": "secret"}))]);
    let mut walk = reports(&world).records(&ReportId::from("r"), &[]);
    let error = walk.next_page().await.unwrap_err();
    assert_eq!(error.json_path(), Some("$.value"));
    assert!(!error.to_string().contains("secret"));
}
