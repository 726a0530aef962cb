//! Records in pages, tens of thousands of them.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::attendance::{reports, reports_of};
use crate::caller::Caller;
use crate::desk::Desk;

const FOUNDERS: &str = "Founders' day: a hundred years of Northlight";

/// The path of the largest report of an event, and how many records it has.
fn largest(caller: &Caller<'_>, desk: &Desk, title: &str) -> (String, usize) {
    let place = reports_of(desk, title);
    let count = |report: &Value| report["totalParticipantCount"].as_u64().unwrap();
    let report = reports(caller, &place)
        .into_iter()
        .max_by_key(count)
        .unwrap();
    let id = report["id"].as_str().unwrap();
    (
        format!("{place}/{id}"),
        usize::try_from(count(&report)).unwrap(),
    )
}

/// The records of every page from this one on, and the sizes of the pages.
fn follow(desk: &Desk, caller: &Caller<'_>, first: &str) -> (Vec<Value>, Vec<usize>) {
    let (mut records, mut sizes) = (Vec::new(), Vec::new());
    let mut path = first.to_owned();
    loop {
        let page = caller.get(&path);
        let items = page["value"].as_array().unwrap();
        sizes.push(items.len());
        records.extend(items.iter().cloned());
        let Some(link) = page["@odata.nextLink"].as_str() else {
            return (records, sizes);
        };
        let base = format!("{}/v1.0", desk.graph());
        path = link.strip_prefix(&base).unwrap().to_owned();
    }
}

fn ids(records: &[Value]) -> BTreeSet<&str> {
    let id = |record: &'_ Value| record["id"].as_str().map(|_| ());
    assert!(records.iter().all(|record| id(record).is_some()));
    records
        .iter()
        .map(|record| record["id"].as_str().unwrap())
        .collect()
}

#[test]
fn a_huge_event_is_read_page_by_page_and_every_record_once() {
    let desk = Desk::open();
    let ana = Caller::of(&desk, "ana.ruiz");
    let (report, total) = largest(&ana, &desk, FOUNDERS);
    assert_eq!(total, 12_000);
    let first = format!("{report}/attendanceRecords");
    assert_eq!(ana.get(&first)["value"].as_array().unwrap().len(), 200);
    let (records, sizes) = follow(&desk, &ana, &format!("{first}?$top=5000&$count=true"));
    assert_eq!(sizes, vec![1_000; 12], "the largest page");
    assert_eq!(ids(&records).len(), total, "none twice");
    let addresses: BTreeSet<_> = records
        .iter()
        .filter_map(|record| record["emailAddress"].as_str())
        .collect();
    let with = records
        .iter()
        .filter(|record| record["emailAddress"].is_string());
    assert_eq!(addresses.len(), with.count(), "nobody's address twice");
    assert_eq!(
        ana.get(&format!("{first}?$top=3&$count=true"))["@odata.count"],
        12_000
    );
}

#[test]
fn expanding_brings_the_first_records_and_a_link_to_the_others() {
    let desk = Desk::open();
    let ana = Caller::of(&desk, "ana.ruiz");
    let (report, total) = largest(&ana, &desk, "Looking back at the year");
    assert!(total > 1_000, "{total}");
    let expanded = ana.get(&format!("{report}?$expand=attendanceRecords"));
    let mut records = expanded["attendanceRecords"].as_array().unwrap().clone();
    assert_eq!(records.len(), 500);
    let link = expanded["attendanceRecords@odata.nextLink"]
        .as_str()
        .unwrap();
    let base = format!("{}/v1.0", desk.graph());
    let (others, _) = follow(&desk, &ana, link.strip_prefix(&base).unwrap());
    records.extend(others);
    assert_eq!(ids(&records).len(), total);
    desk.control("POST", "/settings", &json!({ "records_expanded": 9_000 }));
    let whole = ana.get(&format!("{report}?$expand=attendanceRecords"));
    assert_eq!(whole["attendanceRecords"], json!(records));
    assert!(whole.get("attendanceRecords@odata.nextLink").is_none());
}

#[test]
fn top_can_be_refused_and_must_be_a_number() {
    let desk = Desk::open();
    let ana = Caller::of(&desk, "ana.ruiz");
    let (report, _) = largest(&ana, &desk, FOUNDERS);
    let top = |top: &str| {
        let path = format!("{report}/attendanceRecords?$top={top}");
        ana.call("GET", &path, &Value::Null).status
    };
    assert_eq!([top("7"), top("0"), top("many")], [200, 400, 400]);
    desk.control("POST", "/settings", &json!({ "refuse_top": true }));
    assert_eq!(top("7"), 400);
    ana.get(&format!("{report}/attendanceRecords"));
}

#[test]
fn a_crowd_is_made_to_order() {
    let desk = Desk::open();
    let ana = Caller::of(&desk, "ana.ruiz");
    let title = "Looking back at the year";
    let order = json!({ "event": title, "people": 50_000, "stays": 3 });
    desk.control("POST", "/attendance", &order);
    let (report, total) = largest(&ana, &desk, title);
    assert_eq!(total, 50_000);
    let last = format!("{report}/attendanceRecords?$top=1000&$skiptoken=NDkwMDA");
    let page = ana.get(&last);
    assert!(
        page.get("@odata.nextLink").is_none(),
        "49,000 and a thousand"
    );
    let records = page["value"].as_array().unwrap();
    assert_eq!(records.len(), 1_000);
    for record in records {
        assert_eq!(record["attendanceIntervals"].as_array().unwrap().len(), 3);
    }
}
