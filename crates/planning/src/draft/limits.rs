//! How much is too much.

/// Limits to check a draft against. Those of Teams depend on the licence and are hints only, so
/// they come with the configuration; the service documents none of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Longest title that is surely shown in full, in characters; beyond it is a warning.
    pub title_comfortable: usize,
    /// Longest title that is sent, in characters.
    pub title_most: usize,
    /// Longest description that is sent, in characters.
    pub description_most: usize,
    /// Longest town hall that Teams runs, in minutes; beyond it is a warning.
    pub longest_minutes: u32,
    /// Most attendees of the organization's plan; beyond it is a warning.
    pub capacity_hint: u32,
    /// Most co-organizers that Teams shows; beyond it is a warning.
    pub co_organizers_hint: usize,
}

/// 255 and 1,000 characters of title, 100,000 of description, 30 hours, 10,000 attendees and 10
/// co-organizers: the figures of Teams for town halls without any add-on.
impl Default for Limits {
    fn default() -> Self {
        Self {
            title_comfortable: 255,
            title_most: 1_000,
            description_most: 100_000,
            longest_minutes: 30 * 60,
            capacity_hint: 10_000,
            co_organizers_hint: 10,
        }
    }
}
