//! JSON, field by field: of the sign-in service and of what is stored.
//!
//! The service's objects grow and vary (a number may come as a string), so they are read from a
//! parsed value by name instead of into a struct each. That is also the smaller code by far: one
//! parser and one writer for all of them, where each derived struct would bring its own.

use serde_json::{Map, Value};

/// The largest JSON text read, in bytes.
pub(crate) const LIMIT: usize = 256 * 1024;

/// An object of the service.
#[derive(Clone, Copy)]
pub(crate) struct Fields<'a>(&'a Value);

/// Parses a JSON object; `None` when the text is too long, no JSON, or another kind of value.
pub(crate) fn object(text: &[u8]) -> Option<Value> {
    if text.len() > LIMIT {
        return None;
    }
    serde_json::from_slice::<Value>(text)
        .ok()
        .filter(Value::is_object)
}

impl<'a> Fields<'a> {
    /// Reads from an object; any other value has no fields.
    pub(crate) const fn of(value: &'a Value) -> Self {
        Self(value)
    }

    /// A field of any kind, unless it is missing or `null`.
    pub(crate) fn get(self, name: &str) -> Option<&'a Value> {
        self.0.get(name).filter(|value| !value.is_null())
    }

    /// A field that is a string.
    pub(crate) fn text(self, name: &str) -> Option<&'a str> {
        self.get(name)?.as_str()
    }

    /// A string field as an owned text.
    pub(crate) fn owned(self, name: &str) -> Option<String> {
        self.text(name).map(str::to_owned)
    }

    /// A field that is an object.
    pub(crate) fn object(self, name: &str) -> Option<Self> {
        self.get(name).filter(|value| value.is_object()).map(Self)
    }

    /// A whole number, written as a number or as a string; fractions are cut off.
    pub(crate) fn whole(self, name: &str) -> Option<i64> {
        match self.get(name)? {
            Value::Number(number) => number
                .as_i64()
                .or_else(|| number.as_f64().map(|number| number as i64)),
            Value::String(text) => text.split('.').next()?.trim().parse().ok(),
            _ => None,
        }
    }
}

/// An object to be written.
#[derive(Default)]
pub(crate) struct Object(Map<String, Value>);

impl Object {
    /// Adds a text.
    pub(crate) fn text(&mut self, name: &str, text: &str) {
        self.put(name, Value::String(text.to_owned()));
    }

    /// Adds a text, if there is one.
    pub(crate) fn maybe_text(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(name, text);
        }
    }

    /// Adds a whole number.
    pub(crate) fn whole(&mut self, name: &str, number: i64) {
        self.put(name, Value::from(number));
    }

    /// Adds an object.
    pub(crate) fn object(&mut self, name: &str, object: Self) {
        self.put(name, Value::Object(object.0));
    }

    fn put(&mut self, name: &str, value: Value) {
        self.0.insert(name.to_owned(), value);
    }

    /// The object as JSON text.
    pub(crate) fn write(self) -> String {
        // can't fail: the keys are texts and the writer is memory
        serde_json::to_string(&self.0).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::{Fields, LIMIT, Object, object};

    #[test]
    fn numbers_come_as_numbers_or_strings() {
        let value = object(
            br#"{"a":3599,"b":"3599","c":-1,"d":"x","e":1e300,"f":null,"g":12.9,"h":"12.9"}"#,
        )
        .unwrap();
        let fields = Fields::of(&value);

        assert_eq!(fields.whole("a"), Some(3599));
        assert_eq!(fields.whole("b"), Some(3599));
        assert_eq!(fields.whole("c"), Some(-1));
        assert_eq!(fields.whole("d"), None);
        assert_eq!(fields.whole("e"), Some(i64::MAX));
        assert_eq!(fields.whole("f"), None);
        assert_eq!(fields.whole("g"), Some(12));
        assert_eq!(fields.whole("h"), Some(12));
        assert_eq!(fields.whole("missing"), None);
    }

    #[test]
    fn only_objects_of_a_sane_size_are_read() {
        assert!(object(b"[]").is_none());
        assert!(object(b"<html>").is_none());
        assert!(object(b"").is_none());
        assert!(object(&[b'['; 10_000]).is_none());
        assert!(object(&vec![b' '; LIMIT + 1]).is_none());
    }

    #[test]
    fn what_is_written_is_read() {
        let mut inner = Object::default();
        inner.whole("n", -3);
        let mut outer = Object::default();
        outer.text("t", "a\"b\\c\u{1}\u{1f600}");
        outer.maybe_text("none", None);
        outer.object("o", inner);

        let value = object(outer.write().as_bytes()).unwrap();
        let fields = Fields::of(&value);

        assert_eq!(fields.text("t"), Some("a\"b\\c\u{1}\u{1f600}"));
        assert_eq!(fields.object("o").and_then(|o| o.whole("n")), Some(-3));
        assert!(fields.object("t").is_none() && fields.get("none").is_none());
    }
}
