//! How long it takes until a series of 500 town halls is known, in milliseconds.
//!
//! `cargo xtask bench` runs it and takes the number that it prints.

#![expect(clippy::print_stdout, reason = "the number is what it is for")]

use std::rc::Rc;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use jiff::tz::TimeZoneDatabase;
use planning::series::{Rule, RuleError, Series};
use planning::zones::{CachedRules, IanaZone, Offset, ZoneRules};
use virtual_events::{UtcInstant, WallTime};

/// Rounds; the one in their middle counts.
const ROUNDS: usize = 41;

struct Jiff(TimeZoneDatabase);

impl ZoneRules for Jiff {
    fn offset_at(&self, iana: &str, instant: UtcInstant) -> Option<Offset> {
        let timestamp = Timestamp::from_millisecond(instant.unix_milliseconds()).ok()?;
        let zone = self.0.get(iana).ok()?;
        Some(Offset::from_seconds(zone.to_offset(timestamp).seconds()))
    }
}

/// Four times a week for two and a half years, over five changes of the clocks.
fn expanded() -> Result<Duration, RuleError> {
    // offsets asked for anew each time, as when a page opens
    let rules = CachedRules::new(Rc::new(Jiff(TimeZoneDatabase::bundled())));
    let begun = Instant::now();
    let rule: Rule = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH;COUNT=500".parse()?;
    let series = Series {
        rule,
        first: WallTime::from_parts(2027, 1, 4, 2, 30).ok_or(RuleError::NoFrequency)?,
        minutes: 60,
        zone: IanaZone::new("Europe/Berlin"),
        exceptions: Vec::new(),
    };
    let found = series.expand(&rules)?.occurrences.len();
    assert_eq!(found, 500, "all of them are counted out");
    Ok(begun.elapsed())
}

fn main() -> Result<(), RuleErrorText> {
    let mut took = Vec::with_capacity(ROUNDS);
    for _ in 0..ROUNDS {
        took.push(expanded().map_err(RuleErrorText)?);
    }
    took.sort_unstable();
    println!("{:.3}", took[ROUNDS / 2].as_secs_f64() * 1000.0);
    Ok(())
}

/// What `main` shows when it can't go on.
#[derive(Debug)]
struct RuleErrorText(#[expect(dead_code, reason = "shown by `Debug`")] RuleError);
