//! The script that loads chunks, as the splitter writes it and as it is after merging.

use anyhow::{Context, Result, bail, ensure};
use std::collections::{BTreeMap, BTreeSet};

/// What a merged file has become part of: file to the variable that loads it now.
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

/// A file that several chunks need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shared<'a> {
    pub(crate) file: &'a str,
    /// The variable that loads it.
    pub(crate) variable: &'a str,
    /// For each chunk, in the script's order, whether it needs the file.
    pub(crate) users: Vec<bool>,
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
                moved.entry(file).or_insert_with(|| merged(chunk));
            }
        }
        Ok(moved)
    }

    /// What chunks share and what hasn't moved, with the chunks that need it.
    pub(crate) fn shared(&self, moved: &Moved) -> Result<Vec<Shared<'_>>> {
        let chunks = || self.loaders.iter().filter(|it| it.chunk.is_some());
        let mut shared = Vec::new();
        for loader in self.loaders.iter().filter(|it| it.chunk.is_none()) {
            let file = loader.file.as_deref();
            let file = file.context("what chunks share is never empty")?;
            ensure!(loader.needs.is_empty(), "{file} needs other files");
            if !moved.contains_key(file) {
                let needs = |chunk: &Loader| chunk.needs.contains(&loader.name);
                shared.push(Shared {
                    file,
                    variable: &loader.name,
                    users: chunks().map(needs).collect(),
                });
            }
        }
        Ok(shared)
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
        let own = loader.chunk.as_deref().map(merged);
        for need in &loader.needs {
            let file = self.named(need)?.file.as_ref();
            match file.and_then(|file| moved.get(file)) {
                Some(into) if own.as_ref() == Some(into) => {}
                Some(into) => drop(needs.insert(into.clone())),
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
pub(crate) fn merged(chunk: &str) -> String {
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
mod tests;
