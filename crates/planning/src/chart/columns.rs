//! How many fell into each stretch of an axis.

use super::{Axis, Canvas, Mark, Plot, Size};

/// One stretch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Column {
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// How many.
    pub value: f64,
}

/// A histogram.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnChart {
    /// The horizontal axis.
    pub x: Axis,
    /// The vertical axis.
    pub y: Axis,
    /// The stretches.
    pub columns: Vec<Column>,
    /// Moments that matter.
    pub marks: Vec<Mark>,
}

impl ColumnChart {
    pub(super) fn svg(&self, canvas: &Canvas<'_>) -> String {
        let plot = Plot::within(canvas.size);
        let mut svg = canvas.begin(&plot, &self.y);
        for column in self.columns.iter().filter(|it| it.value > 0.0) {
            let left = plot.x(self.x.place(column.from));
            let right = plot.x(self.x.place(column.to));
            let top = plot.y(self.y.place(column.value));
            let size = Size {
                // a gap between two, as long as there is room for one
                width: (right - left - 1.0).max(0.5),
                height: plot.top + plot.height - top,
            };
            svg.bar(left + 0.5, top, size, &canvas.palette.first);
        }
        canvas.marks(&mut svg, &plot, &self.x, &self.marks);
        canvas.foot(&mut svg, &plot, &self.x);
        svg.end()
    }
}
