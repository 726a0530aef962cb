//! The signed-in user.

use futures_core::future::LocalBoxFuture;

use super::{Photo, PhotoSize, User, UserProperty};
use crate::GraphClient;
use crate::client::{Call, Probe, Target};
use crate::error::Error;
use crate::json;
use crate::odata::ODataOption;
use crate::scope::READ_ME;

/// Calls on the signed-in user; from [`GraphClient::me`].
#[derive(Clone, Debug)]
#[must_use = "nothing is sent before it is awaited"]
pub struct Me {
    client: GraphClient,
}

impl GraphClient {
    /// The signed-in user.
    pub fn me(&self) -> Me {
        Me {
            client: self.clone(),
        }
    }
}

impl IntoFuture for Me {
    type Output = Result<User, Error>;
    type IntoFuture = LocalBoxFuture<'static, Self::Output>;

    /// `client.me().await` is [`profile`](Me::profile).
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move { self.profile().await })
    }
}

impl Me {
    /// Gets id, name, e-mail address and sign-in name.
    ///
    /// Permission `User.Read`. Source: Graph page "Get a user".
    ///
    /// # Errors
    /// Those of every call.
    pub async fn profile(&self) -> Result<User, Error> {
        self.get(&[UserProperty::select(&UserProperty::PROFILE)])
            .await
    }

    /// Gets the signed-in user, with properties chosen by `$select` or Graph's default ones.
    ///
    /// Permission `User.Read`. Source: Graph page "Get a user".
    ///
    /// # Errors
    /// Those of every call.
    pub async fn get(&self, options: &[ODataOption]) -> Result<User, Error> {
        let target = Target::new("/me");
        let target = options
            .iter()
            .fold(target, |target, option| option.add_to(target));
        let answer = self.client.exchange(&Call::get(target, READ_ME)).await?;
        answer.read(|document| json::read(json::object(document)))
    }

    /// What [`profile`](Self::profile) reads.
    #[must_use]
    pub fn profile_probe(&self) -> Probe {
        let target = UserProperty::select(&UserProperty::PROFILE).add_to(Target::new("/me"));
        Probe::of_call(Call::get(target, READ_ME))
    }

    /// Gets the signed-in user's photo; `None` when there is none.
    ///
    /// Permission `User.Read`. Source: Graph page "Get profilePhoto".
    ///
    /// # Errors
    /// Any but 404.
    pub async fn photo(&self, size: PhotoSize) -> Result<Option<Photo>, Error> {
        Photo::get(&self.client, Target::new("/me"), size, READ_ME).await
    }
}
