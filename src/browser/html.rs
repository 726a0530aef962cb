//! HTML from other people, as plain text.

use web_sys::{DomParser, SupportedType};

/// The text of an HTML fragment, its paragraphs on lines of their own.
///
/// The document it is parsed into is inert: no script runs, nothing is fetched.
pub(crate) fn text_of(html: &str) -> String {
    // Block ends become line ends, which the text of a parsed document would lose.
    let mut spaced = html.to_owned();
    for end in [
        "</p>", "</div>", "</li>", "</h1>", "</h2>", "</h3>", "</tr>", "<br>", "<br/>", "<br />",
    ] {
        spaced = spaced.replace(end, &[end, "\n"].concat());
    }
    let Ok(parser) = DomParser::new() else {
        return String::new();
    };
    let Ok(document) = parser.parse_from_string(&spaced, SupportedType::TextHtml) else {
        return String::new();
    };
    let Some(body) = document.body() else {
        return String::new();
    };
    if let Ok(hidden) = body.query_selector_all("script,style,template,noscript") {
        for index in 0..hidden.length() {
            if let Some(node) = hidden.get(index)
                && let Some(parent) = node.parent_node()
            {
                let _ = parent.remove_child(&node);
            }
        }
    }
    body.text_content().unwrap_or_default()
}
