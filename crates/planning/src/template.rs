//! An event to begin others from, kept in the browser, in a file, or given by the organization.

use serde::{Deserialize, Serialize};
use virtual_events::UtcInstant;

use crate::draft::{Copied, EventDraft, StoredDraftError};
use crate::zones::ZoneRules;

/// Counted up when an older text can no longer be read.
const VERSION: u32 = 1;
/// Tells such a text from any other JSON.
const FORMAT: &str = "rostrum.template";

/// An event to begin others from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// What it is called.
    pub name: String,
    /// When it was saved; `None` for one of the organization's.
    pub saved: Option<UtcInstant>,
    /// Everything of the new event but the day.
    pub draft: EventDraft,
}

#[derive(Serialize, Deserialize)]
struct Text<D> {
    format: String,
    version: u32,
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    saved: Option<UtcInstant>,
    draft: D,
}

impl Template {
    /// The template as a JSON text, for the browser's storage and for a file.
    #[must_use]
    pub fn to_text(&self) -> String {
        // a struct of texts, numbers and lists: nothing in it can fail to be written
        serde_json::to_string(&Text {
            format: FORMAT.to_owned(),
            version: VERSION,
            name: self.name.clone(),
            saved: self.saved,
            draft: &self.draft,
        })
        .unwrap_or_default()
    }

    /// The template of a text.
    ///
    /// # Errors
    /// If the text is no template, or one of a newer release.
    pub fn from_text(text: &str) -> Result<Self, StoredDraftError> {
        let read = serde_json::from_slice(text.as_bytes());
        Self::of(read.map_err(|_| StoredDraftError::Unreadable)?)
    }

    /// The templates that `config.json` gives everybody under `templates`, and how many of its
    /// entries are none.
    ///
    /// An entry is what a template's file holds; most of a draft may be left out.
    #[must_use]
    pub fn of_organization(config: &str) -> (Vec<Self>, usize) {
        #[derive(Deserialize)]
        struct Config {
            #[serde(default)]
            templates: Vec<serde_json::Value>,
        }
        let Ok(config) = serde_json::from_slice::<Config>(config.as_bytes()) else {
            return (Vec::new(), 0);
        };
        let count = config.templates.len();
        let read: Vec<Self> = config
            .templates
            .into_iter()
            .filter_map(|it| Self::of(it).ok())
            .collect();
        let unreadable = count - read.len();
        (read, unreadable)
    }

    fn of(mut value: serde_json::Value) -> Result<Self, StoredDraftError> {
        let is_template = value.get("format").and_then(|it| it.as_str()) == Some(FORMAT);
        let version = value.get("version").and_then(serde_json::Value::as_u64);
        match version.map(u32::try_from) {
            Some(Ok(version)) if is_template && version > VERSION => {
                return Err(StoredDraftError::Newer { version });
            }
            Some(Ok(_)) if is_template => {}
            _ => return Err(StoredDraftError::Unreadable),
        }
        // written by hand, it may leave that out: then it is as the service takes it
        if let Some(draft) = value.get_mut("draft").and_then(|it| it.as_object_mut())
            && draft.get("kind").and_then(|it| it.as_str()) == Some("webinar")
        {
            let member = draft.entry("registrationRequired");
            member.or_insert(serde_json::Value::Bool(true));
        }
        let text: Text<EventDraft> =
            serde_json::from_value(value).map_err(|_| StoredDraftError::Unreadable)?;
        Ok(Self {
            name: text.name,
            saved: text.saved,
            draft: text.draft,
        })
    }

    /// A new event from the template, on the day and in the zone of `fresh`, a draft as the
    /// form begins with.
    ///
    /// The template's time of day, length and zone count where it has them.
    #[must_use]
    pub fn begin(&self, fresh: &EventDraft, rules: &dyn ZoneRules) -> EventDraft {
        let mut template = self.draft.clone();
        let own = |text: &String, other: &String| match text.is_empty() {
            true => other.clone(),
            false => text.clone(),
        };
        template.zone = own(&template.zone, &fresh.zone);
        template.start_time = own(&template.start_time, &fresh.start_time);
        let minutes = template.length_minutes;
        let mut draft = template.copied(&Copied::ALL, "", rules);
        draft.length_minutes = minutes;
        let time = draft.start_time.clone();
        draft.set_start(&fresh.start_date, &time, rules);
        draft
    }
}

#[cfg(test)]
mod tests;
