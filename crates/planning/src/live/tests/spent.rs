//! The budget of one browser.

use std::time::Duration;

use crate::jiff_rules::utc;
use crate::live::Spent;

#[test]
fn an_hour_has_its_share_and_frees_it_again() {
    let mut spent = Spent::default();
    let ten = utc("2027-06-01T10:00:00Z");
    spent.read(Spent::IN_AN_HOUR - 1, ten);
    let later = utc("2027-06-01T10:30:00Z");
    assert_eq!(spent.free_from(later), later);

    spent.read(1, later);
    assert_eq!(spent.free_from(later), utc("2027-06-01T11:00:00Z"));
    assert_eq!(spent.in_last_hour(later), Spent::IN_AN_HOUR);

    let free = utc("2027-06-01T11:00:00Z");
    assert_eq!(spent.free_from(free), free);
    assert_eq!(
        (spent.in_last_hour(free), spent.in_last_day(free)),
        (1, 150)
    );
    // what is older than a day is forgotten
    let next_day = utc("2027-06-02T10:00:01Z");
    spent.read(0, next_day);
    assert_eq!(spent.in_last_day(next_day), 1);
}

#[test]
fn each_failure_makes_it_rest_longer_until_an_answer_comes() {
    let mut spent = Spent::default();
    let now = utc("2027-06-01T10:00:00Z");
    let rest = |spent: &Spent| spent.free_from(now).since(now).as_secs();
    let rests: Vec<u64> = (0..8)
        .map(|_| {
            spent.failed(None, now);
            rest(&spent)
        })
        .collect();
    assert_eq!(rests, [60, 120, 240, 480, 960, 1_920, 3_600, 3_600]);
    assert!(spent.rests_until(now).is_some());

    spent.answered();
    assert_eq!(rest(&spent), 0);
    assert_eq!(spent.rests_until(now), None);
    // what the service asks for counts when it is more
    spent.failed(Some(Duration::from_secs(90)), now);
    assert_eq!(rest(&spent), 90);
}

#[test]
fn it_is_handed_on_as_text() {
    let mut spent = Spent::default();
    spent.read(3, utc("2027-06-01T10:00:00Z"));
    spent.failed(None, utc("2027-06-01T10:00:00Z"));
    let text = serde_json::to_string(&spent).unwrap();
    assert_eq!(serde_json::from_str::<Spent>(&text).unwrap(), spent);
}
