//! A picture's values as a table.

use super::{Names, Shown};
use leptos::prelude::*;

/// The table; it is written when it is there to be seen, which `details` decides.
pub(super) fn table(names: Names, shown: Shown) -> AnyView {
    let heads = move || {
        shown.with(|figure| {
            let heads = figure.iter().flat_map(|it| it.heads.clone());
            heads
                .map(|head| view! { <th scope="col">{head}</th> })
                .collect_view()
        })
    };
    let rows = move || {
        shown.with(|figure| {
            let readings = figure.iter().flat_map(|it| &it.readings);
            let row = readings.map(|reading| {
                let cells = reading.cells.iter().enumerate().map(|(at, cell)| {
                    let cell = cell.clone();
                    match at {
                        0 => view! { <th scope="row">{cell}</th> }.into_any(),
                        _ => view! { <td>{cell}</td> }.into_any(),
                    }
                });
                view! { <tr>{cells.collect_view()}</tr> }
            });
            row.collect_view()
        })
    };
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=names.title>
            <table class="numbers">
                <caption class="visually-hidden">{names.title}</caption>
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
