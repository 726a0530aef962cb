//! Letters as a search sees them: without case, and without the marks people leave out.

/// `text` in small letters without Latin diacritics: `Überblick` → `uberblick`.
///
/// Covers Latin-1, Latin Extended-A, the Vietnamese letters and loose combining marks; Greek,
/// Cyrillic and Armenian letters only lose their case.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_onto(&mut folded, text);
    folded
}

/// Writes `text`, folded, behind what is there.
pub(crate) fn fold_onto(folded: &mut String, text: &str) {
    for letter in text.chars() {
        push_folded(folded, letter);
    }
}

/// The words somebody is looking for, folded.
#[derive(Debug, Clone, Default)]
pub(crate) struct Words(Vec<String>);

impl Words {
    pub(crate) fn new(query: &str) -> Self {
        Self(
            query
                .split_whitespace()
                .map(fold)
                .filter(|word| !word.is_empty())
                .collect(),
        )
    }

    /// Whether each word stands somewhere in the (already folded) text.
    pub(crate) fn all_in(&self, folded: &str) -> bool {
        self.0.iter().all(|word| folded.contains(word.as_str()))
    }
}

fn push_folded(folded: &mut String, letter: char) {
    if letter.is_ascii() {
        folded.push(letter.to_ascii_lowercase());
        return;
    }
    match letter {
        'ß' | 'ẞ' => folded.push_str("ss"),
        'æ' | 'Æ' => folded.push_str("ae"),
        'œ' | 'Œ' => folded.push_str("oe"),
        'þ' | 'Þ' => folded.push_str("th"),
        '\u{300}'..='\u{36f}' => {}
        _ => match base(letter) {
            Some(base) => folded.push(char::from(base)),
            None => folded.push(small(letter)),
        },
    }
}

// One byte a letter, `.` where there is no base. Positions follow the code charts.
const LATIN: &[u8; 192] = b"aaaaaa.ceeeeiiiidnooooo.ouuuuy..\
aaaaaa.ceeeeiiiidnooooo.ouuuuy.y\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkklllllllllln\
nnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
const VIETNAMESE: &[u8; 96] = b"aaaaaaaaaaaaaaaaaaaaaaaa\
eeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooo\
uuuuuuuuuuuuuuyyyyyyyy......";

fn base(letter: char) -> Option<u8> {
    let code = u32::from(letter);
    let found = match code {
        0xc0..=0x17f => LATIN.get((code - 0xc0) as usize),
        0x1ea0..=0x1eff => VIETNAMESE.get((code - 0x1ea0) as usize),
        _ => match letter {
            'ơ' | 'Ơ' => Some(&b'o'),
            'ư' | 'Ư' => Some(&b'u'),
            _ => None,
        },
    };
    found.copied().filter(|base| *base != b'.')
}

/// The small letter, where Latin, Greek, Cyrillic and Armenian have one.
///
/// The standard library knows all scripts, from a table of 11 kB that would be most of what a search
/// costs.
fn small(letter: char) -> char {
    let code = u32::from(letter);
    let small = match code {
        0x41..=0x5a | 0xc0..=0xd6 | 0xd8..=0xde => code + 32,
        // what `base` leaves of Latin Extended-A
        0x132 | 0x14a => code + 1,
        // Greek
        0x386 => 0x3ac,
        0x388..=0x38a => code + 37,
        0x38c => 0x3cc,
        0x38e..=0x38f => code + 63,
        0x391..=0x3a1 | 0x3a3..=0x3ab => code + 32,
        // Cyrillic
        0x400..=0x40f => code + 80,
        0x410..=0x42f => code + 32,
        0x460..=0x481 | 0x48a..=0x4bf | 0x4d0..=0x52f => code | 1,
        // Armenian
        0x531..=0x556 => code + 48,
        _ => code,
    };
    char::from_u32(small).unwrap_or(letter)
}

/// `text` in small letters, otherwise as it is.
pub(crate) fn in_small_letters(text: &str) -> String {
    text.chars().map(small).collect()
}

#[cfg(test)]
mod tests {
    use super::{Words, fold, small};

    #[test]
    fn small_letters_are_those_of_the_standard_library() {
        // given all of basic Latin, Greek, Cyrillic and Armenian
        for code in (0..0x100)
            .chain(0x386..0x3cf)
            .chain(0x400..0x4c0)
            .chain(0x4d0..0x530)
            .chain(0x531..0x557)
        {
            let letter = char::from_u32(code).unwrap();
            let known: String = letter.to_lowercase().collect();
            assert_eq!(small(letter).to_string(), known, "{letter} {code:x}");
        }
    }

    #[test]
    fn letters_lose_case_and_marks_but_nothing_else() {
        for (text, folded) in [
            ("Überblick", "uberblick"),
            ("Čeština ŽŠŘ", "cestina zsr"),
            ("Łódź", "lodz"),
            ("Straße", "strasse"),
            ("Smørrebrød Ærø", "smorrebrod aero"),
            ("Nguyễn Đường", "nguyen duong"),
            ("İstanbul ılık ğş", "istanbul ilik gs"),
            ("e\u{301}", "e"),
            ("ĸ × ÷", "k × ÷"),
            ("Ňň Ŋŋ ŉ", "nn nn n"),
            ("Őő Ŕŕ Śś Ťť Ůů Ŵŵ Ŷŷ Ÿ Źź", "oo rr ss tt uu ww yy y zz"),
            ("Ħħ Ĳ ĳ Ĵĵ Ķķ Ĺĺ Ŀŀ", "hh ĳ ĳ jj kk ll ll"),
            ("ỳ Ỹ ị Ờ ử", "y y i o u"),
            ("Привет ΣΟΦΊΑ", "привет σοφία"),
            ("日本語 مرحبا", "日本語 مرحبا"),
        ] {
            assert_eq!(fold(text), folded);
        }
    }

    #[test]
    fn all_words_must_be_there_in_any_order() {
        let words = Words::new("  Zürich  ALL ");
        assert!(words.all_in(&fold("All hands Zurich")));
        assert!(!words.all_in(&fold("Zurich")));
        assert!(Words::new(" ").all_in("anything"));
    }
}
