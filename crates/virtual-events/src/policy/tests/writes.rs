//! What a screen sees of the queue.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use futures_util::future::{join, join_all};
use serde_json::json;

use crate::testing::{Reply, World};
use crate::{EventId, EventKind, Identity, NewPresenter, UserId, WriteQueue};

fn presenter() -> Reply {
    Reply::json(201, &json!({"id": "p"})).after(Duration::from_millis(200))
}

async fn add(world: &World, count: usize) {
    let presenters = world
        .client
        .events(EventKind::Townhall)
        .presenters(&EventId::from("e-1"));
    let new = NewPresenter::new(Identity::user(UserId::from("u")));
    let added = join_all((0..count).map(|_| presenters.create(&new))).await;
    assert!(added.iter().all(Result::is_ok));
}

#[tokio::test(start_paused = true)]
async fn twenty_presenters_go_in_two_bursts_while_reads_pass() {
    let world = World::handling(|seen| match seen.method.as_str() {
        "GET" => Reply::json(200, &json!({"id": "e-1"})),
        _ => presenter(),
    });
    let read = async {
        tokio::time::sleep(Duration::from_secs(10)).await;
        let id = EventId::from("e-1");
        world
            .client
            .events(EventKind::Townhall)
            .get(&id)
            .await
            .unwrap();
        assert_eq!(world.seconds().last(), Some(&10));
    };
    join(add(&world, 20), read).await;
    let seconds = world.seconds();
    assert_eq!(seconds.iter().filter(|second| **second == 0).count(), 15);
    assert_eq!(seconds.iter().filter(|second| **second == 30).count(), 5);
}

#[tokio::test(start_paused = true)]
async fn a_listener_sees_the_queue_fill_and_empty() {
    let world = World::handling(|_| presenter());
    let writes = world.client.writes();
    let seen: Rc<RefCell<Vec<WriteQueue>>> = Rc::default();
    let listener = writes.on_change({
        let seen = Rc::clone(&seen);
        move |queue| seen.borrow_mut().push(queue)
    });

    let look = async {
        tokio::time::sleep(Duration::from_secs(10)).await;
        let queue = writes.queue();
        assert_eq!((queue.waiting, queue.in_flight), (5, 0));
        assert_eq!(queue.next_in.as_secs(), 20);
        assert_eq!(queue.done_in.as_secs(), 20);
        assert_eq!(writes.time_for(15).as_secs(), 50);
    };
    join(add(&world, 20), look).await;

    let most = seen.borrow().iter().map(|queue| queue.waiting).max();
    assert!(most >= Some(5), "{most:?}");
    assert_eq!(seen.borrow().last().map(|queue| queue.waiting), Some(0));
    drop(listener);
    let told = seen.borrow().len();
    add(&world, 1).await;
    assert_eq!(
        seen.borrow().len(),
        told,
        "a dropped listener hears nothing"
    );
}

#[tokio::test(start_paused = true)]
async fn throttling_of_one_write_holds_all_others() {
    // given that other users of the app have used the window up
    let world = World::answering([
        Reply::error(429, "TooManyRequests").header("retry-after", "12"),
        presenter(),
        presenter(),
    ]);
    let second = async {
        tokio::time::sleep(Duration::from_secs(1)).await;
        add(&world, 1).await;
    };
    join(add(&world, 1), second).await;
    // then the second caller's write doesn't ask again before the time is up
    assert!(
        world.seconds()[1..].iter().all(|second| *second >= 12),
        "{:?}",
        world.seconds()
    );
}
