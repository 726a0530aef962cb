//! Single cells: dates, times, lengths, zones, headers.

use proptest::prelude::*;
use time::{Date, Month};

use crate::import::date::{DateRead, read_date};
use crate::import::spelling::column_named;
use crate::import::time::{read_minutes, read_time, split};
use crate::import::zone::read_zone;
use crate::import::{Column, DateOrder, Mapping};

fn day(year: i32, month: u8, day: u8) -> DateRead {
    let month = Month::try_from(month).unwrap();
    DateRead::Day(Date::from_calendar_date(year, month, day).unwrap())
}

#[test]
fn dates_are_read_in_the_usual_forms() {
    for text in [
        "2027-03-30",
        "2027/3/30",
        "20270330",
        "30.03.2027",
        "30.3.27",
        "30/03/2027",
        "03/30/2027",
        "30-Mar-27",
        "30 March 2027",
        "March 30th, 2027",
        "Tuesday, 30 March 2027",
        "Tue 30-Mar-2027",
        "30 Mar. 2027",
        "Mar 30 2027",
    ] {
        assert_eq!(read_date(text, None), day(2027, 3, 30), "{text}");
    }
}

#[test]
fn a_date_of_two_meanings_is_asked_about_and_then_read_as_told() {
    assert_eq!(read_date("03/04/2027", None), DateRead::Ambiguous);
    assert_eq!(read_date("3-4-27", None), DateRead::Ambiguous);
    let order = Some(DateOrder::DayFirst);
    assert_eq!(read_date("03/04/2027", order), day(2027, 4, 3));
    let order = Some(DateOrder::MonthFirst);
    assert_eq!(read_date("03/04/2027", order), day(2027, 3, 4));
    // what goes against what was told isn't turned round in silence
    assert_eq!(read_date("30/04/2027", order), DateRead::None);
    // and these have one meaning
    assert_eq!(read_date("04/04/2027", None), day(2027, 4, 4));
    assert_eq!(read_date("03.04.2027", order), day(2027, 4, 3));
}

#[test]
fn dates_that_do_not_exist_are_none() {
    for text in [
        "31/02/2027",
        "2027-02-31",
        "2027-13-01",
        "30/30/2027",
        "0/1/2027",
        "tomorrow",
        "",
        "2027",
        "1/2/3/4",
        "29.02.2027",
        "+1/+2/2027",
        "30 Marchember 2027",
        "12/2027",
    ] {
        assert_eq!(read_date(text, None), DateRead::None, "{text}");
    }
    assert_eq!(read_date("29.02.2028", None), day(2028, 2, 29));
}

#[test]
fn times_are_read_in_the_usual_forms() {
    for (text, time) in [
        ("9:30", "09:30"),
        ("09:30:00", "09:30"),
        ("14.30", "14:30"),
        ("14h30", "14:30"),
        ("2:30 pm", "14:30"),
        ("2 PM", "14:00"),
        ("12 am", "00:00"),
        ("12:15 p.m.", "12:15"),
        ("18h", "18:00"),
        ("10:00:15", "10:00:15"),
    ] {
        assert_eq!(read_time(text), time, "{text}");
    }
    // what isn't one stays, for the message
    for text in ["25:00", "13 pm", "noon", "9", "10:5", "1:2:3:4"] {
        assert_eq!(read_time(text), text);
    }
}

#[test]
fn a_cell_of_date_and_time_is_taken_apart() {
    for (text, date, time) in [
        ("2027-03-30T10:00", "2027-03-30", "10:00"),
        ("2027-03-30 10:00:00", "2027-03-30", "10:00:00"),
        ("30.03.2027 2 pm", "30.03.2027", "2 pm"),
        ("30 March 2027 2:30pm", "30 March 2027", "2:30pm"),
        ("30 March 2027", "30 March 2027", ""),
        ("10:00", "", "10:00"),
        ("October 30 2027", "October 30 2027", ""),
        ("", "", ""),
    ] {
        assert_eq!(split(text), (date.to_owned(), time.to_owned()), "{text}");
    }
}

#[test]
fn lengths_are_read_in_the_usual_forms() {
    for (text, minutes) in [
        ("90", 90),
        ("90 min", 90),
        ("1:30", 90),
        ("1h30", 90),
        ("1 h 30 min", 90),
        ("1.5 hours", 90),
        ("1,5 h", 90),
        ("2 hours", 120),
        ("45 minutes", 45),
    ] {
        assert_eq!(read_minutes(text), Some(minutes), "{text}");
    }
    for text in ["", "0", "-5", "long", "1:3", "90 s", "1.55h"] {
        assert_eq!(read_minutes(text), None, "{text}");
    }
}

#[test]
fn zones_are_found_by_any_name() {
    let name = |text| read_zone(text).map(|zone| zone.as_str().to_owned());
    for (text, zone) in [
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("New York", "America/New_York"),
        ("berlin", "Europe/Berlin"),
        ("Asia/Calcutta", "Asia/Kolkata"),
        ("Calcutta", "Asia/Kolkata"),
        ("São Paulo", "America/Sao_Paulo"),
        ("UTC", "Etc/UTC"),
    ] {
        assert_eq!(name(text).as_deref(), Some(zone), "{text}");
    }
    for text in ["", "Atlantis", "e", "Middle-earth/Shire"] {
        assert_eq!(name(text), None, "{text}");
    }
}

#[test]
fn headers_are_known_in_many_spellings() {
    for (header, column) in [
        ("Title", Column::Title),
        ("Event name", Column::Title),
        ("START DATE", Column::Start),
        ("start_date_time", Column::Start),
        ("Start time", Column::StartTime),
        ("Duration (minutes)", Column::Duration),
        ("Time zone", Column::Zone),
        ("Co-organisers", Column::CoOrganizers),
        ("coOrganizers", Column::CoOrganizers),
        ("Speakers [e-mail]", Column::Presenters),
        ("E-mail notifications", Column::AttendeeEmails),
    ] {
        assert_eq!(column_named(header), Some(column), "{header}");
    }
    assert_eq!(column_named("Catering"), None);
}

#[test]
fn each_meaning_stands_in_one_column_and_can_be_moved() {
    let headers = ["Title", "Subject", "Start"].map(str::to_owned);
    let mut mapping = Mapping::of(&headers);
    assert_eq!(mapping.index(Column::Title), Some(0));
    assert_eq!(mapping.get(1), None);
    assert!(mapping.missing().is_empty());
    mapping.set(1, Some(Column::Title));
    assert_eq!(mapping.index(Column::Title), Some(1));
    assert_eq!(mapping.get(0), None);
    mapping.set(2, None);
    assert_eq!(mapping.missing(), [Column::Start]);
}

proptest! {
    #[test]
    fn every_day_is_read_as_it_was_written(julian in 2_461_042_i32..2_500_000) {
        let date = Date::from_julian_day(julian).unwrap();
        let (year, month, day) = (date.year(), u8::from(date.month()), date.day());
        let read = DateRead::Day(date);
        prop_assert_eq!(read_date(&format!("{year}-{month:02}-{day:02}"), None), read);
        prop_assert_eq!(read_date(&format!("{day}.{month}.{year}"), None), read);
        prop_assert_eq!(read_date(&format!("{day} {} {year}", date.month()), None), read);
        let slashes = format!("{day:02}/{month:02}/{year}");
        prop_assert_eq!(read_date(&slashes, Some(DateOrder::DayFirst)), read);
        let slashes = format!("{month}/{day}/{year}");
        prop_assert_eq!(read_date(&slashes, Some(DateOrder::MonthFirst)), read);
        let open = read_date(&slashes, None);
        prop_assert!(open == read || (open == DateRead::Ambiguous && day <= 12));
    }

    #[test]
    fn nothing_typed_makes_a_cell_panic(text in any::<String>(), digits in "[0-9:./ apmhT-]{0,14}") {
        for text in [&text, &digits] {
            let (date, time) = split(text);
            let _ = (read_date(&date, None), read_time(&time), read_minutes(text), column_named(text));
        }
    }
}
