//! The call that carries a batch.

use std::borrow::Cow;

use http::StatusCode;
use serde_json::Value;

use super::{Batch, BatchAnswer, BatchPart};
use crate::GraphClient;
use crate::client::{Call, Target};
use crate::error::Error;
use crate::json::{self, JsonProblem};
use crate::policy::{LONGEST_WAIT, Repeat};

impl GraphClient {
    /// Sends up to 20 requests at once and gives their answers, each with its own status.
    ///
    /// Success means that the batch was read, no more: look at each part. Parts aren't repeated,
    /// throttled ones neither. Every write in it waits for its place in the queue of writes, all
    /// of them together.
    ///
    /// Permission as for what is in it. Source: Graph page "Combine multiple HTTP requests using
    /// JSON batching".
    ///
    /// # Errors
    /// [`RequestProblem::BatchSize`](crate::RequestProblem::BatchSize) and
    /// [`RequestProblem::BatchWrites`](crate::RequestProblem::BatchWrites) without sending; 400
    /// when the batch is malformed.
    pub async fn batch(&self, batch: &Batch) -> Result<BatchAnswer, Error> {
        batch.check()?;
        let writes = batch.writes();
        let mut call = Call::post(Target::new("/$batch"), &[]).body(batch.to_json());
        call.scopes = Cow::Owned(batch.scopes.clone());
        call.writes = writes;
        if writes == 0 {
            call = call.repeat(Repeat::Freely);
        }
        let answer = self.exchange(&call).await?;
        let parts = answer.read(read_parts)?;
        if writes > 0 {
            self.hold_after(&parts);
        }
        Ok(BatchAnswer {
            parts,
            ids: answer.ids,
        })
    }

    /// A throttled part tells of the queue of writes as a whole.
    fn hold_after(&self, parts: &[BatchPart]) {
        let now = self.runtime().now();
        let throttled = parts
            .iter()
            .filter(|part| part.status() == StatusCode::TOO_MANY_REQUESTS);
        if let Some(wait) = throttled.filter_map(|part| part.retry_after(now)).max() {
            self.pacer().hold(wait.min(LONGEST_WAIT));
        }
    }
}

fn read_parts(mut document: Value) -> Result<Vec<BatchPart>, JsonProblem> {
    let parts = document.get_mut("responses").map(Value::take);
    json::read(parts.unwrap_or_default()).map_err(|problem| problem.below_key("responses"))
}
