//! Reports and what has been read of each.

use planning::attendance::Sitting;
use virtual_events::{AttendanceRecord, AttendanceReport, Listing};

/// A report while its records come.
pub(super) struct Sheet {
    /// The report with the records that have come.
    pub(super) sitting: Sitting,
    /// Where the reading goes on; away while a page is under way.
    pub(super) walk: Option<Listing<AttendanceRecord>>,
    /// Whether all records have come.
    pub(super) whole: bool,
}

impl Sheet {
    /// A report of which nothing has been read.
    pub(super) fn new(report: AttendanceReport, walk: Listing<AttendanceRecord>) -> Self {
        Self {
            sitting: Sitting::new(report, Vec::new()),
            walk: Some(walk),
            whole: false,
        }
    }
}

/// The sheets of all reports, in the order of the reports' list.
#[derive(Default)]
pub(super) struct Sheets(pub(super) Vec<Sheet>);

impl Sheets {
    /// The first of those places whose report isn't read to its end.
    pub(super) fn unread(&self, places: &[usize]) -> Option<usize> {
        let mut places = places.iter().copied();
        places.find(|at| self.0.get(*at).is_some_and(|sheet| !sheet.whole))
    }

    /// How many records have come of the reports at those places.
    pub(super) fn read(&self, places: &[usize]) -> usize {
        let sheets = places.iter().filter_map(|at| self.0.get(*at));
        sheets.map(|sheet| sheet.sitting.records.len()).sum()
    }

    /// How many there are by what the reports say; `None` if one of them doesn't.
    pub(super) fn about(&self, places: &[usize]) -> Option<usize> {
        let sheets = places.iter().filter_map(|at| self.0.get(*at));
        let counts = sheets.map(|sheet| {
            if sheet.whole {
                return Some(sheet.sitting.records.len());
            }
            usize::try_from(sheet.sitting.report.total_participant_count?).ok()
        });
        counts.sum()
    }

    /// Lends out the sittings at those places as one slice, without copying them.
    pub(super) fn lend<T>(&mut self, places: &[usize], work: impl FnOnce(&[Sitting]) -> T) -> T {
        let empty = |sitting: &Sitting| Sitting::new(sitting.report.clone(), Vec::new());
        let taken = places.iter().filter_map(|at| {
            let sheet = self.0.get_mut(*at)?;
            let stand_in = empty(&sheet.sitting);
            Some(std::mem::replace(&mut sheet.sitting, stand_in))
        });
        let lent: Vec<Sitting> = taken.collect();
        let done = work(&lent);
        let there = places.iter().filter(|at| **at < self.0.len());
        for (at, sitting) in there.copied().collect::<Vec<_>>().into_iter().zip(lent) {
            self.0[at].sitting = sitting;
        }
        done
    }
}
