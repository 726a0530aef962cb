//! Server-sent events, read as they come.
//!
//! Source: WHATWG HTML, section 9.2 "Server-sent events". A browser's own reader can't send a token,
//! so the app reads the stream itself.

/// The most that one event may have, in bytes: more is no notification.
const LONGEST: usize = 1 << 20;

/// One event of the stream.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Frame {
    /// Its type; `message` when none is given.
    pub event: String,
    /// Its lines of data, joined by line feeds.
    pub data: String,
    /// The position in the stream: the last one given, by this event or one before.
    pub id: Option<String>,
}

/// The stream wrote more in one event than any notification has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong;

/// Takes the stream in pieces as the network cuts them.
#[derive(Debug, Default)]
pub struct Frames {
    /// Bytes of a line that isn't over.
    line: Vec<u8>,
    /// A carriage return ended the last piece: a line feed after it belongs to it.
    returned: bool,
    begun: bool,
    event: String,
    data: Option<String>,
    id: Option<String>,
}

impl Frames {
    /// The events that are whole with this piece.
    ///
    /// # Errors
    /// When one event is longer than a mebibyte: the stream should be given up.
    pub fn take(&mut self, piece: &[u8]) -> Result<Vec<Frame>, TooLong> {
        let mut whole = Vec::new();
        for &byte in piece {
            let after_return = std::mem::take(&mut self.returned);
            match byte {
                b'\n' if after_return => {}
                b'\n' | b'\r' => {
                    self.returned = byte == b'\r';
                    let line = std::mem::take(&mut self.line);
                    whole.extend(self.end_line(&line));
                }
                _ => self.line.push(byte),
            }
            let held = self.line.len() + self.data.as_ref().map_or(0, String::len);
            if held > LONGEST {
                return Err(TooLong);
            }
        }
        Ok(whole)
    }

    fn end_line(&mut self, line: &[u8]) -> Option<Frame> {
        let text = String::from_utf8_lossy(line);
        let mut text = &*text;
        if !std::mem::replace(&mut self.begun, true) {
            text = text.strip_prefix('\u{feff}').unwrap_or(text);
        }
        if text.is_empty() {
            return self.end_event();
        }
        let (name, value) = text.split_once(':').unwrap_or((text, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match name {
            "event" => value.clone_into(&mut self.event),
            "data" => {
                let data = self.data.get_or_insert_default();
                data.push_str(value);
                data.push('\n');
            }
            "id" if !value.contains('\0') => self.id = Some(value.to_owned()),
            // a comment, the time to wait, or something newer
            _ => {}
        }
        None
    }

    fn end_event(&mut self) -> Option<Frame> {
        let event = std::mem::take(&mut self.event);
        let mut data = self.data.take()?;
        data.pop();
        Some(Frame {
            event: if event.is_empty() {
                "message".to_owned()
            } else {
                event
            },
            data,
            id: self.id.clone().filter(|id| !id.is_empty()),
        })
    }
}
