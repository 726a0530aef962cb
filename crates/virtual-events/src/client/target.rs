//! Addresses below the API's version.

use std::fmt::Write as _;

use crate::RequestProblem;

/// A path with query, relative to `/v1.0`, built safely from parts.
///
/// A part that can't be an id is noted and turns up as an error when the call is made, so that
/// building needs no error handling of its own.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    text: String,
    has_query: bool,
    problem: Option<RequestProblem>,
}

impl Target {
    pub(crate) fn new(path: &str) -> Self {
        Self {
            text: path.to_owned(),
            has_query: false,
            problem: None,
        }
    }

    /// Adds `/name`, a word of the API.
    pub(crate) fn word(mut self, name: &str) -> Self {
        self.text.push('/');
        self.text.push_str(name);
        self
    }

    /// Adds `/id`, percent-encoded.
    ///
    /// `.` and `..` are refused in every spelling: URL parsers take them for steps in the path,
    /// percent-encoded or not.
    pub(crate) fn id(mut self, id: &str) -> Self {
        if id.is_empty() || id == "." || id == ".." {
            self.problem = Some(RequestProblem::Id);
        }
        self.text.push('/');
        encode(id, PATH, &mut self.text);
        self
    }

    /// Adds `name='value'` pairs in brackets: an OData function's parameters or a key.
    pub(crate) fn parameters(mut self, pairs: &[(&str, &str)]) -> Self {
        self.text.push('(');
        for (index, (name, value)) in pairs.iter().enumerate() {
            if value.is_empty() {
                self.problem = Some(RequestProblem::Id);
            }
            if index > 0 {
                self.text.push(',');
            }
            self.text.push_str(name);
            self.text.push_str("='");
            // a quote inside an OData literal is written twice
            encode(&value.replace('\'', "''"), PATH, &mut self.text);
            self.text.push('\'');
        }
        self.text.push(')');
        self
    }

    /// Adds a query parameter.
    pub(crate) fn query(mut self, name: &str, value: &str) -> Self {
        self.text.push(if self.has_query { '&' } else { '?' });
        self.has_query = true;
        self.text.push_str(name);
        self.text.push('=');
        encode(value, QUERY, &mut self.text);
        self
    }

    /// The path and query, or what keeps it from being one.
    pub(crate) fn into_text(self) -> Result<String, RequestProblem> {
        match self.problem {
            Some(problem) => Err(problem),
            None => Ok(self.text),
        }
    }
}

/// Bytes besides letters and digits that may stand in a path segment as they are.
const PATH: &[u8] = b"-._~@:!$&'()*,;=";
/// The same for the value of a query parameter.
const QUERY: &[u8] = b"-._~@:!$'()*,/";

fn encode(text: &str, plain: &[u8], out: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || plain.contains(&byte) {
            out.push(char::from(byte));
        } else {
            // writing to a String can't fail
            let _ = write!(out, "%{byte:02X}");
        }
    }
}

/// Adds a text of which nothing but letters, digits and `-._~` stands as it is (RFC 3986 section 2.3).
pub(crate) fn encode_whole(text: &str, out: &mut String) {
    encode(text, b"-._~", out);
}

/// An address as the service wrote it, with only those bytes encoded that no address can hold.
pub(crate) fn verbatim(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for byte in address.bytes() {
        match byte {
            b' '
            | b'"'
            | b'<'
            | b'>'
            | b'\\'
            | b'^'
            | b'`'
            | b'{'
            | b'|'
            | b'}'
            | 0..0x20
            | 0x7f.. => {
                let _ = write!(out, "%{byte:02X}");
            }
            _ => out.push(char::from(byte)),
        }
    }
    out
}
