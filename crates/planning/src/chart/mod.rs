//! Pictures of plain numbers, as SVG: a curve over time, a histogram, bars beside each other.
//!
//! What they show is told by whoever makes them: axes, marks and names come in as texts. The same
//! text is what a page shows and what a file holds; only the [`Palette`] differs.

mod axis;
mod bars;
mod canvas;
mod columns;
mod curve;
mod palette;
mod svg;

#[cfg(test)]
mod tests;

pub use axis::{Axis, Tick, clock_ticks, count_ticks};
pub use bars::{BarChart, BarGroup};
pub use canvas::{Canvas, Plot, Size};
pub use columns::{Column, ColumnChart};
pub use curve::{CurveChart, Mark};
pub use palette::Palette;

/// A picture of numbers.
#[derive(Debug, Clone, PartialEq)]
pub enum Chart {
    /// One value that changes over time.
    Curve(CurveChart),
    /// How many fell into each stretch of an axis.
    Columns(ColumnChart),
    /// Several values each of a few things.
    Bars(BarChart),
}

impl Chart {
    /// The picture as an `<svg>` element: well-formed, with its name for those who don't see it.
    #[must_use]
    pub fn svg(&self, canvas: &Canvas<'_>) -> String {
        match self {
            Self::Curve(chart) => chart.svg(canvas),
            Self::Columns(chart) => chart.svg(canvas),
            Self::Bars(chart) => chart.svg(canvas),
        }
    }

    /// How far right a value of the horizontal axis stands, as a part of the plot's width, 0 to 1.
    #[must_use]
    pub fn place(&self, value: f64) -> f64 {
        match self {
            Self::Curve(chart) => chart.x.place(value),
            Self::Columns(chart) => chart.x.place(value),
            Self::Bars(chart) => chart.place(value),
        }
    }
}
