//! The `wasm-bindgen` that trunk calls: splits the linked module first, then writes the glue.
//!
//! Two environment variables, set by xtask, say what to do: `ROSTRUM_WASM_OUT` names the folder for
//! the results, `ROSTRUM_SPLIT=1` asks for chunks. The module is always called `app` there. Trunk
//! expects files of its own name in its own folder and gets copies, which the finishing step drops.

use crate::gather::gather;
use crate::nothing::without_nulls;
use crate::short_names::{self, Shortened};
use anyhow::{Context, Result, anyhow};
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// Name of the main module: `app.js` and `app_bg.wasm`.
pub(crate) const MODULE: &str = "app";

/// The version of `wasm-bindgen-cli-support` in Cargo.toml; trunk compares it with the lock file.
const VERSION: &str = "0.2.129";

/// The few arguments of wasm-bindgen that trunk passes and that matter here.
#[derive(Debug, PartialEq, Eq)]
struct Call {
    input: PathBuf,
    out_dir: PathBuf,
    out_name: String,
}

impl Call {
    fn parse(arguments: &[String]) -> Result<Self> {
        let mut input = None;
        let mut out_dir = None;
        let mut out_name = None;
        for argument in arguments {
            match argument.split_once('=') {
                Some(("--out-dir", value)) => out_dir = Some(PathBuf::from(value)),
                Some(("--out-name", value)) => out_name = Some(value.to_owned()),
                _ if argument.starts_with('-') => {}
                _ => input = Some(PathBuf::from(argument)),
            }
        }
        Ok(Self {
            input: input.context("no wasm file given")?,
            out_dir: out_dir.context("no --out-dir given")?,
            out_name: out_name.context("no --out-name given")?,
        })
    }
}

/// Whether the linked module is cut into chunks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Chunks {
    Split,
    Together,
}

/// Answers trunk's call.
///
/// # Errors
/// When an argument is missing, the wasm can't be read, split or bound, or a file can't be written.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    if arguments
        .iter()
        .any(|argument| argument == "--version" || argument == "-V")
    {
        crate::sizes::say(&format!("wasm-bindgen {VERSION}"));
        return Ok(());
    }
    let call = Call::parse(arguments)?;
    let out = std::env::var_os("ROSTRUM_WASM_OUT").context("ROSTRUM_WASM_OUT is not set")?;
    let chunks = match std::env::var_os("ROSTRUM_SPLIT").as_deref() == Some(OsStr::new("1")) {
        true => Chunks::Split,
        false => Chunks::Together,
    };
    let out = PathBuf::from(out);
    if out.exists() {
        fs::remove_dir_all(&out).with_context(|| format!("emptying {}", out.display()))?;
    }
    fs::create_dir_all(&out).with_context(|| format!("creating {}", out.display()))?;
    let wasm =
        fs::read(&call.input).with_context(|| format!("reading {}", call.input.display()))?;
    let wasm = match chunks {
        Chunks::Split => split(&wasm, &out)?,
        Chunks::Together => wasm,
    };
    bind(wasm, &out, chunks)?;
    copy_for_trunk(&call, &out)
}

/// Writes the chunks and their loader into `out` and gives the main module back.
fn split(wasm: &[u8], out: &Path) -> Result<Vec<u8>> {
    let main_path = out.join("main.wasm");
    let main_module = format!("./{MODULE}.js");
    let mut options = wasm_split_cli_support::Options::new(wasm);
    options.output_dir = out;
    options.main_out_path = &main_path;
    options.main_module = &main_module;
    // the leading `./` goes into the glue's import as it is
    options.link_name = "./__wasm_split.js";
    wasm_split_cli_support::transform(options)
        .map_err(|error| anyhow!("splitting the linked wasm: {error:#}"))?;
    gather(out)?;
    let main = fs::read(&main_path).context("reading the main module")?;
    fs::remove_file(&main_path).context("removing the unbound main module")?;
    without_nulls(&main)
}

fn bind(wasm: Vec<u8>, out: &Path, chunks: Chunks) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen
        .web(true)?
        .input_bytes(MODULE, wasm)
        .out_name(MODULE)
        .typescript(false);
    // boot.js calls `init()` without an address
    bindgen.omit_default_module_path(false);
    if chunks == Chunks::Split {
        // chunks import from the main module by the linker's names
        bindgen.keep_lld_exports(true).demangle(false);
    }
    let mut output = bindgen.generate_output().context("writing the glue")?;
    let shortened = match chunks {
        Chunks::Split => shorten_imports(&mut output),
        Chunks::Together => Shortened::new(),
    };
    output.emit(out).context("writing the glue")?;
    let glue_path = out.join(format!("{MODULE}.js"));
    let glue = fs::read_to_string(&glue_path).context("reading the glue")?;
    fs::write(&glue_path, short_names::rewrite(&glue, &shortened)?).context("writing the glue")
}

/// Renames what the module imports from its glue; the names that the glue has to follow.
fn shorten_imports(output: &mut wasm_bindgen_cli_support::Output) -> Shortened {
    let glue = format!("./{MODULE}_bg.js");
    let imports = &mut output.wasm_mut().imports;
    let of_glue = imports.iter().filter(|import| import.module == glue);
    let shortened = short_names::choose(of_glue.map(|import| import.name.as_str()));
    for import in imports.iter_mut().filter(|import| import.module == glue) {
        if let Some(short) = shortened.get(&import.name) {
            import.name.clone_from(short);
        }
    }
    shortened
}

fn copy_for_trunk(call: &Call, out: &Path) -> Result<()> {
    fs::create_dir_all(&call.out_dir)?;
    for suffix in [".js", "_bg.wasm"] {
        let from = out.join(format!("{MODULE}{suffix}"));
        let to = call.out_dir.join(format!("{}{suffix}", call.out_name));
        fs::copy(&from, &to).with_context(|| format!("copying to {}", to.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trunks_call_is_understood() {
        let arguments = [
            "--target=web",
            "--out-dir=/t/out",
            "--out-name=rostrum",
            "/t/r.wasm",
            "--no-typescript",
        ]
        .map(str::to_owned);
        let call = Call::parse(&arguments).unwrap();
        assert_eq!(
            call,
            Call {
                input: "/t/r.wasm".into(),
                out_dir: "/t/out".into(),
                out_name: "rostrum".into()
            }
        );
    }

    #[test]
    fn a_call_without_a_file_is_refused() {
        assert!(Call::parse(&["--out-dir=/t".to_owned(), "--out-name=x".to_owned()]).is_err());
    }
}
