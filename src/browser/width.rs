//! How wide an element is, as long as it is there.

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::ResizeObserver;

/// Told of every change of size until it is dropped.
struct Watch {
    observer: ResizeObserver,
    _told: Closure<dyn Fn()>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// The inner width of the element in pixels, in whole steps of 8; 0 until it is drawn. Follows the
/// element until the owner is cleaned up.
pub(crate) fn width_of(node: NodeRef<Div>) -> RwSignal<u32> {
    let width = RwSignal::new(0);
    let watch = StoredValue::new_local(None::<Watch>);
    Effect::new(move |_| {
        let Some(element) = node.get() else { return };
        let seen = element.clone();
        let told = Closure::<dyn Fn()>::new(move || {
            let now = u32::try_from(seen.client_width()).unwrap_or(0) / 8 * 8;
            if width.try_get_untracked().is_some_and(|known| known != now) {
                width.set(now);
            }
        });
        if let Ok(observer) = ResizeObserver::new(told.as_ref().unchecked_ref()) {
            observer.observe(&element);
            watch.set_value(Some(Watch {
                observer,
                _told: told,
            }));
        }
    });
    width
}
