//! IndexedDB's requests as futures.

use futures_channel::oneshot;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbOpenDbRequest, IdbRequest, IdbTransaction};

/// The database, once it is open; `create` makes what a new one lacks.
pub(super) async fn opened(
    request: &IdbOpenDbRequest,
    create: impl Fn(&IdbDatabase) + 'static,
) -> Result<JsValue, JsValue> {
    let asked = request.clone();
    let upgrade = Closure::<dyn FnMut()>::new(move || {
        let database = asked.result().and_then(JsCast::dyn_into::<IdbDatabase>);
        if let Ok(database) = database {
            create(&database);
        }
    });
    request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    let (answer, answered) = signal();
    let (success, failure) = (answer(true), answer(false));
    request.set_onsuccess(Some(success.as_ref().unchecked_ref()));
    request.set_onerror(Some(failure.as_ref().unchecked_ref()));
    // Another tab holds an older version open: it can't be waited for.
    request.set_onblocked(Some(failure.as_ref().unchecked_ref()));
    answered.await.map_err(|_| JsValue::NULL)?;
    let database: IdbDatabase = request.result()?.dyn_into()?;
    // So that a newer app in another tab isn't held up by this one.
    let held = database.clone();
    let close = Closure::once_into_js(move || held.close());
    database.set_onversionchange(Some(close.unchecked_ref()));
    Ok(database.into())
}

/// What a request gave, once its transaction is on the disk.
pub(super) async fn finished(
    request: &IdbRequest,
    transaction: &IdbTransaction,
) -> Result<JsValue, JsValue> {
    let (answer, answered) = signal();
    let (complete, abort) = (answer(true), answer(false));
    transaction.set_oncomplete(Some(complete.as_ref().unchecked_ref()));
    transaction.set_onabort(Some(abort.as_ref().unchecked_ref()));
    transaction.set_onerror(Some(abort.as_ref().unchecked_ref()));
    answered.await.map_err(|_| JsValue::NULL)?;
    request.result()
}

type Handler = Closure<dyn FnMut()>;
type Answered = Result<(), ()>;

/// Makes handlers, the first of which to be called answers.
fn signal() -> (impl Fn(bool) -> Handler, impl Future<Output = Answered>) {
    let (sender, receiver) = oneshot::channel::<bool>();
    let sender = Rc::new(RefCell::new(Some(sender)));
    let answer = move |well: bool| {
        let sender = Rc::clone(&sender);
        Closure::new(move || {
            if let Some(sender) = sender.borrow_mut().take() {
                // Nobody waits any more: the page has moved on.
                let _ = sender.send(well);
            }
        })
    };
    let answered = async move {
        match receiver.await {
            Ok(true) => Ok(()),
            _ => Err(()),
        }
    };
    (answer, answered)
}
