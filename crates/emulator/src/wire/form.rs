//! Name and value pairs, as queries, fragments and forms carry them.

/// Decoded pairs, in their order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Form {
    pairs: Vec<(String, String)>,
}

impl Form {
    /// Reads `a=1&b=2`.
    pub(crate) fn parse(text: &[u8]) -> Self {
        Self {
            pairs: form_urlencoded::parse(text).into_owned().collect(),
        }
    }

    /// The value of `name`, when there is one that isn't empty.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.pairs
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
            .filter(|value| !value.is_empty())
    }

    /// Whether `name` comes more than once.
    pub(crate) fn doubles(&self, name: &str) -> bool {
        self.pairs.iter().filter(|(key, _)| key == name).count() > 1
    }

    /// All pairs.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.pairs
            .iter()
            .map(|(key, value)| (key.as_str(), value.as_str()))
    }

    /// The same without the named pairs, encoded again.
    pub(crate) fn without(&self, names: &[&str]) -> String {
        encode(self.pairs().filter(|(key, _)| !names.contains(key)))
    }
}

/// Writes `a=1&b=2`.
pub(crate) fn encode<'p>(pairs: impl Iterator<Item = (&'p str, &'p str)>) -> String {
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(pairs)
        .finish()
}
