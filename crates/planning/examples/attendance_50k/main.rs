//! What 50,000 attendance records with three stays each cost: one line with the milliseconds of CPU
//! until all is read and counted, and the megabytes of memory that took at most.
//!
//! `cargo xtask bench` runs it and takes the numbers that it prints. Linux tells both; elsewhere it
//! is the time on the clock, and no megabytes.

#![expect(clippy::print_stdout, reason = "the numbers are what it is for")]

mod crowd;
mod graph;
mod spent;

use planning::attendance::{
    Arrivals, Curve, Figures, Names, Roll, Rules, Schedule, Sitting, Table, TableQuery,
};

use graph::Fetched;
use spent::{Spent, peak_megabytes};

/// Rounds; the one in their middle counts.
const ROUNDS: usize = 9;

fn main() {
    let mut took: Vec<f64> = (0..ROUNDS).map(|_| round()).collect();
    took.sort_unstable_by(f64::total_cmp);
    println!("{:.1} {}", took[ROUNDS / 2], peak_megabytes().unwrap_or(0));
}

/// Milliseconds from the bytes of one answer with all records to all figures, the curve as it is drawn
/// and the arrivals; the table of people isn't among them.
fn round() -> f64 {
    let mut fetched = Fetched::from(crowd::answer());
    let spent = Spent::begin();
    let page = fetched.read();
    let read = spent.millis();
    assert_eq!(page.records.len(), crowd::PEOPLE, "all are read");
    assert_eq!(page.misread.records, 0, "and all of each");
    drop(fetched);
    let spent = Spent::begin();
    let schedule = Schedule {
        start: Some(crowd::start()),
        end: Some(crowd::end()),
    };
    let sittings = [Sitting::new(crowd::report(), page.records)];
    let roll = Roll::of(&sittings, &schedule, crowd::now());
    let curve = Curve::of_audience(&roll);
    let figures = Figures::of(&roll, &curve, &Rules::default());
    let arrivals = Arrivals::of(&roll);
    let drawn = curve.resampled(2_000);
    let counted = spent.millis();
    let spent = Spent::begin();
    let rows = Table::of(&roll, &Names::Shown).rows(&roll, &TableQuery::default());
    let listed = spent.millis();
    assert_eq!(figures.attendees, crowd::PEOPLE, "all are counted");
    assert!(arrivals.is_some() && drawn.steps.len() <= 2_000);
    assert_eq!(rows.len(), crowd::PEOPLE);
    if std::env::args().any(|it| it == "--parts") {
        println!("reading {read:.1}, counting {counted:.1}; table {listed:.1}");
    }
    read + counted
}
