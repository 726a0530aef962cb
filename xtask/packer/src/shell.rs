//! The static shell: `index.html` completed with what only the finished build knows.

use crate::bindgen::MODULE;
use crate::files::Files;
use crate::naming::Names;
use anyhow::{Context, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha384};

/// The page that every address of the app shows.
pub(crate) const PAGE: &str = "index.html";

/// The copy that plain file hosts show for addresses they don't know, so that deep links work.
const NOT_FOUND_PAGE: &str = "404.html";

/// Takes the lines out that spoke to trunk.
///
/// With its own scripts switched off trunk leaves the `rel="rust"` link behind.
pub(crate) fn without_build_links(page: &str) -> String {
    let mut lines: Vec<&str> = page
        .lines()
        .filter(|line| !line.contains("data-trunk"))
        .collect();
    lines.push("");
    lines.join("\n")
}

/// Adds early fetches for the glue and the main module, and integrity of what the page loads.
///
/// Without the hints the browser learns of the wasm only after it has run two scripts.
///
/// # Errors
/// When the page, the glue or the main module is missing.
pub(crate) fn complete(files: &mut Files, names: &Names) -> Result<()> {
    let page = files
        .get(PAGE)
        .with_context(|| format!("no {PAGE} among the built files"))?;
    let page = String::from_utf8(page.clone()).context("the page is not UTF-8")?;
    let mut hints = String::new();
    for module in [format!("{MODULE}.js"), "__wasm_split.js".to_owned()] {
        let Some(name) = names.get(&module) else {
            continue;
        };
        let integrity = integrity(files.get(name).map_or(&[], Vec::as_slice));
        hints.push_str(&format!(
            "  <link rel=\"modulepreload\" href=\"{name}\" integrity=\"{integrity}\">\n"
        ));
    }
    let main = format!("{MODULE}_bg.wasm");
    let main = names
        .get(&main)
        .with_context(|| format!("the page does not lead to {main}"))?;
    // `crossorigin` makes the hint match the glue's fetch; without it the file comes twice
    hints.push_str(&format!(
        "  <link rel=\"preload\" href=\"{main}\" as=\"fetch\" type=\"application/wasm\" crossorigin>\n"
    ));
    let mut page = page.replacen("</head>", &format!("{hints}</head>"), 1);
    for tag in ["<script ", "<link "] {
        page = with_integrity(&page, tag, files);
    }
    files.insert(PAGE.to_owned(), page.into_bytes());
    Ok(())
}

/// Adds `404.html`, a copy of the page.
pub(crate) fn add_deep_link_copy(files: &mut Files) {
    if let Some(page) = files.get(PAGE).cloned() {
        files.insert(NOT_FOUND_PAGE.to_owned(), page);
    }
}

/// Writes `integrity` into the page's script and style tags of the kind `tag`.
fn with_integrity(page: &str, tag: &str, files: &Files) -> String {
    let mut result = String::with_capacity(page.len() + 512);
    let mut rest = page;
    while let Some(at) = rest.find(tag) {
        let Some(length) = rest.get(at..).and_then(|tail| tail.find('>')) else {
            break;
        };
        let element = rest.get(at..at + length).unwrap_or_default();
        // a closing slash, which trunk writes, would end up inside the attribute's place
        let element = element.trim_end_matches('/');
        result.push_str(rest.get(..at).unwrap_or_default());
        result.push_str(element);
        let file = address(element).and_then(|address| files.get(address));
        let checked = tag == "<script " || element.contains("rel=\"stylesheet\"");
        if let Some(bytes) = file
            && checked
            && !element.contains("integrity=")
        {
            result.push_str(&format!(" integrity=\"{}\"", integrity(bytes)));
        }
        rest = rest.get(at + length..).unwrap_or_default();
    }
    result.push_str(rest);
    result
}

/// The local address in a tag, counted from the root.
pub(crate) fn address(element: &str) -> Option<&str> {
    let start = ["src=\"", "href=\""]
        .iter()
        .find_map(|word| element.find(word).map(|at| at + word.len()))?;
    let address = element.get(start..)?.split('"').next()?;
    Some(address.trim_start_matches("./").trim_start_matches('/'))
}

/// The `integrity` attribute's value for `bytes` (W3C Subresource Integrity, SHA-384).
fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64.encode(Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integrity_is_the_hash_of_the_bytes_sent() {
        // the example of the specification, section 3.1
        assert_eq!(
            integrity(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
    }

    #[test]
    fn only_the_link_to_trunk_goes() {
        let page = "<head>\n<link data-trunk rel=\"rust\">\n<base href=\"/\">\n</head>";
        assert_eq!(
            without_build_links(page),
            "<head>\n<base href=\"/\">\n</head>\n"
        );
    }

    #[test]
    fn the_page_hints_at_the_final_names_and_pins_their_bytes() {
        let page = "<head>\n<link rel=\"stylesheet\" href=\"main-1.css\"/>\n\
                    <link rel=\"icon\" href=\"icon.svg\">\n\
                    <script type=\"module\" src=\"boot-1.js\"></script>\n</head>";
        let mut files: Files = [
            (PAGE, page),
            ("boot-1.js", "b"),
            ("main-1.css", "c"),
            ("icon.svg", "i"),
            ("app-1.js", "a"),
        ]
        .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
        .into();
        let names: Names = [("app.js", "app-1.js"), ("app_bg.wasm", "app_bg-1.wasm")]
            .map(|(old, new)| (old.to_owned(), new.to_owned()))
            .into();
        complete(&mut files, &names).unwrap();
        let page = String::from_utf8(files[PAGE].clone()).unwrap();
        assert!(page.contains("rel=\"modulepreload\" href=\"app-1.js\" integrity=\"sha384-"));
        assert!(page.contains("href=\"app_bg-1.wasm\" as=\"fetch\""));
        assert!(page.contains("src=\"boot-1.js\" integrity=\"sha384-"));
        assert!(
            page.contains("href=\"main-1.css\" integrity=\"sha384-"),
            "{page}"
        );
        assert!(
            page.contains("href=\"icon.svg\">"),
            "pictures carry no integrity"
        );
    }
}
