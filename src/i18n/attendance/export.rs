//! Handing out.

pub(crate) const EXPORT: &str = "Export";
pub(crate) const EXPORT_TITLE: &str = "Export attendance?";
pub(crate) const EXPORT_TEXT: &str = "The file holds personal data: who came, when, and for how long. Keep it only as long as you need it, and give it only to people who need it.";
pub(crate) const EXPORT_PART: &str =
    "Not everything has been read: the export holds what there is so far.";
pub(crate) const LEAVE_OUT: &str = "Leave names out";
pub(crate) const LEAVE_OUT_HELP: &str = "In the table people become “Attendee 12”, without addresses and registrations. The JSON file has no people then.";
pub(crate) const WHAT: &str = "What";
pub(crate) const CSV: &str = "Table of people (CSV)";
pub(crate) const CSV_HELP: &str = "One line a person, for any spreadsheet.";
pub(crate) const JSON: &str = "Everything (JSON)";
pub(crate) const JSON_HELP: &str = "Figures, curve, arrivals and people, for programs.";
pub(crate) const PRINT: &str = "Summary on paper or as PDF";
pub(crate) const PRINT_HELP: &str = "Figures and pictures, no people by name.";
pub(crate) const FOR_EXCEL: &str = "Made for Excel";
pub(crate) const FOR_EXCEL_HELP: &str =
    "Begins with a mark (BOM), without which Excel garbles accented letters.";
pub(crate) const NOT_NOW: &str = "Not now";
pub(crate) const SAVE: &str = "Download";
pub(crate) const DO_PRINT: &str = "Print";
pub(crate) const SAVED: &str = "Attendance exported";
pub(crate) const NOT_SAVED: &str = "This browser doesn't let Rostrum save a file.";
pub(crate) const FILE: &str = "attendance";
pub(crate) const PRINTED_BY: &str = "Made with Rostrum. No names.";
