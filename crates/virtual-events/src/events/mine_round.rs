//! One round trip on the way to all of a user's events.

use http::StatusCode;

use super::api::by_role_target;
use super::{EventKind, Role, VirtualEvent};
use crate::batch::{Batch, BatchAnswer, BatchItem, BatchPart};
use crate::client::{VERSION, verbatim};
use crate::error::{DecodeError, Error, RequestIds, RequestProblem};
use crate::json::JsonProblem;
use crate::page::{Pages, read_items};
use crate::policy::{Failure, Repeat, Retry, read_claims};
use crate::scope::READ_EVENTS;
use crate::{GraphClient, UtcInstant};

/// One of the four lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Source {
    pub(super) kind: EventKind,
    pub(super) role: Role,
}

/// A list with a page still to come.
struct Open {
    source: Source,
    /// Address of the page, below the version.
    address: String,
    pages: Pages,
    retry: Retry,
    /// Not to be asked for before.
    not_before: Option<UtcInstant>,
}

/// The lists that are open, and those given up.
pub(super) struct Round {
    open: Vec<Open>,
    failures: Vec<(Source, Error)>,
    reauthenticated: bool,
}

impl Round {
    /// All four lists at their start.
    pub(super) fn first() -> Self {
        let sources = EventKind::ALL
            .into_iter()
            .flat_map(|kind| Role::ALL.map(|role| Source { kind, role }));
        let mut round = Self {
            open: Vec::new(),
            failures: Vec::new(),
            reauthenticated: false,
        };
        for source in sources {
            match by_role_target(source.kind, source.role).into_text() {
                Ok(address) => round.open.push(Open::new(source, address)),
                Err(problem) => round.failures.push((source, problem.into())),
            }
        }
        round
    }

    pub(super) fn is_empty(&self) -> bool {
        self.open.is_empty()
    }

    pub(super) fn into_failures(self) -> Vec<(Source, Error)> {
        self.failures
    }

    /// Asks for the next page of every list that may be asked for; tells what came.
    pub(super) async fn carry_out(
        &mut self,
        client: &GraphClient,
    ) -> Vec<(Source, Vec<VirtualEvent>)> {
        let due = self.due(client).await;
        let mut batch = Batch::new(READ_EVENTS);
        for (index, open) in due.iter().enumerate() {
            batch = batch.with(BatchItem::get(index.to_string(), open.address.as_str()));
        }
        let mut answer = match client.batch(&batch).await {
            Ok(answer) => answer,
            Err(error) => {
                self.failures
                    .extend(due.into_iter().map(|open| (open.source, error.clone())));
                return Vec::new();
            }
        };
        let renewed = self.renew_token(client, &answer).await;
        let mut come = Vec::new();
        for (index, mut open) in due.into_iter().enumerate() {
            let source = open.source;
            let part = answer.take(&index.to_string());
            match open.take_in(client, part, &answer.ids, renewed) {
                Ok(Taken {
                    events,
                    state: State::More,
                }) => {
                    come.push((source, events));
                    self.open.push(open);
                }
                Ok(Taken {
                    events,
                    state: State::Done,
                }) => come.push((source, events)),
                Ok(Taken {
                    events,
                    state: State::Broken(error),
                }) => {
                    come.push((source, events));
                    self.failures.push((source, error));
                }
                Err(error) => self.failures.push((source, error)),
            }
        }
        come
    }

    /// The lists that may be asked for, after waiting until there is one.
    async fn due(&mut self, client: &GraphClient) -> Vec<Open> {
        let mut now = client.runtime().now();
        let earliest = self.open.iter().filter_map(|open| open.not_before).min();
        let all_wait = self.open.iter().all(|open| open.not_before.is_some());
        if let Some(earliest) = earliest.filter(|earliest| all_wait && *earliest > now) {
            client.runtime().sleep(earliest.since(now)).await;
            // a timer may fire a little early
            now = client.runtime().now().max(earliest);
        }
        let (due, later) = std::mem::take(&mut self.open)
            .into_iter()
            .partition(|open| open.not_before.is_none_or(|not_before| not_before <= now));
        self.open = later;
        due
    }

    /// Gets a fresh token when a part was refused for its token; once in all.
    async fn renew_token(&mut self, client: &GraphClient, answer: &BatchAnswer) -> bool {
        let refused = answer
            .parts
            .iter()
            .find(|part| part.status() == StatusCode::UNAUTHORIZED);
        let Some(refused) = refused.filter(|_| !self.reauthenticated) else {
            return false;
        };
        self.reauthenticated = true;
        let claims = refused.header("www-authenticate").and_then(read_claims);
        client
            .fresh_token(READ_EVENTS, claims.as_deref())
            .await
            .is_ok()
    }
}

/// What a list's answer brought.
struct Taken {
    events: Vec<VirtualEvent>,
    state: State,
}

enum State {
    More,
    Done,
    /// These events came, but the rest can't be had.
    Broken(Error),
}

impl Open {
    fn new(source: Source, address: String) -> Self {
        let pages = Pages::of_kind(source.kind);
        Self {
            source,
            address,
            pages,
            retry: Retry::new(Repeat::Freely),
            not_before: None,
        }
    }

    fn take_in(
        &mut self,
        client: &GraphClient,
        part: Option<BatchPart>,
        ids: &RequestIds,
        renewed: bool,
    ) -> Result<Taken, Error> {
        let part = part.ok_or_else(|| {
            let problem = JsonProblem::new("expected an answer to each request");
            decode_error(StatusCode::OK, &problem.below_key("responses"), ids)
        })?;
        let now = client.runtime().now();
        if let Some(error) = part.error(now, ids) {
            return self.again(client, error, renewed);
        }
        let status = part.status();
        let wrong = |problem: JsonProblem| decode_error(status, &problem, ids);
        let list = self.pages.open(part.body).map_err(wrong)?;
        let events = read_items(list.items).map_err(wrong)?;
        self.retry = Retry::new(Repeat::Freely);
        self.not_before = None;
        let state = match list.next.map(|link| self.next_address(client, &link)) {
            None => State::Done,
            Some(Ok(address)) => {
                self.address = address;
                State::More
            }
            Some(Err(error)) => State::Broken(error),
        };
        Ok(Taken { events, state })
    }

    /// Whether a failed list shall be asked for again, and when.
    fn again(&mut self, client: &GraphClient, error: Error, renewed: bool) -> Result<Taken, Error> {
        let again = Taken {
            events: Vec::new(),
            state: State::More,
        };
        if renewed && error.status() == Some(StatusCode::UNAUTHORIZED) {
            return Ok(again);
        }
        let runtime = client.runtime();
        match self
            .retry
            .next(Failure::of(&error), error.retry_after(), runtime.random())
        {
            Some(wait) => {
                self.not_before = Some(runtime.now().after(wait));
                Ok(again)
            }
            None => Err(error),
        }
    }

    /// A next link as an address within a batch, where all share one version.
    fn next_address(&mut self, client: &GraphClient, link: &str) -> Result<String, Error> {
        let path = self.pages.check(client, link)?;
        match path
            .strip_prefix(VERSION)
            .filter(|rest| rest.starts_with('/'))
        {
            Some(address) => Ok(verbatim(address)),
            None => Err(RequestProblem::ForeignLink.into()),
        }
    }
}

fn decode_error(status: StatusCode, problem: &JsonProblem, ids: &RequestIds) -> Error {
    Error::Decode(Box::new(DecodeError::new(status, problem, ids.clone())))
}
