//! What an invitation says, and how it reads as plain text.

/// An invitation in pieces; written out as plain text or as HTML.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Invitation {
    /// Title of the event, which is also the mail's subject.
    pub title: String,
    /// What it says, from top to bottom.
    pub blocks: Vec<Block>,
}

/// A piece of an invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph or several, with line ends.
    Text(String),
    /// Something with a name, such as "When", in one line or more.
    Fact {
        /// The name.
        label: String,
        /// The lines.
        lines: Vec<String>,
    },
    /// An address to go to.
    Link {
        /// What is there, such as "Join the town hall".
        label: String,
        /// The address.
        url: String,
    },
}

impl Invitation {
    /// The invitation as plain text, lines ended by LF, blocks apart by an empty line.
    #[must_use]
    pub fn plain(&self) -> String {
        let title = one_line(&self.title);
        let blocks = self.blocks.iter().map(Block::plain);
        let parts: Vec<String> = std::iter::once(title).chain(blocks).collect();
        let filled: Vec<&str> = parts
            .iter()
            .map(|part| part.trim())
            .filter(|part| !part.is_empty())
            .collect();
        filled.join("\n\n")
    }

    /// The title in one line, as a mail's subject.
    #[must_use]
    pub fn subject(&self) -> String {
        one_line(&self.title)
    }

    /// The same invitation without its title, for where that stands already.
    #[must_use]
    pub fn untitled(&self) -> Self {
        Self {
            title: String::new(),
            blocks: self.blocks.clone(),
        }
    }

    /// The same invitation without its paragraphs: only facts and links.
    #[must_use]
    pub fn in_short(&self) -> Self {
        let essential = |block: &&Block| !matches!(block, Block::Text(_));
        Self {
            title: self.title.clone(),
            blocks: self.blocks.iter().filter(essential).cloned().collect(),
        }
    }
}

impl Block {
    fn plain(&self) -> String {
        match self {
            Self::Text(text) => line_ends(text),
            Self::Fact { label, lines } => [label.as_str(), ": ", &lines.join("\n")].concat(),
            Self::Link { label, url } => [label.as_str(), ":\n", url].concat(),
        }
    }
}

/// Text in one line: any run of blanks and line ends is one blank; control characters go.
pub(super) fn one_line(text: &str) -> String {
    let blank = |it: char| it.is_whitespace() || it.is_control();
    let words: Vec<&str> = text.split(blank).filter(|it| !it.is_empty()).collect();
    words.join(" ")
}

/// Text whose lines all end with LF.
pub(super) fn line_ends(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}
