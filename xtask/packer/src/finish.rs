//! From trunk's folder and the wasm folder to the folder that is published.

use crate::{files, naming, press, shell, sizes, styles};
use anyhow::{Context, Result, bail};
use std::path::PathBuf;

/// How much is done to the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Named by content and compressed.
    Release,
    /// As they are: quick, for development.
    Plain,
}

/// What to put together, and where.
#[derive(Debug)]
pub(crate) struct Job {
    /// What trunk wrote: the page, styles and static files.
    shell: PathBuf,
    /// The glue, the main module and the chunks, after wasm-opt.
    wasm: PathBuf,
    /// The folder to publish; replaced.
    dist: PathBuf,
    /// The app's name, under which trunk has copies of the glue and the main module.
    program: String,
    kind: Kind,
}

impl Job {
    /// Reads `--shell DIR --wasm DIR --dist DIR --program NAME --kind release|plain`.
    ///
    /// # Errors
    /// When one is missing or unknown.
    pub(crate) fn parse(arguments: &[String]) -> Result<Self> {
        let value = |name: &str| {
            arguments
                .windows(2)
                .find_map(|pair| match pair {
                    [option, value] if option == name => Some(value.as_str()),
                    _ => None,
                })
                .with_context(|| format!("{name} is missing"))
        };
        Ok(Self {
            shell: value("--shell")?.into(),
            wasm: value("--wasm")?.into(),
            dist: value("--dist")?.into(),
            program: value("--program")?.to_owned(),
            kind: match value("--kind")? {
                "release" => Kind::Release,
                "plain" => Kind::Plain,
                other => bail!("unknown kind {other}"),
            },
        })
    }
}

/// Does the job and prints the table of sizes.
///
/// # Errors
/// When a file can't be read or written, or the page doesn't lead to the wasm.
pub(crate) fn run(job: &Job) -> Result<()> {
    let mut files = files::read(&job.shell)?;
    drop_copies_of_trunk(&mut files, &job.program);
    files.extend(files::read(&job.wasm)?);
    if let Some(page) = files.get_mut(shell::PAGE) {
        let text = std::str::from_utf8(page).context("the page is not UTF-8")?;
        *page = shell::without_build_links(text).into_bytes();
    }
    if job.kind == Kind::Plain {
        shell::add_deep_link_copy(&mut files);
        return files::replace(&job.dist, &files);
    }
    styles::bundle(&mut files)?;
    let (mut files, names) = naming::rename_by_content(files, shell::PAGE)?;
    shell::complete(&mut files, &names)?;
    shell::add_deep_link_copy(&mut files);
    let pressed = press::press(&files)?;
    let weights = sizes::weigh(&files, &pressed);
    for (name, pressed) in pressed {
        files.insert(format!("{name}.br"), pressed.br);
        files.insert(format!("{name}.gz"), pressed.gz);
    }
    files.insert("sizes.json".to_owned(), sizes::json(&weights).into_bytes());
    files::replace(&job.dist, &files)?;
    sizes::say(&sizes::table(&weights));
    Ok(())
}

/// Drops what trunk copied under the app's own name: it is the module's, before wasm-opt.
fn drop_copies_of_trunk(files: &mut files::Files, program: &str) {
    for suffix in [".js", "_bg.wasm"] {
        files.remove(&format!("{program}{suffix}"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_names_its_folders() {
        let line = "--shell s --wasm w --dist d --program rostrum --kind release"
            .split(' ')
            .map(str::to_owned);
        let job = Job::parse(&line.collect::<Vec<_>>()).unwrap();
        assert_eq!(job.kind, Kind::Release);
        assert_eq!(job.dist, PathBuf::from("d"));
        assert!(Job::parse(&["--shell".to_owned(), "s".to_owned()]).is_err());
    }

    #[test]
    fn the_wasm_is_published_once() {
        let mut files: files::Files = [
            ("rostrum_bg.wasm", "w"),
            ("rostrum.js", "g"),
            ("boot.js", "b"),
        ]
        .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
        .into();
        drop_copies_of_trunk(&mut files, "rostrum");
        assert_eq!(files.keys().collect::<Vec<_>>(), ["boot.js"]);
    }
}
