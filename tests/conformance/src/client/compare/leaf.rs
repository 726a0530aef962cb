//! Single values that may be written in more than one way.

use serde_json::Value;
use virtual_events::UtcInstant;

/// Whether two texts at `key` mean the same.
///
/// Instants count to the millisecond, lists with commas without their blanks, type names without
/// leading `#` and letter case.
pub(super) fn same_text(key: &str, one: &str, two: &str) -> bool {
    if one == two {
        return true;
    }
    if key == "@odata.type" {
        let bare = |text: &str| text.trim_start_matches('#').to_ascii_lowercase();
        return bare(one) == bare(two);
    }
    if let (Some(one), Some(two)) = (instant(one), instant(two)) {
        return one == two;
    }
    let words = |text: &str| {
        text.split(',')
            .map(|word| word.trim().to_owned())
            .collect::<Vec<_>>()
    };
    one.contains(',') && words(one) == words(two)
}

/// An instant, if the text is one to the second at least: a bare date is no instant.
fn instant(text: &str) -> Option<UtcInstant> {
    text.contains('T').then(|| UtcInstant::parse(text))?
}

/// Whether two numbers are equal, however they are written.
pub(super) fn same_number(one: &serde_json::Number, two: &serde_json::Number) -> bool {
    one == two || one.as_f64() == two.as_f64()
}

/// Whether a value says nothing: null, or a list of nothing.
pub(super) fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        _ => false,
    }
}
