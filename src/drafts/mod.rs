//! What was typed and not sent: kept in this browser for its account, until it is sent.

mod keeper;
mod list;

pub(crate) use keeper::Keeper;
pub(crate) use list::board_list;

use crate::browser::database::{Shelf, Store, Unavailable};
use crate::session::Person;
use planning::draft::{DraftPlace, Unfinished};

/// Whether there may be drafts; known at once, without asking the database.
pub(crate) fn any(person: &Person) -> bool {
    shelf(person).may_hold()
}

fn shelf(person: &Person) -> Shelf {
    Shelf::of(Store::Drafts, &person.owner_key())
}

/// What was typed into a form before and never sent; an error where the browser keeps nothing.
pub(crate) type Kept = Result<Option<Box<Unfinished>>, Unavailable>;

/// Keeps what a form is to begin with.
pub(crate) async fn keep(
    person: &Person,
    place: &DraftPlace,
    draft: &Unfinished,
) -> Result<(), Unavailable> {
    shelf(person).put(&place.key(), &draft.to_text()).await
}

/// Looks for what was typed into the form at `place`. A text that can't be read counts as none.
pub(crate) async fn read(person: &Person, place: &DraftPlace) -> Kept {
    let text = shelf(person).get(&place.key()).await?;
    let read = text.and_then(|it| Unfinished::from_text(&it).ok());
    Ok(read.map(Box::new))
}
