//! Subscriptions that the relay holds itself, with its own permissions.
//!
//! They are made, renewed and, where Graph lost them, made anew by one instance, the one with
//! the lease; everybody with the role hears what arrives by them.
//!
//! | file | what it does |
//! |---|---|
//! | `resource` | what can be subscribed to |
//! | `record` | one of them: what is wished, how it stands |
//! | `plan` | what is to be done, and when |
//! | `hands` | does it, at Graph |
//! | `keeper` | goes around, as long as it has the lease |
//! | `look` | compares with what Graph has |
//! | `tenure` | the lease: one instance of several looks after them |
//! | `roster` | which of them are to be there by configuration |
//! | `survey` | which of them are to be there for each event |
//! | `ears` | hears what Graph says about them |
//! | `routes` | what users with the role may ask |
//! | `trouble` | why one doesn't stand as it should |

mod ears;
mod hands;
mod keeper;
mod look;
mod plan;
mod record;
mod resource;
mod roster;
mod routes;
mod survey;
mod tenure;
mod trouble;

pub(crate) use ears::Ears;
pub(crate) use keeper::run;
pub(crate) use routes::routes;
