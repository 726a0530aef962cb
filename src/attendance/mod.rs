//! Who came to an event: its reports, figures, pictures, people, and files of them.
//!
//! Nothing of it is kept in the browser: it lives in this part of the event's page and goes with it.

mod analysis;
mod arrivals;
mod audience;
mod consent;
mod drop_offs;
mod export;
mod files;
mod notices;
mod numbers;
mod odd;
mod people;
mod person;
mod picker;
mod progress;
mod reading;
mod registered;
mod series;
mod shares;
mod sheets;
mod state;
mod times;

use crate::chunk::chunk;
use crate::i18n::attendance as words;
use crate::townhall::EventState;
use leptos::prelude::*;
use state::{Attendance, Shape};

chunk! {
    attendance:
    /// The part of an event's page with who came.
    pub(crate) fn part(event: EventState) -> AnyView {
        page(Attendance::open(event))
    }
}

fn page(state: Attendance) -> AnyView {
    let shape = Memo::new(move |_| state.shape());
    (move || match shape.get() {
        Shape::Loading => notices::skeleton(),
        Shape::Draft => notices::draft(state),
        Shape::Cancelled => notices::cancelled(state),
        Shape::NotYours => notices::not_yours(state),
        Shape::NotOver => notices::not_over(state),
        Shape::NoSession => notices::no_session(state),
        Shape::NoLinks => notices::no_links(state),
        Shape::Failed => consent::obstacle(state),
        Shape::NoReports => notices::no_reports(state),
        Shape::Gone => view! { {picker::picker(state)}{notices::gone()} }.into_any(),
        Shape::There => untrack(|| report(state)),
    })
    .into_any()
}

/// A report, as far as it is read.
fn report(state: Attendance) -> AnyView {
    let some = Memo::new(move |_| state.analysis().is_some());
    let audience = Memo::new(move |_| {
        let analysis = state.analysis();
        analysis.is_some_and(|it| it.figures.attendees > 0)
    });
    let sections = move || match (some.get(), audience.get()) {
        (false, _) => notices::skeleton(),
        (true, false) => view! {
            <p class="card">{words::NOBODY}</p>
            {people::card(state)}
        }
        .into_any(),
        (true, true) => view! {
            {numbers::main(state)}
            {audience::card(state)}
            {arrivals::card(state)}
            {drop_offs::card(state)}
            {numbers::more(state)}
            {shares::card(state)}
            {registered::card(state)}
            {people::card(state)}
        }
        .into_any(),
    };
    view! {
        <div class="attendance">
            <div class="attendance-tools">
                {picker::picker(state)}
                {picker::hide_names(state)}
                {export::button(state)}
            </div>
            {progress::progress(state)}
            {odd::note(state)}
            {sections}
            {series::card(state)}
            <p class="print-only small quiet">{words::PRINTED_BY}</p>
        </div>
    }
    .into_any()
}
