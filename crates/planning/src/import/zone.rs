//! A zone by any of its names.

use virtual_events::WindowsZone;

use super::spelling::squeezed;
use crate::zones::{IanaZone, find_zones};

/// Zones looked at for a city's name.
const CANDIDATES: usize = 20;

/// The zone that a text names: by its IANA name, its Windows name, or its city.
///
/// A city must be named in full, and by one zone only.
#[must_use]
pub fn read_zone(text: &str) -> Option<IanaZone> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let named = IanaZone::new(text.to_owned()).canonical();
    if named.to_windows().is_some() {
        return Some(if named.is_utc() { IanaZone::UTC } else { named });
    }
    if named.is_utc() {
        return Some(IanaZone::UTC);
    }
    if let Some(zone) = IanaZone::of_windows(&WindowsZone::new(text))
        && zone.to_windows().is_some()
    {
        return Some(zone);
    }
    let choices = find_zones(text, CANDIDATES);
    let city = squeezed(text);
    let mut exact = choices
        .iter()
        .filter(|choice| squeezed(&choice.iana.city()) == city);
    match (exact.next(), exact.next()) {
        (Some(only), None) => Some(only.iana.clone()),
        // an older name of a city finds its zone too, but alone
        (None, _) if choices.len() == 1 => choices.first().map(|choice| choice.iana.clone()),
        _ => None,
    }
}
