//! Goes around all subscriptions, as long as this instance has the lease.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::{Duration, Instant};

use governor::{DefaultDirectRateLimiter, Quota, RateLimiter};
use jiff::Timestamp;
use tokio::sync::watch;

use super::ears::{Heard, News, Word};
use super::hands::{Hands, Renewal};
use super::look;
use super::plan::{self, Step};
use super::record::{Origin, Record};
use super::roster::{self, Change};
use super::survey::{self, Surveys};
use super::tenure::Tenure;
use crate::config::TenantMode;
use crate::metrics::Held;
use crate::service::Service;
use crate::store::{Lease, Standing, StoreError};
use crate::tenant::Graph;

/// Between two rounds, if nothing is heard.
const TICK: Duration = Duration::from_secs(2);

/// How often it is looked whether Graph has what the ledger says.
const LOOK: Duration = Duration::from_secs(30 * 60);

/// How many steps a round has.
const STEPS: usize = 4;

/// Looks after the subscriptions until the relay stops.
pub(crate) async fn run(service: Arc<Service>, mut news: News, mut stop: watch::Receiver<bool>) {
    let (Some(mode), Some(graph)) = (&service.config.tenant_mode, &service.graph) else {
        return;
    };
    let Some(tenure) = Tenure::new(&service) else {
        tracing::error!("this machine gives no random numbers: no subscription is held");
        return;
    };
    let mut keeper = Keeper {
        service: &service,
        graph,
        mode,
        tenure: &tenure,
        looked: None,
        words: Vec::new(),
        more: More::No,
        surveys: Surveys::now(),
        pace: pace(),
    };
    tokio::select! {
        _ = stop.wait_for(|stopped| *stopped) => {}
        () = keeper.go(&mut news) => {}
        () = tenure.keep() => {}
    }
    tenure.give_back().await;
}

/// Graph takes 15 changes of virtual events in 30 seconds from one app; others need some too.
fn pace() -> DefaultDirectRateLimiter {
    let quota = Quota::per_second(NonZeroU32::MIN);
    let quota = Quota::with_period(Duration::from_secs(3)).unwrap_or(quota);
    RateLimiter::direct(quota.allow_burst(NonZeroU32::MIN.saturating_add(4)))
}

/// Whether something is left to be done at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum More {
    IsDue,
    No,
}

struct Keeper<'s> {
    service: &'s Service,
    graph: &'s Graph,
    mode: &'s TenantMode,
    tenure: &'s Tenure<'s>,
    /// When Graph's list was looked at last.
    looked: Option<Instant>,
    /// What was heard and isn't noted yet.
    words: Vec<Heard>,
    more: More,
    surveys: Surveys,
    pace: DefaultDirectRateLimiter,
}

impl Keeper<'_> {
    async fn go(&mut self, news: &mut News) {
        loop {
            let pause = match self.more {
                More::IsDue => Duration::ZERO,
                More::No => TICK,
            };
            let heard = tokio::time::timeout(pause, news.wait()).await;
            self.words.extend(heard.ok().flatten());
            self.words.extend(std::iter::from_fn(|| news.more()));
            if news.take_missed() {
                self.looked = None;
            }
            if let Err(error) = self.round().await {
                self.service.metrics.store_errors.inc();
                tracing::warn!(error = %error, "subscriptions are not looked after");
                self.looked = None;
                tokio::time::sleep(TICK).await;
            }
        }
    }

    /// Whether it is this instance's turn; if not, it begins anew when it is.
    async fn leads(&mut self) -> Result<Lease, StoreError> {
        let lease = self.tenure.leads().await?;
        if lease == Lease::Others {
            self.looked = None;
            self.surveys = Surveys::now();
            // another one tells of them now
            self.count(&[]);
        }
        Ok(lease)
    }

    async fn round(&mut self) -> Result<(), StoreError> {
        self.more = More::No;
        if self.leads().await? == Lease::Others {
            self.words.clear();
            return Ok(());
        }
        let (mut records, unread) = self.records().await?;
        let now = self.service.clock.now();
        // what can't be read may be what would be missing: then nothing is entered
        if unread == 0
            && roster::settle(self.service, self.mode, &records, now).await? == Change::Some
        {
            (records, _) = self.records().await?;
        }
        for record in &mut records {
            let before = record.state.clone();
            let words = self.words.iter();
            words.for_each(|heard| listen(record, heard, now));
            if record.state != before {
                self.hands().note(record).await?;
            }
        }
        if self.words.iter().any(|heard| heard.word == Word::Event) {
            self.surveys.heard(Instant::now());
        }
        // only now: what the store didn't take is heard again
        self.words.clear();
        if self.looked.is_none_or(|at| at.elapsed() >= LOOK) {
            if unread > 0 {
                tracing::warn!(unread, "entries of another release are left alone");
            }
            look::compare(self.hands(), &mut records).await?;
            self.looked = Some(Instant::now());
        }
        if unread == 0
            && self.surveys.is_due(Instant::now())
            && self.survey(&records).await? == Change::Some
        {
            (records, _) = self.records().await?;
        }
        // what is to go first: something else may want its place; those of events are many
        records.sort_by_key(|record| {
            let is_of_event = matches!(record.wish.origin, Origin::Event { .. });
            (record.standing == Standing::Wanted, is_of_event)
        });
        let done = self.steps(&mut records).await;
        self.count(&records);
        done
    }

    /// Does what is due, as long as it has the lease, and not too much before it listens again.
    async fn steps(&mut self, records: &mut [Record]) -> Result<(), StoreError> {
        let mut taken = 0;
        for record in records {
            let now = self.service.clock.now();
            let certificate = self.service.contents.as_ref();
            let certificate = certificate.map(|contents| contents.certificate().id.as_str());
            let step = plan::step(record, now, certificate);
            if step == Step::Rest {
                continue;
            }
            if taken == STEPS {
                self.more = More::IsDue;
                return Ok(());
            }
            taken += 1;
            self.pace.until_ready().await;
            if self.leads().await? == Lease::Others {
                return Ok(());
            }
            self.take(step, record).await?;
        }
        Ok(())
    }

    /// Tells how many are as they should be.
    fn count(&self, records: &[Record]) {
        let held = |record: &&Record| record.state.subscription.is_some();
        let active = |record: &&Record| held(record) && record.state.trouble.is_none();
        let active = records.iter().filter(active).count();
        let wanted = |record: &&Record| record.standing == Standing::Wanted;
        let failing = records.iter().filter(wanted).count().saturating_sub(active);
        self.service.metrics.held(Held::active, active);
        self.service.metrics.held(Held::failing, failing);
    }

    /// Finds out which events there are, and what is to be watched of them.
    async fn survey(&mut self, records: &[Record]) -> Result<Change, StoreError> {
        let now = self.service.clock.now();
        match survey::wishes(self.graph, self.mode, now).await {
            Ok(wishes) => {
                self.surveys.went_well(Instant::now());
                survey::settle(self.service, &wishes, records, now).await
            }
            Err(failure) => {
                let why = failure.trouble(now).code;
                tracing::warn!(?why, "Graph does not say which events there are");
                self.surveys.failed(Instant::now());
                Ok(Change::None)
            }
        }
    }

    /// What is in the ledger, and how much of it can't be read.
    async fn records(&self) -> Result<(Vec<Record>, usize), StoreError> {
        let entries = self.service.store.entries().await?;
        let all = entries.len();
        let records: Vec<_> = entries.into_iter().filter_map(Record::read).collect();
        let unread = all - records.len();
        Ok((records, unread))
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
            Step::Renew => match hands.renew(record).await {
                Ok(Renewal::Gone) => hands.create(record).await,
                renewed => renewed.map(drop),
            },
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
            hands.failed(record, &failure);
        }
        hands.note(record).await
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
