//! Files for other programs.

use serde_json::{Value, json};
use virtual_events::RegistrationId;

use crate::Reader;
use crate::attendance::sample::{held, member, named, roll};
use crate::attendance::{
    Arrivals, Curve, Figures, Names, Roll, Rules, Summary, people_table, summary_json,
};
use crate::csv::{self, ByteOrderMark};
use crate::jiff_rules::{JiffRules, utc};
use crate::zones::IanaZone;

fn people() -> Roll {
    let mut zoe = named(
        "=HYPERLINK(\"x\")",
        &[("10:02", "10:30"), ("10:40", "11:00")],
    );
    zoe.registration_id = Some(RegistrationId::from("r-7"));
    roll(&held(vec![member("ana", &[("10:00:30", "11:00")]), zoe]))
}

fn rows(text: &str) -> Vec<Vec<String>> {
    csv::Reader::new(text).map(|row| row.cells).collect()
}

#[test]
fn a_table_holds_the_people_and_no_formula() {
    let (rules, berlin) = (JiffRules::new(), IanaZone::new("Europe/Berlin"));
    let reader = Reader::new(utc("2027-06-02T10:00:00Z"), &berlin, &rules);
    let text = people_table(&people(), &Names::Shown, ByteOrderMark::With, Some(&reader));
    assert!(text.starts_with('\u{feff}'));
    let rows = rows(&text);
    assert_eq!(rows[0][0], "Name");
    assert_eq!(rows[0][7], "First join (Europe/Berlin)");
    assert_eq!(
        rows[1],
        [
            "ana",
            "ana@example.com",
            "example.com",
            "member",
            "attendee",
            "2027-06-01T10:00:30Z",
            "2027-06-01T11:00:00Z",
            "2027-06-01 12:00:30",
            "2027-06-01 13:00:00",
            "3570",
            "1",
            "",
        ]
    );
    assert_eq!(rows[2][0], "'=HYPERLINK(\"x\")");
    assert_eq!(rows[2][9..], ["2880", "2", "r-7"]);
    assert!(rows.iter().all(|row| row.len() == 12));
}

#[test]
fn a_table_without_names_leads_to_nobody() {
    let hidden = Names::Hidden("Attendee");
    let text = people_table(&people(), &hidden, ByteOrderMark::Without, None);
    assert!(text.starts_with("Name,"));
    assert_eq!(rows(&text)[1][0], "Attendee 1");
    for secret in ["ana", "example.com", "HYPERLINK", "r-7"] {
        assert!(!text.contains(secret), "{secret}");
    }
}

fn exported(names: &Names<'_>) -> Value {
    let roll = people();
    let curve = Curve::of_audience(&roll);
    let arrivals = Arrivals::of(&roll);
    let summary = Summary {
        title: "All hands",
        roll: &roll,
        curve: &curve,
        figures: &Figures::of(&roll, &curve, &Rules::default()),
        arrivals: arrivals.as_ref(),
    };
    serde_json::from_str(&summary_json(&summary, names)).unwrap()
}

#[test]
fn the_summary_holds_figures_curve_arrivals_and_people() {
    let summary = exported(&Names::Shown);
    assert_eq!(summary["scheduledStart"], "2027-06-01T10:00:00Z");
    assert_eq!(summary["figures"]["attendees"], 2);
    assert_eq!(summary["figures"]["onTime"], json!({"count": 2, "of": 2}));
    assert_eq!(summary["curve"][0], json!(["2027-06-01T10:00:30Z", 1]));
    let bins = summary["arrivals"]["bins"].as_array().unwrap();
    let filled: Vec<&Value> = bins.iter().filter(|bin| bin[1] != 0).collect();
    assert_eq!(filled, [&json!([30, 1]), &json!([120, 1])]);
    assert_eq!(summary["people"][0]["name"], "ana");
    assert_eq!(
        summary["people"][1]["stays"][1]["from"],
        "2027-06-01T10:40:00Z"
    );
    assert_eq!(summary["figures"]["domains"][0]["name"], "example.com");
}

#[test]
fn the_summary_without_names_has_neither_people_nor_rare_domains() {
    let summary = exported(&Names::Hidden("Attendee"));
    assert!(summary.get("people").is_none());
    let domains = json!([{"name": null, "count": 2}]);
    assert_eq!(summary["figures"]["domains"], domains);
    assert!(!summary.to_string().contains("ana"));
}
