//! What became of each event, as a file.

use crate::browser::download;
use crate::browser::page;
use crate::i18n::run as words;
use crate::routes::Page;
use planning::csv::{ByteOrderMark, Writer};
use planning::run::{Failure, Run};

/// Hands the user the report; false where the browser doesn't allow downloads.
pub(super) fn save(run: &Run) -> Result<(), ()> {
    let name = [words::REPORT_NAME, "-", run.id.as_str(), ".csv"].concat();
    download::save(&name, "text/csv;charset=utf-8", text(run).as_bytes()).map_err(drop)
}

fn text(run: &Run) -> String {
    let mut writer = Writer::new(ByteOrderMark::With);
    writer.row(&words::REPORT_COLUMNS);
    for task in &run.tasks {
        let line = task.origin.map(|it| it.to_string()).unwrap_or_default();
        let id = task.event.as_ref();
        let link = id.map(|id| {
            let path = Page::Event(task.kind, id.clone()).path();
            [page::origin().as_str(), &path].concat()
        });
        let failures: Vec<(String, &Failure)> = task
            .failures()
            .map(|(step, failure)| (words::failed_step(&step.action, failure), failure))
            .collect();
        let problems: Vec<&str> = failures.iter().map(|(text, _)| text.as_str()).collect();
        let ids: Vec<&str> = failures
            .iter()
            .filter_map(|(_, failure)| {
                let id = failure.request_id.as_ref();
                id.or(failure.client_request_id.as_ref())
            })
            .map(String::as_str)
            .collect();
        writer.row(&[
            &line,
            &task.label,
            words::state(task.state()),
            id.map(|id| id.as_str()).unwrap_or_default(),
            &link.unwrap_or_default(),
            &problems.join(" "),
            &ids.join(" "),
        ]);
    }
    writer.finish()
}
