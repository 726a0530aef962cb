//! A snippet that shows an event in a portal's page.

use super::html::{escape, link};

/// A card in HTML with title, time and a link, for pasting into a page that others keep.
///
/// It needs no script and brings no styles but a few inline ones, so that it looks like the page
/// around it. Teams' own pages can't be put into a frame.
#[must_use]
pub fn embed_code(title: &str, lines: &[String], label: &str, url: &str) -> String {
    let mut out = String::from(
        "<div style=\"border:1px solid #d1d1d1;border-radius:8px;padding:16px;max-width:480px\">\n  <strong>",
    );
    escape(&super::text::one_line(title), &mut out);
    out.push_str("</strong>\n");
    for line in lines {
        out.push_str("  <div>");
        escape(line, &mut out);
        out.push_str("</div>\n");
    }
    out.push_str("  <p style=\"margin:8px 0 0\">");
    link(label, url, &mut out);
    out.push_str("</p>\n</div>\n");
    out
}
