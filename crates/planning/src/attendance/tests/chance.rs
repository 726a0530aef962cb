//! The sweep and the merging against the simplest way to do it.

use proptest::prelude::*;

use crate::attendance::curve::Curve;
use crate::attendance::mend::merge;
use crate::attendance::{Course, Stay};
use crate::clock::from_millis;

/// Short times, so that they often meet.
fn any_stay() -> impl Strategy<Value = Stay> {
    (0_i64..60, 1_i64..30).prop_map(|(from, length)| Stay {
        from: from_millis(from),
        to: from_millis(from + length),
    })
}

fn any_stays() -> impl Strategy<Value = Vec<Stay>> {
    prop::collection::vec(any_stay(), 0..40)
}

/// How many are there at a moment, counted one by one.
fn there(stays: &[Stay], moment: i64) -> u32 {
    let moment = from_millis(moment);
    let there = stays
        .iter()
        .filter(|stay| stay.from <= moment && moment < stay.to);
    there.count() as u32
}

proptest! {
    #[test]
    fn the_sweep_counts_what_counting_one_by_one_counts(stays in any_stays()) {
        let curve = Curve::of_stays(stays.iter().copied());
        for moment in -1..100 {
            prop_assert_eq!(curve.at(from_millis(moment)), there(&stays, moment), "at {}", moment);
        }
        let most = (0..100).map(|moment| there(&stays, moment)).max().unwrap_or(0);
        let first = (0..100).find(|moment| there(&stays, *moment) == most).map(from_millis);
        match curve.peak() {
            None => prop_assert!(stays.is_empty()),
            Some(peak) => prop_assert_eq!((peak.count, Some(peak.at)), (most, first)),
        }
        for pair in curve.steps.windows(2) {
            prop_assert!(pair[0].at < pair[1].at && pair[0].count != pair[1].count);
        }
        prop_assert_eq!(curve.steps.last().map_or(0, |step| step.count), 0);
    }

    #[test]
    fn median_and_average_are_those_of_all_moments(stays in any_stays(), begin in 0_i64..40, length in 1_i64..60) {
        let curve = Curve::of_stays(stays.iter().copied());
        let course = Course { begin: from_millis(begin), end: from_millis(begin + length) };
        let mut counts: Vec<u32> = (begin..begin + length).map(|moment| there(&stays, moment)).collect();
        counts.sort_unstable();
        let average = counts.iter().sum::<u32>() as f64 / length as f64;
        prop_assert!((curve.average(&course).unwrap() - average).abs() < 1e-9);
        prop_assert_eq!(curve.median(&course), Some(counts[(counts.len() - 1) / 2]));
    }

    #[test]
    fn merging_keeps_every_moment_and_changes_nothing_the_second_time(stays in any_stays()) {
        let mut merged = stays.clone();
        merge(&mut merged);
        for moment in -1..100 {
            prop_assert_eq!(there(&merged, moment) > 0, there(&stays, moment) > 0);
        }
        for pair in merged.windows(2) {
            prop_assert!(pair[0].to < pair[1].from);
        }
        let mut again = merged.clone();
        prop_assert_eq!(merge(&mut again), 0);
        prop_assert_eq!(again, merged);
    }

    #[test]
    fn a_resampled_curve_keeps_its_peak_and_its_ends(
        stays in prop::collection::vec((0_i64..5_000, 1_i64..900), 1..300),
        most in 8_usize..60,
    ) {
        let stays = stays.into_iter().map(|(from, length)| Stay {
            from: from_millis(from),
            to: from_millis(from + length),
        });
        let curve = Curve::of_stays(stays);
        let drawn = curve.resampled(most);
        prop_assert!(drawn.steps.len() <= most);
        prop_assert_eq!(drawn.peak(), curve.peak());
        prop_assert_eq!(drawn.steps.first(), curve.steps.first());
        prop_assert_eq!(drawn.steps.last(), curve.steps.last());
        // each step that is left is one of the curve's
        prop_assert!(drawn.steps.iter().all(|step| curve.steps.contains(step)));
    }
}
