//! Two style sheets instead of many: fewer requests, and brotli sees all of them at once.

use crate::files::Files;
use crate::shell::{PAGE, address};
use anyhow::{Context, Result};

/// One style sheet made of several.
struct Bundle {
    /// Its name before it is hashed.
    name: &'static str,
    /// What its link says beside the name.
    condition: &'static str,
    sheet: Vec<u8>,
    parts: Vec<String>,
}

impl Bundle {
    const fn new(name: &'static str, condition: &'static str) -> Self {
        Self {
            name,
            condition,
            sheet: Vec::new(),
            parts: Vec::new(),
        }
    }

    /// Takes a sheet in; the first leaves the bundle's link in its place.
    fn take(&mut self, name: &str, files: &Files, page: &mut String) {
        if self.parts.is_empty() {
            page.push_str(&format!(
                "<link rel=\"stylesheet\" href=\"{}\"{}>",
                self.name, self.condition
            ));
        }
        self.sheet
            .extend_from_slice(files.get(name).map_or(&[], Vec::as_slice));
        self.sheet.push(b'\n');
        self.parts.push(name.to_owned());
    }
}

/// Puts the page's own style sheets together, in the page's order, and links the result instead:
/// one for the start, one for what is `disabled` until the app wants it.
///
/// A sheet with a `media` condition stays alone, and so does one in another folder, whose own
/// addresses count from there.
///
/// # Errors
/// When the page is missing or not UTF-8.
pub(crate) fn bundle(files: &mut Files) -> Result<()> {
    let page = files
        .get(PAGE)
        .with_context(|| format!("no {PAGE} among the built files"))?;
    let page = String::from_utf8(page.clone()).context("the page is not UTF-8")?;
    let mut start = Bundle::new("style.css", "");
    let mut rooms = Bundle::new("rooms.css", " disabled");
    let mut result = String::with_capacity(page.len());
    let mut rest = page.as_str();
    while let Some(at) = rest.find("<link ") {
        let (before, tail) = rest.split_at(at);
        let length = tail.find('>').map_or(tail.len(), |end| end + 1);
        let (element, after) = tail.split_at(length);
        let name = address(element).filter(|name| bundles(element, name, files));
        result.push_str(before);
        match name {
            None => result.push_str(element),
            Some(name) if element.contains(" disabled") => {
                rooms.take(name, files, &mut result);
            }
            Some(name) => start.take(name, files, &mut result),
        }
        rest = after;
    }
    result.push_str(rest);
    let bundles = [start, rooms].into_iter();
    for bundle in bundles.filter(|bundle| !bundle.parts.is_empty()) {
        for name in &bundle.parts {
            files.remove(name);
        }
        files.insert(bundle.name.to_owned(), bundle.sheet);
        files.insert(PAGE.to_owned(), without_blank_lines(&result).into_bytes());
    }
    Ok(())
}

fn bundles(element: &str, name: &str, files: &Files) -> bool {
    element.contains("rel=\"stylesheet\"")
        && !element.contains("media=")
        && !name.contains('/')
        && files.contains_key(name)
}

fn without_blank_lines(page: &str) -> String {
    let mut lines: Vec<&str> = page
        .lines()
        .filter(|line| !line.trim().is_empty())
        .collect();
    lines.push("");
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_become_one_in_the_order_of_the_page() {
        // given a page as trunk writes it
        let page = "<head>\n<link rel=\"icon\" href=\"icon.svg\">\n\
                    <link rel=\"stylesheet\" href=\"/tokens.css\"/>\n\
                    <link rel=\"stylesheet\" href=\"/form.css\" disabled/>\n\
                    <link rel=\"stylesheet\" href=\"/base.css\"/>\n\
                    <link rel=\"stylesheet\" href=\"print.css\" media=\"print\">\n</head>";
        let mut files: Files = [
            (PAGE, page),
            ("tokens.css", ":root{}"),
            ("base.css", "a{}"),
            ("form.css", "f{}"),
            ("print.css", "p{}"),
        ]
        .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
        .into();
        bundle(&mut files).unwrap();
        // then one link stands where the first stood, and conditions are kept apart
        assert_eq!(
            String::from_utf8(files[PAGE].clone()).unwrap(),
            "<head>\n<link rel=\"icon\" href=\"icon.svg\">\n\
             <link rel=\"stylesheet\" href=\"style.css\">\n\
             <link rel=\"stylesheet\" href=\"rooms.css\" disabled>\n\
             <link rel=\"stylesheet\" href=\"print.css\" media=\"print\">\n</head>\n"
        );
        assert_eq!(files["style.css"], b":root{}\na{}\n");
        assert_eq!(files["rooms.css"], b"f{}\n");
        assert!(!files.contains_key("base.css") && files.contains_key("print.css"));
    }
}
