//! The script that loads chunks, as the splitter writes it and as it is after merging.

use anyhow::{Context, Result, bail, ensure};
use std::collections::{BTreeMap, BTreeSet};

/// Which chunk's file a merged file has become part of: file to chunk.
pub(crate) type Moved = BTreeMap<String, String>;

/// The splitter's script: what comes before the loaders, and the loaders.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Script {
    head: String,
    loaders: Vec<Loader>,
}

/// How one file is loaded.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Loader {
    /// The variable.
    name: String,
    /// Whether wasm calls it: a chunk; what chunks share is loaded with them.
    chunk: Option<String>,
    /// The function that fetches, and the file it fetches; a chunk may be empty.
    fetcher: String,
    file: Option<String>,
    /// The variables of what has to be loaded with it.
    needs: Vec<String>,
}

const EXPORT: &str = "export const __wasm_split_load_";
const SHARED: &str = "const __chunk_";

impl Script {
    /// Reads the script.
    ///
    /// # Errors
    /// When it isn't of the form that the pinned splitter writes.
    pub(crate) fn read(text: &str) -> Result<Self> {
        let is_loader = |line: &&str| line.starts_with(EXPORT) || line.starts_with(SHARED);
        let mut lines = text
            .lines()
            .filter(|line| !line.starts_with("/*"))
            .peekable();
        let mut head = String::new();
        while let Some(line) = lines.next_if(|line| !is_loader(line)) {
            head.push_str(line);
            head.push('\n');
        }
        let mut loaders = Vec::new();
        while let Some(first) = lines.next() {
            ensure!(
                is_loader(&first),
                "what is this between the loaders: {first}"
            );
            let mut statement = first.to_owned();
            while !statement.ends_with("]);") && !statement.ends_with("]));") {
                let line = lines.next().context("a loader has no end")?;
                statement.push('\n');
                statement.push_str(line);
            }
            loaders.push(Loader::read(&statement)?);
        }
        ensure!(!loaders.is_empty(), "there are no loaders");
        Ok(Self { head, loaders })
    }

    /// For each chunk, in the order of `first`, the files that can move into it: those it needs,
    /// unless they moved into an earlier one.
    pub(crate) fn moves(&self, first: &[&str]) -> Result<Moved> {
        let mut moved = Moved::new();
        for chunk in first {
            let loader = self.chunk(chunk)?;
            for need in &loader.needs {
                let file = self.named(need)?.file.clone();
                let file = file.context("what chunks share is never empty")?;
                moved.entry(file).or_insert_with(|| (*chunk).to_owned());
            }
        }
        Ok(moved)
    }

    /// The file of a chunk.
    pub(crate) fn file(&self, chunk: &str) -> Result<&str> {
        let file = self.chunk(chunk)?.file.as_deref();
        file.with_context(|| format!("the chunk {chunk} is empty"))
    }

    /// The script after the files have moved: who needed one needs the chunk it moved into.
    /// `first` as in [`Script::moves`]: a chunk of it may need an earlier one.
    pub(crate) fn after(&self, moved: &Moved, first: &[&str]) -> Result<String> {
        let mut text = self.head.clone();
        let kept = |file: &str| !moved.contains_key(file);
        for loader in self.loaders.iter().filter(|it| it.chunk.is_none()) {
            if loader.file.as_deref().is_some_and(kept) {
                let load = self.load(loader, moved)?;
                text.push_str(&format!("const {} = {load};\n", loader.name));
            }
        }
        for chunk in first {
            let load = self.load(self.chunk(chunk)?, moved)?;
            text.push_str(&format!("const {} = {load};\n", merged(chunk)));
        }
        for loader in &self.loaders {
            let load = match loader.chunk.as_deref() {
                None => continue,
                Some(chunk) if first.contains(&chunk) => merged(chunk),
                Some(_) => self.load(loader, moved)?,
            };
            text.push_str(&format!(
                "export const {} = wrapAsyncCb({load});\n",
                loader.name
            ));
        }
        Ok(text)
    }

    /// The expression that loads a file with what it needs.
    fn load(&self, loader: &Loader, moved: &Moved) -> Result<String> {
        let mut needs = BTreeSet::new();
        for need in &loader.needs {
            let file = self.named(need)?.file.as_ref();
            match file.and_then(|file| moved.get(file)) {
                Some(chunk) if loader.chunk.as_ref() == Some(chunk) => {}
                Some(chunk) => drop(needs.insert(merged(chunk))),
                None => drop(needs.insert(need.clone())),
            }
        }
        let needs: Vec<_> = needs.into_iter().collect();
        Ok(format!(
            "makeLoad({}, [{}])",
            loader.fetcher,
            needs.join(", ")
        ))
    }

    fn chunk(&self, chunk: &str) -> Result<&Loader> {
        let found = self
            .loaders
            .iter()
            .find(|it| it.chunk.as_deref() == Some(chunk));
        found.with_context(|| format!("there is no chunk {chunk}"))
    }

    fn named(&self, name: &str) -> Result<&Loader> {
        let found = self.loaders.iter().find(|it| it.name == name);
        found.with_context(|| format!("there is no loader {name}"))
    }
}

/// The variable of a chunk that others are part of.
fn merged(chunk: &str) -> String {
    format!("__merged_{chunk}")
}

impl Loader {
    fn read(statement: &str) -> Result<Self> {
        let name = statement
            .trim_start_matches("export ")
            .strip_prefix("const ")
            .and_then(|rest| rest.split_once(" = "));
        let Some((name, value)) = name else {
            bail!("a loader without a name: {statement}");
        };
        let call = value
            .strip_prefix("wrapAsyncCb(")
            .map_or(value, |rest| rest.trim_end_matches(");"))
            .trim_end_matches(");");
        let parts = call
            .strip_prefix("makeLoad(")
            .and_then(|rest| rest.rsplit_once(", ["));
        let Some((fetcher, needs)) = parts else {
            bail!("a loader of another form: {statement}");
        };
        let needs = needs.trim_end_matches([')', ']']);
        let file = fetcher
            .split_once("new URL(\"./")
            .and_then(|(_, rest)| rest.split_once('"'));
        Ok(Self {
            name: name.to_owned(),
            chunk: name.strip_prefix("__wasm_split_load_").map(str::to_owned),
            fetcher: fetcher.trim_end().to_owned(),
            file: file.map(|(file, _)| file.to_owned()),
            needs: needs
                .split(", ")
                .filter(|need| !need.is_empty())
                .map(str::to_owned)
                .collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As the splitter writes it: two things shared, two chunks, one that is empty.
    const SCRIPT: &str = r#"import { initSync } from "./app.js";
/* board, form */
const __chunk_3 = makeLoad(() => {
    const src = fetch(new URL("./chunk_3.wasm", import.meta.url));
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}
, []);
/* form, later */
const __chunk_4 = makeLoad(() => {
    const src = fetch(new URL("./chunk_4.wasm", import.meta.url));
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}
, []);
export const __wasm_split_load_later = wrapAsyncCb(makeLoad(() => async (_imp) => ({}), [__chunk_4]));
export const __wasm_split_load_form = wrapAsyncCb(makeLoad(() => {
    const src = fetch(new URL("./split_form.wasm", import.meta.url));
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}
, [__chunk_3, __chunk_4]));
export const __wasm_split_load_board = wrapAsyncCb(makeLoad(() => {
    const src = fetch(new URL("./split_board.wasm", import.meta.url));
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}
, [__chunk_3]));
"#;

    fn line_with<'a>(text: &'a str, part: &str) -> &'a str {
        text.lines()
            .find(|line| line.contains(part))
            .unwrap_or_default()
    }

    #[test]
    fn what_the_first_chunk_shares_moves_into_it() {
        let script = Script::read(SCRIPT).unwrap();
        let moved = script.moves(&["board"]).unwrap();
        assert_eq!(
            moved,
            Moved::from([("chunk_3.wasm".to_owned(), "board".to_owned())])
        );
        assert_eq!(script.file("board").unwrap(), "split_board.wasm");

        let text = script.after(&moved, &["board"]).unwrap();

        assert!(!text.contains("chunk_3"), "{text}");
        assert!(text.starts_with("import { initSync }"));
        assert_eq!(
            line_with(&text, "load_board"),
            "export const __wasm_split_load_board = wrapAsyncCb(__merged_board);"
        );
        let order = [
            "const __chunk_4",
            "const __merged_board",
            "load_later",
            "load_form",
        ];
        let places = order.map(|part| text.find(part).unwrap());
        assert!(places.is_sorted(), "{text}");
        assert!(text.contains("}, [__chunk_4, __merged_board]));"), "{text}");
        assert!(text.contains("(_imp) => ({}), [__chunk_4]));"), "{text}");
    }

    #[test]
    fn a_script_of_another_form_stops_the_build() {
        assert!(Script::read("").is_err());
        assert!(Script::read("const __chunk_1 = somethingElse([]);\n").is_err());
        assert!(Script::read(&SCRIPT.replace("makeLoad(", "load(")).is_err());
        let script = Script::read(SCRIPT).unwrap();
        assert!(script.moves(&["nowhere"]).is_err());
        assert!(
            script
                .moves(&["later"])
                .is_ok_and(|moved| script.file("later").is_err() && moved.len() == 1)
        );
    }
}
