//! Calls on users.

use super::{Photo, PhotoSize, User, UserProperty, UserQuery};
use crate::client::{Call, Probe, Target};
use crate::error::Error;
use crate::json;
use crate::json::FromJson;
use crate::odata::ODataOption;
use crate::scope::READ_USERS;
use crate::{Batch, BatchItem, ErrorKind, GraphClient, Listing, UserId};

/// Calls on the users of the directory; from [`GraphClient::users`].
#[derive(Clone, Debug)]
pub struct Users {
    client: GraphClient,
}

/// Requests in one batch.
const AT_ONCE: usize = 20;
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

    /// Gets users by their ids, twenty a batch; those the directory doesn't have are left out.
    ///
    /// Filled are id, names and addresses. Permission `User.ReadBasic.All`. Source: Graph pages
    /// "Get a user", "Combine multiple HTTP requests using JSON batching".
    ///
    /// # Errors
    /// Any but a single 404.
    pub async fn by_ids(&self, ids: &[UserId]) -> Result<Vec<User>, Error> {
        let mut found = Vec::with_capacity(ids.len());
        for some in ids.chunks(AT_ONCE) {
            let mut batch = Batch::new(READ_USERS);
            for (place, id) in some.iter().enumerate() {
                let target = users().id(id.as_str());
                let target = UserProperty::select(&UserProperty::PICKER).add_to(target);
                batch = batch.with(BatchItem::get(place.to_string(), target.into_text()?));
            }
            let answer = self.client.batch(&batch).await?;
            let now = self.client.runtime().now();
            for part in answer.parts {
                match part.error(now, &answer.ids) {
                    None => found.extend(User::from_json(part.body)),
                    Some(error) if error.kind() == ErrorKind::NotFound => {}
                    Some(error) => return Err(error),
                }
            }
        }
        Ok(found)
    }

    /// What [`photo`](Self::photo) reads.
    #[must_use]
    pub fn photo_probe(&self, id: &UserId, size: PhotoSize) -> Probe {
        Probe::of_call(Photo::call(users().id(id.as_str()), size, READ_USERS))
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
