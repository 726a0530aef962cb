//! Names of files that are made from titles.

/// Longest name without its ending, in characters.
const LONGEST: usize = 60;

/// A file's name made of a title: letters and digits of any script, words joined by hyphens.
///
/// Never empty, never hidden, never a path, never a name that Windows keeps for a device.
#[must_use]
pub fn file_name(title: &str, ending: &str) -> String {
    let words = title.split(|it: char| !it.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let name: String = words.join("-").chars().take(LONGEST).collect();
    let name = name.trim_matches('-');
    let name = match name {
        "" => "event".to_owned(),
        _ if is_device(name) => ["event-", name].concat(),
        _ => name.to_owned(),
    };
    [&name, ".", ending].concat()
}

/// `CON`, `NUL`, `COM1` and the like can't be opened on Windows, whatever their ending.
fn is_device(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let numbered = |stem: &str| {
        let rest = name.strip_prefix(stem);
        rest.is_some_and(|rest| rest.len() == 1 && rest.bytes().all(|it| it.is_ascii_digit()))
    };
    ["con", "prn", "aux", "nul"].contains(&name.as_str()) || numbered("com") || numbered("lpt")
}
