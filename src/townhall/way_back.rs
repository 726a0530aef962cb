//! The way on from an event that can't be shown.

use crate::i18n::frame as words;
use crate::routes::Page;
use leptos::prelude::*;

/// A link to the board.
pub(super) fn to_board() -> AnyView {
    view! { <p class="row"><a href=Page::Board.path() class="button">{words::TO_BOARD}</a></p> }
        .into_any()
}
