//! Where one file names another, and how to change the name.
//!
//! Only the places where a browser reads an address are looked at: `from`, `import`, `import()` and
//! `new URL()` in scripts, `url()` and `@import` in styles, `href` and `src` in pages. Other string
//! literals stay as they are: the glue also keeps `'./__wasm_split.js'` as the name of an import
//! inside the wasm, and that name must not change.

use crate::files::extension;
use std::ops::Range;

/// An address written in a file.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Reference {
    /// Where the address stands, without its quotes.
    pub(crate) span: Range<usize>,
    /// The path it means, relative to the published folder.
    pub(crate) target: String,
}

/// Words after which a browser reads an address, by the kind of file.
fn introductions(name: &str) -> &'static [&'static str] {
    match extension(name) {
        "js" | "mjs" => &["from", "import", "import(", "URL("],
        "css" => &["url(", "@import"],
        "html" => &["href=", "src="],
        _ => &[],
    }
}

/// Finds the addresses in the file `name` that are relative or begin with `/`, in order.
pub(crate) fn find(name: &str, text: &str) -> Vec<Reference> {
    let base = match extension(name) == "html" && text.contains("<base href=\"/\"") {
        true => "",
        false => name.rsplit_once('/').map_or("", |(folder, _)| folder),
    };
    let mut found: Vec<Reference> = introductions(name)
        .iter()
        .flat_map(|word| text.match_indices(word).map(|(at, _)| at + word.len()))
        .filter_map(|after| address(text, after))
        .filter_map(|span| {
            let target = resolve(base, text.get(span.clone())?)?;
            Some(Reference { span, target })
        })
        .collect();
    found.sort_by_key(|reference| reference.span.start);
    found.dedup();
    found
}

/// The span of the quoted address after `after`; `url(…)` may stand without quotes.
fn address(text: &str, after: usize) -> Option<Range<usize>> {
    let rest = text.get(after..)?;
    let blank = rest.len() - rest.trim_start().len();
    let quote = rest.get(blank..)?.chars().next()?;
    let (start, end) = match quote {
        '"' | '\'' | '`' => (after + blank + 1, quote),
        _ if text.get(..after)?.ends_with("url(") => (after + blank, ')'),
        _ => return None,
    };
    let length = text.get(start..)?.find([end, '\n'])?;
    Some(start..start + length)
}

/// The path that `address` means in a file of the folder `base`; nothing for other sites.
fn resolve(base: &str, address: &str) -> Option<String> {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    if path.is_empty() || path.starts_with("//") || path.contains(':') {
        return None;
    }
    let mut parts: Vec<&str> = match path.starts_with('/') {
        true => Vec::new(),
        false => base.split('/').filter(|part| !part.is_empty()).collect(),
    };
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            _ => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// Writes the addresses of `text` anew: `rename` gives the new path of a target, or nothing.
///
/// A file keeps its folder when renamed, so only the last part of the address changes.
pub(crate) fn rewrite(name: &str, text: &str, rename: impl Fn(&str) -> Option<String>) -> String {
    let mut result = String::with_capacity(text.len() + 256);
    let mut done = 0;
    for reference in find(name, text) {
        let Some(new) = rename(&reference.target) else {
            continue;
        };
        let Some(address) = text.get(reference.span.clone()) else {
            continue;
        };
        let old = reference.target.rsplit('/').next().unwrap_or_default();
        let new = new.rsplit('/').next().unwrap_or_default();
        result.push_str(text.get(done..reference.span.start).unwrap_or_default());
        result.push_str(&address.replacen(old, new, 1));
        done = reference.span.end;
    }
    result.push_str(text.get(done..).unwrap_or_default());
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    fn targets(name: &str, text: &str) -> Vec<String> {
        find(name, text)
            .into_iter()
            .map(|reference| reference.target)
            .collect()
    }

    #[test]
    fn scripts_name_modules_and_wasm() {
        let text = "import init from \"./app.js\";\nimport{a}from'./b.js';import './c.js';\n\
                    await import(\"../d.js\"); new URL(`e.wasm`, import.meta.url)";
        assert_eq!(
            targets("x/boot.js", text),
            ["x/app.js", "x/b.js", "x/c.js", "d.js", "x/e.wasm"]
        );
    }

    #[test]
    fn the_name_of_a_wasm_import_is_no_address() {
        // given the glue's import object, whose key the wasm itself asks for
        let glue = "import * as s from './__wasm_split.js'\nreturn { './__wasm_split.js': s };";
        // when the loader is renamed
        let new = rewrite("app.js", glue, |_| Some("__wasm_split-1.js".to_owned()));
        // then only the address follows
        assert_eq!(
            new,
            "import * as s from './__wasm_split-1.js'\nreturn { './__wasm_split.js': s };"
        );
    }

    #[test]
    fn a_page_with_a_base_counts_from_the_root() {
        let text = "<base href=\"/\"><script src=\"boot.js\"></script><link href='/a/b.css?v=1'>\
                    <a href=\"https://example.org/boot.js\">";
        assert_eq!(targets("deep/index.html", text), ["", "boot.js", "a/b.css"]);
    }

    #[test]
    fn styles_name_fonts_with_and_without_quotes() {
        let text = "@import \"base.css\"; a{src:url( f.woff2 );b:url('g.svg#x')}";
        assert_eq!(targets("style/main.css", text).len(), 3);
        assert!(targets("style/main.css", text).contains(&"style/g.svg".to_owned()));
    }

    #[test]
    fn other_sites_and_paths_above_the_root_are_left() {
        let text = "import '//cdn/x.js'; import 'data:text/javascript,1'; import '../../y.js'";
        assert!(targets("a.js", text).is_empty());
    }
}
