//! Axes: from where to where, and the few values that are written beside them.

/// A value that is written beside an axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Where.
    pub at: f64,
    /// What is written.
    pub label: String,
}

/// An axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// The first value shown.
    pub from: f64,
    /// The last value shown.
    pub to: f64,
    /// What is written beside it.
    pub ticks: Vec<Tick>,
}

impl Axis {
    /// An axis between two values, with these ticks as `label` writes them.
    #[must_use]
    pub fn new(from: f64, to: f64, ticks: &[f64], label: impl Fn(f64) -> String) -> Self {
        let tick = |at: &f64| Tick {
            at: *at,
            label: label(*at),
        };
        Self {
            from,
            to,
            ticks: ticks.iter().map(tick).collect(),
        }
    }

    /// An axis from zero on that has room for `most`, with at most `labels` steps of whole numbers.
    #[must_use]
    pub fn counting(most: f64, labels: usize, label: impl Fn(f64) -> String) -> Self {
        let ticks = count_ticks(most, labels);
        let top = ticks.last().copied().unwrap_or(1.0);
        Self::new(0.0, top, &ticks, label)
    }

    /// Where a value stands between the two ends, 0 to 1; values outside stand at an end.
    #[must_use]
    pub fn place(&self, value: f64) -> f64 {
        let length = self.to - self.from;
        if length > 0.0 {
            ((value - self.from) / length).clamp(0.0, 1.0)
        } else {
            0.0
        }
    }
}

/// Whole numbers from zero to at least `most` in round steps, at most `labels` of them beside zero.
#[must_use]
pub fn count_ticks(most: f64, labels: usize) -> Vec<f64> {
    let labels = labels.max(1);
    let most = if most.is_finite() { most.max(1.0) } else { 1.0 };
    let mut step = 1.0_f64;
    // 1, 2, 5, 10, 20, 50 …
    let mut growth = [2.0, 2.5, 2.0].into_iter().cycle();
    while step * (labels as f64) < most {
        step *= growth.next().unwrap_or(2.0);
    }
    let steps = (most / step).ceil();
    let mut ticks = vec![0.0];
    let mut at = step;
    while at <= steps * step {
        ticks.push(at);
        at += step;
    }
    ticks
}

const MINUTE: i64 = 60_000;

/// Lengths between ticks that a clock's face has, in minutes.
const STEPS: [i64; 14] = [
    1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1_440, 10_080, 43_200,
];

/// Round times between two, at most `labels` of them, all in milliseconds.
///
/// `offset` is what the reader's clock is ahead of the times given: ticks are round on that clock.
#[must_use]
pub fn clock_ticks(from: i64, to: i64, offset: i64, labels: usize) -> Vec<i64> {
    let labels = i64::try_from(labels.max(1)).unwrap_or(i64::MAX);
    let length = to.saturating_sub(from).max(0);
    let fits = |minutes: &i64| length / (minutes * MINUTE) < labels;
    let longest = STEPS[STEPS.len() - 1];
    let step = STEPS.into_iter().find(fits).unwrap_or_else(|| {
        let times = length / (longest * MINUTE * labels) + 1;
        longest * times
    }) * MINUTE;
    let local = from.saturating_add(offset);
    let first = local.div_euclid(step) * step + if local.rem_euclid(step) == 0 { 0 } else { step };
    let mut ticks = Vec::new();
    let mut at = first - offset;
    while at <= to {
        ticks.push(at);
        at += step;
    }
    ticks
}
