//! Calls on the signed-in user and on people.

use virtual_events::{ODataOption, PeopleQuery, PhotoSize, UserId, UserProperty, UserQuery};

use super::options::options;
use super::served::{Call, Decoded, Served};

/// Serves `/me…` and `/users…`.
pub(super) async fn serve(call: &Call<'_>) -> Served {
    if call.method != "GET" {
        return Served::Unserved;
    }
    let (me, users) = (call.client.me(), call.client.users());
    let options = options(&call.address.query);
    match &call.address.names()[..] {
        ["me"] => Served::one(me.get(&options).await),
        ["me", "people"] => {
            let query = options
                .into_iter()
                .fold(PeopleQuery::new(), PeopleQuery::option);
            Served::page(call.client.people().list(&query)).await
        }
        ["users"] => {
            let query = options.into_iter().fold(UserQuery::new(), ask);
            Served::page(users.list(&query)).await
        }
        ["users", id] => Served::one(users.get(&UserId::from(*id), &options).await),
        ["me", "photos", size, "$value"] => match photo_size(size) {
            Some(size) => photo(me.photo(size).await),
            None => Served::Unserved,
        },
        ["users", id, "photos", size, "$value"] => match photo_size(size) {
            Some(size) => photo(users.photo(&UserId::from(*id), size).await),
            None => Served::Unserved,
        },
        _ => Served::Unserved,
    }
}

/// Builds a search from its words where it is a plain one, so that the quoting is tried too.
fn ask(query: UserQuery, option: ODataOption) -> UserQuery {
    match &option {
        ODataOption::Search(search) => match plain_search(search) {
            Some((property, text)) => query.search(&[property], &text),
            None => query.option(option),
        },
        _ => query.option(option),
    }
}

/// Property and text of `"property:text"`.
fn plain_search(search: &str) -> Option<(UserProperty, String)> {
    let inside = search.strip_prefix('"')?.strip_suffix('"')?;
    let (property, text) = inside.split_once(':')?;
    let is_plain = !text.contains(['"', '\\']);
    is_plain.then(|| (UserProperty::Other(property.to_owned()), text.to_owned()))
}

fn photo_size(name: &str) -> Option<PhotoSize> {
    PhotoSize::ALL
        .into_iter()
        .find(|size| size.as_str() == name)
}

fn photo(result: Result<Option<virtual_events::Photo>, virtual_events::Error>) -> Served {
    Served::Outcome(result.map(|_| Decoded::Nothing))
}
