//! What events carry.

use proptest::prelude::*;
use virtual_events::ExternalEventInformation;

use super::{id, tie, tied};
use crate::jiff_rules::wall;
use crate::sample::townhall;
use crate::series::{LONGEST_EXTERNAL_ID, Rule, SeriesId, SeriesPlace, SeriesTie};
use crate::zones::IanaZone;

fn whole() -> SeriesTie {
    SeriesTie {
        original: Some(wall("2027-06-08T10:00")),
        first: Some(wall("2027-03-09T10:00")),
        zone: Some(IanaZone::new("America/Argentina/ComodRivadavia")),
        rule: "FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU;COUNT=12".parse().ok(),
        ..tie(2)
    }
}

#[test]
fn a_tie_reads_as_it_was_written() {
    let text = whole().to_text();
    assert_eq!(
        text,
        "rostrum-series-1|id=abcd2345wxyz|n=2/3|at=20270608T100000|from=20270309T100000\
         |tz=America/Argentina/ComodRivadavia|rule=FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU;COUNT=12"
    );
    assert_eq!(SeriesTie::parse(&text), Some(whole()));
    assert_eq!(SeriesTie::parse(&tie(1).to_text()), Some(tie(1)));
}

#[test]
fn a_rule_that_doesnt_fit_is_left_out_and_the_rest_still_ties() {
    let days: Vec<_> = (1..=28).map(|day| format!("{day},-{day}")).collect();
    let rule = format!("FREQ=MONTHLY;BYMONTHDAY={};COUNT=500", days.join(","));
    let long = SeriesTie {
        rule: rule.parse().ok(),
        ..whole()
    };
    assert!(
        long.to_string().len() > LONGEST_EXTERNAL_ID,
        "too long to be kept"
    );

    let read = SeriesTie::parse(&long.to_text()).expect("a tie all the same");
    assert_eq!(read, SeriesTie { rule: None, ..long });
}

#[test]
fn ids_of_others_are_no_error_and_no_series() {
    for foreign in [
        "",
        "row-7",
        "rostrum-series-9|id=abcd2345wxyz",
        "rostrum-series-1",
        "rostrum-series-1|id=",
        "rostrum-series-1|id=with blanks",
        "crm|id=abcd2345wxyz",
    ] {
        assert_eq!(SeriesTie::parse(foreign), None, "{foreign}");
    }
}

#[test]
fn what_cant_be_read_counts_as_not_said() {
    let text = "rostrum-series-1|id=abcd2345wxyz|n=two|at=soon|new=thing|x|tz=Mars/Olympus|rule=FREQ=OFTEN";
    let read = SeriesTie::parse(text).expect("the series can be read");
    assert_eq!((read.number, read.of), (0, 0));
    assert_eq!((read.original, read.rule), (None, None));
    assert_eq!(read.zone, Some(IanaZone::new("Mars/Olympus")));
}

#[test]
fn an_event_may_carry_what_other_applications_tied_to_it() {
    let mut event = tied(townhall("1", "All hands"), &tie(3));
    let foreign = ExternalEventInformation {
        application_id: Some("crm".into()),
        external_event_id: Some("row-7".into()),
    };
    event.external_event_information.insert(0, foreign);
    event
        .external_event_information
        .insert(0, ExternalEventInformation::default());
    assert_eq!(SeriesTie::of_event(&event), Some(tie(3)));
    assert_eq!(SeriesTie::of_event(&townhall("2", "Alone")), None);
}

#[test]
fn a_glance_tells_the_place_alone() {
    let event = tied(townhall("1", "All hands"), &whole());
    let place = SeriesPlace {
        series: id(),
        number: 2,
        of: 3,
    };
    assert_eq!(SeriesPlace::of_event(&event), Some(place));
    assert_eq!(SeriesPlace::of_event(&townhall("2", "Alone")), None);
}

#[test]
fn a_new_id_is_one_that_can_be_read() {
    let (mut low, mut high) = (|| 0.0, || 0.999_999_999);
    for id in [SeriesId::random(&mut low), SeriesId::random(&mut high)] {
        assert_eq!(id.as_str().len(), 12);
        assert_eq!(SeriesId::parse(id.as_str()), Some(id));
    }
}

proptest! {
    /// Whatever the service gives back, it is read or it isn't.
    #[test]
    fn no_text_brings_the_reader_down(text in "(rostrum-series-1)?\\PC{0,80}") {
        let _ = SeriesTie::parse(&text);
    }

    /// What is written fits, and says the same when read.
    #[test]
    fn whatever_is_written_fits_and_comes_back(
        number in 1u16..501,
        of in 1u16..501,
        days in prop::collection::vec(-31i8..=31, 0..40),
        zone in "[A-Za-z_/]{1,32}",
    ) {
        let mut days: Vec<i8> = days.into_iter().filter(|day| *day != 0).collect();
        let mut seen = Vec::new();
        days.retain(|day| !seen.contains(day) && { seen.push(*day); true });
        let mut rule: Rule = "FREQ=MONTHLY;COUNT=12".parse().expect("a rule");
        rule.month_days = days;
        let tie = SeriesTie { number, of, zone: Some(IanaZone::new(zone)), rule: Some(rule), ..whole() };
        let text = tie.to_text();
        prop_assert!(text.chars().count() <= LONGEST_EXTERNAL_ID);
        let read = SeriesTie::parse(&text).expect("a tie");
        let rule = read.rule.clone();
        prop_assert!(rule == tie.rule || (rule.is_none() && tie.to_string().len() > LONGEST_EXTERNAL_ID));
        prop_assert_eq!(SeriesTie { rule: None, ..read }, SeriesTie { rule: None, ..tie });
    }
}
