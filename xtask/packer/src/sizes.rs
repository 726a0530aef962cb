//! What each published file weighs, as a table and as `sizes.json`.

use crate::files::Files;
use crate::press::Pressed;
use serde_json::json;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;

/// Bytes of one file as built and as sent.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Weight {
    pub(crate) name: String,
    pub(crate) raw: usize,
    pub(crate) br: usize,
    pub(crate) gz: usize,
}

/// Weighs every file, heaviest first; what isn't compressed is sent as it is.
pub(crate) fn weigh(files: &Files, pressed: &BTreeMap<String, Pressed>) -> Vec<Weight> {
    let mut weights: Vec<Weight> = files
        .iter()
        .map(|(name, bytes)| {
            let pressed = pressed.get(name);
            Weight {
                name: name.clone(),
                raw: bytes.len(),
                br: pressed.map_or(bytes.len(), |pressed| pressed.br.len()),
                gz: pressed.map_or(bytes.len(), |pressed| pressed.gz.len()),
            }
        })
        .collect();
    weights.sort_by(|a, b| b.br.cmp(&a.br).then_with(|| a.name.cmp(&b.name)));
    weights
}

/// The table that a build prints.
pub(crate) fn table(weights: &[Weight]) -> String {
    let width = weights
        .iter()
        .map(|weight| weight.name.len())
        .max()
        .unwrap_or(4)
        .max(5);
    let mut table = format!(
        "{:width$} {:>10} {:>10} {:>10}\n",
        "file", "bytes", "brotli", "gzip"
    );
    for Weight { name, raw, br, gz } in weights {
        let _ = writeln!(table, "{name:width$} {raw:>10} {br:>10} {gz:>10}");
    }
    let total = |pick: fn(&Weight) -> usize| weights.iter().map(pick).sum::<usize>();
    let (raw, br, gz) = (total(|w| w.raw), total(|w| w.br), total(|w| w.gz));
    let _ = write!(table, "{:width$} {raw:>10} {br:>10} {gz:>10}", "total");
    table
}

/// The content of `sizes.json`: bytes of each file as built, in brotli and in gzip.
pub(crate) fn json(weights: &[Weight]) -> String {
    let files: Vec<_> = weights
        .iter()
        .map(|Weight { name, raw, br, gz }| json!({"name": name, "raw": raw, "br": br, "gz": gz}))
        .collect();
    format!("{:#}\n", json!({ "files": files }))
}

/// Prints a line.
pub(crate) fn say(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// Prints a line about a failure.
pub(crate) fn say_error(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_without_compressed_form_counts_as_it_is() {
        let files: Files = [
            ("a.js".to_owned(), vec![0; 100]),
            ("b.png".to_owned(), vec![0; 50]),
        ]
        .into();
        let pressed = [(
            "a.js".to_owned(),
            Pressed {
                br: vec![0; 10],
                gz: vec![0; 12],
            },
        )]
        .into();
        let weights = weigh(&files, &pressed);
        assert_eq!(
            weights[0],
            Weight {
                name: "b.png".into(),
                raw: 50,
                br: 50,
                gz: 50
            }
        );
        assert_eq!(
            weights[1],
            Weight {
                name: "a.js".into(),
                raw: 100,
                br: 10,
                gz: 12
            }
        );
        assert!(table(&weights).ends_with("150         60         62"));
    }
}
