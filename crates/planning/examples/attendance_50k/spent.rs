//! What the machine spends on this program.

use std::fs;
use std::time::Instant;

/// Time that goes by from now on.
pub(crate) struct Spent {
    on_the_clock: Instant,
    on_the_cpu: Option<u64>,
}

impl Spent {
    pub(crate) fn begin() -> Self {
        Self {
            on_the_clock: Instant::now(),
            on_the_cpu: cpu_nanoseconds(),
        }
    }

    /// Milliseconds of CPU so far; of the clock where the system doesn't tell.
    pub(crate) fn millis(&self) -> f64 {
        let cpu = self.on_the_cpu.zip(cpu_nanoseconds());
        match cpu {
            Some((begun, now)) => now.saturating_sub(begun) as f64 / 1e6,
            None => self.on_the_clock.elapsed().as_secs_f64() * 1e3,
        }
    }
}

/// Linux counts it in the first number of this file.
fn cpu_nanoseconds() -> Option<u64> {
    let text = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split_whitespace().next()?.parse().ok()
}

/// The most memory that this program had at once, in megabytes.
pub(crate) fn peak_megabytes() -> Option<u64> {
    let text = fs::read_to_string("/proc/self/status").ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes / 1024)
}
