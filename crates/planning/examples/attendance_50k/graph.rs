//! The client on a Graph that has one answer.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use futures_util::FutureExt;
use http::{Request, Response};
use virtual_events::{
    AccessToken, EventId, EventKind, FetchedRecords, GraphBase, GraphClient, LocalBoxFuture,
    RecordPage, RecordWalk, ReportId, Runtime, Scope, SessionId, TokenDemand, TokenError,
    TokenProvider, Transport, TransportError, UtcInstant,
};

/// A page of records that has come and waits to be read.
pub(crate) struct Fetched {
    walk: RecordWalk,
    page: Option<FetchedRecords>,
}

impl From<Vec<u8>> for Fetched {
    fn from(answer: Vec<u8>) -> Self {
        let seams = Rc::new(Seams(RefCell::new(answer)));
        let client = GraphClient::new(GraphBase::global(), seams.clone(), seams.clone(), seams);
        let events = client.events(EventKind::Townhall);
        let reports = events.attendance_reports(&EventId::from("e"), &SessionId::from("s"));
        let mut walk = reports.records(&ReportId::from("r"), &[]);
        // nothing in it waits for anything
        let page = walk.fetch().now_or_never().and_then(Result::ok).flatten();
        Self { walk, page }
    }
}

impl Fetched {
    pub(crate) fn read(&mut self) -> RecordPage {
        let page = self.page.as_ref().map(|page| self.walk.read(page));
        page.and_then(Result::ok).unwrap_or_default()
    }
}

struct Seams(RefCell<Vec<u8>>);

impl Transport for Seams {
    fn send<'a>(
        &'a self,
        _: Request<Vec<u8>>,
    ) -> LocalBoxFuture<'a, Result<Response<Vec<u8>>, TransportError>> {
        // taken and not copied: the answer shall be in memory once
        let body = self.0.take();
        Box::pin(async { Ok(Response::new(body)) })
    }
}

impl TokenProvider for Seams {
    fn access_token<'a>(
        &'a self,
        _: &'a [Scope],
        _: TokenDemand<'a>,
    ) -> LocalBoxFuture<'a, Result<AccessToken, TokenError>> {
        Box::pin(async { Ok(AccessToken::new("token".to_owned())) })
    }
}

impl Runtime for Seams {
    fn now(&self) -> UtcInstant {
        super::crowd::now()
    }

    fn sleep<'a>(&'a self, _: Duration) -> LocalBoxFuture<'a, ()> {
        Box::pin(async {})
    }

    fn random(&self) -> f64 {
        0.5
    }
}
