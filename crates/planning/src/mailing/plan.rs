//! The mails of an invitation, sent one after another.

use virtual_events::{Error, ErrorKind, MAX_RECIPIENTS};

use super::Recipient;
use super::recipients::each_once;

/// How people are kept from seeing each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Manner {
    /// Everybody gets a mail of their own.
    Apart,
    /// All get the same mail as hidden recipients (Bcc), at most 500 with each.
    Together,
}

/// A mail to some people, and what became of it.
#[derive(Debug, Clone)]
pub struct Parcel {
    /// Whom it is for.
    pub recipients: Vec<Recipient>,
    /// What became of it.
    pub fate: Fate,
}

/// What became of a mail.
#[derive(Debug, Clone)]
pub enum Fate {
    /// It hasn't been sent.
    Waiting,
    /// The service took it.
    Sent,
    /// The service refused it.
    Failed(Error),
    /// No answer came: it may have been sent. Sending it again is for the user to decide.
    Unsure(Error),
}

/// Whether the next mail has a chance.
#[derive(Debug, Clone)]
pub enum Onward {
    /// It has.
    Next,
    /// What stopped this one would stop all: nobody to sign in, no network, a busy service.
    Stop(Error),
}

/// How many people are where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Not written to yet.
    pub waiting: usize,
    /// Whose mail was taken.
    pub sent: usize,
    /// Whose mail was refused.
    pub failed: usize,
    /// Whose mail may have been sent.
    pub unsure: usize,
}

impl Counts {
    /// All of them.
    #[must_use]
    pub fn all(self) -> usize {
        self.waiting + self.sent + self.failed + self.unsure
    }
}

/// The mails of one invitation.
#[derive(Debug, Clone, Default)]
pub struct Mailing {
    parcels: Vec<Parcel>,
}

impl Mailing {
    /// Mails to these people, each of them once, whoever can't be written to left out.
    #[must_use]
    pub fn plan(people: Vec<Recipient>, manner: Manner) -> Self {
        let size = match manner {
            Manner::Apart => 1,
            Manner::Together => MAX_RECIPIENTS,
        };
        let parcel = |recipients: &[Recipient]| Parcel {
            recipients: recipients.to_vec(),
            fate: Fate::Waiting,
        };
        Self {
            parcels: each_once(people).chunks(size).map(parcel).collect(),
        }
    }

    /// The mails.
    #[must_use]
    pub fn parcels(&self) -> &[Parcel] {
        &self.parcels
    }

    /// The next mail to send: its place and whom it is for.
    #[must_use]
    pub fn next(&self) -> Option<(usize, &[Recipient])> {
        let waiting = |parcel: &Parcel| matches!(parcel.fate, Fate::Waiting);
        let at = self.parcels.iter().position(waiting)?;
        let parcel = self.parcels.get(at)?;
        Some((at, &parcel.recipients))
    }

    /// Notes what came of sending the mail at that place.
    pub fn note(&mut self, at: usize, outcome: Result<(), Error>) -> Onward {
        let (fate, onward) = match outcome {
            Ok(()) => (Fate::Sent, Onward::Next),
            Err(error) if error.may_have_happened() => {
                (Fate::Unsure(error.clone()), Onward::Stop(error))
            }
            // what is wrong with one mail or its recipients needn't be wrong with the next
            Err(error) if error.kind() == ErrorKind::Invalid => (Fate::Failed(error), Onward::Next),
            Err(error) => (Fate::Waiting, Onward::Stop(error)),
        };
        if let Some(parcel) = self.parcels.get_mut(at) {
            parcel.fate = fate;
        }
        onward
    }

    /// Puts those that failed back in the row.
    pub fn retry_failed(&mut self) {
        self.put_back(|fate| matches!(fate, Fate::Failed(_)));
    }

    /// Puts those that may have been sent back in the row: somebody may get two.
    pub fn retry_unsure(&mut self) {
        self.put_back(|fate| matches!(fate, Fate::Unsure(_)));
    }

    /// Those whose mail was taken, and those whose mail may have been sent.
    pub fn reached(&self) -> impl Iterator<Item = &Recipient> {
        let gone = |parcel: &&Parcel| matches!(parcel.fate, Fate::Sent | Fate::Unsure(_));
        self.parcels
            .iter()
            .filter(gone)
            .flat_map(|parcel| &parcel.recipients)
    }

    /// How many people are where.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for parcel in &self.parcels {
            let place = match parcel.fate {
                Fate::Waiting => &mut counts.waiting,
                Fate::Sent => &mut counts.sent,
                Fate::Failed(_) => &mut counts.failed,
                Fate::Unsure(_) => &mut counts.unsure,
            };
            *place += parcel.recipients.len();
        }
        counts
    }

    fn put_back(&mut self, which: impl Fn(&Fate) -> bool) {
        for parcel in &mut self.parcels {
            if which(&parcel.fate) {
                parcel.fate = Fate::Waiting;
            }
        }
    }
}
