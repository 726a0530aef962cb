//! The seam to whoever knows the rules of the zones.

use std::rc::Rc;

use virtual_events::UtcInstant;

use super::Offset;

/// The offset of an IANA zone at an instant.
///
/// In a browser it is `Intl.DateTimeFormat`, in tests a time-zone library. `None` means that the
/// zone's name isn't known there; it never means "no offset at that time".
pub trait ZoneRules {
    /// Offset of the zone named `iana` at `instant`, or `None` if the name is unknown.
    fn offset_at(&self, iana: &str, instant: UtcInstant) -> Option<Offset>;
}

impl<R: ZoneRules + ?Sized> ZoneRules for Rc<R> {
    fn offset_at(&self, iana: &str, instant: UtcInstant) -> Option<Offset> {
        (**self).offset_at(iana, instant)
    }
}

impl<R: ZoneRules + ?Sized> ZoneRules for &R {
    fn offset_at(&self, iana: &str, instant: UtcInstant) -> Option<Offset> {
        (**self).offset_at(iana, instant)
    }
}
