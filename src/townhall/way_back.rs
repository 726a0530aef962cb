//! The way on from an event that can't be shown.

use crate::i18n::frame as words;
use crate::routes::Page;
use leptos::prelude::*;
use leptos_router::components::A;

/// A link to the board.
pub(super) fn to_board() -> AnyView {
    view! { <p class="row"><A href=Page::Board.path() attr:class="button">{words::TO_BOARD}</A></p> }
        .into_any()
}
