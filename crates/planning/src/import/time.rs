//! Times of day and lengths as people write them.

/// A cell of date and time taken apart: the date's text, the time's text.
///
/// `2027-03-30T10:00`, `30.03.2027 10:00`, `30 March 2027, 2 pm`.
pub(super) fn split(text: &str) -> (String, String) {
    let text = text.trim();
    if let Some((date, time)) = text.split_once(['T', 't'])
        && date.len() >= 8
        && date
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'-')
    {
        return (date.to_owned(), time.to_owned());
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let begins = words.iter().enumerate().position(|(at, word)| {
        let next = words.get(at + 1).map(|next| next.to_ascii_lowercase());
        word.contains(':')
            || half(word).is_some()
            || next.is_some_and(|next| half(&next).is_some() && half(&next) == Some(""))
    });
    let at = begins.unwrap_or(words.len());
    let (date, time) = words.split_at(at);
    (date.join(" "), time.join(" "))
}

/// What stands before `am` or `pm`, in any case and with dots.
fn half(word: &str) -> Option<&str> {
    let word = word.trim_end_matches('.');
    let ends = ["am", "pm", "a.m", "p.m"];
    ends.into_iter().find_map(|end| {
        let at = word.len().checked_sub(end.len())?;
        let (before, tail) = (word.get(..at)?, word.get(at..)?);
        let is_time = before
            .bytes()
            .all(|b| b.is_ascii_digit() || b":.".contains(&b));
        (is_time && tail.eq_ignore_ascii_case(end)).then_some(before)
    })
}

/// A time of day as a time input has it, `14:30`: from `14:30`, `14.30`, `14h30`, `2:30 pm`,
/// `2pm`. What can't be read comes back as it is.
pub(super) fn read_time(text: &str) -> String {
    let squeezed: String = text.split_whitespace().collect();
    clock(&squeezed.to_ascii_lowercase()).unwrap_or_else(|| text.trim().to_owned())
}

fn clock(text: &str) -> Option<String> {
    let (plain, afternoon) = match half(text) {
        Some(before) => (before, Some(text.contains('p'))),
        None => (text, None),
    };
    let mut parts = plain.split([':', '.', 'h']);
    let hour = digits(parts.next()?)?;
    let minute = match parts.next() {
        // a lone number is a time only by its half of the day, or by its h
        None if afternoon.is_none() => return None,
        None | Some("") => 0,
        Some(text) if text.len() == 2 => digits(text)?,
        Some(_) => return None,
    };
    let second = match parts.next() {
        None | Some("") => None,
        Some(text) => Some(digits(text)?),
    };
    let hour = match afternoon {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(true) => hour % 12 + 12,
        Some(false) => hour % 12,
        None => hour,
    };
    if hour > 23 || minute > 59 || second.is_some_and(|second| second > 59) {
        return None;
    }
    let mut time = [two(hour), two(minute)].join(":");
    if let Some(second) = second.filter(|second| *second > 0) {
        time.push(':');
        time.push_str(&two(second));
    }
    Some(time)
}

/// A length in minutes: from `90`, `90 min`, `1:30`, `1 h 30 min`, `1.5 hours`.
pub(super) fn read_minutes(text: &str) -> Option<u32> {
    let text: String = text
        .split_whitespace()
        .collect::<String>()
        .to_ascii_lowercase();
    let minutes = match text.split_once(':') {
        Some((hours, minutes)) if minutes.len() == 2 => digits(hours)? * 60 + digits(minutes)?,
        Some(_) => return None,
        None => match text.find('h') {
            Some(at) => {
                let (hours, rest) = text.split_at(at);
                let rest = rest.trim_start_matches(|c: char| "hours".contains(c));
                tenths(hours)? * 6 + if rest.is_empty() { 0 } else { plain(rest)? }
            }
            None => plain(&text)?,
        },
    };
    (minutes > 0).then_some(minutes)
}

/// Minutes, with or without the word.
fn plain(text: &str) -> Option<u32> {
    let number = text.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '.');
    let unit = text.get(number.len()..)?.trim_end_matches('.');
    ["", "m", "min", "mins", "minute", "minutes"]
        .contains(&unit)
        .then(|| digits(number))?
}

/// Tenths of a number with one digit behind the point at most.
fn tenths(text: &str) -> Option<u32> {
    match text.split_once(['.', ',']) {
        Some((whole, part)) if part.len() == 1 => Some(digits(whole)? * 10 + digits(part)?),
        Some(_) => None,
        None => Some(digits(text)? * 10),
    }
}

fn digits(text: &str) -> Option<u32> {
    let all = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    all.then(|| text.parse().ok())?
}

fn two(number: u32) -> String {
    let text = number.to_string();
    if text.len() == 1 {
        ["0", &text].concat()
    } else {
        text
    }
}
