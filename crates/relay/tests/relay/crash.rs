//! `kill -9` under load: whatever got a 202 is heard once by every reader that resumes.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::cast::{ANA, Feed, deliver, make_feed};
use crate::client::{Http, PATIENCE};
use crate::entra::Entra;
use crate::program::Program;
use crate::redis_server::RedisServer;

/// The relays that are there; none while the only one is down.
type Hosts = watch::Receiver<Vec<Http>>;

const TOTAL: u64 = 600;
const KILLED_AFTER: u64 = 200;
const PAUSE: Duration = Duration::from_millis(10);

/// Delivers a notification as Graph does: again until it gets a 202.
async fn until_accepted(hosts: &Hosts, feed: &Feed, number: u64) {
    let mut attempt = 0;
    loop {
        let host = {
            let hosts = hosts.borrow();
            let at = usize::try_from(number + attempt).unwrap();
            (!hosts.is_empty()).then(|| hosts[at % hosts.len()].clone())
        };
        if let Some(http) = host {
            let item = feed.item(usize::try_from(number).unwrap());
            let body = serde_json::json!({ "value": [item] }).to_string();
            let path = format!("/notify/{}", feed.id);
            let answer = http.try_send("POST", &path, &[], body.into_bytes()).await;
            if answer.is_some_and(|answer| answer.status == 202) {
                return;
            }
        }
        attempt += 1;
        tokio::time::sleep(PAUSE).await;
    }
}

/// Everything from several callers at a time; tells how far it has come.
fn load(hosts: &Hosts, feed: &Feed) -> (Arc<AtomicU64>, Vec<JoinHandle<()>>) {
    let (next, accepted) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicU64::new(0)));
    let callers = (0..8).map(|_| {
        let (next, accepted) = (Arc::clone(&next), Arc::clone(&accepted));
        let (hosts, feed) = (hosts.clone(), feed.clone());
        tokio::spawn(async move {
            loop {
                let number = next.fetch_add(1, Ordering::SeqCst);
                if number >= TOTAL {
                    return;
                }
                until_accepted(&hosts, &feed, number).await;
                accepted.fetch_add(1, Ordering::SeqCst);
            }
        })
    });
    let callers = callers.collect();
    (accepted, callers)
}

/// Reads until the last number comes, resuming whenever the stream ends.
fn follow(hosts: &Hosts, token: String, from: String, at: usize) -> JoinHandle<Vec<u64>> {
    let hosts = hosts.clone();
    tokio::spawn(async move {
        let (mut last, mut heard) = (from, Vec::new());
        loop {
            let host = {
                let hosts = hosts.borrow();
                (!hosts.is_empty()).then(|| hosts[at % hosts.len()].clone())
            };
            let events = match host {
                Some(http) => http.try_listen(&token, Some(&last)).await,
                None => None,
            };
            let Some(mut events) = events else {
                tokio::time::sleep(PAUSE).await;
                continue;
            };
            while let Some(event) = events.next().await {
                if event.name == "hello" {
                    continue;
                }
                assert_eq!(event.name, "notification", "{event:?}");
                last = event.id.unwrap();
                let number = event.data["item"]["number"].as_u64().unwrap();
                if number == TOTAL {
                    return heard;
                }
                heard.push(number);
            }
        }
    })
}

async fn reached(accepted: &AtomicU64, count: u64) {
    let reaching = async {
        while accepted.load(Ordering::SeqCst) < count {
            tokio::time::sleep(PAUSE).await;
        }
    };
    tokio::time::timeout(2 * PATIENCE, reaching)
        .await
        .expect("deliveries are stuck");
}

async fn assert_each_once(readers: Vec<JoinHandle<Vec<u64>>>) {
    for reader in readers {
        let heard = tokio::time::timeout(2 * PATIENCE, reader).await;
        let heard = heard.expect("a reader misses something").unwrap();
        let once: BTreeSet<_> = heard.iter().copied().collect();
        assert_eq!(once, (0..TOTAL).collect(), "something is missing");
        assert_eq!(heard.len() as u64, TOTAL, "something was heard twice");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_under_load_nothing_accepted_is_lost_or_doubled() {
    let entra = Entra::start().await;
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("relay.db").to_str().unwrap().to_owned();
    let mut first = Program::start(&entra, &store);
    let token = entra.token(ANA);
    let feed = make_feed(&first.http, &token).await;
    let start = first.http.listen(&token, None).await.latest;
    let (hosts, seen) = watch::channel(vec![first.http.clone()]);
    let readers = (0..3).map(|at| follow(&seen, token.clone(), start.clone(), at));
    let readers = readers.collect();
    let (accepted, callers) = load(&seen, &feed);
    reached(&accepted, KILLED_AFTER).await;
    first.kill();
    hosts.send_replace(Vec::new());
    let second = Program::start(&entra, &store);
    hosts.send_replace(vec![second.http.clone()]);
    reached(&accepted, TOTAL).await;
    for caller in callers {
        caller.await.unwrap();
    }
    until_accepted(&seen, &feed, TOTAL).await;
    assert_each_once(readers).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_on_redis_one_may_be_killed() {
    let entra = Entra::start().await;
    let server = RedisServer::start().await;
    let mut first = Program::start(&entra, &server.url());
    let second = Program::start(&entra, &server.url());
    let token = entra.token(ANA);
    let feed = make_feed(&first.http, &token).await;
    let start = second.http.listen(&token, None).await.latest;
    let (hosts, seen) = watch::channel(vec![first.http.clone(), second.http.clone()]);
    let readers = (0..4).map(|at| follow(&seen, token.clone(), start.clone(), at));
    let readers = readers.collect();
    let (accepted, callers) = load(&seen, &feed);
    reached(&accepted, KILLED_AFTER).await;
    first.kill();
    hosts.send_replace(vec![second.http.clone()]);
    for caller in callers {
        caller.await.unwrap();
    }
    until_accepted(&seen, &feed, TOTAL).await;
    assert_each_once(readers).await;
}

/// One relay, three items in a delivery, the program killed right after the answer.
#[tokio::test]
async fn what_got_a_202_outlives_the_program_at_once() {
    let entra = Entra::start().await;
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("relay.db").to_str().unwrap().to_owned();
    let token = entra.token(ANA);
    let mut program = Program::start(&entra, &store);
    let feed = make_feed(&program.http, &token).await;
    let items = [feed.item(1), feed.item(2), feed.item(3)];
    assert_eq!(deliver(&program.http, &feed, &items).await.status, 202);
    program.kill();
    let program = Program::start(&entra, &store);
    let mut events = program.http.listen(&token, Some("0-0")).await;
    for number in [1, 2, 3] {
        assert_eq!(events.notification().await.data["item"]["number"], number);
    }
    assert_eq!(deliver(&program.http, &feed, &items[..1]).await.status, 202);
    assert_eq!(
        program.http.listen(&token, None).await.latest,
        "3-0",
        "a repeated one is stored"
    );
}
