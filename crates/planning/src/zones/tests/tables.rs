use std::collections::BTreeSet;

use virtual_events::WindowsZone;

use crate::jiff_rules::JiffRules;
use crate::zones::IanaZone;
use crate::zones::tables::iana::{IANA, NO_WINDOWS};
use crate::zones::tables::windows::RENAMED;
use crate::zones::windows::rows;

fn windows_of(iana: &'static str) -> Option<String> {
    IanaZone::new(iana)
        .to_windows()
        .map(|zone| zone.as_str().to_owned())
}

fn of_windows(name: &str) -> Option<String> {
    IanaZone::of_windows(&WindowsZone::new(name)).map(|zone| zone.as_str().to_owned())
}

#[test]
fn every_windows_zone_is_found_in_any_case_and_leads_back_to_itself() {
    for (windows, iana) in rows() {
        for spelled in [
            windows.to_owned(),
            windows.to_lowercase(),
            windows.to_uppercase(),
        ] {
            assert_eq!(of_windows(&spelled).as_deref(), Some(iana));
        }
        assert_eq!(windows_of(iana).as_deref(), Some(windows), "{iana}");
    }
    for unknown in [
        "",
        "A",
        "Zulu Standard Time",
        "=",
        "UTC+1",
        "Romance Standard Time=",
    ] {
        assert_eq!(of_windows(unknown), None, "{unknown}");
    }
}

#[test]
fn old_and_new_names_are_one_zone() {
    for (older, today, windows) in [
        ("Asia/Calcutta", "Asia/Kolkata", "India Standard Time"),
        ("Europe/Kiev", "Europe/Kyiv", "FLE Standard Time"),
        ("US/Pacific", "America/Los_Angeles", "Pacific Standard Time"),
        ("Asia/Saigon", "Asia/Ho_Chi_Minh", "SE Asia Standard Time"),
        ("America/Godthab", "America/Nuuk", "Greenland Standard Time"),
        (
            "Australia/NSW",
            "Australia/Sydney",
            "AUS Eastern Standard Time",
        ),
        (
            "America/Montreal",
            "America/Toronto",
            "Eastern Standard Time",
        ),
        ("GMT", "Etc/GMT", "UTC"),
        ("Zulu", "Etc/UTC", "UTC"),
    ] {
        assert_eq!(IanaZone::new(older).canonical().as_str(), today);
        assert_eq!(windows_of(older).as_deref(), Some(windows), "{older}");
        assert_eq!(windows_of(today).as_deref(), Some(windows), "{today}");
    }
}

#[test]
fn utc_is_known_by_every_name_the_service_uses() {
    for name in [
        "UTC",
        "utc",
        "tzone://Microsoft/Utc",
        "Etc/UTC",
        "GMT",
        "Coordinated Universal Time",
    ] {
        let zone = IanaZone::of_windows(&WindowsZone::new(name)).unwrap();
        assert!(zone.is_utc(), "{name} became {zone}");
    }
    assert_eq!(windows_of("UTC").as_deref(), Some("UTC"));
}

#[test]
fn an_iana_name_from_the_service_is_taken_and_nonsense_is_not() {
    assert_eq!(
        of_windows("Europe/Berlin").as_deref(),
        Some("Europe/Berlin")
    );
    for name in [
        "PacificSt",
        "",
        "Customized Time Zone",
        "tzone://Microsoft/Custom",
    ] {
        assert_eq!(of_windows(name), None);
    }
}

#[test]
fn a_zone_that_windows_lacks_says_so() {
    assert_eq!(windows_of("Antarctica/Troll"), None);
    assert_eq!(windows_of("Mars/Olympus"), None);
    assert_eq!(
        IanaZone::new("Mars/Olympus").canonical().as_str(),
        "Mars/Olympus"
    );
}

#[test]
fn cities_read_as_people_write_them() {
    assert_eq!(
        IanaZone::new("America/Argentina/Buenos_Aires").city(),
        "Buenos Aires"
    );
    assert_eq!(IanaZone::UTC.city(), "UTC");
}

#[test]
fn the_tables_are_sorted_and_point_into_each_other() {
    assert_eq!(rows().count(), 139);
    assert!(rows().is_sorted_by_key(|(name, _)| name.to_lowercase()));
    assert!(IANA.is_sorted_by_key(|(name, _, _)| name.to_lowercase()));
    for (name, row, today) in IANA {
        assert!(
            row == NO_WINDOWS || usize::from(row) < rows().count(),
            "{name}"
        );
        let (_, row_today, itself) = IANA[usize::from(today)];
        assert_eq!((row_today, itself), (row, today), "{name}");
    }
    for (today, older) in RENAMED {
        assert_eq!(IanaZone::new(older).canonical().as_str(), today);
    }
}

#[test]
fn an_independent_database_knows_every_name_of_the_tables() {
    let rules = JiffRules::new();
    let unknown: BTreeSet<&str> = IANA
        .iter()
        .map(|row| row.0)
        .filter(|name| rules.zone(name).is_none())
        .collect();
    // two links that the tz database itself has dropped; browsers still take them
    assert_eq!(
        unknown,
        BTreeSet::from(["Canada/East-Saskatchewan", "US/Pacific-New"])
    );
}
