//! Calls on subscriptions.

use super::{NewSubscription, Subscription, SubscriptionChanges, VapidPublicKey};
use crate::client::{Answer, Call, Target};
use crate::error::Error;
use crate::json;
use crate::scope::READ_EVENTS;
use crate::{GraphClient, Listing, SubscriptionId, UtcInstant};

/// Calls on subscriptions; from [`GraphClient::subscriptions`].
///
/// Permission is that to read what is watched: for virtual events `VirtualEvent.Read` or
/// `VirtualEvent.ReadWrite`, organizer or co-organizer.
#[derive(Clone, Debug)]
pub struct Subscriptions {
    client: GraphClient,
    version: ApiVersion,
}

/// Which version of Graph keeps the subscription.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ApiVersion {
    V1,
    Beta,
}

impl GraphClient {
    /// The app's subscriptions.
    #[must_use]
    pub fn subscriptions(&self) -> Subscriptions {
        Subscriptions {
            client: self.clone(),
            version: ApiVersion::V1,
        }
    }
}

impl Subscriptions {
    /// The same on Graph's beta, where the pages show subscriptions to one town hall and to
    /// recordings. Microsoft doesn't support beta in production.
    #[must_use]
    pub fn on_beta(mut self) -> Self {
        self.version = ApiVersion::Beta;
        self
    }

    /// Makes a subscription; the address has to answer Graph's handshake meanwhile.
    ///
    /// Source: Graph page "Create subscription".
    ///
    /// # Errors
    /// 400 when the address doesn't answer; 409 when there is one with the same resource and
    /// change type: list and use it.
    pub async fn create(&self, subscription: &NewSubscription) -> Result<Subscription, Error> {
        let call = Call::post(self.all(), READ_EVENTS).json(subscription);
        self.read(call).await
    }

    /// Sets a new expiry, which also authorizes the subscription anew.
    ///
    /// Don't renew and [`reauthorize`](Self::reauthorize) within ten minutes of each other.
    /// Source: Graph page "Update subscription".
    ///
    /// # Errors
    /// 404 when it is gone: make a new one.
    pub async fn renew(
        &self,
        id: &SubscriptionId,
        expires_at: UtcInstant,
    ) -> Result<Subscription, Error> {
        let changes = SubscriptionChanges {
            expires_at: Some(expires_at),
            ..Default::default()
        };
        self.update(id, &changes).await
    }

    /// Changes expiry or address.
    ///
    /// Source: Graph page "Update subscription".
    ///
    /// # Errors
    /// 404 when it is gone: make a new one.
    pub async fn update(
        &self,
        id: &SubscriptionId,
        changes: &SubscriptionChanges,
    ) -> Result<Subscription, Error> {
        self.read(Call::patch(self.one(id), READ_EVENTS).json(changes))
            .await
    }

    /// Authorizes the subscription anew, without a new expiry.
    ///
    /// Source: Graph page "subscription: reauthorize".
    ///
    /// # Errors
    /// 404 when it is gone: make a new one.
    pub async fn reauthorize(&self, id: &SubscriptionId) -> Result<(), Error> {
        // authorizing twice is no more than authorizing once
        let call = Call::post(self.one(id).word("reauthorize"), READ_EVENTS)
            .repeat(crate::policy::Repeat::SameEffect);
        self.client.exchange(&self.versioned(call)).await.map(drop)
    }

    /// Gets one subscription.
    ///
    /// Source: Graph page "Get subscription".
    ///
    /// # Errors
    /// 404 when it is gone.
    pub async fn get(&self, id: &SubscriptionId) -> Result<Subscription, Error> {
        self.read(Call::get(self.one(id), READ_EVENTS)).await
    }

    /// Lists the app's subscriptions; without their client states.
    ///
    /// Source: Graph page "List subscriptions".
    pub fn list(&self) -> Listing<Subscription> {
        Listing::of_call(
            &self.client,
            self.versioned(Call::get(self.all(), READ_EVENTS)),
        )
    }

    /// Ends a subscription.
    ///
    /// Source: Graph page "Delete subscription".
    ///
    /// # Errors
    /// 404 when it is gone already.
    pub async fn delete(&self, id: &SubscriptionId) -> Result<(), Error> {
        let call = Call::delete(self.one(id), READ_EVENTS);
        self.client.exchange(&self.versioned(call)).await.map(drop)
    }

    /// Gets Graph's key for Web Push, to subscribe the browser with.
    ///
    /// Source: Graph page "subscription: getVapidPublicKey".
    ///
    /// # Errors
    /// Those of every call.
    pub async fn vapid_public_key(&self) -> Result<VapidPublicKey, Error> {
        let call = Call::get(self.all().word("getVapidPublicKey"), READ_EVENTS);
        let answer = self.client.exchange(&self.versioned(call)).await?;
        answer.read(json::text_value).map(VapidPublicKey::from)
    }

    fn all(&self) -> Target {
        Target::new("/subscriptions")
    }

    fn one(&self, id: &SubscriptionId) -> Target {
        self.all().id(id.as_str())
    }

    async fn read(&self, call: Call) -> Result<Subscription, Error> {
        let answer: Answer = self.client.exchange(&self.versioned(call)).await?;
        answer.read(|document| json::read(json::object(document)))
    }

    fn versioned(&self, call: Call) -> Call {
        match self.version {
            ApiVersion::V1 => call,
            ApiVersion::Beta => call.on_beta(),
        }
    }
}
