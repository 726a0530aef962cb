//! Percentiles.

use std::time::Duration;

/// The smallest of `all` that `of_100` in a hundred of them are not above (nearest rank), in
/// milliseconds with one decimal; `None` of nothing.
pub(crate) fn percentile_ms(mut all: Vec<Duration>, of_100: usize) -> Option<f64> {
    all.sort_unstable();
    let rank = (all.len() * of_100).div_ceil(100);
    let one = all.get(rank.saturating_sub(1))?;
    Some((one.as_secs_f64() * 10_000.0).round() / 10.0)
}

#[cfg(test)]
mod tests {
    use super::percentile_ms;
    use std::time::Duration;

    #[test]
    fn of_a_hundred_the_last_but_one_is_p99() {
        let all: Vec<_> = (1..=100).rev().map(Duration::from_millis).collect();
        assert_eq!(percentile_ms(all.clone(), 99), Some(99.0));
        assert_eq!(percentile_ms(all.clone(), 50), Some(50.0));
        assert_eq!(percentile_ms(all, 100), Some(100.0));
    }

    #[test]
    fn of_few_it_is_the_slowest() {
        let all = vec![Duration::from_micros(12_340), Duration::from_micros(1_000)];
        assert_eq!(percentile_ms(all, 99), Some(12.3));
        assert_eq!(percentile_ms(Vec::new(), 99), None);
    }
}
