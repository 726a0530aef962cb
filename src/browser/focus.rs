//! The focus is never lost to the page's beginning.
//!
//! A control that has the focus may vanish by being used: its row is taken away, it is disabled,
//! its dialog gives way. Browsers put the focus on nothing then, and whoever goes by keyboard
//! begins again at the top. Here it goes to what stood around the control instead.

use leptos::ev;
use leptos::prelude::{StoredValue, document};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, MutationObserver, MutationObserverInit};

/// What takes the focus when a control in it is gone.
const AROUND: &str = "dialog[open], section, form, main";

/// What had the focus last, and what stood around it.
#[derive(Default)]
struct Trail {
    focused: Option<Element>,
    /// From the control outwards.
    path: Vec<Element>,
}

/// Told of every change of the page until it is dropped.
struct Watch {
    observer: MutationObserver,
    _told: Closure<dyn Fn()>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Keeps the focus until the owner is cleaned up. What `passing` selects stands there for a moment
/// only: from there the focus goes back to where it was before.
pub(crate) fn keep(passing: &'static str) {
    let trail = Rc::new(RefCell::new(Trail::default()));
    let noted = Rc::clone(&trail);
    super::listen(ev::focusin, move |ev| {
        let focused = ev.target().and_then(|it| it.dyn_into::<Element>().ok());
        let mut trail = noted.borrow_mut();
        if let Some(element) = &focused
            && element.closest(passing).is_ok_and(|found| found.is_none())
        {
            let outwards = std::iter::successors(Some(element.clone()), |it| it.parent_element());
            trail.path = outwards.collect();
        }
        trail.focused = focused;
    });
    let left = Rc::clone(&trail);
    // who clicks beside everything wants no focus
    super::listen(ev::pointerdown, move |_| left.borrow_mut().focused = None);
    let told = Closure::<dyn Fn()>::new(move || {
        let next = trail.borrow().next();
        if let Some(next) = next {
            take(&next);
        }
    });
    let Ok(observer) = MutationObserver::new(told.as_ref().unchecked_ref()) else {
        return;
    };
    let what = MutationObserverInit::new();
    what.set_child_list(true);
    what.set_subtree(true);
    what.set_attribute_filter(&js_sys::Array::of1(&"disabled".into()));
    if let Some(body) = document().body()
        && observer.observe_with_options(&body, &what).is_ok()
    {
        // dropped with the owner
        StoredValue::new_local(Watch {
            observer,
            _told: told,
        });
    }
}

fn is_disabled(element: &Element) -> bool {
    element.matches(":disabled").unwrap_or(false)
}

impl Trail {
    /// Where the focus goes now; `None` while it is somewhere.
    fn next(&self) -> Option<Element> {
        let focused = self.focused.as_ref()?;
        if focused.is_connected() && !is_disabled(focused) {
            return None;
        }
        let somewhere = document()
            .active_element()
            .is_some_and(|it| it.tag_name() != "BODY" && !is_disabled(&it));
        if somewhere {
            return None;
        }
        let itself = self.path.first().filter(|it| *it != focused);
        let around = self.path.iter().skip(1);
        let around = around.filter(|it| it.matches(AROUND).unwrap_or(false));
        let mut candidates = itself.into_iter().chain(around);
        candidates
            .find(|it| it.is_connected() && !is_disabled(it))
            .cloned()
    }
}

/// Gives the focus to an element that may not be made for it.
fn take(element: &Element) {
    if !element.has_attribute("tabindex") && element.matches(AROUND).unwrap_or(false) {
        // it is the page's own element
        let _ = element.set_attribute("tabindex", "-1");
    }
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
}
