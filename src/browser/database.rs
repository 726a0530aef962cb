//! What an account keeps in this browser for longer: IndexedDB.
//!
//! Values are texts (JSON). Everything a person keeps begins with that person's key, so that two
//! accounts of one browser never see each other's.

mod request;

use super::storage::{self, Keep};
use js_sys::JsString;
use leptos::prelude::{ArcRwSignal, Effect, Get, Update, untrack};
use request::{finished, opened};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbKeyRange, IdbObjectStore, IdbTransactionMode};

const NAME: &str = "rostrum";
/// Raised whenever [`Store::ALL`] grows.
const VERSION: u32 = 2;

/// What is kept, apart by what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Store {
    /// What was typed into a form and isn't sent.
    Drafts,
    /// Events to begin from.
    Templates,
    /// Runs of many writes, to be taken up again.
    Runs,
    /// What this person did to an event.
    History,
    /// Notifications that came in, and the events as they were seen last.
    Notifications,
}

impl Store {
    const ALL: [Self; 5] = [
        Self::Drafts,
        Self::Templates,
        Self::Runs,
        Self::History,
        Self::Notifications,
    ];

    /// Whether somebody asks [`Shelf::may_hold`]: then a mark says so.
    const fn is_marked(self) -> bool {
        !matches!(self, Self::History | Self::Notifications)
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Drafts => "drafts",
            Self::Templates => "templates",
            Self::Runs => "runs",
            Self::History => "history",
            Self::Notifications => "notifications",
        }
    }
}

thread_local! {
    /// Counts the changes of each store, in the order of [`Store::ALL`].
    static TURNS: [ArcRwSignal<u32>; 5] = std::array::from_fn(|_| ArcRwSignal::new(0));
}

/// The browser keeps nothing: storage is forbidden, full, or the data can't be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Unavailable;

impl From<JsValue> for Unavailable {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// One kept text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Its key, without what says whose it is.
    pub(crate) key: String,
    /// The text.
    pub(crate) value: String,
}

/// The shelf of one person in one store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shelf {
    store: Store,
    owner: String,
}

impl Shelf {
    /// What `owner` keeps in `store`; `owner` is any text that names the person.
    pub(crate) fn of(store: Store, owner: &str) -> Self {
        Self {
            store,
            owner: [owner, "/"].concat(),
        }
    }

    /// Whether anything may be kept; known at once, without asking the database.
    ///
    /// Where the mark that says so can't be kept, it says no though there may be something.
    pub(crate) fn may_hold(&self) -> bool {
        storage::read(Keep::Browser, &self.mark()).is_some()
    }

    fn mark(&self) -> String {
        [self.store.name(), ".", &self.owner].concat()
    }

    /// Counts what this tab has changed in the store; tracks.
    fn turn(&self) -> u32 {
        TURNS.with(|turns| turns[self.store as usize].get())
    }

    /// Reads now, and again after each change of this tab, as long as the owner lives. What was
    /// read before a change isn't taken after it: that change is being read.
    pub(crate) fn follow<T, F>(
        self,
        read: impl Fn() -> F + 'static,
        take: impl Fn(T) + Clone + 'static,
    ) where
        T: 'static,
        F: Future<Output = T> + 'static,
    {
        Effect::new(move |_| {
            let turn = self.turn();
            let (shelf, reading, take) = (self.clone(), read(), take.clone());
            leptos::task::spawn_local(async move {
                let came = reading.await;
                if untrack(|| shelf.turn()) == turn {
                    take(came);
                }
            });
        });
    }

    fn changed(&self) {
        TURNS.with(|turns| turns[self.store as usize].update(|turn| *turn += 1));
    }

    /// Keeps a text under a key, in place of what was there.
    pub(crate) async fn put(&self, key: &str, value: &str) -> Result<(), Unavailable> {
        let (key, value) = (key.to_owned(), value.to_owned());
        self.put_all(&[Entry { key, value }]).await
    }

    /// Keeps several texts, all of them or none.
    pub(crate) async fn put_all(&self, entries: &[Entry]) -> Result<(), Unavailable> {
        if self.store.is_marked() {
            // before anything is kept, so that what a killed tab kept is found
            let _ = storage::write(Keep::Browser, &self.mark(), "1");
        }
        let store = self.open(IdbTransactionMode::Readwrite).await?;
        let mut last = None;
        for Entry { key, value } in entries {
            last = Some(store.put_with_key(&value.into(), &self.whole(key).into())?);
        }
        if let Some(last) = last {
            finished(&last, &store.transaction()).await?;
            self.changed();
        }
        Ok(())
    }

    /// Forgets the texts under several keys.
    pub(crate) async fn delete_all(&self, keys: &[&str]) -> Result<(), Unavailable> {
        let store = self.open(IdbTransactionMode::Readwrite).await?;
        let mut last = None;
        for key in keys {
            last = Some(store.delete(&self.whole(key).into())?);
        }
        if let Some(last) = last {
            finished(&last, &store.transaction()).await?;
            self.changed();
        }
        Ok(())
    }

    /// The text under a key.
    pub(crate) async fn get(&self, key: &str) -> Result<Option<String>, Unavailable> {
        let store = self.open(IdbTransactionMode::Readonly).await?;
        let get = store.get(&self.whole(key).into())?;
        Ok(finished(&get, &store.transaction()).await?.as_string())
    }

    /// Forgets the text under a key.
    pub(crate) async fn delete(&self, key: &str) -> Result<(), Unavailable> {
        self.delete_all(&[key]).await
    }

    /// Everything kept, by key.
    pub(crate) async fn list(&self) -> Result<Vec<Entry>, Unavailable> {
        let store = self.open(IdbTransactionMode::Readonly).await?;
        let range = self.range()?;
        let (keys, values) = (
            store.get_all_keys_with_key(&range)?,
            store.get_all_with_key(&range)?,
        );
        finished(&values, &store.transaction()).await?;
        let texts = |result: Result<JsValue, JsValue>| -> Result<Vec<String>, Unavailable> {
            let array: js_sys::Array = result?.dyn_into()?;
            Ok(array.iter().filter_map(|it| it.as_string()).collect())
        };
        let (keys, values) = (texts(keys.result())?, texts(values.result())?);
        let own = keys.into_iter().zip(values).map(|(key, value)| Entry {
            key: key.strip_prefix(&self.owner).unwrap_or(&key).to_owned(),
            value,
        });
        let own: Vec<Entry> = own.collect();
        if own.is_empty() && self.store.is_marked() {
            storage::remove(Keep::Browser, &self.mark());
        }
        Ok(own)
    }

    fn whole(&self, key: &str) -> String {
        [self.owner.as_str(), key].concat()
    }

    /// From the owner's first key to just before whatever follows the last.
    fn range(&self) -> Result<IdbKeyRange, Unavailable> {
        let end = JsString::from([self.owner.as_str(), "\u{ffff}"].concat());
        Ok(IdbKeyRange::bound(&self.owner.as_str().into(), &end)?)
    }

    async fn open(&self, mode: IdbTransactionMode) -> Result<IdbObjectStore, Unavailable> {
        let database = database().await?;
        let transaction = database.transaction_with_str_and_mode(self.store.name(), mode)?;
        Ok(transaction.object_store(self.store.name())?)
    }
}

async fn database() -> Result<IdbDatabase, Unavailable> {
    // Where storage is forbidden the factory is missing, or opening fails.
    let factory = leptos::prelude::window().indexed_db()?.ok_or(Unavailable)?;
    let request = factory.open_with_u32(NAME, VERSION)?;
    let create = |database: &IdbDatabase| {
        let names = database.object_store_names();
        for store in Store::ALL {
            if !names.contains(store.name()) {
                // Fails only outside an upgrade, and then the next transaction says so.
                let _ = database.create_object_store(store.name());
            }
        }
    };
    let database: IdbDatabase = opened(&request, create).await?.dyn_into()?;
    Ok(database)
}
