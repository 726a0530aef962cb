//! Where the audience was lost.

use virtual_events::UtcInstant;

use super::{Course, Curve, Stay};
use crate::clock::{MINUTE, from_millis, millis};

/// How many drop-offs are told at most.
const MOST: usize = 3;
/// The smallest loss that is one: people, and part of the peak.
const SMALLEST: (u32, f64) = (2, 0.05);

/// A short time in which much of the audience was lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DropOff {
    /// When it began.
    pub from: UtcInstant,
    /// When it was over.
    pub to: UtcInstant,
    /// How many were there before.
    pub before: u32,
    /// How many fewer after.
    pub lost: u32,
}

/// The steepest losses within `minutes`, at most three, in the order of time.
///
/// A loss is how many fewer are there at the end of a stretch of that length than right before it;
/// stretches don't overlap, and lie within the course. The last `minutes` of it are left out, since
/// everybody leaves at the end. A loss counts from two people and a twentieth of the peak on.
pub(super) fn drop_offs(curve: &Curve, course: &Course, minutes: u32) -> Vec<DropOff> {
    let window = i64::from(minutes.max(1)) * MINUTE;
    let close = millis(course.end) - window;
    let peak = curve.peak().map_or(0, |peak| peak.count);
    let smallest = SMALLEST.0.max((f64::from(peak) * SMALLEST.1).ceil() as u32);
    let begun = curve.steps.partition_point(|step| step.at < course.begin);
    let mut found: Vec<DropOff> = Vec::new();
    let mut last = begun;
    for at in begun..curve.steps.len() {
        let step = curve.steps[at];
        let to = millis(step.at).saturating_add(window);
        if to > close {
            break;
        }
        let before = at.checked_sub(1).map_or(0, |at| curve.steps[at].count);
        while curve
            .steps
            .get(last + 1)
            .is_some_and(|it| millis(it.at) <= to)
        {
            last += 1;
        }
        let lost = before.saturating_sub(curve.steps[last.max(at)].count);
        if lost >= smallest {
            let (from, to) = (step.at, from_millis(to));
            found.push(DropOff {
                from,
                to,
                before,
                lost,
            });
        }
    }
    found.sort_by_key(|it| (std::cmp::Reverse(it.lost), it.from));
    let mut kept: Vec<DropOff> = Vec::new();
    for drop in found {
        let stretch = |it: &DropOff| Stay {
            from: it.from,
            to: it.to,
        };
        if kept.len() < MOST && !kept.iter().any(|it| stretch(it).meets(&stretch(&drop))) {
            kept.push(drop);
        }
    }
    kept.sort_by_key(|it| it.from);
    kept
}
