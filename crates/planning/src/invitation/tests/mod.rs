mod links;
mod mail;
mod texts;

use super::{Block, Invitation};

fn invitation() -> Invitation {
    Invitation {
        title: "Quarterly update".to_owned(),
        blocks: vec![
            Block::Fact {
                label: "When".to_owned(),
                lines: vec![
                    "Tuesday, 1 June 2027, 10:00 – 11:00 (Berlin)".to_owned(),
                    "04:00 – 05:00 (New York)".to_owned(),
                ],
            },
            Block::Text("Figures & plans.\n\nQuestions are welcome\r\nat the end.".to_owned()),
            Block::Link {
                label: "Join".to_owned(),
                url: "https://teams.example/join?a=1&b=2".to_owned(),
            },
        ],
    }
}

fn titled(title: &str) -> Invitation {
    Invitation {
        title: title.to_owned(),
        ..invitation()
    }
}
