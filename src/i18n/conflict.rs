//! Events at the same time.

pub(crate) const TITLE: &str = "At the same time";
pub(crate) const OF_EVENT: &str = "At the same time";
pub(crate) const AND: &str = " and ";
pub(crate) const CLOSE: &str = "Close";

/// How many conflicts there are.
pub(crate) fn count(number: usize) -> String {
    super::count(number, "conflict")
}

/// When both are on.
pub(crate) fn both_on(when: &str) -> String {
    ["Both on ", when].concat()
}

/// Who presents in both; `None` for nobody.
pub(crate) fn booked_twice(names: &[&str]) -> Option<String> {
    match names {
        [] => None,
        [name] => Some([name, " presents in both"].concat()),
        [first @ .., last] => Some([&first.join(", "), " and ", last, " present in both"].concat()),
    }
}

/// In the calendar, after an event's name.
pub(crate) fn at_once(titles: &[String]) -> String {
    ["at the same time as ", &titles.join(", ")].concat()
}
