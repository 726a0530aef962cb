//! An error as the sign-in service describes it.

use crate::wire::form;
use crate::wire::json::Fields;
use serde_json::Value;

/// Characters of a description that are kept.
const DESCRIPTION_LIMIT: usize = 1_000;

/// Characters of any other field that are kept.
const FIELD_LIMIT: usize = 200;

/// Characters of a claims request that are kept; a longer one is dropped whole.
pub(crate) const CLAIMS_LIMIT: usize = 8 * 1024;

/// The error fields of an answer of the sign-in service.
///
/// From a redirect they are under the influence of whoever made the link, so they are limited in
/// length, freed of control and direction characters, and to be shown as text only.
/// Source: Entra "Authorization code flow", error responses.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ServiceError {
    /// The OAuth error code, such as `invalid_grant`; the only field to branch on beside `suberror`.
    pub error: String,
    /// Entra's refinement of the code, such as `bad_token`.
    pub suberror: Option<String>,
    /// The service's own words.
    pub description: String,
    /// Error numbers, known to administrators as `AADSTS` and the number. For support only.
    pub codes: Vec<u32>,
    /// Claims that the next request has to carry, as JSON text.
    pub claims: Option<String>,
    /// Id of the whole flow, for support.
    pub correlation_id: Option<String>,
    /// Id of this request, for support.
    pub trace_id: Option<String>,
    /// When it happened, as the service wrote it.
    pub timestamp: Option<String>,
}

impl ServiceError {
    /// Reads the error fields of a JSON answer; `None` when there is no `error`.
    pub(crate) fn from_json(value: &Value) -> Option<Self> {
        let fields = Fields::of(value);
        let mut read = Self::default();
        for name in FIELDS {
            if let Some(text) = fields.text(name) {
                read.set(name, text);
            }
        }
        if let Some(Value::Array(codes)) = fields.get("error_codes") {
            read.codes = codes
                .iter()
                .filter_map(Value::as_u64)
                .filter_map(|code| u32::try_from(code).ok())
                .take(10)
                .collect();
        }
        read.finished()
    }

    /// Reads the error fields of a form; `None` when there is no `error`.
    pub(crate) fn from_form(text: &str) -> Option<Self> {
        let mut read = Self::default();
        for (name, value) in form::pairs(text) {
            read.set(&name, &value);
        }
        read.finished()
    }

    fn set(&mut self, name: &str, text: &str) {
        let short = || Some(plain(text, FIELD_LIMIT)).filter(|text| !text.is_empty());
        match name {
            "error" => self.error = plain(text, FIELD_LIMIT),
            "error_description" => self.description = plain(text, DESCRIPTION_LIMIT),
            "suberror" => self.suberror = short(),
            "claims" if text.len() <= CLAIMS_LIMIT => self.claims = Some(text.to_owned()),
            "correlation_id" => self.correlation_id = short(),
            "trace_id" => self.trace_id = short(),
            "timestamp" => self.timestamp = short(),
            _ => {}
        }
    }

    fn finished(mut self) -> Option<Self> {
        if self.error.is_empty() {
            return None;
        }
        if self.codes.is_empty() {
            self.codes.extend(first_number(&self.description));
        }
        Some(self)
    }

    /// Cuts out the given secrets, should the service have repeated one of them.
    pub(crate) fn redact(&mut self, secrets: &[String]) {
        for secret in secrets.iter().filter(|secret| !secret.is_empty()) {
            let texts = [
                Some(&mut self.error),
                Some(&mut self.description),
                self.suberror.as_mut(),
                self.claims.as_mut(),
                self.correlation_id.as_mut(),
                self.trace_id.as_mut(),
                self.timestamp.as_mut(),
            ];
            for text in texts.into_iter().flatten() {
                if text.contains(secret.as_str()) {
                    *text = text.replace(secret.as_str(), "[redacted]");
                }
            }
        }
    }
}

const FIELDS: [&str; 7] = [
    "error",
    "error_description",
    "suberror",
    "claims",
    "correlation_id",
    "trace_id",
    "timestamp",
];

/// The number after the first `AADSTS`.
fn first_number(description: &str) -> Option<u32> {
    let (_, after) = description.split_once("AADSTS")?;
    let digits = after
        .find(|c: char| !c.is_ascii_digit())
        .map_or(after, |end| &after[..end]);
    digits.parse().ok()
}

/// A text without control and direction characters, cut to a number of characters. Line ends stay.
fn plain(text: &str, limit: usize) -> String {
    text.chars()
        .filter(|c| match c {
            '\r' | '\n' | '\t' => true,
            '\u{61c}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}' => false,
            c => !c.is_control(),
        })
        .take(limit)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{CLAIMS_LIMIT, DESCRIPTION_LIMIT, ServiceError};
    use crate::wire::form;
    use serde_json::json;

    fn described(description: &str) -> ServiceError {
        let mut text = String::new();
        form::append(&mut text, "error", "access_denied");
        form::append(&mut text, "error_description", description);
        ServiceError::from_form(&text).unwrap()
    }

    /// Anybody can make a link with an `error_description`.
    #[test]
    fn case_16_a_description_is_limited_text() {
        let markup = "<b onclick=\"x()\">AADSTS65004</b>\r\nTrace";
        assert_eq!(
            described(markup).description,
            markup,
            "kept as the text it is"
        );
        assert_eq!(described(markup).codes, [65004]);

        let long = "x".repeat(100_000);
        assert_eq!(described(&long).description.len(), DESCRIPTION_LIMIT);

        let tricky = "safe\u{202e}evil\u{2066}\0\u{7}\u{1b}[31m end";
        assert_eq!(described(tricky).description, "safeevil[31m end");
    }

    #[test]
    fn json_errors_keep_what_support_needs() {
        let read = ServiceError::from_json(&json!({
            "error": "invalid_grant", "suberror": "basic_action", "error_codes": [50076, "x", -1],
            "error_description": "AADSTS50079: Enrol.", "claims": "{\"access_token\":{}}",
            "trace_id": "t", "correlation_id": "c", "timestamp": "2026-11-21 10:00:00Z",
            "error_uri": 5,
        }))
        .unwrap();

        assert_eq!(read.codes, [50076], "the list wins over the words");
        assert_eq!(read.suberror.as_deref(), Some("basic_action"));
        assert_eq!(read.claims.as_deref(), Some("{\"access_token\":{}}"));
        assert_eq!(read.correlation_id.as_deref(), Some("c"));
        assert_eq!(
            ServiceError::from_json(&json!({"error_description": "x"})),
            None
        );
    }

    #[test]
    fn claims_beyond_the_limit_are_dropped_whole() {
        let read = ServiceError::from_json(&json!({
            "error": "interaction_required", "claims": "x".repeat(CLAIMS_LIMIT + 1),
        }));

        assert_eq!(read.unwrap().claims, None);
    }

    #[test]
    fn a_secret_repeated_by_the_service_is_cut_out() {
        let mut read = described("The code 'marked' was redeemed already");

        read.redact(&["marked".to_owned(), String::new()]);

        assert_eq!(
            read.description,
            "The code '[redacted]' was redeemed already"
        );
    }
}
