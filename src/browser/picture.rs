//! Pictures drawn pixel by pixel.

use leptos::prelude::document;
use planning::chart::Size;
use planning::qr_code::QrCode;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

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

/// Pixels of a drawn picture for each of the page's, so that it stays sharp on slides and paper.
const SHARP: f64 = 2.0;

/// An SVG picture as PNG, as a `data:` address; `None` if the browser won't draw it.
pub(crate) async fn png_of_svg(svg: &str, size: Size) -> Option<String> {
    let image = HtmlImageElement::new().ok()?;
    let address = String::from(js_sys::encode_uri_component(svg));
    image.set_src(&["data:image/svg+xml;charset=utf-8,", &address].concat());
    JsFuture::from(image.decode()).await.ok()?;
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    let (width, height) = (size.width * SHARP, size.height * SHARP);
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let pen: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    pen.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)
        .ok()?;
    canvas.to_data_url_with_type("image/png").ok()
}
