//! Several events in one round trip.

use super::{EventKind, VirtualEvent};
use crate::batch::{Batch, BatchItem, BatchPart};
use crate::error::{DecodeError, Error, RequestIds};
use crate::json::{self, JsonProblem};
use crate::scope::READ_EVENTS;
use crate::{EventId, GraphClient};

/// Graph's limit for a batch.
const AT_ONCE: usize = 20;

impl GraphClient {
    /// Gets several events, twenty in one round trip; one alone by a plain request.
    ///
    /// The answers stand in the order of `wanted`. An event that fails is not asked for again.
    /// Permission as for [`Events::get`](super::Events::get). Source: Graph pages "Get
    /// virtualEventTownhall", "Get virtualEventWebinar", "Combine multiple HTTP requests using
    /// JSON batching".
    pub async fn several_events(
        &self,
        wanted: &[(EventKind, EventId)],
    ) -> Vec<Result<VirtualEvent, Error>> {
        if let [(kind, id)] = wanted {
            return vec![self.events(*kind).get(id).await];
        }
        let mut come = Vec::with_capacity(wanted.len());
        for some in wanted.chunks(AT_ONCE) {
            come.extend(self.batch_of_events(some).await);
        }
        come
    }

    async fn batch_of_events(
        &self,
        wanted: &[(EventKind, EventId)],
    ) -> Vec<Result<VirtualEvent, Error>> {
        let mut batch = Batch::new(READ_EVENTS);
        for (nth, (kind, id)) in wanted.iter().enumerate() {
            match self.events(*kind).event(id).into_text() {
                Ok(address) => batch = batch.with(BatchItem::get(nth.to_string(), address)),
                Err(problem) => {
                    return wanted.iter().map(|_| Err(problem.clone().into())).collect();
                }
            }
        }
        let mut answer = match self.batch(&batch).await {
            Ok(answer) => answer,
            Err(error) => return wanted.iter().map(|_| Err(error.clone())).collect(),
        };
        let each = wanted.iter().enumerate().map(|(nth, (kind, _))| {
            let part = answer.take(&nth.to_string());
            self.event_of(*kind, part, &answer.ids)
        });
        each.collect()
    }

    fn event_of(
        &self,
        kind: EventKind,
        part: Option<BatchPart>,
        ids: &RequestIds,
    ) -> Result<VirtualEvent, Error> {
        let wrong = |status, problem: &JsonProblem| {
            Error::Decode(Box::new(DecodeError::new(status, problem, ids.clone())))
        };
        let Some(part) = part else {
            let problem = JsonProblem::new("expected an answer to each request");
            let problem = problem.below_key("responses");
            return Err(wrong(http::StatusCode::OK, &problem));
        };
        if let Some(error) = part.error(self.runtime().now(), ids) {
            return Err(error);
        }
        let status = part.status();
        let mut event = json::object(part.body);
        kind.declare_in(&mut event);
        json::read(event).map_err(|problem| wrong(status, &problem))
    }
}
