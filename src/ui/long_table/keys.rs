//! Keys that move through a long table, and open a row.

use super::{Grid, ROW};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// Moves to another row, or opens the one moved to, if the key means that.
pub(super) fn pressed(grid: Grid, ev: &KeyboardEvent) {
    if ev.ctrl_key() || ev.alt_key() || ev.meta_key() || on_button(ev) {
        return;
    }
    let active = grid.active.get_untracked();
    let last = grid.count.get_untracked().saturating_sub(1);
    let page = (grid.height.get_untracked() / ROW).saturating_sub(2).max(1) as usize;
    let next = match ev.key().as_str() {
        "ArrowDown" => active.saturating_add(1),
        "ArrowUp" => active.saturating_sub(1),
        "PageDown" => active.saturating_add(page),
        "PageUp" => active.saturating_sub(page),
        "Home" => 0,
        "End" => last,
        "Enter" | " " if grid.count.get_untracked() > 0 => {
            ev.prevent_default();
            return grid.open.run(active.min(last));
        }
        _ => return,
    };
    ev.prevent_default();
    let next = next.min(last);
    grid.active.set(next);
    grid.reveal(next);
}

/// Whether a button in the head has the focus: its keys are its own.
fn on_button(ev: &KeyboardEvent) -> bool {
    use wasm_bindgen::JsCast;
    let element = ev
        .target()
        .and_then(|it| it.dyn_into::<web_sys::Element>().ok());
    element.is_some_and(|it| it.tag_name() == "BUTTON")
}

impl Grid {
    /// Scrolls so far that a row is seen whole, below the head.
    fn reveal(self, row: usize) {
        let Some(node) = self.node.get_untracked() else {
            return;
        };
        let row = i32::try_from(row).unwrap_or(i32::MAX / 64);
        let height = i32::try_from(ROW).unwrap_or(36);
        let (above, below) = (row * height, (row + 2) * height);
        let (top, seen) = (node.scroll_top(), node.client_height());
        if above < top {
            node.set_scroll_top(above);
        } else if below > top + seen {
            node.set_scroll_top(below - seen);
        }
    }
}
