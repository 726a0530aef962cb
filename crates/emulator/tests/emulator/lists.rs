//! Lists in pages, throttling.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::caller::{Caller, town_hall};
use crate::desk::Desk;

const TOWNHALLS: &str = "/solutions/virtualEvents/townhalls";

/// Every item of a list, following the next links; the number of pages beside.
fn all(caller: &Caller<'_>, path: &str) -> (Vec<Value>, usize) {
    let (mut items, mut pages, mut path) = (Vec::new(), 0, path.to_owned());
    loop {
        let page = caller.get(&path);
        items.extend(page["value"].as_array().unwrap().clone());
        pages += 1;
        let Some(next) = page["@odata.nextLink"].as_str() else {
            return (items, pages);
        };
        let (base, rest) = next.split_once("/v1.0").unwrap();
        assert!(
            base.starts_with("http://localhost:"),
            "absolute, and on the same host: {next}"
        );
        path = rest.to_owned();
    }
}

#[test]
fn the_organizers_town_halls_come_in_pages_each_once() {
    let desk = Desk::open();
    let ana = Caller::of(&desk, "ana.ruiz");
    let mine = format!("{TOWNHALLS}/getByUserRole(role='organizer')");
    let (items, pages) = all(&ana, &mine);
    assert!(pages >= 2, "{pages}");
    let ids: BTreeSet<_> = items.iter().map(|event| event["id"].to_string()).collect();
    assert_eq!(ids.len(), items.len());
    let titles: Vec<_> = items
        .iter()
        .filter_map(|event| event["displayName"].as_str())
        .collect();
    assert!(
        titles.iter().any(|title| title.chars().count() > 200),
        "a long title"
    );
    assert!(
        titles.iter().any(|title| title.contains("اجتماع")),
        "a right-to-left title"
    );

    desk.control("POST", "/settings", &json!({ "page_size": 4 }));
    let (again, pages) = all(&ana, &mine);
    assert_eq!((again.len(), pages), (items.len(), items.len().div_ceil(4)));
}

#[test]
fn both_roles_have_their_own_list_and_other_roles_none() {
    let desk = Desk::open();
    let jonas = Caller::of(&desk, "jonas.weber");
    let (helped, _) = all(
        &jonas,
        &format!("{TOWNHALLS}/getByUserRole(role='coOrganizer')"),
    );
    assert!(helped.len() >= 5);
    assert!(
        helped.iter().all(|event| event["status"] != "draft"),
        "drafts are not for him"
    );
    let answer = jonas.call(
        "GET",
        &format!("{TOWNHALLS}/getByUserRole(role='presenter')"),
        &Value::Null,
    );
    assert_eq!(answer.status, 400);
    let filtered = format!("{TOWNHALLS}/getByUserRole(role='organizer')?$filter=x");
    assert_eq!(jonas.call("GET", &filtered, &Value::Null).status, 400);
}

#[test]
fn the_sixteenth_write_in_half_a_minute_is_told_when_to_come_back() {
    let desk = Desk::open();
    let ana = Caller::of(&desk, "ana.ruiz");
    for number in 0..15 {
        ana.create_town_hall(&format!("No. {number}"));
        desk.control("POST", "/clock", &json!({ "advance_s": 0.9 }));
    }
    let refused = ana.post(TOWNHALLS, &town_hall("One too many"));
    assert_eq!(refused.status, 429);
    let wait: f64 = refused.header("retry-after").parse().unwrap();
    assert!(
        (17.0..18.0).contains(&wait),
        "{wait}: the refused one counts, so that two must leave"
    );
    assert_eq!(
        ana.call("GET", "/me", &Value::Null).status,
        200,
        "people aren't counted"
    );

    desk.control("POST", "/clock", &json!({ "advance_s": wait }));
    ana.create_town_hall("In time");
    desk.control("POST", "/settings", &json!({ "throttle": false }));
    for number in 0..20 {
        ana.create_town_hall(&format!("Unthrottled {number}"));
    }
}

#[test]
fn a_large_tenant_has_as_many_events_as_asked_for() {
    let config = emulator::Config {
        events: 1_000,
        ..emulator::Config::default()
    };
    let desk = Desk::with(config);
    let ana = Caller::of(&desk, "ana.ruiz");
    let lists = ["townhalls", "webinars"].map(|kind| {
        let path = format!("/solutions/virtualEvents/{kind}/getByUserRole(role='organizer')");
        all(&ana, &path).0.len()
    });
    assert!(
        lists.iter().sum::<usize>() > 700,
        "most are hers: {lists:?}"
    );
}
