use proptest::prelude::*;
use time::{Date, Month, Time};

use crate::draft::typed::{read_date, read_number, read_time};

#[test]
fn dates_are_read_as_inputs_give_them_and_a_little_more() {
    let day = Date::from_calendar_date(2027, Month::March, 5).ok();
    for typed in ["2027-03-05", " 2027-03-05 ", "2027-3-5"] {
        assert_eq!(read_date(typed), day, "{typed}");
    }
    for typed in [
        "",
        "2027-02-29",
        "2027-13-01",
        "27-03-05",
        "2027-03",
        "2027-03-05-1",
        "+027-03-05",
        "12027-03-05",
        "5.3.2027",
    ] {
        assert_eq!(read_date(typed), None, "{typed}");
    }
}

#[test]
fn times_are_read_with_and_without_seconds() {
    for (typed, time) in [
        ("09:30", (9, 30, 0)),
        ("9:30", (9, 30, 0)),
        ("23:59:59", (23, 59, 59)),
        ("23:59:59.999", (23, 59, 59)),
    ] {
        assert_eq!(
            read_time(typed),
            Time::from_hms(time.0, time.1, time.2).ok(),
            "{typed}"
        );
    }
    for typed in [
        "",
        "9",
        "24:00",
        "09:60",
        "09:30:00:00",
        "-9:30",
        "9:",
        "9h30",
    ] {
        assert_eq!(read_time(typed), None, "{typed}");
    }
}

proptest! {
    #[test]
    fn nothing_typed_makes_reading_stumble(typed in "\\PC{0,20}") {
        let _ = (read_date(&typed), read_time(&typed), read_number(&typed));
    }

    #[test]
    fn a_number_is_read_however_it_is_grouped(
        number in 0_u32..2_000_000_000,
        separator in prop::sample::select(vec!["", ",", ".", "'", " ", "\u{a0}"]),
    ) {
        let digits = number.to_string();
        let mut grouped = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index) % 3 == 0 {
                grouped.push_str(separator);
            }
            grouped.push(digit);
        }
        prop_assert_eq!(read_number(&grouped), Some(i64::from(number)));
    }
}
