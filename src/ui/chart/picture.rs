//! The picture itself, as wide as there is room, with a line at the value that is read.

use super::Shown;
use super::read::Reader;
use crate::browser::colours;
use crate::browser::width::width_of;
use leptos::html::Div;
use leptos::prelude::*;
use planning::chart::{Canvas, Palette, Plot, Size};

/// Below this it counts as narrow, in pixels.
const NARROW: f64 = 560.0;

/// The page's colours for pictures, see `style/attendance.css`.
const COLOURS: [&str; 8] = [
    "--chart-ground",
    "--chart-text",
    "--chart-grid",
    "--chart-outline",
    "--chart-mark",
    "--chart-first",
    "--chart-tint",
    "--chart-second",
];

/// A picture in the page.
#[derive(Clone, Copy)]
pub(super) struct Drawn {
    shown: Shown,
    reader: Reader,
    node: NodeRef<Div>,
    width: RwSignal<u32>,
}

fn size(width: u32) -> Size {
    let width = f64::from(width);
    let height = if width < NARROW { 220.0 } else { 280.0 };
    Size { width, height }
}

fn palette([ground, text, grid, outline, mark, first, tint, second]: [String; 8]) -> Palette {
    Palette {
        ground,
        text,
        grid,
        outline,
        mark,
        first,
        tint,
        second,
    }
}

/// Colours that follow the page, however it is looked at.
fn living() -> Palette {
    let colours = COLOURS.map(|name| ["var(", name, ")"].concat());
    Palette {
        ground: String::new(),
        ..palette(colours)
    }
}

impl Drawn {
    pub(super) fn new(shown: Shown, reader: Reader) -> Self {
        let node = NodeRef::new();
        Self {
            shown,
            reader,
            node,
            width: width_of(node),
        }
    }

    pub(super) fn view(self) -> AnyView {
        let svg = move || {
            let width = self.width.get();
            (width > 0).then(|| self.svg(width, &living())).flatten()
        };
        let line = move || {
            let plot = Plot::within(size(self.width.get()));
            let part = self.reader.place(f64::from(self.width.get()))?;
            Some([&plot.x(part).round().to_string(), "px"].concat())
        };
        let point = move |ev: leptos::ev::PointerEvent| {
            let plot = Plot::within(size(self.width.get_untracked()));
            let part = (f64::from(ev.offset_x()) - plot.left) / plot.width;
            self.reader.read_at(part);
        };
        view! {
            <div class="chart-picture" node_ref=self.node on:pointermove=point on:pointerdown=point>
                <div class="chart-svg" inner_html=move || svg().unwrap_or_default()></div>
                <span class="chart-cursor" aria-hidden="true" hidden=move || line().is_none() style:left=move || line().unwrap_or_default()></span>
            </div>
        }
        .into_any()
    }

    fn svg(self, width: u32, palette: &Palette) -> Option<String> {
        self.shown.with(|figure| {
            let figure = figure.as_ref()?;
            let canvas = Canvas {
                size: size(width),
                palette,
                name: &figure.gist,
            };
            Some((figure.draw)(canvas.size.width).svg(&canvas))
        })
    }

    /// The picture as a file of its own: its colours are values, its ground is filled.
    pub(super) fn alone(self) -> Option<(String, Size)> {
        let node = self.node.get_untracked()?;
        let width = self.width.get_untracked();
        let palette = palette(colours::resolved(&node, COLOURS));
        let svg = untrack(|| self.svg(width, &palette))?;
        Some((svg, size(width)))
    }
}
