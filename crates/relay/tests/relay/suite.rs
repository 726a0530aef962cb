//! What is asked of every store, written against the trait.

use jiff::{SignedDuration, Timestamp};
use relay::store::{Acceptance, Creation, Deletion, Store};
use relay::{Audience, Feed, FeedId, Incoming, Key, Kind, Position, StateHash, Stored, UserId};

use crate::storage::Ear;

pub(crate) fn feed(number: u8, user: &str) -> Feed {
    Feed {
        id: format!("feed-{number:017}").parse().unwrap(),
        audience: Audience::User(UserId::new(user)),
        label: format!("Feed “{number}”\\"),
        state: StateHash::of(&number.to_string()),
        created: Timestamp::from_millisecond(1_800_000_000_000 + i64::from(number)).unwrap(),
        last_notification: None,
    }
}

pub(crate) fn item(key: Option<Key>, text: &str) -> Incoming {
    Incoming {
        kind: Kind::Notification,
        key,
        item: serde_json::json!({ "text": text }).to_string(),
    }
}

/// Unlike any other.
pub(crate) fn unlike(number: u8) -> Incoming {
    item(Some(Key([number; 16])), &number.to_string())
}

pub(crate) fn now() -> Timestamp {
    Timestamp::from_millisecond(Timestamp::now().as_millisecond()).unwrap()
}

pub(crate) async fn take(store: &dyn Store, feed: &FeedId, items: Vec<Incoming>) -> Acceptance {
    store.accept(feed, now(), items).await.unwrap()
}

pub(crate) const fn new(new: usize, duplicates: usize) -> Acceptance {
    Acceptance::Stored { new, duplicates }
}

pub(crate) async fn all(store: &dyn Store, audiences: &[Audience]) -> Vec<Stored> {
    let page = store
        .after(audiences, Position::default(), 64)
        .await
        .unwrap();
    assert!(page.is_last);
    page.stored
}

/// Everything that is asked of a store; each part with feeds of its own.
pub(crate) async fn suite(store: &dyn Store, ear: &Ear) {
    feeds_are_their_users(store).await;
    what_is_accepted_is_there_and_heard(store, ear).await;
    duplicates_are_dropped_within_their_window(store).await;
    pages_have_no_holes(store).await;
    two_audiences_are_read_in_one_order(store).await;
    what_is_old_goes(store).await;
    many_at_once_are_each_there_once(store).await;
}

async fn feeds_are_their_users(store: &dyn Store) {
    let (first, second, other) = (feed(1, "ana"), feed(2, "ana"), feed(3, "jonas"));
    for one in [&second, &first, &other] {
        assert_eq!(store.create_feed(one.clone(), 2).await, Ok(Creation::Done));
    }
    assert_eq!(
        store.create_feed(feed(4, "ana"), 2).await,
        Ok(Creation::TooMany)
    );
    let of_ana = store.feeds_of(&first.audience).await.unwrap();
    assert_eq!(of_ana, [first.clone(), second.clone()], "oldest first");
    assert_eq!(store.feed(&first.id).await, Ok(Some(first.clone())));
    assert_eq!(store.feed(&feed(4, "ana").id).await, Ok(None));
    let deleted = store.delete_feed(&other.audience, &first.id).await;
    assert_eq!(deleted, Ok(Deletion::Unknown), "somebody else's");
    assert_eq!(
        store.delete_feed(&first.audience, &first.id).await,
        Ok(Deletion::Done)
    );
    assert_eq!(
        store.delete_feed(&first.audience, &first.id).await,
        Ok(Deletion::Unknown)
    );
    assert_eq!(store.feed(&first.id).await, Ok(None));
    assert_eq!(
        take(store, &first.id, vec![unlike(1)]).await,
        Acceptance::UnknownFeed
    );
    assert_eq!(store.create_feed(first, 2).await, Ok(Creation::Done));
}

async fn what_is_accepted_is_there_and_heard(store: &dyn Store, ear: &Ear) {
    let feed = feed(10, "mei");
    store.create_feed(feed.clone(), 9).await.unwrap();
    let before = store.extent().await.unwrap().latest;
    let received = now();
    let mut event = item(Some(Key([1; 16])), "\"two\\\nlines\" ÄÖ 🎙");
    event.kind = Kind::Lifecycle;
    let accepted = store
        .accept(&feed.id, received, vec![event.clone(), unlike(2)])
        .await;
    assert_eq!(accepted, Ok(new(2, 0)));
    let stored = all(store, std::slice::from_ref(&feed.audience)).await;
    assert_eq!(stored.len(), 2);
    assert_eq!(
        (stored[0].kind, &stored[0].item),
        (Kind::Lifecycle, &event.item)
    );
    assert_eq!((&stored[0].feed, stored[0].received), (&feed.id, received));
    assert!(before < stored[0].position && stored[0].position < stored[1].position);
    assert_eq!(store.extent().await.unwrap().latest, stored[1].position);
    assert_eq!(ear.of(2).await, stored);
    let kept = store.feed(&feed.id).await.unwrap().unwrap();
    assert_eq!(kept.last_notification, Some(received));
    store.delete_feed(&feed.audience, &feed.id).await.unwrap();
    assert_eq!(
        all(store, &[feed.audience]).await.len(),
        2,
        "what was heard can still be read"
    );
}

async fn duplicates_are_dropped_within_their_window(store: &dyn Store) {
    let (feed, other) = (feed(20, "seun"), feed(21, "seun"));
    store.create_feed(feed.clone(), 9).await.unwrap();
    store.create_feed(other.clone(), 9).await.unwrap();
    let start = now();
    let (id, without) = (Some(Key([7; 16])), None);
    for (after_ms, key, expected) in [
        (0, id, new(1, 0)),
        (0, without, new(1, 0)),
        (1, without, new(1, 0)),
        // a clock that was put back
        (-5_000, id, new(0, 1)),
        (24 * 3_600_000 - 1, id, new(0, 1)),
        (-3_600_000, id, new(0, 1)),
        (24 * 3_600_000, id, new(1, 0)),
    ] {
        let at = start + SignedDuration::from_millis(after_ms);
        let accepted = store.accept(&feed.id, at, vec![item(key, "same")]).await;
        assert_eq!(accepted, Ok(expected), "{key:?} after {after_ms} ms");
    }
    let twice = vec![unlike(9), unlike(9), unlike(8)];
    assert_eq!(
        take(store, &feed.id, twice).await,
        new(2, 1),
        "within one delivery"
    );
    assert_eq!(
        take(store, &other.id, vec![unlike(9)]).await,
        new(1, 0),
        "another feed"
    );
}

async fn pages_have_no_holes(store: &dyn Store) {
    let feed = feed(30, "ingrid");
    store.create_feed(feed.clone(), 9).await.unwrap();
    for number in 0..10 {
        // large ones cut the page before its number does
        let item = item(Some(Key([number; 16])), &"x".repeat(100_000));
        assert_eq!(take(store, &feed.id, vec![item]).await, new(1, 0));
    }
    let (mut seen, mut after) = (Vec::new(), Position::default());
    loop {
        let audiences = std::slice::from_ref(&feed.audience);
        let page = store.after(audiences, after, 4).await.unwrap();
        assert!(!page.stored.is_empty() && page.stored.len() <= 4);
        seen.extend(page.stored.iter().map(|stored| stored.position));
        after = *seen.last().unwrap();
        if page.is_last {
            break;
        }
    }
    assert_eq!(seen.len(), 10);
    assert!(seen.is_sorted_by(|first, second| first < second));
}

async fn two_audiences_are_read_in_one_order(store: &dyn Store) {
    let (mut tenant, own) = (feed(40, "-"), feed(41, "luca"));
    tenant.audience = Audience::Tenant;
    store.create_feed(tenant.clone(), 9).await.unwrap();
    store.create_feed(own.clone(), 9).await.unwrap();
    for number in 0..12 {
        let feed = if number % 3 == 0 { &own } else { &tenant };
        take(store, &feed.id, vec![unlike(number)]).await;
    }
    let audiences = [own.audience, tenant.audience];
    let (mut texts, mut after) = (Vec::new(), Position::default());
    loop {
        let page = store.after(&audiences, after, 5).await.unwrap();
        texts.extend(page.stored.iter().map(|stored| stored.item.clone()));
        after = page.stored.last().unwrap().position;
        if page.is_last {
            break;
        }
    }
    let expected: Vec<_> = (0..12).map(|number| unlike(number).item).collect();
    assert_eq!(texts, expected);
}

async fn what_is_old_goes(store: &dyn Store) {
    let feed = feed(50, "sam");
    store.create_feed(feed.clone(), 9).await.unwrap();
    take(store, &feed.id, vec![unlike(1), unlike(2)]).await;
    // the next one is to be of a later millisecond
    let old = now();
    let mark = loop {
        let mark = now();
        if mark > old + SignedDuration::from_millis(5) {
            break mark;
        }
        tokio::task::yield_now().await;
    };
    take(store, &feed.id, vec![unlike(3)]).await;
    let audiences = std::slice::from_ref(&feed.audience);
    let kept = all(store, audiences).await;
    assert!(store.prune(mark, now()).await.unwrap() >= 2);
    assert_eq!(all(store, audiences).await, kept[2..]);
    let extent = store.extent().await.unwrap();
    assert_eq!(
        (extent.gone, extent.latest),
        (kept[1].position, kept[2].position)
    );
    assert_eq!(store.prune(mark, now()).await, Ok(0));
    // all gone: positions go on from where they were
    let later = now() + SignedDuration::from_secs(1);
    assert!(store.prune(later, now()).await.unwrap() >= 1);
    assert_eq!(store.extent().await.unwrap().latest, kept[2].position);
    take(store, &feed.id, vec![unlike(4)]).await;
    assert!(all(store, audiences).await[0].position > kept[2].position);
    assert_eq!(
        take(store, &feed.id, vec![unlike(1)]).await,
        new(0, 1),
        "still known"
    );
}

async fn many_at_once_are_each_there_once(store: &dyn Store) {
    let feed = feed(60, "many");
    store.create_feed(feed.clone(), 9).await.unwrap();
    let deliveries = (0..40).map(|number| take(store, &feed.id, vec![unlike(number)]));
    let accepted = futures_util::future::join_all(deliveries).await;
    assert!(accepted.iter().all(|accepted| *accepted == new(1, 0)));
    let stored = all(store, &[feed.audience]).await;
    assert_eq!(stored.len(), 40);
    let mut items: Vec<_> = stored.iter().map(|stored| &stored.item).collect();
    items.sort_unstable();
    items.dedup();
    assert_eq!(items.len(), 40);
}
