//! Who hears what, and who is dropped.

use std::sync::Arc;

use tokio::sync::mpsc::error::TryRecvError;

use super::{Hub, LARGEST_QUEUED, QUEUE};
use crate::feed::{Audience, FeedId, UserId};
use crate::metrics::Metrics;
use crate::notification::{Kind, Position, Stored};
use crate::store::Listener as _;

fn hub() -> Arc<Hub> {
    Arc::new(Hub::new(2, Arc::new(Metrics::new())))
}

fn user(name: &str) -> Audience {
    Audience::User(UserId::new(name))
}

fn stored(at: u64, audience: &Audience, bytes: usize) -> Stored {
    Stored {
        position: Position(at, 0),
        audience: audience.clone(),
        feed: FeedId::random().unwrap(),
        kind: Kind::Notification,
        received: jiff::Timestamp::UNIX_EPOCH,
        item: "x".repeat(bytes),
    }
}

#[test]
fn each_hears_what_is_for_it() {
    let hub = hub();
    let mut ana = hub.subscribe(&[user("ana")]).unwrap();
    let mut ingrid = hub.subscribe(&[user("ingrid"), Audience::Tenant]).unwrap();
    hub.heard(&[stored(1, &user("ana"), 1), stored(2, &Audience::Tenant, 1)]);
    assert_eq!(ana.queue.try_recv().unwrap().position, Position(1, 0));
    assert_eq!(ana.queue.try_recv().unwrap_err(), TryRecvError::Empty);
    assert_eq!(ingrid.queue.try_recv().unwrap().position, Position(2, 0));
    assert_eq!(ingrid.queue.try_recv().unwrap_err(), TryRecvError::Empty);
}

#[test]
fn a_full_queue_is_taken_out_of_every_audience() {
    let hub = hub();
    let mut slow = hub.subscribe(&[user("ana"), Audience::Tenant]).unwrap();
    for at in 0..=QUEUE as u64 {
        hub.heard(&[stored(at, &user("ana"), 1)]);
    }
    // given room again, it must not hear the next one: the one before is missing
    slow.queue.try_recv().unwrap();
    hub.heard(&[stored(99, &Audience::Tenant, 1)]);
    let mut count = 1;
    let end = loop {
        match slow.queue.try_recv() {
            Ok(event) => {
                assert_ne!(event.position, Position(99, 0));
                count += 1;
            }
            Err(end) => break end,
        }
    };
    assert_eq!((count, end), (QUEUE, TryRecvError::Disconnected));
    assert!(slow.renew());
    hub.heard(&[stored(100, &Audience::Tenant, 1)]);
    assert_eq!(slow.queue.try_recv().unwrap().position, Position(100, 0));
}

#[test]
fn what_is_large_is_left_in_the_store() {
    let hub = hub();
    let mut reader = hub.subscribe(&[user("ana")]).unwrap();
    hub.heard(&[stored(1, &user("ana"), LARGEST_QUEUED + 1)]);
    assert_eq!(
        reader.queue.try_recv().unwrap_err(),
        TryRecvError::Disconnected
    );
}

#[test]
fn a_user_has_so_many_streams_and_gets_them_back() {
    let hub = hub();
    let first = hub.subscribe(&[user("ana")]).unwrap();
    let _second = hub.subscribe(&[user("ana")]).unwrap();
    assert!(hub.subscribe(&[user("ana")]).is_none());
    assert!(hub.subscribe(&[user("jonas")]).is_some());
    drop(first);
    assert!(hub.subscribe(&[user("ana")]).is_some());
}

#[test]
fn after_the_end_nobody_comes_in() {
    let hub = hub();
    let mut reader = hub.subscribe(&[user("ana")]).unwrap();
    hub.close();
    assert_eq!(
        reader.queue.try_recv().unwrap_err(),
        TryRecvError::Disconnected
    );
    assert!(!reader.renew());
    assert!(hub.subscribe(&[user("ana")]).is_none());
}
