//! Calls on users.

use super::{Photo, PhotoSize, User, UserProperty, UserQuery};
use crate::client::{Call, Target};
use crate::error::Error;
use crate::json;
use crate::odata::ODataOption;
use crate::scope::READ_USERS;
use crate::{GraphClient, Listing, UserId};

/// Calls on the users of the directory; from [`GraphClient::users`].
#[derive(Clone, Debug)]
pub struct Users {
    client: GraphClient,
}

/// Users that a picker shows at once.
const PICKER_SIZE: u32 = 15;

impl GraphClient {
    /// The users of the signed-in user's directory.
    #[must_use]
    pub fn users(&self) -> Users {
        Users {
            client: self.clone(),
        }
    }
}

impl Users {
    /// Users whose name or e-mail address matches `text`, the first 15, for a picker.
    ///
    /// Words of the display name match wherever they stand, the address from its start; the
    /// index lags behind the directory by a little.
    ///
    /// Permission `User.ReadBasic.All`, which leaves job title and user type empty. Source:
    /// Graph page "List users".
    pub fn search(&self, text: &str) -> Listing<User> {
        let query = UserQuery::new()
            .search(&[UserProperty::DisplayName, UserProperty::Mail], text)
            .select(&UserProperty::PICKER)
            .top(PICKER_SIZE);
        self.list(&query)
    }

    /// Users whose name or e-mail address starts with `text`, the first 15, for a picker.
    ///
    /// Permission and source as for [`search`](Self::search).
    pub fn starts_with(&self, text: &str) -> Listing<User> {
        let query = UserQuery::new()
            .starts_with(&[UserProperty::DisplayName, UserProperty::Mail], text)
            .select(&UserProperty::PICKER)
            .top(PICKER_SIZE);
        self.list(&query)
    }

    /// Users by a question of one's own.
    ///
    /// Permission `User.ReadBasic.All`; other properties than the basic ones want
    /// `User.Read.All`. Source: Graph page "List users".
    pub fn list(&self, query: &UserQuery) -> Listing<User> {
        let listing = Listing::new(&self.client, users(), &query.options, READ_USERS);
        if query.is_advanced() {
            listing.header("consistencylevel", "eventual")
        } else {
            listing
        }
    }

    /// Gets one user, with properties chosen by `$select` or Graph's default ones.
    ///
    /// Permission `User.ReadBasic.All`. Source: Graph page "Get a user".
    ///
    /// # Errors
    /// 404 when the directory has no such user.
    pub async fn get(&self, id: &UserId, options: &[ODataOption]) -> Result<User, Error> {
        let target = users().id(id.as_str());
        let target = options
            .iter()
            .fold(target, |target, option| option.add_to(target));
        let answer = self.client.exchange(&Call::get(target, READ_USERS)).await?;
        answer.read(|document| json::read(json::object(document)))
    }

    /// Gets a user's photo; `None` when there is none.
    ///
    /// Permission `User.ReadBasic.All`. Source: Graph page "Get profilePhoto".
    ///
    /// # Errors
    /// Any but 404.
    pub async fn photo(&self, id: &UserId, size: PhotoSize) -> Result<Option<Photo>, Error> {
        Photo::get(&self.client, users().id(id.as_str()), size, READ_USERS).await
    }
}

fn users() -> Target {
    Target::new("/users")
}
