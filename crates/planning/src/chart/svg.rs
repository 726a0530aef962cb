//! Writing SVG.

use super::{Palette, Size};
use crate::invitation::escape;

/// Letters of a picture: what most machines have, as files name it.
const FONT: &str = "Segoe UI, system-ui, sans-serif";

/// An `<svg>` element under way.
#[derive(Debug)]
pub(super) struct Svg(String);

impl Svg {
    /// Begins a picture with its name and ground.
    pub(super) fn begin(size: Size, name: &str, palette: &Palette) -> Self {
        let mut svg = Self(String::with_capacity(4_096));
        let (width, height) = (number(size.width), number(size.height));
        svg.put(&[
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ",
            &width,
            " ",
            &height,
            "\" width=\"",
            &width,
            "\" height=\"",
            &height,
            "\" role=\"img\" font-family=\"",
            FONT,
            "\" font-size=\"12\" aria-label=\"",
        ]);
        escape(name, &mut svg.0);
        svg.put(&["\">"]);
        if !palette.ground.is_empty() {
            let fill = &palette.ground;
            svg.put(&["<rect width=\"100%\" height=\"100%\" fill=\"", fill, "\"/>"]);
        }
        svg
    }

    fn put(&mut self, parts: &[&str]) {
        for part in parts {
            self.0.push_str(part);
        }
    }

    /// A thin line.
    pub(super) fn line(&mut self, ends: [(f64, f64); 2], colour: &str) {
        self.stroke(ends, colour, "");
    }

    /// A line of dashes.
    pub(super) fn dashes(&mut self, ends: [(f64, f64); 2], colour: &str) {
        self.stroke(ends, colour, "\" stroke-dasharray=\"4 3");
    }

    fn stroke(&mut self, [from, to]: [(f64, f64); 2], colour: &str, more: &str) {
        self.put(&[
            "<path d=\"M",
            &number(from.0),
            " ",
            &number(from.1),
            "L",
            &number(to.0),
            " ",
            &number(to.1),
            "\" fill=\"none\" stroke=\"",
            colour,
            more,
            "\"/>",
        ]);
    }

    /// A text; `anchor` is `start`, `middle` or `end`.
    pub(super) fn text(&mut self, at: (f64, f64), anchor: &str, colour: &str, text: &str) {
        self.put(&[
            "<text x=\"",
            &number(at.0),
            "\" y=\"",
            &number(at.1),
            "\" text-anchor=\"",
            anchor,
            "\" fill=\"",
            colour,
            "\">",
        ]);
        escape(text, &mut self.0);
        self.put(&["</text>"]);
    }

    /// A filled rectangle.
    pub(super) fn bar(&mut self, left: f64, top: f64, size: Size, colour: &str) {
        self.put(&[
            "<rect x=\"",
            &number(left),
            "\" y=\"",
            &number(top),
            "\" width=\"",
            &number(size.width),
            "\" height=\"",
            &number(size.height),
            "\" fill=\"",
            colour,
            "\"/>",
        ]);
    }

    /// A path; `width` of the line in pixels.
    pub(super) fn path(&mut self, d: &str, fill: &str, stroke: &str) {
        self.put(&[
            "<path d=\"",
            d,
            "\" fill=\"",
            fill,
            "\" stroke=\"",
            stroke,
            "\" stroke-width=\"1.5\" stroke-linejoin=\"round\"/>",
        ]);
    }

    /// The element.
    pub(super) fn end(mut self) -> String {
        self.put(&["</svg>"]);
        self.0
    }
}

/// A coordinate with one decimal, `12.5`; what is no number is 0.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a pixel's tenth; what is out of range stops at the largest number"
)]
pub(super) fn number(value: f64) -> String {
    let tenths = (value * 10.0).round() as i64;
    let (whole, rest) = (tenths / 10, (tenths % 10).abs());
    let sign = if tenths < 0 && whole == 0 { "-" } else { "" };
    if rest == 0 {
        [sign, &whole.to_string()].concat()
    } else {
        [sign, &whole.to_string(), ".", &rest.to_string()].concat()
    }
}
