//! The client's types against the metadata.
//!
//! A sample with everything filled in is made of the metadata alone, read by the client's type
//! and written again: it has to be readable, and nothing the type knows may get lost. What the
//! type doesn't know is named in the line, as metadata grows faster than clients.

mod kinds;
mod sample;

use std::path::Path;

use anyhow::Context as _;
use roxmltree::Document as Xml;

use self::kinds::KINDS;
use self::sample::Metadata;
use super::compare;
use crate::report::Report;

/// Checks every type of the metadata that the client has, and notes a line for each.
///
/// # Errors
/// When the metadata can't be read; what is wrong with a type goes into the report.
pub fn check_models(csdl: &Path, report: &mut Report) -> anyhow::Result<()> {
    let text =
        std::fs::read_to_string(csdl).with_context(|| format!("can't read {}", csdl.display()))?;
    let xml = Xml::parse(&text).with_context(|| format!("{} is no XML", csdl.display()))?;
    let metadata = Metadata::of(&xml);
    for kind in KINDS {
        let Some(sample) = metadata.sample(kind.name) else {
            continue;
        };
        let mut name = format!("model {}", kind.name);
        let outcome = (kind.round_trip)(sample.clone()).and_then(|typed| {
            let unknown = compare::unknown(&sample, &typed);
            if !unknown.is_empty() {
                name.push_str(&format!(" (without {})", unknown.join(", ")));
            }
            compare::nothing_lost(&sample, &typed)
        });
        report.record(name, outcome);
    }
    Ok(())
}
