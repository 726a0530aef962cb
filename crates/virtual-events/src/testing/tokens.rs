//! A token provider that notes what it is asked for.

use std::cell::RefCell;

use futures_core::future::LocalBoxFuture;

use crate::{AccessToken, Scope, TokenDemand, TokenError, TokenProvider};

/// What the client asked for.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) scopes: Vec<Scope>,
    demand: Demand,
}

#[derive(Clone, Debug)]
enum Demand {
    Cached,
    Refused(Option<String>),
}

/// Hands out `token-1` until it is told that it was refused, `token-2` then, and so on.
#[derive(Debug, Default)]
pub(crate) struct Tokens {
    pub(crate) asked: RefCell<Vec<Asked>>,
    pub(crate) failure: RefCell<Option<TokenError>>,
}

impl Tokens {
    /// Claims of the refusals so far.
    pub(crate) fn refusals(&self) -> Vec<Option<String>> {
        let asked = self.asked.borrow();
        asked
            .iter()
            .filter_map(|asked| match &asked.demand {
                Demand::Cached => None,
                Demand::Refused(claims) => Some(claims.clone()),
            })
            .collect()
    }
}

impl TokenProvider for Tokens {
    fn access_token<'a>(
        &'a self,
        scopes: &'a [Scope],
        demand: TokenDemand<'a>,
    ) -> LocalBoxFuture<'a, Result<AccessToken, TokenError>> {
        let demand = match demand {
            TokenDemand::Cached => Demand::Cached,
            TokenDemand::Refused { claims } => Demand::Refused(claims.map(str::to_owned)),
        };
        self.asked.borrow_mut().push(Asked {
            scopes: scopes.to_vec(),
            demand,
        });
        let answer = match &*self.failure.borrow() {
            Some(error) => Err(error.clone()),
            None => Ok(AccessToken::new(format!(
                "token-{}",
                self.refusals().len() + 1
            ))),
        };
        Box::pin(async move { answer })
    }
}
