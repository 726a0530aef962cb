use crate::zones::find_zones;

fn names(query: &str) -> Vec<String> {
    find_zones(query, 5)
        .into_iter()
        .map(|choice| choice.iana.as_str().to_owned())
        .collect()
}

#[test]
fn a_city_is_found_by_its_beginning_before_anything_that_merely_holds_the_word() {
    assert_eq!(
        names("berl").first().map(String::as_str),
        Some("Europe/Berlin")
    );
    // Blantyre holds the letters too and comes before Lagos
    assert_eq!(
        names("la").first().map(String::as_str),
        Some("Africa/Lagos")
    );
    assert_eq!(
        names("new y").first().map(String::as_str),
        Some("America/New_York")
    );
    assert_eq!(
        names("san").first().map(String::as_str),
        Some("America/Argentina/San_Juan")
    );
}

#[test]
fn an_older_name_finds_the_zone_under_its_name_of_today_and_only_once() {
    assert_eq!(names("calcutta"), ["Asia/Kolkata"]);
    assert_eq!(names("kiev"), ["Europe/Kyiv"]);
    assert_eq!(names("KYÏV"), ["Europe/Kyiv"]);
}

#[test]
fn the_windows_name_finds_its_zones() {
    let found = find_zones("Pacific Standard Time", 50);
    assert!(
        found
            .iter()
            .any(|choice| choice.iana.as_str() == "America/Los_Angeles")
    );
    assert!(
        found
            .iter()
            .any(|choice| choice.windows == "Pacific Standard Time")
    );
}

#[test]
fn nothing_typed_offers_the_first_and_nonsense_offers_nothing() {
    assert_eq!(find_zones("", 7).len(), 7);
    assert_eq!(find_zones("", 1000).len(), find_zones(" ", 2000).len());
    assert_eq!(names("qwertz"), [""; 0]);
}

#[test]
fn a_zone_with_many_names_is_offered_once() {
    let mut all: Vec<String> = find_zones("", 1000)
        .iter()
        .map(|choice| choice.iana.as_str().to_owned())
        .collect();
    let offered = all.len();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), offered);
}

#[test]
fn a_zone_that_cannot_be_sent_is_not_offered() {
    assert_eq!(names("troll"), [""; 0]);
}
