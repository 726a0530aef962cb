//! Compressed siblings, made once at build time so that a plain file host can serve them.

use crate::files::{Files, extension};
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::io::Write;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What compresses well; pictures and fonts are compressed already.
const TEXT_AND_CODE: [&str; 11] = [
    "html",
    "js",
    "mjs",
    "css",
    "wasm",
    "json",
    "svg",
    "txt",
    "xml",
    "map",
    "webmanifest",
];

/// The two compressed forms of one file.
#[derive(Debug)]
pub(crate) struct Pressed {
    /// Brotli, quality 11 (RFC 7932).
    pub(crate) br: Vec<u8>,
    /// Gzip, level 9 (RFC 1952).
    pub(crate) gz: Vec<u8>,
}

/// Compresses every file that gains by it, on all processors.
///
/// # Errors
/// When a compressor fails, which would be a defect of it: memory is the only sink.
pub(crate) fn press(files: &Files) -> Result<BTreeMap<String, Pressed>> {
    let work: Vec<(&String, &Vec<u8>)> = files
        .iter()
        .filter(|(name, _)| TEXT_AND_CODE.contains(&extension(name)))
        .collect();
    let next = AtomicUsize::new(0);
    let done = Mutex::new(BTreeMap::new());
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| -> Result<()> {
        let handles: Vec<_> = (0..workers)
            .map(|_| {
                scope.spawn(|| -> Result<()> {
                    while let Some((name, bytes)) = work.get(next.fetch_add(1, Ordering::Relaxed)) {
                        let pressed = press_one(bytes).with_context(|| (*name).clone())?;
                        if let Ok(mut done) = done.lock() {
                            done.insert((*name).clone(), pressed);
                        }
                    }
                    Ok(())
                })
            })
            .collect();
        for handle in handles {
            handle
                .join()
                .map_err(|_| anyhow::anyhow!("a compressing thread panicked"))??;
        }
        Ok(())
    })?;
    Ok(done.into_inner().unwrap_or_default())
}

fn press_one(bytes: &[u8]) -> Result<Pressed> {
    let mut br = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &*bytes, &mut br, &parameters).context("brotli")?;
    let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gz.write_all(bytes).context("gzip")?;
    Ok(Pressed {
        br,
        gz: gz.finish().context("gzip")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn both_forms_give_the_bytes_back() {
        let bytes = b"town hall ".repeat(1000);
        let files: Files = [
            ("a.js".to_owned(), bytes.clone()),
            ("a.png".to_owned(), bytes.clone()),
        ]
        .into();
        let pressed = press(&files).unwrap();
        assert_eq!(pressed.len(), 1, "pictures are left alone");
        let mut plain = Vec::new();
        brotli::BrotliDecompress(&mut &*pressed["a.js"].br, &mut plain).unwrap();
        assert_eq!(plain, bytes);
        plain.clear();
        flate2::read::GzDecoder::new(&*pressed["a.js"].gz)
            .read_to_end(&mut plain)
            .unwrap();
        assert_eq!(plain, bytes);
    }
}
