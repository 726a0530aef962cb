//! What chunks put into memory and table, in as few segments as it goes.
//!
//! The linker's symbols each are a segment of their own when a chunk is split off, and lie side by
//! side most of the time.

use super::number;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use wasm_encoder::{ConstExpr, DataSection, ElementSection, Elements};

/// The bytes by their place in memory.
pub(super) fn memory(pieces: &BTreeMap<i32, &[u8]>) -> Result<(DataSection, u32)> {
    let mut section = DataSection::new();
    let runs = runs(pieces.iter().map(|(place, bytes)| (*place, bytes.to_vec())))?;
    for (place, bytes) in &runs {
        section.active(0, &ConstExpr::i32_const(*place), bytes.iter().copied());
    }
    Ok((section, number(runs.len())?))
}

/// The functions by their place in the table.
pub(super) fn table(functions: &BTreeMap<i32, u32>) -> Result<ElementSection> {
    let mut section = ElementSection::new();
    let single = functions.iter();
    for (place, run) in runs(single.map(|(place, function)| (*place, vec![*function])))? {
        let functions = Elements::Functions(run.into());
        section.active(Some(0), &ConstExpr::i32_const(place), functions);
    }
    Ok(section)
}

/// Joins what follows without a gap.
fn runs<T>(pieces: impl Iterator<Item = (i32, Vec<T>)>) -> Result<Vec<(i32, Vec<T>)>> {
    let mut runs: Vec<(i32, Vec<T>)> = Vec::new();
    let mut end = None;
    for (place, piece) in pieces {
        let length = i32::try_from(piece.len()).context("a segment is too long")?;
        match runs.last_mut() {
            Some((_, run)) if end == Some(place) => run.extend(piece),
            _ => runs.push((place, piece)),
        }
        end = place.checked_add(length);
    }
    Ok(runs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_follows_without_a_gap_is_one() {
        let pieces = [(16, vec![1, 2]), (18, vec![3]), (20, vec![4])];
        let joined = runs(pieces.into_iter()).unwrap();
        assert_eq!(joined, [(16, vec![1, 2, 3]), (20, vec![4])]);
    }
}
