//! Figures and pictures.

use crate::i18n::{count, number};
use planning::attendance::{Kind, Part, Share, Staff};

pub(crate) const REPORT: &str = "Report";
pub(crate) const HIDE_NAMES: &str = "Hide names";
pub(crate) const FIGURES: &str = "Figures";

pub(crate) const UNIQUE: &str = "Unique attendees";
pub(crate) const PEAK: &str = "Peak";
pub(crate) const AVERAGE_STAY: &str = "Average stay";
pub(crate) const TO_THE_END: &str = "Stayed to the end";
pub(crate) const MEDIAN_STAY: &str = "Median stay";
pub(crate) const MEDIAN_THERE: &str = "There at once, median";
pub(crate) const AVERAGE_THERE: &str = "There at once, average";
pub(crate) const ON_TIME: &str = "On time";
pub(crate) const STAFF: &str = "Beside the audience";
pub(crate) const MEETING: &str = "Meeting was open";
pub(crate) const PLANNED: &str = "Planned";
pub(crate) const UNKNOWN: &str = "Not known";

pub(crate) const CURVE: &str = "Audience over time";
pub(crate) const ARRIVALS: &str = "Arrivals";
pub(crate) const DROP_OFFS: &str = "Where people left";
pub(crate) const MOMENT: &str = "Moment";
pub(crate) const STRETCH: &str = "Time";
pub(crate) const THERE: &str = "There";
pub(crate) const OF_PEAK: &str = "Of the peak";
pub(crate) const CAME: &str = "Came";
pub(crate) const SCHEDULED_START: &str = "Scheduled start";
pub(crate) const SCHEDULED_END: &str = "Scheduled end";
pub(crate) const NO_TIMES: &str = "The records tell no times, so there is nothing to draw.";
pub(crate) const NO_DROP_OFF: &str =
    "No sudden losses: nobody left in numbers before the last minutes.";
pub(crate) const NOBODY: &str = "Nobody came but those who ran it.";

pub(crate) const SHARES: &str = "Who they were";
pub(crate) const BY_ROLE: &str = "By role";
pub(crate) const BY_KIND: &str = "By account";
pub(crate) const BY_DOMAIN: &str = "By e-mail domain";
pub(crate) const NO_DOMAIN: &str = "No e-mail address";
pub(crate) const OTHER_DOMAINS: &str = "Other domains";
pub(crate) const PEOPLE: &str = "People";
pub(crate) const SHARE: &str = "Share";

/// A part of a whole in percent: `64%`; `<1%` for some that are very few.
pub(crate) fn percent(share: Share) -> String {
    match share.ratio() {
        None => UNKNOWN.to_owned(),
        Some(ratio) => of_hundred(ratio),
    }
}

/// A ratio in percent; nothing but all is 100%, nothing but none is 0%.
pub(crate) fn of_hundred(ratio: f64) -> String {
    let rounded = (ratio * 100.0).round();
    if ratio > 0.0 && rounded < 1.0 {
        return "<1%".to_owned();
    }
    let rounded = if ratio < 1.0 {
        rounded.min(99.0)
    } else {
        rounded
    };
    [&(rounded as i64).to_string(), "%"].concat()
}

/// So many of so many.
pub(crate) fn so_many(share: Share) -> String {
    [&number(share.count), " of ", &number(share.of)].concat()
}

/// A number of people.
pub(crate) fn people(people: usize) -> String {
    if people == 1 {
        "1 person".to_owned()
    } else {
        [&number(people), " people"].concat()
    }
}

/// A number alone.
pub(crate) fn figure(figure: usize) -> String {
    number(figure)
}

/// A length: `52 min`, `1 h 4 min`; below two minutes in seconds.
pub(crate) fn stay(seconds: u32) -> String {
    if seconds < 120 {
        return [&seconds.to_string(), " s"].concat();
    }
    let minutes = seconds / 60;
    match (minutes / 60, minutes % 60) {
        (0, minutes) => [&minutes.to_string(), " min"].concat(),
        (hours, 0) => [&hours.to_string(), " h"].concat(),
        (hours, minutes) => [&hours.to_string(), " h ", &minutes.to_string(), " min"].concat(),
    }
}

/// When most were there.
pub(crate) fn at(time: &str) -> String {
    ["at ", time].concat()
}

/// Who isn't counted as audience.
pub(crate) fn staff(staff: Staff) -> String {
    let parts = [
        (staff.organizers, "organizer"),
        (staff.presenters, "presenter"),
        (staff.applications, "app"),
    ];
    let parts = parts.into_iter().filter(|(number, _)| *number > 0);
    let parts: Vec<String> = parts.map(|(number, noun)| count(number, noun)).collect();
    if parts.is_empty() {
        "Nobody".to_owned()
    } else {
        parts.join(", ")
    }
}

/// From when to when.
pub(crate) fn span(from: &str, to: &str) -> String {
    [from, " – ", to].concat()
}

/// What counts as on time and as the end.
pub(crate) fn rules(on_time: u32, end: u32) -> String {
    [
        "Counted is the audience, without organizers and presenters. On time: there within ",
        &on_time.to_string(),
        " minutes after the start. Stayed to the end: there in the last ",
        &end.to_string(),
        " minutes.",
    ]
    .concat()
}

/// The curve in a sentence.
pub(crate) fn curve_gist(peak: usize, at: &str, at_end: usize, end: &str) -> String {
    [
        "Most were there at ",
        at,
        ": ",
        &people(peak),
        ". At ",
        end,
        ", ",
        &people(at_end),
        if at_end == 1 {
            " was there."
        } else {
            " were there."
        },
    ]
    .concat()
}

/// A moment of the curve.
pub(crate) fn there_at(time: &str, there: usize, of_peak: Option<f64>) -> String {
    let part = of_peak.map(|ratio| [", ", &of_hundred(ratio), " of the peak"].concat());
    [
        time,
        ": ",
        &people(there),
        part.as_deref().unwrap_or_default(),
    ]
    .concat()
}

/// The histogram in a sentence.
pub(crate) fn arrivals_gist(
    most: usize,
    from: &str,
    to: &str,
    before: usize,
    all: usize,
) -> String {
    [
        "Most came between ",
        from,
        " and ",
        to,
        ": ",
        &people(most),
        ". ",
        &number(before),
        " of ",
        &number(all),
        " were there before the scheduled start.",
    ]
    .concat()
}

/// A bar of the histogram.
pub(crate) fn came_between(from: &str, to: &str, came: usize) -> String {
    [from, " – ", to, ": ", &people(came)].concat()
}

/// Those who came outside the histogram.
pub(crate) fn came_outside(earlier: usize, later: usize) -> Option<String> {
    match (earlier, later) {
        (0, 0) => None,
        (earlier, 0) => Some([&people(earlier), " came even earlier."].concat()),
        (0, later) => Some([&people(later), " came even later."].concat()),
        (earlier, later) => Some(
            [
                &people(earlier),
                " came even earlier, ",
                &number(later),
                " even later.",
            ]
            .concat(),
        ),
    }
}

/// A time in which many left.
pub(crate) fn drop_off(from: &str, to: &str, lost: usize, before: usize) -> String {
    let ratio = lost as f64 / before.max(1) as f64;
    [
        "Between ",
        from,
        " and ",
        to,
        ", the audience shrank by ",
        &number(lost),
        " of ",
        &number(before),
        " (",
        &of_hundred(ratio),
        ").",
    ]
    .concat()
}

/// A part's word.
pub(crate) const fn part(part: Part) -> &'static str {
    match part {
        Part::Organizer => "Organizer",
        Part::Presenter => "Presenter",
        Part::Attendee => "Attendee",
        Part::Unknown => "Not said",
    }
}

/// Where somebody comes from.
pub(crate) const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Member => "Your organization",
        Kind::OtherTenant => "Another organization",
        Kind::Guest => "Guest with e-mail",
        Kind::Anonymous => "Not signed in",
        Kind::Phone => "By phone",
        Kind::Application => "App",
        Kind::Other => "Other",
    }
}
