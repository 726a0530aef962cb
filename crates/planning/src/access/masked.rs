//! Texts made fit to be handed on.

/// From this length on, what holds a digit is taken for an id.
const ID: usize = 20;
/// How much of an id is left, which is enough to compare two by.
const LEFT: usize = 8;

/// The text with its ids cut to their first letters and its mail addresses taken out.
///
/// Ids are opaque: any long run of letters and digits with a digit in it counts as one.
#[must_use]
pub fn masked(text: &str) -> String {
    let belongs = |it: char| it.is_alphanumeric() || "-_@%.+".contains(it);
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|it| !belongs(it)).unwrap_or(rest.len());
        if end == 0 {
            out.push(first);
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
            continue;
        }
        let (run, after) = rest.split_at(end);
        masked_run(run, &mut out);
        rest = after;
    }
    out
}

fn masked_run(run: &str, out: &mut String) {
    let has_digit = run.contains(|it: char| it.is_ascii_digit());
    if run.chars().count() >= ID && has_digit && !run.contains('.') {
        out.extend(run.chars().take(LEFT));
        out.push('…');
    } else if run.contains('@') || run.contains("%40") {
        out.push('…');
    } else {
        out.push_str(run);
    }
}
