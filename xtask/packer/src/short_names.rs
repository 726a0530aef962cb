//! Short names for what the main module imports from its glue.
//!
//! wasm-bindgen gives each import a long name with a hash, and writes it into the wasm and into the
//! glue. Nobody else reads the names, and hashes don't compress: short ones save about 6 kB of the
//! first load.

use anyhow::{Result, ensure};
use std::collections::BTreeMap;

/// Long name to short name.
pub(crate) type Shortened = BTreeMap<String, String>;

/// Chooses a short name for each of `names` that wasm-bindgen made up.
pub(crate) fn choose<'a>(names: impl Iterator<Item = &'a str>) -> Shortened {
    let made_up = names.filter(|name| name.starts_with("__wb"));
    made_up
        .enumerate()
        .map(|(index, name)| (name.to_owned(), short(index)))
        .collect()
}

/// `a` to `z`, `A` to `Z`, `aa`, `ab`, …
fn short(index: usize) -> String {
    const LETTERS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut name = String::new();
    let mut rest = index + 1;
    while rest > 0 {
        rest -= 1;
        name.insert(0, char::from(LETTERS[rest % LETTERS.len()]));
        rest /= LETTERS.len();
    }
    name
}

/// The glue with the short names.
///
/// # Errors
/// When a name is not in the glue: the module would ask for something that isn't there.
pub(crate) fn rewrite(glue: &str, shortened: &Shortened) -> Result<String> {
    let mut result = String::with_capacity(glue.len());
    let mut found = BTreeMap::new();
    let mut rest = glue;
    while let Some(start) = rest.find(is_name) {
        let (before, tail) = rest.split_at(start);
        let length = tail.find(|letter| !is_name(letter)).unwrap_or(tail.len());
        let (word, after) = tail.split_at(length);
        result.push_str(before);
        match shortened.get(word) {
            Some(short) => {
                found.insert(word, ());
                result.push_str(short);
            }
            None => result.push_str(word),
        }
        rest = after;
    }
    result.push_str(rest);
    let missing = shortened
        .keys()
        .find(|name| !found.contains_key(name.as_str()));
    ensure!(
        missing.is_none(),
        "the glue lacks the import {}",
        missing.map_or("", String::as_str)
    );
    Ok(result)
}

fn is_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_' || letter == '$'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_names_are_all_different() {
        let names: std::collections::BTreeSet<String> = (0..6000).map(short).collect();
        assert_eq!(names.len(), 6000);
        assert_eq!(
            (short(0), short(51), short(52)),
            ("a".into(), "Z".into(), "aa".into())
        );
    }

    #[test]
    fn only_whole_names_are_rewritten() {
        // given two imports, the name of one being the beginning of the other's
        let shortened = choose(["__wbg_get_1", "__wbg_get_12", "memory"].into_iter());
        assert_eq!(shortened.len(), 2, "what others named keeps its name");
        // when the glue is rewritten
        let glue = "const o={__wbg_get_12:f,__wbg_get_1(){return memory}}";
        let glue = rewrite(glue, &shortened).unwrap();
        // then each got its own
        assert_eq!(glue, "const o={b:f,a(){return memory}}");
    }

    #[test]
    fn an_import_that_the_glue_does_not_offer_stops_the_build() {
        let shortened = choose(["__wbg_get_1"].into_iter());
        assert!(rewrite("const o={}", &shortened).is_err());
    }
}
