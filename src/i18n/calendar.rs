//! The calendar.

use super::count;
use super::when::month_name;
use planning::Date;
use planning::calendar::CalendarView;

pub(crate) const TITLE: &str = "Calendar";
pub(crate) const VIEW: &str = "View";
pub(crate) const BACK: &str = "Back";
pub(crate) const TODAY: &str = "Today";
pub(crate) const ON: &str = "Forward";
pub(crate) const GO_TO: &str = "Go to date";
pub(crate) const ALL_DAY: &str = "All day";
pub(crate) const NOTHING: &str = "Nothing in these days.";
pub(crate) const GRID_HELP: &str = "Arrow keys go from day to day, Page Up and Page Down from month to month. Enter lists the day.";

/// A view's word.
pub(crate) const fn view(view: CalendarView) -> &'static str {
    match view {
        CalendarView::Month => "Month",
        CalendarView::Week => "Week",
        CalendarView::Agenda => "Agenda",
    }
}

/// `March 2027`.
pub(crate) fn month(date: Date) -> String {
    [month_name(date.month()), " ", &date.year().to_string()].concat()
}

/// From a day to another.
pub(crate) fn span(first: &str, last: &str) -> String {
    [first, " – ", last].concat()
}

/// An event goes on until then.
pub(crate) fn until(time: &str) -> String {
    ["until ", time].concat()
}

/// A day and how much is on.
pub(crate) fn day_with(day: &str, events: usize) -> String {
    match events {
        0 => day.to_owned(),
        events => [day, ", ", &count(events, "event")].concat(),
    }
}

/// Events for which there is no room.
pub(crate) fn more(events: usize) -> String {
    [&events.to_string(), " more"].concat()
}
