//! The head of a long table: each column's name sorts by it.

use super::{Content, Order};
use crate::i18n::long_table as words;
use leptos::prelude::*;

/// The head, which stays in sight.
pub(super) fn head(content: &Content) -> AnyView {
    let (sorted, sort) = (content.sorted, content.sort);
    let heads = content.columns.iter().enumerate().map(|(at, column)| {
        let order = move || match sorted.get() {
            (column, Order::Rising) if column == at => Some("ascending"),
            (column, Order::Falling) if column == at => Some("descending"),
            _ => None,
        };
        let arrow = move || match sorted.get() {
            (column, Order::Rising) if column == at => "▲",
            (column, Order::Falling) if column == at => "▼",
            _ => "",
        };
        let place = (at + 1).to_string();
        view! {
            <div role="columnheader" aria-colindex=place aria-sort=order>
                <button type="button" aria-label=words::sort_by(column.label) on:click=move |_| sort.run(at)>
                    {column.label}<span aria-hidden="true" class="arrow">{arrow}</span>
                </button>
            </div>
        }
    });
    let heads = heads.collect_view();
    view! {
        <div role="rowgroup" class="long-head"><div role="row" aria-rowindex="1">{heads}</div></div>
    }
    .into_any()
}
