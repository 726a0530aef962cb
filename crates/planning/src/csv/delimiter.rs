//! What stands between two cells.

/// What stands between two cells. Spreadsheets write semicolons where the comma is in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Delimiter {
    /// `,`
    #[default]
    Comma,
    /// `;`
    Semicolon,
    /// A tab, as a copy from a spreadsheet has it.
    Tab,
}

impl Delimiter {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Comma, Self::Semicolon, Self::Tab];

    pub(super) const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }

    /// What a text seems to use: whatever stands most often outside quotes in its first line.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut counts = [0_usize; 3];
        let mut quoted = false;
        for byte in text.trim_start_matches(['\r', '\n']).bytes() {
            match byte {
                b'"' => quoted = !quoted,
                b'\r' | b'\n' if !quoted => break,
                _ if quoted => {}
                _ => {
                    for (count, delimiter) in counts.iter_mut().zip(Self::ALL) {
                        *count += usize::from(byte == delimiter.byte());
                    }
                }
            }
        }
        let most = counts.iter().max().copied().unwrap_or_default();
        // the comma wins where nothing is found
        Self::ALL
            .into_iter()
            .zip(counts)
            .find(|(_, count)| *count == most)
            .map_or(Self::Comma, |(delimiter, _)| delimiter)
    }
}
