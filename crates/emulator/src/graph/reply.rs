//! Answers and refusals, in Graph's shape.

use axum::http::StatusCode;
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::ident::random_guid;

/// What an answer carries.
#[derive(Debug, Clone)]
pub(super) enum Payload {
    Empty,
    Json(Value),
    Bytes(&'static str, Vec<u8>),
}

/// An answer.
#[derive(Debug, Clone)]
pub(super) struct Reply {
    pub(super) status: StatusCode,
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) payload: Payload,
}

impl Reply {
    /// 200 with JSON.
    pub(super) fn ok(body: Value) -> Self {
        Self {
            status: StatusCode::OK,
            headers: Vec::new(),
            payload: Payload::Json(body),
        }
    }

    /// 201 with JSON.
    pub(super) fn created(body: Value) -> Self {
        Self {
            status: StatusCode::CREATED,
            ..Self::ok(body)
        }
    }

    /// 202: taken, to be done later.
    pub(super) fn accepted() -> Self {
        Self {
            status: StatusCode::ACCEPTED,
            ..Self::done()
        }
    }

    /// 204.
    pub(super) fn done() -> Self {
        Self {
            status: StatusCode::NO_CONTENT,
            headers: Vec::new(),
            payload: Payload::Empty,
        }
    }
}

/// Why a request was not done.
#[derive(Debug, Clone)]
pub(super) struct Refusal {
    pub(super) status: StatusCode,
    code: &'static str,
    message: String,
    /// The property that is wrong, for 400s about one.
    target: Option<&'static str>,
    headers: Vec<(&'static str, String)>,
}

/// What every operation ends with.
pub(super) type Answer = Result<Reply, Refusal>;

impl Refusal {
    fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        Self {
            status,
            code,
            message: message.into(),
            target: None,
            headers: Vec::new(),
        }
    }

    /// 400: something about the request is wrong.
    pub(super) fn bad_request(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "BadRequest", message)
    }

    /// 400: the value of a property is wrong.
    pub(super) fn bad_property(name: &'static str, message: impl Into<String>) -> Self {
        Self {
            target: Some(name),
            ..Self::bad_request(message)
        }
    }

    /// 400: a mail that can't go to those it is for.
    pub(super) fn bad_recipients(message: &str) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "ErrorInvalidRecipients", message)
    }

    /// 400: an endpoint that didn't answer its validation request as it must.
    pub(super) fn not_validated(why: &str) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "ValidationError", why)
    }

    /// 413: more than the service reads.
    pub(super) fn too_large() -> Self {
        Self::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "RequestEntityTooLarge",
            "The request is larger than 4 MB.",
        )
    }

    /// 401: no token, or none that counts.
    pub(super) fn unauthorized(message: &str, authority: &str) -> Self {
        let mut refusal = Self::new(
            StatusCode::UNAUTHORIZED,
            "InvalidAuthenticationToken",
            message,
        );
        let challenge = format!(
            "Bearer realm=\"\", authorization_uri=\"{authority}/oauth2/authorize\", \
             client_id=\"00000003-0000-0000-c000-000000000000\""
        );
        refusal.headers.push(("www-authenticate", challenge));
        refusal
    }

    /// 403: the token lacks a scope.
    pub(super) fn lacks_scope(wanted: &[&str]) -> Self {
        let message = if wanted.is_empty() {
            "Delegated permissions are not supported for this request.".to_owned()
        } else {
            format!(
                "Missing scope permissions on the request. API requires one of '{}'.",
                wanted.join(", ")
            )
        };
        Self::new(StatusCode::FORBIDDEN, "Forbidden", message)
    }

    /// 403: the user may not do this.
    pub(super) fn forbidden(message: impl Into<String>) -> Self {
        Self::new(StatusCode::FORBIDDEN, "Forbidden", message)
    }

    /// 404: not there, or not for this user to see.
    pub(super) fn not_found(what: &str) -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "NotFound",
            format!("{what} was not found."),
        )
    }

    /// 405: the resource is there, the method isn't.
    pub(super) fn no_such_method() -> Self {
        Self::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "MethodNotAllowed",
            "The method is not supported for this resource.",
        )
    }

    /// 409: as things stand, this can't be done.
    pub(super) fn conflict(message: impl Into<String>) -> Self {
        Self::new(StatusCode::CONFLICT, "Conflict", message)
    }

    /// 415: a body that isn't JSON.
    pub(super) fn unsupported_media_type(kind: &str) -> Self {
        let message = format!("The content type '{kind}' is not supported; send application/json.");
        Self::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "UnsupportedMediaType",
            message,
        )
    }

    /// 424: what a batched request depended on has failed.
    pub(super) fn failed_dependency() -> Self {
        Self::new(
            StatusCode::FAILED_DEPENDENCY,
            "FailedDependency",
            "A request that this one depends on has failed.",
        )
    }

    /// 429: too much in too short a time; `seconds` may have a fraction.
    pub(super) fn throttled(seconds: f64) -> Self {
        let mut refusal = Self::new(
            StatusCode::TOO_MANY_REQUESTS,
            "TooManyRequests",
            "The request is throttled because the limit of this resource has been exceeded.",
        );
        refusal
            .headers
            .push(("retry-after", format!("{seconds:.3}")));
        refusal
    }

    /// The refusal as an answer.
    pub(super) fn reply(self, now: Timestamp, client_request_id: Option<&str>) -> Reply {
        let mut body = error_body(self.code, &self.message, now, client_request_id);
        if let Some(target) = self.target {
            body["error"]["details"] =
                json!([{ "code": "InvalidValue", "target": target, "message": self.message }]);
        }
        Reply {
            status: self.status,
            headers: self.headers,
            payload: Payload::Json(body),
        }
    }
}

fn error_body(code: &str, message: &str, now: Timestamp, client_request_id: Option<&str>) -> Value {
    let request = random_guid();
    json!({ "error": {
        "code": code,
        "message": message,
        "innerError": {
            "date": now.strftime("%Y-%m-%dT%H:%M:%S").to_string(),
            "client-request-id": client_request_id.unwrap_or(&request),
            "request-id": request,
        },
    }})
}

/// What a fault with a bare status answers on Graph's origin.
pub(crate) fn error_body_of_fault(status: StatusCode) -> Value {
    let code = match status.as_u16() {
        400 => "BadRequest",
        401 => "InvalidAuthenticationToken",
        403 => "Forbidden",
        404 => "NotFound",
        409 => "Conflict",
        413 => "RequestEntityTooLarge",
        429 => "TooManyRequests",
        503 => "ServiceUnavailable",
        504 => "GatewayTimeout",
        _ => "InternalServerError",
    };
    error_body(code, "A fault of the emulator.", Timestamp::now(), None)
}
