//! The macro that declares what an object of Graph's looks like.

/// Defines a struct with the wire name beside each property, and how to read it.
///
/// Writing is left to a derived `Serialize`, which gets the same names.
macro_rules! json_object {
    (
        $(#[$doc:meta])*
        $vis:vis struct $name:ident {
            $( $(#[$field_doc:meta])* $field_vis:vis $field:ident: $type:ty = $wire:literal, )+
        }
    ) => {
        $(#[$doc])*
        $vis struct $name {
            $( $(#[$field_doc])* #[serde(rename = $wire)] $field_vis $field: $type, )+
        }

        impl $crate::json::FromJson for $name {
            fn from_json(value: serde_json::Value) -> Result<Self, $crate::json::JsonProblem> {
                let mut members = $crate::json::Members::of(value)?;
                Ok(Self { $( $field: members.read($wire)?, )+ })
            }
        }

        $crate::json::deserialize_from_json! { $name }
    };
}

/// Makes serde read a type by way of its [`FromJson`](super::FromJson), so that it can be part
/// of other documents.
macro_rules! deserialize_from_json {
    ($name:ty) => {
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
                let value = <serde_json::Value as serde::Deserialize>::deserialize(source)?;
                $crate::json::FromJson::from_json(value).map_err(serde::de::Error::custom)
            }
        }
    };
}

pub(crate) use {deserialize_from_json, json_object};
