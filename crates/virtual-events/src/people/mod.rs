//! The signed-in user, and people for pickers.

mod me;
mod person;
mod photo;
mod query;
mod user;
mod users;

pub use me::Me;
pub use person::{People, PeopleQuery, Person, PersonType, ScoredEmailAddress};
pub use photo::{Photo, PhotoSize};
pub use query::{UserProperty, UserQuery};
pub use user::User;
pub use users::Users;

#[cfg(test)]
mod tests;
