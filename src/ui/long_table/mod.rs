//! A table of tens of thousands of rows, of which only those in sight are in the page.
//!
//! An ARIA grid: the focus stays on the table as a whole, which names the row that the arrows have
//! come to. So nothing is lost when that row is scrolled out of sight and out of the page.

mod head;
mod keys;
mod rows;

use leptos::html::Div;
use leptos::prelude::*;
use std::sync::Arc;

/// Height of a row in pixels; the style sheet has the same.
pub(crate) const ROW: u32 = 36;

/// Which way a column is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    Rising,
    Falling,
}

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ColumnHead {
    /// What stands over it.
    pub(crate) label: &'static str,
    /// The least width, in pixels.
    pub(crate) least: u32,
    /// Its part of the width that is left, beside those of the others.
    pub(crate) part: u32,
    /// What its cells hold.
    pub(crate) cells: Cells,
}

/// What a column's cells hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cells {
    /// Text of unknown direction.
    Text,
    /// Numbers or times, in digits of one width.
    Numbers,
}

/// What the table shows.
#[derive(Clone)]
pub(crate) struct Content {
    /// What the table is called.
    pub(crate) label: &'static str,
    /// Id of the table; ids of rows begin with it.
    pub(crate) id: &'static str,
    /// Its columns.
    pub(crate) columns: Vec<ColumnHead>,
    /// How many rows there are; tracks.
    pub(crate) count: Signal<usize>,
    /// The cells of a row; tracks what the rows are made of.
    pub(crate) cells: Arc<dyn Fn(usize) -> Vec<String> + Send + Sync>,
    /// Which column is sorted, and how; tracks.
    pub(crate) sorted: Signal<(usize, Order)>,
    /// A column's head was pressed.
    pub(crate) sort: Callback<usize>,
    /// A row was chosen, by a click or by Enter.
    pub(crate) open: Callback<usize>,
    /// What that does, in words.
    pub(crate) opens: &'static str,
}

/// The table's state in the page.
#[derive(Clone, Copy)]
struct Grid {
    node: NodeRef<Div>,
    count: Signal<usize>,
    /// Pixels scrolled down.
    top: RwSignal<u32>,
    /// Pixels seen at once, the head included.
    height: RwSignal<u32>,
    /// The row that the arrows have come to.
    active: RwSignal<usize>,
    id: &'static str,
    open: Callback<usize>,
}

/// The table.
pub(crate) fn long_table(content: Content) -> AnyView {
    let grid = Grid {
        node: NodeRef::new(),
        count: content.count,
        top: RwSignal::new(0),
        height: RwSignal::new(ROW * 16),
        active: RwSignal::new(0),
        id: content.id,
        open: content.open,
    };
    let scrolled = move |_| {
        if let Some(node) = grid.node.get_untracked() {
            let pixels = |value: i32| u32::try_from(value).unwrap_or(0);
            grid.top.set(pixels(node.scroll_top()));
            grid.height.set(pixels(node.client_height()));
        }
    };
    let widths = widths(&content.columns);
    let columns = content.columns.len().to_string();
    let label = content.label;
    let hint = [content.id, "-hint"].concat();
    let opens = content.opens;
    // the head is the first row
    let all = move || (grid.count.get() + 1).to_string();
    view! {
        <p class="quiet small" id=hint.clone()>{opens}</p>
        <div
            class="long-table"
            role="grid"
            tabindex="0"
            id=grid.id
            aria-label=label
            aria-describedby=hint
            aria-rowcount=all
            aria-colcount=columns
            aria-readonly="true"
            aria-activedescendant=move || grid.active_id()
            style=widths
            node_ref=grid.node
            on:scroll=scrolled
            on:keydown=move |ev| keys::pressed(grid, &ev)
        >
            {head::head(&content)}
            {rows::rows(grid, content)}
        </div>
    }
    .into_any()
}

/// The columns' widths, and the least width of all together, for the style sheet.
fn widths(columns: &[ColumnHead]) -> String {
    let mut widths = "--columns:".to_owned();
    for column in columns {
        let (least, part) = (column.least.to_string(), column.part.to_string());
        widths.extend([" minmax(", &least, "px, ", &part, "fr)"]);
    }
    let all: u32 = columns.iter().map(|it| it.least).sum();
    [&widths, "; --least: ", &all.to_string(), "px"].concat()
}

impl Grid {
    /// Id of the row that the arrows have come to, while it is in the page; tracks.
    fn active_id(self) -> Option<String> {
        let active = self.active.get();
        let (first, last) = self.in_page();
        (first..last).contains(&active).then(|| self.row_id(active))
    }

    fn row_id(self, row: usize) -> String {
        [self.id, "-", &row.to_string()].concat()
    }

    /// Which rows are in the page: those in sight and some around; the last one is not among them.
    /// Equally many wherever the table is scrolled to. Tracks.
    fn in_page(self) -> (usize, usize) {
        /// Rows beyond the edges, in whole steps of as many, so that not every pixel draws anew.
        const AROUND: u32 = 4;
        let first = (self.top.get() / ROW / AROUND * AROUND).saturating_sub(AROUND);
        let seen = self.height.get() / ROW + 1;
        let many = (seen + 3 * AROUND) as usize;
        let count = self.count.get();
        let first = (first as usize).min(count.saturating_sub(many));
        (first, (first + many).min(count))
    }
}
