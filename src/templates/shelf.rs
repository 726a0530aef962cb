//! Where templates are kept, and where the organization's come from.

use crate::browser::database::{Shelf, Store, Unavailable};
use crate::browser::timer;
use crate::session::Person;
use planning::template::Template;

/// A template of this person's, with the key it is kept under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Own {
    pub(super) key: String,
    pub(super) template: Template,
}

fn shelf(person: &Person) -> Shelf {
    Shelf::of(Store::Templates, &person.owner_key())
}

/// Hands this person's templates over, now and whenever one is kept or forgotten.
pub(super) fn follow(
    person: Person,
    take: impl Fn(Result<Vec<Own>, Unavailable>) + Clone + 'static,
) {
    let shelf = shelf(&person);
    let read = move || {
        let person = person.clone();
        async move { all(&person).await }
    };
    shelf.follow(read, take);
}

/// This person's templates by name.
async fn all(person: &Person) -> Result<Vec<Own>, Unavailable> {
    let entries = shelf(person).list().await?;
    let mut own: Vec<Own> = entries
        .into_iter()
        .filter_map(|entry| {
            Some(Own {
                template: Template::from_text(&entry.value).ok()?,
                key: entry.key,
            })
        })
        .collect();
    own.sort_by(|a, b| (&a.template.name, &a.key).cmp(&(&b.template.name, &b.key)));
    Ok(own)
}

/// Keeps a new template.
pub(super) async fn keep(person: &Person, template: &Template) -> Result<(), Unavailable> {
    let key = timer::unique_name();
    shelf(person).put(&key, &template.to_text()).await
}

/// Keeps a template that was kept before.
pub(super) async fn keep_again(person: &Person, own: &Own) -> Result<(), Unavailable> {
    shelf(person).put(&own.key, &own.template.to_text()).await
}

/// Forgets a template.
pub(super) async fn forget(person: &Person, key: &str) -> Result<(), Unavailable> {
    shelf(person).delete(key).await
}

/// The templates that `config.json` gives everybody, and how many of its entries are none.
pub(super) async fn of_organization() -> (Vec<Template>, usize) {
    let text = crate::config::text_again().await;
    Template::of_organization(&text)
}
