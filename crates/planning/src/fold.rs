//! Letters as a search sees them: without case, and without the marks people leave out.

/// `text` in small letters without Latin diacritics: `Überblick` → `uberblick`.
///
/// Covers Latin-1, Latin Extended-A, the Vietnamese letters and loose combining marks; letters of
/// other scripts only lose their case.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        push_folded(&mut folded, letter);
    }
    folded
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
            None => folded.extend(letter.to_lowercase()),
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

#[cfg(test)]
mod tests {
    use super::{Words, fold};

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
