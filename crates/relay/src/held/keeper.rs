//! Goes around all subscriptions, as long as this instance has the lease.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::{Duration, Instant};

use governor::{DefaultDirectRateLimiter, Quota, RateLimiter};
use jiff::{SignedDuration, Timestamp};
use tokio::sync::watch;

use super::ears::{Heard, News, Word};
use super::hands::{Hands, LABEL};
use super::plan::{self, Step};
use super::record::Record;
use super::roster::{self, Change};
use super::trouble::Failure;
use crate::config::TenantMode;
use crate::feed::Audience;
use crate::random;
use crate::service::Service;
use crate::store::{Lease, Standing, StoreError};
use crate::tenant::Graph;

/// Between two rounds, if nothing is heard.
const TICK: Duration = Duration::from_secs(2);

/// How long the lease lasts: longer than any call of Graph.
const LEASE: Duration = Duration::from_secs(90);

/// How often it is looked whether Graph has what the ledger says.
const LOOK: Duration = Duration::from_secs(30 * 60);

/// Graph may not list for so long what it has made.
const YOUNG: SignedDuration = SignedDuration::from_mins(10);

/// A feed of the relay's own that no subscription calls is kept for so long: what Graph still
/// has of an old subscription comes within four hours.
const KEPT: SignedDuration = SignedDuration::from_hours(24);

/// Looks after the subscriptions until the relay stops.
pub(crate) async fn run(service: Arc<Service>, mut news: News, mut stop: watch::Receiver<bool>) {
    let (Some(mode), Some(graph)) = (&service.config.tenant_mode, &service.graph) else {
        return;
    };
    let Some(holder) = random::text::<16>() else {
        tracing::error!("this machine gives no random numbers: no subscription is held");
        return;
    };
    let mut keeper = Keeper {
        service: &service,
        graph,
        mode,
        leased: None,
        looked: None,
        pace: pace(),
        holder,
    };
    tokio::select! {
        _ = stop.wait_for(|stopped| *stopped) => {}
        () = keeper.go(&mut news) => {}
    }
    // a store that fails now lets the lease run out
    let _ = service.store.give_back(&keeper.holder).await;
}

/// Graph takes 15 changes of virtual events in 30 seconds from one app; others need some too.
fn pace() -> DefaultDirectRateLimiter {
    let quota = Quota::per_second(NonZeroU32::MIN);
    let quota = Quota::with_period(Duration::from_secs(3)).unwrap_or(quota);
    RateLimiter::direct(quota.allow_burst(NonZeroU32::MIN.saturating_add(4)))
}

struct Keeper<'s> {
    service: &'s Service,
    graph: &'s Graph,
    mode: &'s TenantMode,
    holder: String,
    /// When the lease was taken last.
    leased: Option<Instant>,
    /// When Graph's list was looked at last.
    looked: Option<Instant>,
    pace: DefaultDirectRateLimiter,
}

impl Keeper<'_> {
    async fn go(&mut self, news: &mut News) {
        loop {
            let heard = tokio::time::timeout(TICK, news.wait()).await;
            let mut words: Vec<_> = heard.ok().flatten().into_iter().collect();
            words.extend(std::iter::from_fn(|| news.more()));
            if news.take_missed() {
                self.looked = None;
            }
            if let Err(error) = self.round(&words).await {
                self.service.metrics.store_errors.inc();
                tracing::warn!(error = %error, "subscriptions are not looked after");
                self.leased = None;
                self.looked = None;
                tokio::time::sleep(TICK).await;
            }
        }
    }

    /// Takes or keeps the lease.
    async fn leads(&mut self) -> Result<Lease, StoreError> {
        if self.leased.is_some_and(|at| at.elapsed() < LEASE / 2) {
            return Ok(Lease::Mine);
        }
        let asked = Instant::now();
        let now = self.service.clock.now();
        let lease = self.service.store.lease(&self.holder, now, LEASE).await?;
        match lease {
            Lease::Mine => self.leased = Some(asked),
            Lease::Others => {
                self.leased = None;
                self.looked = None;
            }
        }
        Ok(lease)
    }

    async fn round(&mut self, words: &[Heard]) -> Result<(), StoreError> {
        if self.leads().await? == Lease::Others {
            return Ok(());
        }
        let mut records = self.records().await?;
        let now = self.service.clock.now();
        if roster::settle(self.service, self.mode, &records, now).await? == Change::Some {
            records = self.records().await?;
        }
        for record in &mut records {
            let before = record.state.clone();
            words.iter().for_each(|heard| listen(record, heard, now));
            if record.state != before {
                self.note(record).await?;
            }
        }
        if self.looked.is_none_or(|at| at.elapsed() >= LOOK) {
            self.look(&mut records).await?;
        }
        // what is to go first: something else may want its place
        records.sort_by_key(|record| record.standing == Standing::Wanted);
        for mut record in records {
            let now = self.service.clock.now();
            let certificate = self.service.contents.as_ref();
            let certificate = certificate.map(|contents| contents.certificate().id.as_str());
            let step = plan::step(&record, now, certificate);
            if step == Step::Rest {
                continue;
            }
            self.pace.until_ready().await;
            if self.leads().await? == Lease::Others {
                return Ok(());
            }
            self.take(step, &mut record).await?;
        }
        Ok(())
    }

    async fn records(&self) -> Result<Vec<Record>, StoreError> {
        let entries = self.service.store.entries().await?;
        Ok(entries.into_iter().filter_map(Record::read).collect())
    }

    async fn note(&self, record: &Record) -> Result<(), StoreError> {
        let state = serde_json::to_string(&record.state);
        let state = state.map_err(|_| StoreError::Damaged("a state".to_owned()))?;
        self.service.store.note(&record.id, state).await
    }

    fn hands(&self) -> Hands<'_> {
        Hands {
            service: self.service,
            graph: self.graph,
            now: self.service.clock.now(),
        }
    }

    /// Takes a step and notes what came of it.
    async fn take(&self, step: Step, record: &mut Record) -> Result<(), StoreError> {
        let hands = self.hands();
        let taken = match step {
            Step::Rest => Ok(()),
            Step::Create => hands.create(record).await,
            Step::Renew => hands.renew(record).await,
            Step::Replace => match hands.delete(record).await {
                Ok(()) => hands.create(record).await,
                failed => failed,
            },
            Step::End => match hands.delete(record).await {
                Ok(()) => {
                    self.service.store.strike(&record.id).await?;
                    return Ok(());
                }
                failed => failed,
            },
        };
        if let Err(failure) = taken {
            self.failed(record, &failure);
        }
        self.note(record).await
    }

    fn failed(&self, record: &mut Record, failure: &Failure) {
        let now = self.service.clock.now();
        let trouble = failure.trouble(now);
        let resource = record.wish.resource.as_str();
        tracing::warn!(resource, why = %trouble.message, "a subscription is not as it should be");
        let state = &mut record.state;
        state.failures = state.failures.saturating_add(1);
        let next = plan::again(now, state.failures, failure.pause(), random::fraction());
        state.next = Some(next);
        state.trouble = Some(trouble);
    }

    /// Compares with what Graph has, and lets go of feeds that nothing calls any more.
    async fn look(&mut self, records: &mut [Record]) -> Result<(), StoreError> {
        let now = self.service.clock.now();
        let remote = match self.graph.subscriptions().await {
            Ok(remote) => remote,
            Err(error) => {
                tracing::warn!(error = %error, "Graph does not say which subscriptions there are");
                // renewals tell as well; asked again later
                self.looked = Some(Instant::now());
                return Ok(());
            }
        };
        for record in records.iter_mut() {
            let is_young = |at: Timestamp| now.duration_since(at) < YOUNG;
            let Some(id) = record.state.subscription.clone() else {
                continue;
            };
            if record.state.renewed.is_some_and(is_young) {
                continue;
            }
            let is_there = remote.iter().find(|one| one.id == id);
            let base = self.service.config.public_url.as_str();
            match is_there {
                Some(one) if one.notification_url.starts_with(base) => {
                    record.state.expires = Some(one.expiration_date_time);
                }
                // the relay has moved: what is called no more is of no use
                Some(_) => match self.hands().delete(record).await {
                    Ok(()) => {}
                    Err(failure) => self.failed(record, &failure),
                },
                None => record.state.is_gone(),
            }
            self.note(record).await?;
        }
        for feed in self.service.store.feeds_of(&Audience::Tenant).await? {
            let is_called = records
                .iter()
                .any(|record| record.state.feed.as_deref() == Some(feed.id.as_str()));
            let last = feed.last_notification.unwrap_or(feed.created);
            let is_old = now.duration_since(last.max(feed.created)) > KEPT;
            if feed.label.starts_with(LABEL) && !is_called && is_old {
                let store = &self.service.store;
                store.delete_feed(&Audience::Tenant, &feed.id).await?;
            }
        }
        self.looked = Some(Instant::now());
        Ok(())
    }
}

/// Notes what was heard, if it is about this subscription.
fn listen(record: &mut Record, heard: &Heard, now: Timestamp) {
    if record.feed().as_ref() != Some(&heard.feed) {
        return;
    }
    let is_it = |id: &str| record.state.subscription.as_deref() == Some(id);
    match &heard.word {
        Word::WantsRenewal(id) if is_it(id) => record.state.wants_renewal(now),
        Word::Removed(id) if is_it(id) => record.state.is_gone(),
        Word::WantsRenewal(_) | Word::Removed(_) | Word::Event => {}
    }
}
