//! Server-sent events out of bytes (HTML standard, section 9.2), as far as the relay uses them.

/// One event, or a comment, which has neither name nor id nor data.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Event {
    pub(crate) name: String,
    pub(crate) id: Option<String>,
    pub(crate) data: String,
}

/// What has arrived of a stream and isn't an event yet.
#[derive(Debug, Default)]
pub(crate) struct Arriving {
    bytes: Vec<u8>,
    /// Up to here they are taken.
    taken: usize,
}

impl Arriving {
    pub(crate) fn add(&mut self, bytes: &[u8]) {
        self.bytes.drain(..self.taken);
        self.taken = 0;
        self.bytes.extend_from_slice(bytes);
    }

    /// The next whole event or comment.
    pub(crate) fn next(&mut self) -> Option<Event> {
        let rest = self.bytes.get(self.taken..)?;
        let end = rest.windows(2).position(|two| two == b"\n\n")?;
        let event = event(&String::from_utf8_lossy(&rest[..end]));
        self.taken += end + 2;
        Some(event)
    }
}

fn event(text: &str) -> Event {
    let mut event = Event::default();
    for line in text.lines() {
        match line.split_once(": ") {
            Some(("event", name)) => name.clone_into(&mut event.name),
            Some(("id", id)) => event.id = Some(id.to_owned()),
            Some(("data", data)) => data.clone_into(&mut event.data),
            _ => {}
        }
    }
    event
}

#[cfg(test)]
mod tests {
    use super::{Arriving, Event};

    #[test]
    fn events_are_whole_wherever_the_bytes_are_cut() {
        let text = b"event: notification\nid: 7-0\ndata: {\"a\": 1}\n\n: beat\n\nevent: expired\ndata: {}\n\n";
        for cut in 0..text.len() {
            let mut arriving = Arriving::default();
            let mut events = Vec::new();
            for part in [&text[..cut], &text[cut..]] {
                arriving.add(part);
                events.extend(std::iter::from_fn(|| arriving.next()));
            }
            let notification = Event {
                name: "notification".to_owned(),
                id: Some("7-0".to_owned()),
                data: "{\"a\": 1}".to_owned(),
            };
            assert_eq!(events.len(), 3, "cut at {cut}");
            assert_eq!(events[0], notification);
            assert_eq!(events[1], Event::default());
            assert_eq!(events[2].name, "expired");
        }
    }
}
