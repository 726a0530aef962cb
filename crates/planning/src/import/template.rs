//! A file to begin with.

use crate::csv::{ByteOrderMark, Writer};

/// A file with all columns and two examples.
#[must_use]
pub fn template() -> String {
    let mut writer = Writer::new(ByteOrderMark::With);
    writer.row(&[
        "Title",
        "Kind",
        "Description",
        "Start date",
        "Start time",
        "End date",
        "End time",
        "Duration (minutes)",
        "Time zone",
        "Audience",
        "Invite only",
        "Capacity",
        "Registration required",
        "E-mail notifications",
        "Co-organizers",
        "Invited attendees",
        "Presenters",
    ]);
    writer.row(&[
        "Quarterly update",
        "Town hall",
        "Results and questions",
        "2030-03-26",
        "15:00",
        "",
        "",
        "60",
        "Europe/Berlin",
        "Organization",
        "no",
        "500",
        "no",
        "yes",
        "helper@contoso.com",
        "",
        "speaker@contoso.com; guest@fabrikam.com",
    ]);
    writer.row(&[
        "Product tour",
        "Webinar",
        "",
        "2030-03-27",
        "9:30 am",
        "2030-03-27",
        "11:00 am",
        "",
        "New York",
        "Everyone",
        "",
        "",
        "yes",
        "yes",
        "",
        "",
        "Jane Doe <jane@contoso.com>",
    ]);
    writer.finish()
}
