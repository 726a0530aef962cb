//! What tests may change about the services' behaviour.

use serde::{Deserialize, Serialize};

/// Switches of the control port's `/settings`; every field may be given alone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Settings {
    /// Seconds an access token lives, as `expires_in` says.
    pub(crate) access_token_s: i64,
    /// Seconds from sign-in until no refresh token of that sign-in works any more.
    pub(crate) refresh_token_s: i64,
    /// Seconds a code may wait for its redemption.
    pub(crate) code_s: i64,
    /// Whether a refresh token that was rotated away still works, as at Entra, or is refused.
    pub(crate) refresh_reuse: RefreshReuse,
    /// Whether Graph counts requests and refuses the surplus.
    pub(crate) throttle: bool,
    /// Reads of virtual events in 30 seconds.
    pub(crate) reads_per_window: usize,
    /// Writes of virtual events in 30 seconds.
    pub(crate) writes_per_window: usize,
    /// Items on a page of a list.
    pub(crate) page_size: usize,
    /// Which of the contradicting documented shapes answers have.
    pub(crate) shapes: Shapes,
    /// Whether answers carry properties that no document names.
    pub(crate) unknown_properties: bool,
}

/// What happens when a rotated refresh token is used again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum RefreshReuse {
    /// It works for the rest of its 24 hours.
    Tolerated,
    /// It is refused, as stricter servers do.
    Refused,
}

/// Which of the contradicting documented shapes answers have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Shapes {
    /// As the pages' examples: wrapped single objects, times and descriptions as strings.
    Documented,
    /// As the metadata has it.
    Metadata,
    /// Now this, now that, and enum members of tomorrow.
    Mixed,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            access_token_s: 3599,
            refresh_token_s: 24 * 60 * 60,
            code_s: 10 * 60,
            refresh_reuse: RefreshReuse::Tolerated,
            throttle: true,
            reads_per_window: 750,
            writes_per_window: 15,
            page_size: 25,
            shapes: Shapes::Metadata,
            unknown_properties: true,
        }
    }
}
