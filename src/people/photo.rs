//! Photos of people, where the directory has one; initials where it hasn't.

use crate::browser::download;
use crate::shell::{Workspace, initials};
use leptos::prelude::*;
use std::cell::RefCell;
use std::collections::BTreeMap;
use virtual_events::{PhotoSize, UserId};

thread_local! {
    /// Addresses of the photos read so far, and who has none; they last as long as the page.
    static KNOWN: RefCell<BTreeMap<String, Option<String>>> = const { RefCell::new(BTreeMap::new()) };
}

/// A round badge: the photo once it is there, the initials before and instead.
pub(crate) fn avatar(workspace: Workspace, id: Option<&str>, name: &str) -> AnyView {
    let letters = initials(name);
    let address = RwSignal::new(None::<String>);
    if let Some(id) = id {
        match KNOWN.with_borrow(|known| known.get(id).cloned()) {
            Some(known) => address.set(known),
            None => look(workspace, id.to_owned(), address),
        }
    }
    view! {
        <span class="avatar" aria-hidden="true">
            {move || match address.get() {
                Some(address) => view! { <img src=address alt="" width="28" height="28"/> }.into_any(),
                None => letters.clone().into_any(),
            }}
        </span>
    }
    .into_any()
}

fn look(workspace: Workspace, id: String, address: RwSignal<Option<String>>) {
    leptos::task::spawn_local(async move {
        let users = workspace.graph();
        let user = UserId::from(id.as_str());
        // A photo that can't be read is none; it is asked for again after a reload.
        let photo = users.users().photo(&user, PhotoSize::Px48).await;
        let found = photo.ok().flatten().and_then(|photo| {
            let image = photo.media_type.starts_with("image/") && !photo.media_type.contains("svg");
            download::address_of(&photo.media_type, &photo.bytes)
                .ok()
                .filter(|_| image)
        });
        KNOWN.with_borrow_mut(|known| known.insert(id, found.clone()));
        let _ = address.try_set(found);
    });
}
