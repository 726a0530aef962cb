//! Photos of people.

use http::StatusCode;

use crate::client::{Call, Target};
use crate::error::Error;
use crate::{GraphClient, Scope};

/// A photo's bytes and what they are.
#[derive(Clone, PartialEq, Eq)]
pub struct Photo {
    /// The image.
    pub bytes: Vec<u8>,
    /// Its media type, mostly `image/jpeg`.
    pub media_type: String,
}

/// A square size in which Graph keeps photos, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhotoSize {
    /// 48 by 48.
    Px48,
    /// 64 by 64.
    Px64,
    /// 96 by 96.
    Px96,
    /// 120 by 120.
    Px120,
    /// 240 by 240.
    Px240,
    /// 360 by 360.
    Px360,
    /// 432 by 432.
    Px432,
    /// 504 by 504.
    Px504,
    /// 648 by 648.
    Px648,
}

impl PhotoSize {
    /// All sizes, from small to large.
    pub const ALL: [Self; 9] = [
        Self::Px48,
        Self::Px64,
        Self::Px96,
        Self::Px120,
        Self::Px240,
        Self::Px360,
        Self::Px432,
        Self::Px504,
        Self::Px648,
    ];

    /// The size's name on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Px48 => "48x48",
            Self::Px64 => "64x64",
            Self::Px96 => "96x96",
            Self::Px120 => "120x120",
            Self::Px240 => "240x240",
            Self::Px360 => "360x360",
            Self::Px432 => "432x432",
            Self::Px504 => "504x504",
            Self::Px648 => "648x648",
        }
    }
}

impl Photo {
    pub(super) fn call(person: Target, size: PhotoSize, scopes: &'static [Scope]) -> Call {
        let target = person.word("photos").word(size.as_str()).word("$value");
        Call::get(target, scopes).header("accept", "image/*")
    }

    pub(super) async fn get(
        client: &GraphClient,
        person: Target,
        size: PhotoSize,
        scopes: &'static [Scope],
    ) -> Result<Option<Self>, Error> {
        let call = Self::call(person, size, scopes);
        match client.exchange(&call).await {
            Ok(answer) => Ok(Some(Self {
                media_type: answer.media_type(),
                bytes: answer.body,
            })),
            Err(error) if error.status() == Some(StatusCode::NOT_FOUND) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

impl std::fmt::Debug for Photo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Photo({}, {} bytes)", self.media_type, self.bytes.len())
    }
}
