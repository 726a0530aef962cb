//! A batch as JSON text.
//!
//! Written by hand: bodies come as text, and a serializer for any JSON value would link the
//! printing of floats, 15 kB that the list of events doesn't need.

use super::{Batch, BatchItem};

impl Batch {
    /// The body of the request.
    pub(super) fn to_json(&self) -> Vec<u8> {
        let mut out = String::from("{\"requests\":[");
        for (index, item) in self.items.iter().enumerate() {
            separate(index, &mut out);
            item.write(&mut out);
        }
        out.push_str("]}");
        out.into_bytes()
    }
}

impl BatchItem {
    fn write(&self, out: &mut String) {
        out.push('{');
        for (name, value) in [
            ("id", &self.id),
            ("method", &self.method),
            ("url", &self.url),
        ] {
            separate(usize::from(name != "id"), out);
            write_member(name, value, out);
        }
        if !self.depends_on.is_empty() {
            out.push_str(",\"dependsOn\":[");
            for (index, id) in self.depends_on.iter().enumerate() {
                separate(index, out);
                write_text(id, out);
            }
            out.push(']');
        }
        if !self.headers.is_empty() {
            out.push_str(",\"headers\":{");
            for (index, (name, value)) in self.headers.iter().enumerate() {
                separate(index, out);
                write_member(name, value, out);
            }
            out.push('}');
        }
        if let Some(body) = &self.body {
            out.push_str(",\"body\":");
            out.push_str(body);
        }
        out.push('}');
    }
}

fn separate(index: usize, out: &mut String) {
    if index > 0 {
        out.push(',');
    }
}

fn write_member(name: &str, value: &str, out: &mut String) {
    write_text(name, out);
    out.push(':');
    write_text(value, out);
}

fn write_text(text: &str, out: &mut String) {
    // a text can always be written
    out.push_str(&serde_json::to_string(text).unwrap_or_default());
}
