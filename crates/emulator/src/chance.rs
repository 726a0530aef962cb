//! Chance that falls the same each time: numbers that depend on what they are for.

use crate::ident::spread;

/// A throw of dice. Throws for other places are independent of it, as far as anybody sees.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Dice(u64);

impl Dice {
    /// The throw that belongs to `text`.
    pub(crate) fn of(text: &str) -> Self {
        Self(spread(text))
    }

    /// The throw for another place: cheap enough for a crowd of tens of thousands.
    pub(crate) fn at(self, place: u64) -> Self {
        // SplitMix64, of which each step is a full mix of the number before.
        let step = |number: u64| {
            let mixed = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            mixed ^ (mixed >> 31)
        };
        Self(step(
            self.0 ^ step(place.wrapping_add(0x9e37_79b9_7f4a_7c15)),
        ))
    }

    /// A number from nought to below `sides`.
    pub(crate) fn below(self, sides: u64) -> u64 {
        let scaled = (u128::from(self.0) * u128::from(sides)) >> 64;
        u64::try_from(scaled).unwrap_or_default()
    }

    /// One of a list, which must not be empty.
    pub(crate) fn pick<T>(self, list: &[T]) -> &T {
        &list[self.below(list.len() as u64) as usize]
    }

    /// Whether something happens that happens `percent` times in a hundred.
    pub(crate) fn falls(self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// A number from nought to below one.
    pub(crate) fn share(self) -> f64 {
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// An identifier.
    pub(crate) fn guid(self) -> String {
        let (one, other) = (self.0, self.at(u64::MAX).0);
        format!(
            "{:08x}-{:04x}-4{:03x}-{:04x}-{:012x}",
            one >> 32,
            (one >> 16) & 0xffff,
            one & 0xfff,
            0x8000 | ((other >> 48) & 0x3fff),
            other & 0xffff_ffff_ffff,
        )
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Dice;

    #[test]
    fn throws_are_the_same_each_time_and_spread_over_everything() {
        let dice = Dice::of("an event");
        let throws = |sides: u64| (0..6_000_u64).map(move |place| dice.at(place).below(sides));
        let sixes = throws(6).filter(|side| *side == 5).count();
        assert!((850..1_150).contains(&sixes), "{sixes} of 6000");
        assert!(throws(6).eq(throws(6)));
        let shares: f64 = (0..6_000).map(|place| dice.at(place).share()).sum();
        assert!((2_900.0..3_100.0).contains(&shares), "{shares}");
    }

    #[test]
    fn identifiers_look_like_random_ones_and_differ() {
        let ids: BTreeSet<String> = (0..50_000)
            .map(|place| Dice::of("people").at(place).guid())
            .collect();
        assert_eq!(ids.len(), 50_000);
        assert!(ids.iter().all(|id| id.len() == 36 && &id[14..15] == "4"));
    }
}
