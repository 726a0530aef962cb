//! One import measured.

use std::collections::BTreeMap;
use std::rc::Rc;

use anyhow::Context as _;
use planning::run::{
    Control, Ended, Finish, Ledger, LedgerKey, Means, NotKept, Run, RunId, RunKind, Task, execute,
};
use serde_json::Value;
use virtual_events::{
    DateTimeTimeZone, GraphBase, GraphClient, Identity, LocalBoxFuture, NewEvent, Runtime, UserId,
    WallTime, WindowsZone,
};

use crate::clock::Clock;
use crate::office::{Office, SignedIn};
use crate::wire::Wire;

/// What is imported, and how bad the network is.
#[derive(Clone, Copy, Debug)]
pub struct Job {
    /// Town halls, each with three presenters; every fourth equals the one before it.
    pub townhalls: usize,
    /// Answers lost after their effect, of a hundred.
    pub lost_of_100: u64,
    /// Varies which.
    pub seed: u64,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// Writes sent, of those that were allowed in the windows of 30 seconds that were begun.
    pub rate_used: f64,
    /// Requests refused with 429.
    pub refused: usize,
    /// Events and presenters that are there once too often.
    pub doubled: usize,
    /// Events and presenters that are missing.
    pub lost: usize,
    /// Answers that were dropped.
    pub answers_dropped: usize,
    /// Writes sent.
    pub writes: usize,
    /// Seconds on the emulator's clock until the last write was sent.
    pub seconds: i64,
    /// Times the run had to be taken up again, as a user would.
    pub taken_up: usize,
}

/// Times a run is taken up again before it counts as failed.
const TAKEN_UP_AT_MOST: usize = 5;

/// Records nobody reads: the tab stays open here.
struct Nowhere;

impl Ledger for Nowhere {
    fn keep<'a>(&'a self, _: Vec<(LedgerKey, String)>) -> LocalBoxFuture<'a, Result<(), NotKept>> {
        Box::pin(std::future::ready(Ok(())))
    }
}

/// Imports into an emulator of its own, and counts.
///
/// # Errors
/// When the emulator can't be started or asked.
pub fn measure(job: Job) -> anyhow::Result<Figures> {
    let office = Office::open()?;
    let clock = Rc::new(Clock::at(office.now()?));
    let wire = Rc::new(Wire::new(
        Rc::clone(&clock),
        office.visitor.agent().clone(),
        job.lost_of_100,
        job.seed,
    ));
    let client = GraphClient::new(
        GraphBase::new(&office.graph())?,
        wire.clone(),
        Rc::new(SignedIn(office.token.clone())),
        clock.clone(),
    );
    let state = office.state()?;
    let people = members(&state);
    let tasks = tasks(job.townhalls, &people)?;
    let mut run = Run::new(
        RunId::new(clock.now(), 0.5),
        RunKind::Import,
        "figures.csv",
        clock.now(),
        tasks,
    );
    let control = Control::default();
    let me = people.first().context("people")?;
    let means = Means {
        client: &client,
        me: Some(me),
        ledger: &Nowhere,
        control: &control,
        watch: &|_, _| (),
        not_kept: &|| (),
    };
    let mut taken_up = 0;
    loop {
        let (now, ended) = clock.run(execute(run, means), |to| office.turn_clock(to))?;
        run = now;
        if (ended == Ended::Over && !run.has_failures()) || taken_up == TAKEN_UP_AT_MOST {
            break;
        }
        run.retry();
        taken_up += 1;
    }
    let (doubled, lost) = compare(&run, &state, &office.state()?);
    let windows = wire.last_write.get() / 30_000 + 1;
    Ok(Figures {
        rate_used: wire.writes.get() as f64 / (15 * windows) as f64,
        refused: wire.refused.get(),
        doubled,
        lost,
        answers_dropped: wire.lost.get(),
        writes: wire.writes.get(),
        seconds: wire.last_write.get() / 1_000,
        taken_up,
    })
}

/// Object ids of the tenant's people, the organizer first.
fn members(state: &Value) -> Vec<UserId> {
    let accounts = state["accounts"].as_array().into_iter().flatten();
    let me = accounts
        .filter(|account| account["userPrincipalName"] == "ana.ruiz@northlight.example")
        .find_map(|account| account["oid"].as_str());
    let people = state["people"].as_array().into_iter().flatten();
    let others = people
        .filter_map(|person| person["oid"].as_str().or(person["id"].as_str()))
        .filter(|id| Some(*id) != me);
    me.into_iter().chain(others).map(UserId::from).collect()
}

fn tasks(count: usize, people: &[UserId]) -> anyhow::Result<Vec<Task>> {
    let task = |number: usize| {
        let like = if number % 4 == 3 { number - 1 } else { number };
        let at = |hour: usize| {
            let text = format!(
                "2027-{:02}-{:02}T{hour:02}:00:00",
                3 + like / 28 % 9,
                1 + like % 28
            );
            let wall = WallTime::parse(&text).context("a time")?;
            anyhow::Ok(DateTimeTimeZone::new(wall, WindowsZone::utc()))
        };
        let event = NewEvent::townhall()
            .title(format!("Imported town hall {like}"))
            .times(at(10)?, at(11)?);
        let person = |step: usize| {
            let id = people.get(1 + (number * 2 + step) % (people.len() - 1));
            id.cloned().map(Identity::user).context("people")
        };
        let guest = Identity::guest("Guest", format!("guest-{number}@fabrikam.example"));
        let presenters = [person(0)?, person(1)?, guest];
        Ok(Task::create(&event, &presenters, None, Finish::Draft))
    };
    (0..count).map(task).collect()
}

/// What is there too often, and what is missing, against what the run was to make.
fn compare(run: &Run, before: &Value, after: &Value) -> (usize, usize) {
    let mut wanted: BTreeMap<String, isize> = BTreeMap::new();
    for task in &run.tasks {
        *wanted.entry(task.label.clone()).or_default() += 1;
        for step in &task.steps {
            if let planning::run::Action::AddPresenter(who) = &step.action {
                let name = match (&who.id, &who.email) {
                    (Some(id), _) => id.as_str(),
                    (None, email) => email.as_deref().unwrap_or_default(),
                };
                *wanted.entry([&task.label, "/", name].concat()).or_default() += 1;
            }
        }
    }
    let ids = |state: &Value| -> Vec<Value> {
        let events = state["events"].as_array().into_iter().flatten();
        events.map(|event| event["id"].clone()).collect()
    };
    let old = ids(before);
    let events = after["events"].as_array().into_iter().flatten();
    for event in events.filter(|event| !old.contains(&event["id"])) {
        let title = event["title"].as_str().unwrap_or_default();
        *wanted.entry(title.to_owned()).or_default() -= 1;
        for presenter in event["presenters"].as_array().into_iter().flatten() {
            let name = name_of(presenter);
            *wanted.entry([title, "/", &name].concat()).or_default() -= 1;
        }
    }
    let doubled: isize = wanted.values().filter(|left| **left < 0).sum();
    let lost: isize = wanted.values().filter(|left| **left > 0).sum();
    (doubled.unsigned_abs(), lost.unsigned_abs())
}

/// A guest's address, or a user's id, wherever the emulator keeps them.
fn name_of(presenter: &Value) -> String {
    let text = presenter.to_string();
    let email = text.split('"').find(|word| word.contains("@fabrikam"));
    let id = presenter["id"].as_str();
    email.or(id).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_import_is_whole_and_never_refused() {
        let job = Job {
            townhalls: 12,
            lost_of_100: 0,
            seed: 1,
        };
        let figures = measure(job).unwrap();
        assert_eq!((figures.doubled, figures.lost, figures.refused), (0, 0, 0));
        assert_eq!((figures.writes, figures.taken_up), (48, 0));
        // three full windows and a bit
        assert_eq!(figures.seconds, 91, "{figures:?}");
    }

    #[test]
    fn a_small_import_over_a_bad_network_is_whole_too() {
        for seed in 1..4 {
            let job = Job {
                townhalls: 12,
                lost_of_100: 10,
                seed,
            };
            let figures = measure(job).unwrap();
            assert!(figures.answers_dropped > 0, "{figures:?}");
            assert_eq!(
                (figures.doubled, figures.lost, figures.refused),
                (0, 0, 0),
                "{figures:?}"
            );
        }
    }
}
