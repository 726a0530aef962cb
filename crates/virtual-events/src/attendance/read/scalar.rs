//! Values that aren't made of others.

use std::borrow::Cow;

use serde::de::MapAccess;

use super::shape::{As, Odd, Shape};
use crate::UtcInstant;

/// A value, as far as a record may hold it.
#[derive(Debug)]
pub(super) enum Scalar<'de> {
    Null,
    Truth(bool),
    Whole(i64),
    Text(Cow<'de, str>),
    /// Anything else: a list, an object, a number that isn't whole.
    Other,
}

/// Whatever it is, as it is.
pub(super) struct AnyScalar;

impl<'de> Shape<'de> for AnyScalar {
    type Out = Scalar<'de>;

    #[inline(always)]
    fn scalar(self, scalar: Scalar<'de>) -> Scalar<'de> {
        scalar
    }
}

impl<'de> Scalar<'de> {
    /// The value of the member whose name was just read.
    #[inline(always)]
    pub(super) fn of<A: MapAccess<'de>>(value: &mut A) -> Result<Self, A::Error> {
        value.next_value_seed(As(AnyScalar))
    }

    #[inline(always)]
    fn into<T>(
        self,
        take: impl FnOnce(Self) -> Option<T>,
        odd: &Odd,
        place: &'static str,
    ) -> Option<T> {
        if matches!(self, Self::Null) {
            return None;
        }
        let taken = take(self);
        if taken.is_none() {
            odd.note(place);
        }
        taken
    }

    #[inline(always)]
    pub(super) fn text<T: From<String>>(self, odd: &Odd, place: &'static str) -> Option<T> {
        let text = |scalar| match scalar {
            Self::Text(text) => Some(T::from(text.into_owned())),
            _ => None,
        };
        self.into(text, odd, place)
    }

    #[inline(always)]
    pub(super) fn instant(self, odd: &Odd, place: &'static str) -> Option<UtcInstant> {
        let instant = |scalar| match scalar {
            Self::Text(text) => UtcInstant::parse(&text),
            _ => None,
        };
        self.into(instant, odd, place)
    }

    #[inline(always)]
    pub(super) fn whole(self, odd: &Odd, place: &'static str) -> Option<i32> {
        let whole = |scalar| match scalar {
            Self::Whole(number) => i32::try_from(number).ok(),
            _ => None,
        };
        self.into(whole, odd, place)
    }

    pub(super) fn truth(self, odd: &Odd, place: &'static str) -> Option<bool> {
        let truth = |scalar| match scalar {
            Self::Truth(truth) => Some(truth),
            _ => None,
        };
        self.into(truth, odd, place)
    }
}
