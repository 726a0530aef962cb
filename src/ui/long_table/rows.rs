//! The rows in sight.

use super::{Cells, Content, Grid, ROW};
use leptos::prelude::*;

/// A box as high as all rows, with those in sight at their places.
pub(super) fn rows(grid: Grid, content: Content) -> AnyView {
    let kinds: Vec<Cells> = content.columns.iter().map(|it| it.cells).collect();
    let range = Memo::new(move |_| grid.in_page());
    let height = move || {
        [
            &(grid.count.get() as u64 * u64::from(ROW)).to_string(),
            "px",
        ]
        .concat()
    };
    let shown = move || {
        let (first, last) = range.get();
        let row = (first..last).map(|at| row(grid, at, &kinds, (content.cells)(at)));
        row.collect_view()
    };
    view! { <div role="rowgroup" class="long-rows" style:block-size=height>{shown}</div> }
        .into_any()
}

fn row(grid: Grid, at: usize, kinds: &[Cells], cells: Vec<String>) -> AnyView {
    let cells = cells.into_iter().zip(kinds).enumerate();
    let cells = cells.map(|(column, (text, kind))| {
        let place = (column + 1).to_string();
        let class = match kind {
            Cells::Text => "",
            Cells::Numbers => "numbers",
        };
        let title = text.clone();
        view! { <div role="gridcell" aria-colindex=place class=class title=title><bdi>{text}</bdi></div> }
    });
    let top = [&(at as u64 * u64::from(ROW)).to_string(), "px"].concat();
    let current = move || grid.active.get() == at;
    view! {
        <div
            role="row"
            id=grid.row_id(at)
            aria-rowindex=(at + 2).to_string()
            aria-selected=move || if current() { "true" } else { "false" }
            class:odd=!at.is_multiple_of(2)
            style:inset-block-start=top
            on:click=move |_| grid.active.set(at)
        >
            {cells.collect_view()}
        </div>
    }
    .into_any()
}
