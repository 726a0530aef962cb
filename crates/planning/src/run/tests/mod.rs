//! Runs against a Graph that drops answers, throttles and fails, on a clock of its own.

mod amend;
mod clock;
mod failing;
mod graph;
mod interrupted;
mod kept;
mod whole;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use virtual_events::{
    AccessToken, DateTimeTimeZone, GraphBase, GraphClient, Identity, LocalBoxFuture, NewEvent,
    Scope, TokenDemand, TokenError, TokenProvider, UserId, UtcInstant, WallTime, WindowsZone,
};

use super::{
    Control, Ended, Finish, Ledger, LedgerKey, Means, NotKept, Run, RunId, RunKind, Task, execute,
};
use clock::Clock;
use graph::Graph;

/// Records as a browser keeps them.
#[derive(Default)]
struct Records(RefCell<BTreeMap<String, String>>);

impl Ledger for Records {
    fn keep<'a>(
        &'a self,
        records: Vec<(LedgerKey, String)>,
    ) -> LocalBoxFuture<'a, Result<(), NotKept>> {
        let records = records
            .into_iter()
            .map(|(key, text)| (key.as_str().to_owned(), text));
        self.0.borrow_mut().extend(records);
        Box::pin(std::future::ready(Ok(())))
    }
}

impl Records {
    fn read(&self) -> Run {
        let records = self.0.borrow().clone();
        let records = records
            .into_iter()
            .map(|(key, text)| (LedgerKey::new(&key), text));
        let (mut runs, unreadable) = Run::read_all(records);
        assert!(unreadable.is_empty());
        runs.pop().expect("a kept run")
    }
}

/// Tokens, as long as somebody is signed in.
#[derive(Default)]
struct SignIn {
    expired: std::cell::Cell<bool>,
}

impl TokenProvider for SignIn {
    fn access_token<'a>(
        &'a self,
        _scopes: &'a [Scope],
        _demand: TokenDemand<'a>,
    ) -> LocalBoxFuture<'a, Result<AccessToken, TokenError>> {
        let token = if self.expired.get() {
            Err(TokenError::InteractionRequired { claims: None })
        } else {
            Ok(AccessToken::new("token"))
        };
        Box::pin(std::future::ready(token))
    }
}

/// A service, a clock, a ledger and a client.
struct Place {
    clock: Rc<Clock>,
    graph: Rc<Graph>,
    sign_in: Rc<SignIn>,
    records: Records,
    control: Control,
    client: GraphClient,
}

impl Place {
    fn new() -> Self {
        let clock = Rc::new(Clock::default());
        let graph = Rc::new(Graph::new(Rc::clone(&clock)));
        let sign_in = Rc::new(SignIn::default());
        let client = GraphClient::new(
            GraphBase::new("https://graph.test").unwrap(),
            graph.clone(),
            sign_in.clone(),
            clock.clone(),
        );
        Self {
            clock,
            graph,
            sign_in,
            records: Records::default(),
            control: Control::default(),
            client,
        }
    }

    async fn go(&self, run: Run) -> (Run, Ended) {
        let me = UserId::from("ana");
        let means = Means {
            client: &self.client,
            me: Some(&me),
            ledger: &self.records,
            control: &self.control,
            watch: &|_, _| (),
            not_kept: &|| (),
        };
        execute(run, means).await
    }

    fn carry_out(&self, run: Run) -> (Run, Ended) {
        self.clock.run(self.go(run))
    }
}

fn run_of(tasks: Vec<Task>) -> Run {
    let now = UtcInstant::from_unix_milliseconds(Clock::EPOCH);
    Run::new(
        RunId::new(now, 0.5),
        RunKind::Import,
        "events.csv",
        now,
        tasks,
    )
}

/// A town hall on a day of March; the same title and day give equal events.
fn townhall(title: &str, day: u8) -> NewEvent {
    let at = |hour: u8| {
        let text = format!("2027-03-{day:02}T{hour:02}:00:00");
        DateTimeTimeZone::new(WallTime::parse(&text).unwrap(), WindowsZone::utc())
    };
    NewEvent::townhall().title(title).times(at(10), at(11))
}

fn user(number: usize) -> Identity {
    Identity::user(UserId::from(format!("user-{number}")))
}

fn guest(number: usize) -> Identity {
    Identity::guest("Guest", format!("guest-{number}@example.org"))
}

/// Town halls with three presenters each, every third equal to the one before.
fn import(count: usize, finish: Finish) -> Run {
    let tasks = (0..count).map(|number| {
        let like = if number % 3 == 2 { number - 1 } else { number };
        let event = townhall(&format!("Town hall {like}"), 1 + (like % 28) as u8);
        let presenters = [user(number), user(number + 1), guest(number)];
        Task::create(&event, &presenters, None, finish).from_origin(number + 2)
    });
    run_of(tasks.collect())
}
