//! What only Teams itself offers.

pub(crate) const TITLE: &str = "Only in Teams";
pub(crate) const TEXT: &str = "Microsoft lets no other app change these:";
pub(crate) const ONLY_THERE: [&str; 5] = [
    "Theme, banner and e-mail templates",
    "Q&A and reactions",
    "Green room",
    "Captions and languages",
    "Recording and its publication",
];
pub(crate) const OPTIONS: &str = "Meeting options in Teams";
pub(crate) const TEAMS: &str = "Open Teams";
pub(crate) const TEAMS_ADDRESS: &str = "https://teams.microsoft.com/";
