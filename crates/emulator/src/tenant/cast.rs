//! The accounts of the choice page: one for each part somebody can have.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};

use crate::ident::Ids;

/// The part an account plays in the demo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Part {
    Organizer,
    CoOrganizer,
    Presenter,
    Attendee,
    Administrator,
    Guest,
    WithoutConsent,
}

impl Part {
    /// How the choice page names it.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Organizer => "organizer",
            Self::CoOrganizer => "co-organizer",
            Self::Presenter => "presenter",
            Self::Attendee => "attendee",
            Self::Administrator => "administrator",
            Self::Guest => "guest",
            Self::WithoutConsent => "without consent",
        }
    }
}

/// Somebody who can sign in.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Account {
    /// Object id in this tenant.
    pub(crate) oid: String,
    pub(crate) part: Part,
    /// The tenant they come from; a guest's is another one.
    pub(crate) home_tenant: String,
    /// Their identifier there.
    pub(crate) home_oid: String,
    /// Pairwise subject for the app.
    pub(crate) subject: String,
}

impl Account {
    /// The opaque `login_hint` claim.
    pub(crate) fn login_hint(&self) -> String {
        format!(
            "O.{}",
            URL_SAFE_NO_PAD.encode(format!("{}@{}", self.oid, self.home_tenant))
        )
    }
}

/// The key of each account's person in the directory, with the part it plays.
pub(super) const CAST: [(&str, Part); 7] = [
    ("ana.ruiz", Part::Organizer),
    ("jonas.weber", Part::CoOrganizer),
    ("mei.tanaka", Part::Presenter),
    ("seun.adeyemi", Part::Attendee),
    ("ingrid.solberg", Part::Administrator),
    ("luca.moretti", Part::Guest),
    ("sam.okafor", Part::WithoutConsent),
];

/// The accounts, in the order of the choice page.
pub(super) fn accounts(ids: &Ids) -> Vec<Account> {
    CAST.iter()
        .map(|(key, part)| {
            let oid = ids.named(&format!("person/{key}"));
            let at_home = *part != Part::Guest;
            Account {
                home_tenant: ids.named(if at_home {
                    "tenant"
                } else {
                    "tenant/elsewhere"
                }),
                home_oid: if at_home {
                    oid.clone()
                } else {
                    ids.named("person/elsewhere")
                },
                subject: ids.named(&format!("subject/{key}")).replace('-', ""),
                part: *part,
                oid,
            }
        })
        .collect()
}
