//! What a picture is drawn on.

use super::Palette;
use super::svg::Svg;

/// Width and height, in pixels of the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

/// Size, colours and name of a picture.
#[derive(Debug, Clone, Copy)]
pub struct Canvas<'a> {
    /// How large it is.
    pub size: Size,
    /// Its colours.
    pub palette: &'a Palette,
    /// What somebody hears who doesn't see it: the gist in a sentence.
    pub name: &'a str,
}

/// The part of a picture between the axes, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Plot {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

impl Plot {
    /// Room left of the plot, for the values of the vertical axis.
    const LEFT: f64 = 48.0;
    /// Room right of it, for half of the last label.
    const RIGHT: f64 = 24.0;
    /// Room above it, for the names of marks.
    const TOP: f64 = 24.0;
    /// Room below it, for the horizontal axis.
    const BOTTOM: f64 = 28.0;

    /// The plot within a picture of that size.
    #[must_use]
    pub fn within(size: Size) -> Self {
        Self {
            left: Self::LEFT,
            top: Self::TOP,
            width: (size.width - Self::LEFT - Self::RIGHT).max(1.0),
            height: (size.height - Self::TOP - Self::BOTTOM).max(1.0),
        }
    }

    /// The pixel column at a part of the width, 0 to 1.
    #[must_use]
    pub fn x(&self, part: f64) -> f64 {
        self.left + part * self.width
    }

    /// The pixel row at a part of the height, 0 at the bottom, 1 at the top.
    #[must_use]
    pub fn y(&self, part: f64) -> f64 {
        self.top + (1.0 - part) * self.height
    }
}

impl Canvas<'_> {
    /// Begins the picture: its name, its ground, the lines and values of the vertical axis.
    pub(super) fn begin(&self, plot: &Plot, y: &super::Axis) -> Svg {
        let mut svg = Svg::begin(self.size, self.name, self.palette);
        for tick in &y.ticks {
            let row = plot.y(y.place(tick.at));
            let ends = [(plot.left, row), (plot.left + plot.width, row)];
            svg.line(ends, &self.palette.grid);
            let at = (plot.left - 8.0, row + 4.0);
            svg.text(at, "end", &self.palette.text, &tick.label);
        }
        svg
    }

    /// Writes the values of the horizontal axis.
    pub(super) fn foot(&self, svg: &mut Svg, plot: &Plot, x: &super::Axis) {
        for tick in &x.ticks {
            let column = plot.x(x.place(tick.at));
            let foot = plot.top + plot.height;
            svg.line(
                [(column, foot), (column, foot + 4.0)],
                &self.palette.outline,
            );
            let at = (column, foot + 18.0);
            svg.text(at, "middle", &self.palette.text, &tick.label);
        }
        let foot = plot.top + plot.height;
        let ends = [(plot.left, foot), (plot.left + plot.width, foot)];
        svg.line(ends, &self.palette.outline);
    }
}
