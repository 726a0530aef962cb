//! Whatever stands in the JSON, taken as what it should be.

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::scalar::{AnyScalar, Scalar};

/// What one wants to read, and what becomes of anything else: nothing fails but broken JSON.
pub(super) trait Shape<'de>: Sized {
    type Out;

    /// Neither a list nor an object.
    fn scalar(self, scalar: Scalar<'de>) -> Self::Out;

    /// A list.
    fn list<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Out, A::Error> {
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(self.scalar(Scalar::Other))
    }

    /// An object.
    fn object<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Out, A::Error> {
        while members.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(self.scalar(Scalar::Other))
    }
}

/// A shape for serde.
pub(super) struct As<S>(pub(super) S);

impl<'de, S: Shape<'de>> DeserializeSeed<'de> for As<S> {
    type Value = S::Out;

    #[inline(always)]
    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<S::Out, D::Error> {
        source.deserialize_any(self)
    }
}

impl<'de, S: Shape<'de>> Visitor<'de> for As<S> {
    type Value = S::Out;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    #[inline(always)]
    fn visit_unit<E>(self) -> Result<S::Out, E> {
        Ok(self.0.scalar(Scalar::Null))
    }

    fn visit_bool<E>(self, value: bool) -> Result<S::Out, E> {
        Ok(self.0.scalar(Scalar::Truth(value)))
    }

    #[inline(always)]
    fn visit_i64<E>(self, value: i64) -> Result<S::Out, E> {
        Ok(self.0.scalar(Scalar::Whole(value)))
    }

    #[inline(always)]
    fn visit_u64<E>(self, value: u64) -> Result<S::Out, E> {
        let scalar = i64::try_from(value).map_or(Scalar::Other, Scalar::Whole);
        Ok(self.0.scalar(scalar))
    }

    fn visit_f64<E>(self, _: f64) -> Result<S::Out, E> {
        Ok(self.0.scalar(Scalar::Other))
    }

    #[inline(always)]
    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<S::Out, E> {
        Ok(self.0.scalar(Scalar::Text(Cow::Borrowed(text))))
    }

    #[inline(always)]
    fn visit_str<E>(self, text: &str) -> Result<S::Out, E> {
        Ok(self.0.scalar(Scalar::Text(Cow::Owned(text.to_owned()))))
    }

    #[inline(always)]
    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<S::Out, A::Error> {
        self.0.list(items)
    }

    #[inline(always)]
    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<S::Out, A::Error> {
        self.0.object(members)
    }
}

/// The name of the next member; of the answer's own bytes, where nothing in it is escaped.
#[inline(always)]
pub(super) fn next_name<'de, A: MapAccess<'de>>(
    members: &mut A,
) -> Result<Option<Cow<'de, str>>, A::Error> {
    let name = members.next_key_seed(As(AnyScalar))?;
    Ok(name.map(|name| match name {
        Scalar::Text(name) => name,
        // in JSON all names are texts
        _ => Cow::Borrowed(""),
    }))
}

/// Where in a record the first thing stands that couldn't be read.
#[derive(Debug, Default)]
pub(super) struct Odd(Cell<Option<&'static str>>);

impl Odd {
    /// At this place of the record; the record itself has none.
    #[inline(always)]
    pub(super) fn note(&self, place: &'static str) {
        if self.0.get().is_none() {
            self.0.set(Some(place));
        }
    }

    /// What was noted since the last time.
    #[inline(always)]
    pub(super) fn take(&self) -> Option<&'static str> {
        self.0.take()
    }
}

/// Something that is made member by member.
pub(super) trait Fill: Default {
    /// Where it stands in a record, for [`Odd`].
    const PLACE: &'static str;

    /// Reads the value of the member of that name into its place.
    fn fill<'de, A: MapAccess<'de>>(
        &mut self,
        name: &str,
        value: &mut A,
        odd: &Odd,
    ) -> Result<(), A::Error>;
}

/// An object; `None` for null and for what isn't one, which is noted.
pub(super) struct Object<'o, T>(&'o Odd, PhantomData<T>);

impl<'o, T> Object<'o, T> {
    #[inline(always)]
    pub(super) fn new(odd: &'o Odd) -> As<Self> {
        As(Self(odd, PhantomData))
    }
}

impl<'de, T: Fill> Shape<'de> for Object<'_, T> {
    type Out = Option<T>;

    #[inline(always)]
    fn scalar(self, scalar: Scalar<'de>) -> Option<T> {
        if !matches!(scalar, Scalar::Null) {
            self.0.note(T::PLACE);
        }
        None
    }

    #[inline(always)]
    fn object<A: MapAccess<'de>>(self, mut members: A) -> Result<Option<T>, A::Error> {
        let mut object = T::default();
        while let Some(name) = next_name(&mut members)? {
            object.fill(&name, &mut members, self.0)?;
        }
        Ok(Some(object))
    }
}

/// A list of objects; those that can't be read are noted and left out. Null is an empty one.
pub(super) struct List<'o, T>(&'o Odd, PhantomData<T>);

impl<'o, T> List<'o, T> {
    #[inline(always)]
    pub(super) fn new(odd: &'o Odd) -> As<Self> {
        As(Self(odd, PhantomData))
    }
}

impl<'de, T: Fill> Shape<'de> for List<'_, T> {
    type Out = Vec<T>;

    #[inline(always)]
    fn scalar(self, scalar: Scalar<'de>) -> Vec<T> {
        if !matches!(scalar, Scalar::Null) {
            self.0.note(T::PLACE);
        }
        Vec::new()
    }

    #[inline(always)]
    fn list<A: SeqAccess<'de>>(self, mut items: A) -> Result<Vec<T>, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(Object::<T>::new(self.0))? {
            match item {
                Some(item) => list.push(item),
                None => self.0.note(T::PLACE),
            }
        }
        Ok(list)
    }
}
