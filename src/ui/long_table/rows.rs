//! The rows in sight.
//!
//! Elements aren't made anew when the table is scrolled: the first of them always holds the first row
//! in sight, and so on, and only what they show changes.

use super::{Cells, Content, Grid, ROW};
use leptos::prelude::*;
use std::sync::Arc;

/// A box as high as all rows, with those in sight at their places.
pub(super) fn rows(grid: Grid, content: Content) -> AnyView {
    let kinds: Arc<[Cells]> = content.columns.iter().map(|it| it.cells).collect();
    let range = Memo::new(move |_| grid.in_page());
    let places = Memo::new(move |_| {
        let (first, last) = range.get();
        last - first
    });
    let first = Memo::new(move |_| range.get().0);
    let height = move || {
        [
            &(grid.count.get() as u64 * u64::from(ROW)).to_string(),
            "px",
        ]
        .concat()
    };
    let make = move |place: usize| {
        let row = Row {
            grid,
            at: Signal::derive(move || first.get() + place),
        };
        row.view(&kinds, content.cells.clone())
    };
    view! {
        <div role="rowgroup" class="long-rows" style:block-size=height>
            <For each=move || 0..places.get() key=|place| *place children=make/>
        </div>
    }
    .into_any()
}

/// One of the elements, and the row that it shows.
#[derive(Clone, Copy)]
struct Row {
    grid: Grid,
    at: Signal<usize>,
}

impl Row {
    fn view(
        self,
        kinds: &[Cells],
        cells: Arc<dyn Fn(usize) -> Vec<String> + Send + Sync>,
    ) -> AnyView {
        let Self { grid, at } = self;
        let texts = Memo::new(move |_| {
            // the list may be shorter by now, and this element about to go
            let there = at.get() < grid.count.get();
            if there { cells(at.get()) } else { Vec::new() }
        });
        let cells = kinds.iter().enumerate().map(|(column, kind)| {
            let place = (column + 1).to_string();
            let text = move || texts.with(|texts| texts.get(column).cloned().unwrap_or_default());
            match kind {
                // it may be of any direction, and may be cut off
                Cells::Text => view! { <div role="gridcell" aria-colindex=place title=text><bdi>{text}</bdi></div> }.into_any(),
                Cells::Numbers => view! { <div role="gridcell" aria-colindex=place class="numbers">{text}</div> }.into_any(),
            }
        });
        let current = move || grid.active.get() == at.get();
        view! {
            <div
                role="row"
                id=move || grid.row_id(at.get())
                aria-rowindex=move || (at.get() + 2).to_string()
                aria-selected=move || if current() { "true" } else { "false" }
                class:odd=move || !at.get().is_multiple_of(2)
                style:inset-block-start=move || pixels(at.get())
                on:click=move |_| {
                    grid.active.set(at.get_untracked());
                    grid.open.run(at.get_untracked());
                }
            >
                {cells.collect_view()}
            </div>
        }
        .into_any()
    }
}

fn pixels(row: usize) -> String {
    [&(row as u64 * u64::from(ROW)).to_string(), "px"].concat()
}
