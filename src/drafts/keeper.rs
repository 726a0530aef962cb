//! Keeps the latest of what is typed, without ever falling behind an older text.

use super::shelf;
use crate::browser::database::{Shelf, Unavailable};
use crate::session::Person;
use planning::draft::{DraftPlace, Unfinished};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Keeps one form's draft.
///
/// One write at a time, and only the latest of those that wait: a slow disk makes it skip states
/// that nobody needs any more, and a text is never overwritten by an older one.
#[derive(Clone)]
pub(crate) struct Keeper {
    inner: Rc<Inner>,
}

struct Inner {
    shelf: Shelf,
    key: String,
    told: Box<dyn Fn(Result<(), Unavailable>)>,
    waiting: RefCell<Option<Wish>>,
    writing: Cell<bool>,
}

enum Wish {
    Keep(Box<Unfinished>),
    Forget,
}

impl Keeper {
    /// The keeper of a form's draft; `told` hears how each keeping went.
    pub(crate) fn of(
        person: &Person,
        place: &DraftPlace,
        told: impl Fn(Result<(), Unavailable>) + 'static,
    ) -> Self {
        Self {
            inner: Rc::new(Inner {
                shelf: shelf(person),
                key: place.key(),
                told: Box::new(told),
                waiting: RefCell::new(None),
                writing: Cell::new(false),
            }),
        }
    }

    /// Keeps a draft.
    pub(crate) fn keep(&self, draft: Unfinished) {
        self.wish(Wish::Keep(Box::new(draft)));
    }

    /// Forgets the draft: it was sent, or nothing is left of it.
    pub(crate) fn forget(&self) {
        self.wish(Wish::Forget);
    }

    fn wish(&self, wish: Wish) {
        let inner = Rc::clone(&self.inner);
        inner.waiting.replace(Some(wish));
        if inner.writing.replace(true) {
            return;
        }
        leptos::task::spawn_local(async move {
            while let Some(wish) = inner.waiting.take() {
                match wish {
                    Wish::Keep(draft) => {
                        (inner.told)(inner.shelf.put(&inner.key, &draft.to_text()).await);
                    }
                    // What can't be forgotten was never kept.
                    Wish::Forget => {
                        let _ = inner.shelf.delete(&inner.key).await;
                    }
                }
            }
            inner.writing.set(false);
        });
    }
}
