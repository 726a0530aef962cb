//! The versions of tools that the project is built with.

/// A program from the Rust package registry.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pinned {
    /// Name of the package.
    pub(crate) package: &'static str,
    /// The version, exactly.
    pub(crate) version: &'static str,
    /// Further arguments for `cargo install`.
    pub(crate) options: &'static [&'static str],
    /// How far it is optimized: what it saves at work has to be more than it costs here.
    pub(crate) optimization: &'static str,
}

/// Brings page, styles and static files together and calls cargo.
pub(crate) const TRUNK: Pinned = Pinned {
    package: "trunk",
    version: "0.21.14",
    // neither self-update nor a TLS library of the system
    options: &["--no-default-features", "--features", "rustls"],
    // it copies a few files and calls others: unoptimized it takes half the time to compile
    optimization: "0",
};

/// Runs wasm tests in the browser; has to fit the crate `wasm-bindgen` exactly.
pub(crate) const WASM_BINDGEN: Pinned = Pinned {
    package: "wasm-bindgen-cli",
    version: "0.2.129",
    options: &[],
    optimization: "1",
};

impl Pinned {
    /// Compiles the tool quickly instead of well: its own release profile takes three times as long.
    pub(crate) const fn quick_profile(self) -> [(&'static str, &'static str); 3] {
        [
            ("CARGO_PROFILE_RELEASE_LTO", "off"),
            ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
            ("CARGO_PROFILE_RELEASE_OPT_LEVEL", self.optimization),
        ]
    }
}

/// The oldest Node.js that the npm packages run on.
pub(crate) const NODE_MAJOR: u32 = 18;

/// The oldest Rust that the workspace compiles with, major and minor (`rust-version`).
pub(crate) const RUST: (u32, u32) = (1, 88);

/// The first number of a version such as `v20.1.0` or `trunk 0.21.14`, and the second.
pub(crate) fn major_minor(text: &str) -> Option<(u32, u32)> {
    let word = text.split_whitespace().find(|word| {
        word.trim_start_matches('v')
            .starts_with(|first: char| first.is_ascii_digit())
    })?;
    let mut numbers = word.trim_start_matches('v').split(['.', '-', '+', '~']);
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

/// Whether `answer`, what `--version` printed, names exactly `version`.
pub(crate) fn is_version(answer: &str, version: &str) -> bool {
    answer.split_whitespace().any(|word| word == version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_as_programs_print_them() {
        assert_eq!(major_minor("v20.20.2"), Some((20, 20)));
        assert_eq!(
            major_minor("rustc 1.96.0 (ac68faa20 2026-05-25) (built from …)"),
            Some((1, 96))
        );
        assert_eq!(major_minor("1.85.0+dfsg3-1~deb12u3"), Some((1, 85)));
        assert_eq!(major_minor("no number here"), None);
    }

    #[test]
    fn a_longer_version_is_another_version() {
        assert!(is_version("trunk 0.21.14", "0.21.14"));
        assert!(!is_version("trunk 0.21.140", "0.21.14"));
    }

    #[test]
    fn the_workspace_asks_for_the_pinned_wasm_bindgen() {
        // given the manifest that the app is built from
        let manifest = include_str!("../../../Cargo.toml");
        // then its wasm-bindgen is the one whose test runner gets installed
        let line = format!("wasm-bindgen = \"={}\"", WASM_BINDGEN.version);
        assert!(manifest.contains(&line), "no line {line}");
        assert!(manifest.contains(&format!("rust-version = \"{}.{}\"", RUST.0, RUST.1)));
    }
}
