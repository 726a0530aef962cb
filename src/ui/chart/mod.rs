//! A picture of numbers, and all that belongs to it: its gist in words, its values one by one under
//! the arrow keys or the pointer, the same as a table, and files of it.

mod picture;
mod read;
mod save;
mod table;

use crate::i18n::chart as words;
use leptos::prelude::*;
use planning::chart::Chart;
use std::rc::Rc;

/// A picture and what it shows, in words and numbers that are ready to be shown.
pub(crate) struct Figure {
    /// What it shows in a sentence: what somebody hears who doesn't see it.
    pub(crate) gist: String,
    /// The picture for a width in pixels: a narrow one has room for fewer labels.
    pub(crate) draw: Box<dyn Fn(f64) -> Chart>,
    /// Its values, one by one.
    pub(crate) readings: Vec<Reading>,
    /// Heads of the table's columns.
    pub(crate) heads: Vec<&'static str>,
}

/// One value of a picture.
pub(crate) struct Reading {
    /// Where it stands on the horizontal axis.
    pub(crate) at: f64,
    /// What is said of it: `10:05, 212 people`.
    pub(crate) said: String,
    /// The same as a row of the table.
    pub(crate) cells: Vec<String>,
}

/// What a picture and its controls are called; each picture of a page has another title.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Names {
    /// The picture's title; it also names the files.
    pub(crate) title: &'static str,
    /// What its values are read by: `Moment`.
    pub(crate) reader: &'static str,
    /// Id of the control that reads the values; other ids begin with it.
    pub(crate) id: &'static str,
}

/// What is shown now; the picture is drawn anew with each change.
pub(crate) type Shown = Signal<Option<Rc<Figure>>, LocalStorage>;

/// The picture with its words and controls.
pub(crate) fn chart_view(names: Names, shown: Shown) -> AnyView {
    let read = read::Reader::new(shown);
    let gist = move || shown.with(|it| it.as_ref().map(|it| it.gist.clone()));
    let drawn = picture::Drawn::new(shown, read);
    view! {
        <div class="chart">
            <p class="chart-gist">{gist}</p>
            {drawn.view()}
            {read.control(names)}
            <div class="row chart-tools">
                {save::buttons(names, drawn)}
            </div>
            <details class="chart-table">
                <summary>{words::AS_TABLE}<span class="visually-hidden">{words::of(names.title)}</span></summary>
                {table::table(names, shown)}
            </details>
        </div>
    }
    .into_any()
}
