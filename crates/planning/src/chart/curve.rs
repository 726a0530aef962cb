//! One value that changes over time.

use super::svg::number;
use super::{Axis, Canvas, Plot};

/// A moment that matters, as a line from top to bottom.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Where on the horizontal axis.
    pub at: f64,
    /// Its name.
    pub label: String,
}

/// A value that stays as it is until it changes: a line in steps with its area.
#[derive(Debug, Clone, PartialEq)]
pub struct CurveChart {
    /// The horizontal axis.
    pub x: Axis,
    /// The vertical axis.
    pub y: Axis,
    /// Where the value changes and what it is from there on, by rising place.
    pub steps: Vec<(f64, f64)>,
    /// Moments that matter.
    pub marks: Vec<Mark>,
}

impl CurveChart {
    pub(super) fn svg(&self, canvas: &Canvas<'_>) -> String {
        let plot = Plot::within(canvas.size);
        let colours = canvas.palette;
        let mut svg = canvas.begin(&plot, &self.y);
        let (line, area) = self.paths(&plot);
        svg.path(&area, &colours.tint, "none");
        svg.path(&line, "none", &colours.first);
        canvas.marks(&mut svg, &plot, &self.x, &self.marks);
        canvas.foot(&mut svg, &plot, &self.x);
        svg.end()
    }

    /// The line, and the area below it.
    fn paths(&self, plot: &Plot) -> (String, String) {
        let mut line = String::with_capacity(self.steps.len() * 16);
        for (at, value) in &self.steps {
            let x = number(plot.x(self.x.place(*at)));
            let y = number(plot.y(self.y.place(*value)));
            let parts = if line.is_empty() {
                ["M", &x, " ", &y]
            } else {
                ["H", &x, "V", &y]
            };
            line.extend(parts);
        }
        if line.is_empty() {
            return (String::new(), String::new());
        }
        line.push('H');
        line.push_str(&number(plot.x(1.0)));
        let first = self.steps.first().map_or(self.x.from, |step| step.0);
        let foot = number(plot.top + plot.height);
        let start = number(plot.x(self.x.place(first)));
        let area = [&line, "V", &foot, "H", &start, "Z"].concat();
        (line, area)
    }
}

impl Canvas<'_> {
    /// Draws marks; their names stand over the plot, on the side where there is room.
    pub(super) fn marks(&self, svg: &mut super::svg::Svg, plot: &Plot, x: &Axis, marks: &[Mark]) {
        let shown = marks
            .iter()
            .filter(|mark| (x.from..=x.to).contains(&mark.at));
        for mark in shown {
            let part = x.place(mark.at);
            let column = plot.x(part);
            let ends = [(column, plot.top - 6.0), (column, plot.top + plot.height)];
            svg.dashes(ends, &self.palette.mark);
            let (anchor, beside) = if part < 0.5 {
                ("start", 4.0)
            } else {
                ("end", -4.0)
            };
            let at = (column + beside, plot.top - 10.0);
            svg.text(at, anchor, &self.palette.mark, &mark.label);
        }
    }
}
