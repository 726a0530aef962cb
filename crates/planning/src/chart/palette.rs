//! Colours of a picture.

/// Colours, each as CSS writes it: a value, or a property of the page such as `var(--text)`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Palette {
    /// What lies behind everything; empty leaves it to the page.
    pub ground: String,
    /// Labels.
    pub text: String,
    /// Lines behind the values.
    pub grid: String,
    /// The horizontal axis.
    pub outline: String,
    /// Marks, such as a scheduled start.
    pub mark: String,
    /// The first series of values: a line or a bar.
    pub first: String,
    /// The area under the first series.
    pub tint: String,
    /// The second series.
    pub second: String,
}
