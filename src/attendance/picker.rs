//! Which report is looked at, and whether by name.

use super::state::{Attendance, NamesAre};
use super::times;
use crate::i18n::attendance as words;
use crate::routes::{Page, Part};
use leptos::prelude::*;
use planning::attendance::{Occasion, Schedule, of_the_event};
use virtual_events::{AttendanceReport, ReportId};

/// What the address says about reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Choice {
    /// Those of the event itself.
    OfTheEvent,
    /// All there are.
    All,
    /// That one.
    One(ReportId),
}

/// What stands in the address for all reports.
const ALL: &str = "all";

impl Choice {
    /// What the address means.
    pub(super) fn named(name: &str) -> Self {
        match name {
            "" => Self::OfTheEvent,
            ALL => Self::All,
            id => Self::One(ReportId::from(id)),
        }
    }

    /// Places of the reports that are meant, in the order of their starts.
    pub(super) fn among(&self, reports: &[AttendanceReport], schedule: &Schedule) -> Vec<usize> {
        match self {
            Self::OfTheEvent => of_the_event(reports, schedule),
            Self::All => {
                let mut all: Vec<usize> = (0..reports.len()).collect();
                all.sort_by_key(|at| reports[*at].meeting_start);
                all
            }
            Self::One(id) => {
                let found = reports.iter().position(|report| report.id == *id);
                found.into_iter().collect()
            }
        }
    }
}

/// A list to choose from; nothing while there is nothing to choose.
pub(super) fn picker(state: Attendance) -> AnyView {
    let several =
        Memo::new(move |_| state.reports().len() > 1 || state.choice.get() != Choice::OfTheEvent);
    (move || several.get().then(|| untrack(|| list(state)))).into_any()
}

fn list(state: Attendance) -> AnyView {
    let value = move || match state.choice.get() {
        Choice::OfTheEvent => String::new(),
        Choice::All => ALL.to_owned(),
        Choice::One(id) => id.as_str().to_owned(),
    };
    let options = move || {
        let (reports, schedule) = (state.reports(), state.schedule());
        let own = of_the_event(&reports, &schedule).len();
        let mut all = vec![(String::new(), words::of_event(own))];
        if reports.len() > own {
            all.push((ALL.to_owned(), words::all_reports(reports.len())));
        }
        all.extend(reports.iter().map(|report| {
            let id = report.id.as_str().to_owned();
            (id, named(state, report, &schedule))
        }));
        let option = |(id, label): (String, String)| {
            let own = id.clone();
            view! { <option value=id selected=move || value() == own>{label}</option> }
        };
        all.into_iter().map(option).collect_view()
    };
    let choose = move |id: String| state.choose(&id);
    view! {
        <div class="field">
            <label for="report">{words::REPORT}</label>
            <select class="input" id="report" on:change:target=move |ev| choose(ev.target().value())>{options}</select>
        </div>
    }
    .into_any()
}

fn named(state: Attendance, report: &AttendanceReport, schedule: &Schedule) -> String {
    let when = times::of_report(state, report);
    let people = report.total_participant_count;
    let people = people.and_then(|it| usize::try_from(it).ok());
    words::one_report(Occasion::of(report, schedule), &when, people)
}

impl Attendance {
    /// Looks at another report; the address says which.
    fn choose(self, id: &str) {
        let page = Page::EventPart(self.event.kind, self.event.id(), Part::Attendance);
        let path = page.path();
        let address = if id.is_empty() {
            path
        } else {
            let id = String::from(js_sys::encode_uri_component(id));
            [&path, "?report=", &id].concat()
        };
        self.router.readdress(&address);
    }
}

/// For screens that others see.
pub(super) fn hide_names(state: Attendance) -> AnyView {
    let hidden = move || state.names.get() == NamesAre::Hidden;
    let choose = move |hide: bool| {
        let names = if hide {
            NamesAre::Hidden
        } else {
            NamesAre::Shown
        };
        state.names.set(names);
    };
    view! {
        <div class="check">
            <input type="checkbox" role="switch" id="hide-names" prop:checked=hidden on:change:target=move |ev| choose(ev.target().checked())/>
            <label for="hide-names">{words::HIDE_NAMES}</label>
        </div>
    }
    .into_any()
}
