//! Records from bytes: the same as by the tree of values, and whatever is odd.

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::attendance::read::{RecordDocument, read_document};
use crate::{AttendanceRecord, AttendanceRole, IdentityKind};

fn read(document: &Value) -> RecordDocument {
    read_document(document.to_string().as_bytes()).expect("readable")
}

fn full() -> Value {
    json!({"id": "1", "emailAddress": "f@contoso.com", "role": "presenter",
        "totalAttendanceInSeconds": 1152, "registrationId": "r", "registrantId": "older",
        "identity": {"@odata.type": "#microsoft.graph.communicationsGuestIdentity", "id": "i",
            "displayName": "F\u{e9}lix \"x\"", "tenantId": "t", "email": "g@contoso.com",
            "azureCommunicationServicesResourceId": "a", "applicationType": "b", "hidden": true},
        "attendanceIntervals": [{"joinDateTime": "2021-03-16T18:59:52.2782182Z",
            "leaveDateTime": "2021-03-16T19:06:47.7218491Z", "durationInSeconds": 415}, {}],
        "externalRegistrationInformation": {"referrer": "x", "registrationId": "y"},
        "engagements": [{"kind": "hand"}], "@odata.etag": "z"})
}

#[test]
fn every_member_is_read_as_by_the_tree_of_values() {
    let found = read(&json!({"@odata.context": "c", "value": [full()], "@odata.nextLink": "n"}));
    let records = found.records.expect("a list");
    let by_tree: AttendanceRecord = serde_json::from_value(full()).expect("readable");
    assert_eq!(records, [by_tree]);
    assert_eq!(found.misread.records, 0);
    assert_eq!(found.next.as_deref(), Some("n"));
    let record = &records[0];
    assert_eq!(record.role, Some(AttendanceRole::Presenter));
    let kind = record.identity.as_ref().and_then(|it| it.kind());
    assert_eq!(kind, Some(IdentityKind::Guest));
}

#[test]
fn null_absent_and_an_empty_object_are_one() {
    let mut nulls = full();
    for (_, value) in nulls.as_object_mut().expect("an object") {
        *value = Value::Null;
    }
    let found = read(&json!({"value": [nulls, {}]}));
    assert_eq!(found.misread.records, 0);
    let none = AttendanceRecord::default;
    assert_eq!(found.records, Some(vec![none(), none()]));
}

#[test]
fn an_odd_member_is_left_out_and_named_but_costs_nothing_else() {
    let odd = json!({"value": [
        {"emailAddress": "a@b"},
        {"emailAddress": 7, "role": {"x": ["y"]}, "totalAttendanceInSeconds": 12},
        "no record",
        null,
        {"identity": ["x"], "emailAddress": "c@d"},
        {"attendanceIntervals": [{"joinDateTime": "soon", "durationInSeconds": 9.5}, 3]},
        {"totalAttendanceInSeconds": 3_000_000_000_u64, "attendanceIntervals": {"a": 1}},
        {"emailAddress": "e@f"},
    ]});
    let found = read(&odd);
    let records = found.records.expect("a list");
    assert_eq!(records.len(), 6);
    assert_eq!(found.misread.records, 6);
    let first = found.misread.first.as_deref();
    assert_eq!(first, Some("$.value[1].emailAddress"));
    assert_eq!(records[1].total_attendance_in_seconds, Some(12));
    assert_eq!(records[2].email_address.as_deref(), Some("c@d"));
    assert_eq!(records[3].attendance_intervals.len(), 1);
    assert_eq!(records[5].email_address.as_deref(), Some("e@f"));
}

#[test]
fn a_wrapped_report_is_opened_and_its_records_are_taken_out() {
    let report = json!({"id": "r", "totalParticipantCount": 2, "attendanceRecords": [full()],
        "attendanceRecords@odata.nextLink": "n"});
    for document in [report.clone(), json!({"value": report})] {
        let found = read(&document);
        assert_eq!(found.records.map(|records| records.len()), Some(1));
        assert_eq!(found.next.as_deref(), Some("n"));
        assert_eq!(found.others.get("totalParticipantCount"), Some(&json!(2)));
        assert!(!found.others.contains_key("attendanceRecords"));
    }
    assert_eq!(read(&json!({"id": "r"})).records, None);
    assert_eq!(read(&json!({"value": null})).records, Some(Vec::new()));
}

#[test]
fn what_is_no_answer_is_told_without_its_words() {
    for (text, expected) in [
        ("", "expected JSON at $"),
        ("<html>", "expected JSON at $"),
        ("{\"value\": [{\"id\": \"secret", "expected JSON at $"),
        ("{} trailing", "expected JSON at $"),
        ("[]", "expected an object at $"),
        ("3", "expected an object at $"),
    ] {
        let problem = read_document(text.as_bytes()).expect_err("no answer");
        assert_eq!(problem.to_string(), expected, "{text}");
    }
}

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "[a-z#.\"\\\\]{0,8}".prop_map(Value::from),
        Just(json!("2027-03-30T10:00:00.5Z")),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        let member = prop::sample::select(vec![
            "value",
            "id",
            "identity",
            "attendanceIntervals",
            "attendanceRecords",
            "joinDateTime",
            "durationInSeconds",
            "emailAddress",
            "hidden",
            "@odata.type",
            "@odata.nextLink",
            "other",
        ]);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((member, inner), 0..5).prop_map(|members| {
                let members = members.into_iter().map(|(name, it)| (name.to_owned(), it));
                Value::Object(members.collect())
            }),
        ]
    })
}

proptest! {
    #[test]
    fn no_json_of_any_shape_costs_the_page(odd in any_value()) {
        let page = json!({"value": [full(), odd, full()]});
        let records = read(&page).records.expect("a list");
        prop_assert!(records.len() >= 2);
        let by_tree: AttendanceRecord = serde_json::from_value(full()).expect("readable");
        prop_assert_eq!(records.first(), Some(&by_tree));
        prop_assert_eq!(records.last(), Some(&by_tree));
    }

    #[test]
    fn what_the_tree_of_values_reads_is_read_the_same(any in any_value()) {
        let page = json!({"value": [any]});
        if let Ok(by_tree) = serde_json::from_value::<AttendanceRecord>(any) {
            let found = read(&page);
            prop_assert_eq!(found.records, Some(vec![by_tree]));
            prop_assert_eq!(found.misread.records, 0);
        }
    }
}
