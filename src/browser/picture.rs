//! Pictures drawn pixel by pixel.

use leptos::prelude::document;
use planning::qr_code::QrCode;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// Pixels along each side that a code has at least: enough for a poster.
const SIDE: u32 = 1_024;

/// The code as a PNG picture, black on white, as a `data:` address; `None` if the browser won't
/// draw it.
pub(crate) fn png(code: &QrCode) -> Option<String> {
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    // whole pixels a module, so that no edge is grey
    let module = SIDE.div_ceil(code.size());
    let side = module * code.size();
    canvas.set_width(side);
    canvas.set_height(side);
    let pen: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let fill = |x: u32, y: u32, width: u32, height: u32| {
        let pixels = |modules: u32| f64::from(modules * module);
        pen.fill_rect(pixels(x), pixels(y), pixels(width), pixels(height));
    };
    pen.set_fill_style_str("#fff");
    fill(0, 0, code.size(), code.size());
    pen.set_fill_style_str("#000");
    for run in code.runs() {
        fill(run.x, run.y, run.length, 1);
    }
    canvas.to_data_url_with_type("image/png").ok()
}
