//! What every signed-in page works with.

use crate::browser::runtime::BrowserRuntime;
use crate::browser::transport::FetchTransport;
use crate::browser::zones::{IntlRules, reader_zone};
use crate::session::{Person, Session, SignInClient, SignInNotice, Stage, StageSignal};
use leptos::prelude::*;
use planning::zones::{CachedRules, IanaZone, ZoneRules};
use std::rc::Rc;
use virtual_events::{
    AccessToken, GraphBase, GraphClient, Scope, TokenDemand, TokenError, TokenProvider,
};

/// The signed-in user's Graph client, zone and rules; found in the context.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Workspace {
    inner: StoredValue<Inner, LocalStorage>,
    stage: StageSignal,
    /// Whether what isn't needed at once may load: the page stands, and nothing else is going on.
    pub(crate) settled: RwSignal<bool>,
}

#[derive(Clone)]
struct Inner {
    session: Session,
    graph: GraphClient,
    rules: Rc<dyn ZoneRules>,
    zone: IanaZone,
    owner: Option<Owner>,
}

/// The sign-in client as the Graph client asks for tokens.
struct Tokens(Rc<dyn SignInClient>);

impl TokenProvider for Tokens {
    fn access_token<'a>(
        &'a self,
        scopes: &'a [Scope],
        demand: TokenDemand<'a>,
    ) -> futures_util::future::LocalBoxFuture<'a, Result<AccessToken, TokenError>> {
        self.0.access_token(scopes, demand)
    }
}

impl Workspace {
    /// Sets up for a session and provides it to everything below.
    pub(crate) fn provide(session: Session, graph: GraphBase) -> Self {
        let client = GraphClient::new(
            graph,
            Rc::new(FetchTransport),
            Rc::new(Tokens(Rc::clone(&session.sign_in))),
            Rc::new(BrowserRuntime),
        );
        let inner = Inner {
            session,
            graph: client,
            rules: Rc::new(CachedRules::new(Rc::new(IntlRules::default()))),
            zone: reader_zone(),
            owner: Owner::current(),
        };
        let workspace = Self {
            inner: StoredValue::new_local(inner),
            stage: expect_context(),
            settled: RwSignal::new(false),
        };
        provide_context(workspace);
        workspace
    }

    /// The workspace of the component that asks.
    pub(crate) fn expect() -> Self {
        expect_context()
    }

    /// The Graph client.
    pub(crate) fn graph(self) -> GraphClient {
        self.inner.with_value(|inner| inner.graph.clone())
    }

    /// Who is signed in.
    pub(crate) fn person(self) -> Person {
        self.inner.with_value(|inner| inner.session.person.clone())
    }

    /// The sign-in client.
    pub(crate) fn sign_in(self) -> Rc<dyn SignInClient> {
        self.inner
            .with_value(|inner| Rc::clone(&inner.session.sign_in))
    }

    /// The rules of time zones.
    pub(crate) fn rules(self) -> Rc<dyn ZoneRules> {
        self.inner.with_value(|inner| Rc::clone(&inner.rules))
    }

    /// The reader's own zone.
    pub(crate) fn zone(self) -> IanaZone {
        self.inner.with_value(|inner| inner.zone.clone())
    }

    /// Runs `work` for what stays as long as somebody is signed in, whichever page is shown.
    pub(crate) fn lasting<T>(self, work: impl FnOnce() -> T) -> T {
        match self.inner.with_value(|inner| inner.owner.clone()) {
            Some(owner) => owner.with(work),
            None => work(),
        }
    }

    /// Goes to the signed-out page.
    pub(crate) fn signed_out(self, notice: Option<SignInNotice>) {
        self.stage.0.set(Stage::SignedOut(notice));
    }
}
