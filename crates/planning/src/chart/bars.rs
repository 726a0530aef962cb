//! A few things beside each other, with one or two values each.

use super::{Axis, Canvas, Plot, Size};

/// One of the things.
#[derive(Debug, Clone, PartialEq)]
pub struct BarGroup {
    /// What is written below.
    pub label: String,
    /// Its values, in the order of the series, with what is written over each.
    pub values: Vec<(f64, String)>,
}

/// Bars in groups.
#[derive(Debug, Clone, PartialEq)]
pub struct BarChart {
    /// The vertical axis.
    pub y: Axis,
    /// The groups from left to right.
    pub groups: Vec<BarGroup>,
    /// Names of the series, for the key over the plot.
    pub series: Vec<String>,
}

/// The widest that one bar gets, in pixels.
const WIDEST: f64 = 48.0;

/// A digit's width and a half, in pixels: over narrower bars no value is written.
const LETTER: f64 = 8.0;

impl BarChart {
    /// The middle of the group at that index, as a part of the plot's width.
    pub(super) fn place(&self, index: f64) -> f64 {
        let groups = self.groups.len().max(1) as f64;
        ((index + 0.5) / groups).clamp(0.0, 1.0)
    }

    pub(super) fn svg(&self, canvas: &Canvas<'_>) -> String {
        let plot = Plot::within(canvas.size);
        let colours = canvas.palette;
        let mut svg = canvas.begin(&plot, &self.y);
        let shades = [&colours.first, &colours.second];
        let series = self.series.len().clamp(1, shades.len());
        let slot = plot.width / self.groups.len().max(1) as f64;
        let bar = (slot * 0.8 / series as f64).min(WIDEST);
        let foot = plot.top + plot.height;
        for (at, group) in self.groups.iter().enumerate() {
            let middle = plot.x(self.place(at as f64));
            let left = middle - bar * series as f64 / 2.0;
            for (nth, ((value, written), shade)) in group.values.iter().zip(shades).enumerate() {
                let left = left + bar * nth as f64;
                let top = plot.y(self.y.place(*value));
                let size = Size {
                    width: (bar - 2.0).max(1.0),
                    height: foot - top,
                };
                svg.bar(left + 1.0, top, size, shade);
                if written.chars().count() as f64 * LETTER <= bar {
                    let at = (left + bar / 2.0, top - 4.0);
                    svg.text(at, "middle", &colours.text, written);
                }
            }
            if self.is_labelled(at, slot) {
                let at = (middle, foot + 18.0);
                svg.text(at, "middle", &colours.text, &group.label);
            }
        }
        let ends = [(plot.left, foot), (plot.left + plot.width, foot)];
        svg.line(ends, &colours.outline);
        let mut right = plot.left;
        for (name, shade) in self.series.iter().zip(shades) {
            let size = Size {
                width: 10.0,
                height: 10.0,
            };
            svg.bar(right, 3.0, size, shade);
            svg.text((right + 14.0, 12.0), "start", &colours.text, name);
            right += 30.0 + name.chars().count() as f64 * 7.0;
        }
        svg.end()
    }

    /// Whether there is room for a group's label: else only every second, third … has one.
    fn is_labelled(&self, at: usize, slot: f64) -> bool {
        let longest = self.groups.iter().map(|it| it.label.chars().count()).max();
        let wide = longest.unwrap_or(0) as f64 * 7.0;
        let mut every = 1;
        while (every as f64) * slot < wide && every < self.groups.len() {
            every += 1;
        }
        at.is_multiple_of(every)
    }
}
