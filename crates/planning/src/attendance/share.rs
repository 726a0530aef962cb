//! A part of a whole.

/// So many of so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Share {
    /// How many.
    pub count: usize,
    /// Of how many.
    pub of: usize,
}

impl Share {
    /// The share in `0.0..=1.0`; `None` of nothing.
    #[must_use]
    pub fn ratio(self) -> Option<f64> {
        (self.of > 0).then(|| self.count as f64 / self.of as f64)
    }

    /// How many of those that are counted fit.
    pub(super) fn counted<T>(all: impl Iterator<Item = T>, fits: impl Fn(T) -> bool) -> Self {
        let mut share = Self::default();
        for one in all {
            share.of += 1;
            share.count += usize::from(fits(one));
        }
        share
    }
}
