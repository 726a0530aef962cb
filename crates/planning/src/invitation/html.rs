//! The invitation as HTML that mail programs show: inline styles, no head, no pictures.

use super::text::{Block, Invitation, line_ends, one_line};

const BODY: &str = "font-family:'Segoe UI',system-ui,sans-serif;font-size:14px;line-height:20px";
const TITLE: &str = "font-size:20px;line-height:28px;font-weight:600;margin:0 0 12px";
const PARAGRAPH: &str = "margin:0 0 12px";

impl Invitation {
    /// The invitation as an HTML fragment. Every text is escaped; an address that isn't `https`
    /// or `http` is shown but not linked.
    #[must_use]
    pub fn html(&self) -> String {
        let mut out = String::new();
        open(&mut out, "div", BODY);
        if !self.title.trim().is_empty() {
            open(&mut out, "h1", TITLE);
            escape(&one_line(&self.title), &mut out);
            out.push_str("</h1>");
        }
        for block in &self.blocks {
            block.html(&mut out);
        }
        out.push_str("</div>");
        out
    }
}

impl Block {
    fn html(&self, out: &mut String) {
        match self {
            Self::Text(text) => {
                let text = line_ends(text);
                for paragraph in text.split("\n\n").filter(|it| !it.trim().is_empty()) {
                    open(out, "p", PARAGRAPH);
                    lines(paragraph.trim().split('\n'), out);
                    out.push_str("</p>");
                }
            }
            Self::Fact { label, lines: all } => {
                open(out, "p", PARAGRAPH);
                out.push_str("<b>");
                escape(label, out);
                out.push_str(":</b> ");
                lines(all.iter().map(String::as_str), out);
                out.push_str("</p>");
            }
            Self::Link { label, url } => {
                open(out, "p", PARAGRAPH);
                link(label, url, out);
                out.push_str("</p>");
            }
        }
    }
}

fn open(out: &mut String, tag: &str, style: &str) {
    for part in ["<", tag, " style=\"", style, "\">"] {
        out.push_str(part);
    }
}

fn lines<'a>(lines: impl Iterator<Item = &'a str>, out: &mut String) {
    for (at, line) in lines.enumerate() {
        if at > 0 {
            out.push_str("<br>");
        }
        escape(line, out);
    }
}

/// A link, or label and address as text if it leads nowhere a link may lead.
pub(super) fn link(label: &str, url: &str, out: &mut String) {
    if is_web(url) {
        out.push_str("<a href=\"");
        escape(url, out);
        out.push_str("\">");
        escape(label, out);
        out.push_str("</a>");
    } else {
        escape(label, out);
        out.push_str(": ");
        escape(url, out);
    }
}

/// Whether the address is one of the web: no script, no data.
pub(super) fn is_web(url: &str) -> bool {
    let starts = |scheme: &str| {
        let head = url.get(..scheme.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(scheme))
    };
    starts("https://") || starts("http://")
}

/// Text as it may stand between tags and in quoted attributes.
pub(crate) fn escape(text: &str, out: &mut String) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(character),
            _ if character.is_control() => {}
            _ => out.push(character),
        }
    }
}
