//! Documented addresses, taken apart and compared.

/// An address without host and version, percent-encoding undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Address {
    pub(crate) version: Option<String>,
    pub(crate) segments: Vec<Segment>,
    pub(crate) query: Vec<(String, String)>,
}

/// One step of a path, with the parameters of a function or key behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Segment {
    pub(crate) name: String,
    pub(crate) parameters: Vec<(String, String)>,
}

impl Address {
    /// Reads a full address, or a path that begins with a slash.
    pub(crate) fn parse(text: &str) -> Self {
        let path = match text.split_once("://") {
            Some((_, rest)) => rest.find('/').map_or("", |slash| &rest[slash..]),
            None => text,
        };
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let mut segments: Vec<Segment> = split_outside_quotes(path, '/')
            .into_iter()
            .filter(|segment| !segment.is_empty())
            .map(Segment::parse)
            .collect();
        let is_version = |segment: &Segment| ["v1.0", "beta"].contains(&segment.name.as_str());
        let version = segments
            .first()
            .is_some_and(is_version)
            .then(|| segments.remove(0).name);
        let query = query
            .split('&')
            .filter(|pair| !pair.is_empty())
            .map(|pair| {
                let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
                (decode(name), decode(value))
            })
            .collect();
        Self {
            version,
            segments,
            query,
        }
    }

    /// Whether both lead to the same, whatever the version and the order of query options.
    pub(crate) fn leads_to(&self, other: &Self) -> bool {
        let sorted = |query: &[(String, String)]| {
            let mut query = query.to_vec();
            query.sort();
            query
        };
        self.segments.len() == other.segments.len()
            && self
                .segments
                .iter()
                .zip(&other.segments)
                .all(|(one, two)| one.is(two))
            && sorted(&self.query) == sorted(&other.query)
    }

    /// The names of the path's steps.
    pub(crate) fn names(&self) -> Vec<&str> {
        self.segments
            .iter()
            .map(|segment| segment.name.as_str())
            .collect()
    }
}

impl Segment {
    fn parse(text: &str) -> Self {
        let plain = |name: &str| Self {
            name: decode(name),
            parameters: Vec::new(),
        };
        let Some((name, inside)) = text.strip_suffix(')').and_then(|text| text.split_once('('))
        else {
            return plain(text);
        };
        let pairs: Option<Vec<_>> = split_outside_quotes(inside, ',')
            .into_iter()
            .map(|pair| pair.trim().split_once('='))
            .map(|pair| pair.map(|(name, value)| (name.trim().to_owned(), literal(value))))
            .collect();
        match pairs {
            Some(parameters) => Self {
                name: decode(name),
                parameters,
            },
            None => plain(text),
        }
    }

    fn is(&self, other: &Self) -> bool {
        self.name.eq_ignore_ascii_case(&other.name) && self.parameters == other.parameters
    }

    /// The value of a parameter.
    pub(crate) fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }
}

/// An OData text: quotes around it, a quote inside written twice.
fn literal(text: &str) -> String {
    let text = decode(text.trim());
    match text
        .strip_prefix('\'')
        .and_then(|text| text.strip_suffix('\''))
    {
        Some(inside) => inside.replace("''", "'"),
        None => text,
    }
}

fn split_outside_quotes(text: &str, separator: char) -> Vec<&str> {
    let (mut parts, mut start, mut quoted) = (Vec::new(), 0, false);
    for (at, character) in text.char_indices() {
        if character == '\'' {
            quoted = !quoted;
        } else if character == separator && !quoted {
            parts.push(&text[start..at]);
            start = at + separator.len_utf8();
        }
    }
    parts.push(&text[start..]);
    parts
}

fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, tail)) = rest.split_first() {
        let hex = |digits: &[u8]| {
            let text = std::str::from_utf8(digits).ok()?;
            u8::from_str_radix(text, 16).ok()
        };
        match (byte, tail.split_at_checked(2)) {
            (b'%', Some((digits, after))) if hex(digits).is_some() => {
                bytes.extend(hex(digits));
                rest = after;
            }
            _ => {
                bytes.push(byte);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
