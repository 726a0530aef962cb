//! The way through a report's records, which can be taken up where it broke off.

use http::StatusCode;

use super::read::{RecordDocument, read_document};
use super::{AttendanceRecord, RecordPage};
use crate::client::{Answer, Call};
use crate::error::Error;
use crate::json::JsonProblem;
use crate::page::Pages;
use crate::{Collected, GraphClient};

/// A report's records, fetched page by page as they are asked for.
///
/// Nothing is sent before the first page is wanted. After an error the same page is asked for again:
/// nothing that came is lost, and nothing comes twice. Next links are followed verbatim, but to the
/// configured origin only; a link seen before ends the walk with an error.
#[derive(Debug)]
#[must_use = "a walk sends nothing before a page is asked for"]
pub struct RecordWalk {
    client: GraphClient,
    next: Option<Result<Call, Error>>,
    /// The first call without its query options, as long as it isn't known whether they are taken.
    plain: Option<Call>,
    pages: Pages,
}

/// A page as it came, not yet read: for who measures the reading, or does it in a pause.
#[derive(Debug)]
pub struct FetchedRecords {
    answer: Answer,
    call: Call,
}

impl FetchedRecords {
    /// Size of the answer, in bytes.
    #[must_use]
    pub fn size(&self) -> usize {
        self.answer.body.len()
    }
}

impl RecordWalk {
    /// A walk that begins with `call`; if Graph answers it with 400, with `plain`.
    pub(super) fn new(client: &GraphClient, call: Call, plain: Option<Call>) -> Self {
        Self {
            client: client.clone(),
            next: Some(Ok(call)),
            plain,
            pages: Pages::default(),
        }
    }

    /// Whether there may be another page.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.next.is_none()
    }

    /// The next page; `None` after the last.
    ///
    /// # Errors
    /// Those of the operation; the next call asks for the same page again.
    pub async fn next_page(&mut self) -> Result<Option<RecordPage>, Error> {
        match self.fetch().await? {
            Some(fetched) => self.read(&fetched).map(Some),
            None => Ok(None),
        }
    }

    /// Fetches the next page without reading it; `None` after the last. [`read`](Self::read) goes on
    /// to the page behind it.
    ///
    /// # Errors
    /// Those of the operation; the next call asks for the same page again.
    pub async fn fetch(&mut self) -> Result<Option<FetchedRecords>, Error> {
        let Some(next) = &self.next else {
            return Ok(None);
        };
        let mut call = next.clone()?;
        let mut sent = self.client.exchange(&call).await;
        let refused = |error: &Error| error.status() == Some(StatusCode::BAD_REQUEST);
        if let Some(plain) = self
            .plain
            .clone()
            .filter(|_| sent.as_ref().is_err_and(refused))
        {
            // Graph doesn't say which options it takes here
            call = plain;
            self.plain = None;
            self.next = Some(Ok(call.clone()));
            sent = self.client.exchange(&call).await;
        }
        let answer = sent?;
        Ok(Some(FetchedRecords { answer, call }))
    }

    /// Reads a page that was fetched, and goes on behind it.
    ///
    /// # Errors
    /// When the answer isn't what Graph documents; what was read before stays, and the page can be
    /// fetched again.
    pub fn read(&mut self, fetched: &FetchedRecords) -> Result<RecordPage, Error> {
        let FetchedRecords { answer, call } = fetched;
        let document = read_document(&answer.body).and_then(|document| match document.records {
            Some(_) => Ok(document),
            None => Err(JsonProblem::new("expected a list").below_key("value")),
        });
        let document = document.map_err(|problem| answer.problem(&problem))?;
        Ok(self.take(document, call))
    }

    /// Takes the records of a document and goes on where it says.
    pub(super) fn take(&mut self, document: RecordDocument, call: &Call) -> RecordPage {
        self.plain = None;
        // a bad link must not cost the page it stands on: it fails when it is followed
        self.next = document.next.map(|link| {
            let path = self.pages.check(&self.client, &link)?;
            Ok(call.to_next_page(path))
        });
        RecordPage {
            records: document.records.unwrap_or_default(),
            misread: document.misread,
        }
    }

    /// All pages; what came before a failure is kept.
    pub async fn all(mut self) -> Collected<AttendanceRecord> {
        let mut items = Vec::new();
        loop {
            let failure = match self.next_page().await {
                Ok(Some(page)) => {
                    items.extend(page.records);
                    continue;
                }
                Ok(None) => None,
                Err(error) => Some(error),
            };
            return Collected { items, failure };
        }
    }
}
