//! HTTP to the emulator, with the time that requests travel and answers that get lost.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use http::{Request, Response};
use ureq::Agent;
use virtual_events::{ANSWER_HEADERS, LocalBoxFuture, Runtime, Transport, TransportError};

use crate::clock::Clock;

/// How long a request travels, and its answer.
const TRAVEL: Duration = Duration::from_millis(120);

/// The way to the emulator, and what was seen on it.
pub(crate) struct Wire {
    pub(crate) clock: Rc<Clock>,
    pub(crate) agent: Agent,
    /// Answers lost of a hundred.
    pub(crate) lost_of_100: u64,
    pub(crate) dice: Cell<u64>,
    pub(crate) writes: Cell<usize>,
    pub(crate) refused: Cell<usize>,
    pub(crate) lost: Cell<usize>,
    /// When the last write was sent, in milliseconds since the beginning.
    pub(crate) last_write: Cell<i64>,
}

impl Wire {
    pub(crate) fn new(clock: Rc<Clock>, agent: Agent, lost_of_100: u64, seed: u64) -> Self {
        Self {
            clock,
            agent,
            lost_of_100,
            dice: Cell::new(seed % 0x7fff_fffe + 1),
            writes: Cell::new(0),
            refused: Cell::new(0),
            lost: Cell::new(0),
            last_write: Cell::new(0),
        }
    }

    fn is_lost(&self) -> bool {
        self.dice.set(self.dice.get() * 48_271 % 0x7fff_ffff);
        self.dice.get() % 100 < self.lost_of_100
    }

    fn exchange(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, ureq::Error> {
        let mut answer = if request.body().is_empty() && request.method() == http::Method::GET {
            let (head, _) = request.into_parts();
            self.agent.run(Request::from_parts(head, ()))?
        } else {
            self.agent.run(request)?
        };
        let body = answer.body_mut().read_to_vec()?;
        let mut response = Response::builder().status(answer.status());
        for name in &ANSWER_HEADERS {
            if let Some(value) = answer.headers().get(name) {
                response = response.header(name, value);
            }
        }
        Ok(response.body(body)?)
    }
}

impl Transport for Wire {
    fn send<'a>(
        &'a self,
        request: Request<Vec<u8>>,
    ) -> LocalBoxFuture<'a, Result<Response<Vec<u8>>, TransportError>> {
        Box::pin(async move {
            self.clock.sleep(TRAVEL).await;
            if request.method() != http::Method::GET {
                self.writes.set(self.writes.get() + 1);
                self.last_write.set(self.clock.passed());
            }
            let answer = self
                .exchange(request)
                .map_err(|_| TransportError::Network)?;
            if answer.status().as_u16() == 429 {
                self.refused.set(self.refused.get() + 1);
            }
            self.clock.sleep(TRAVEL).await;
            if self.is_lost() {
                self.lost.set(self.lost.get() + 1);
                return Err(TransportError::Network);
            }
            Ok(answer)
        })
    }
}
