//! The finer reasons inside the classes of failure.

/// A check of ours that an answer failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProtocolFault {
    /// The answer was not asked for in this tab, or was used already.
    StateUnknown,
    /// More than 15 minutes passed between request and answer.
    TookTooLong,
    /// The answer names a parameter twice, or has both a code and an error, or an empty one.
    ResponseMalformed,
    /// The request was made under another client id, sign-in host or tenant.
    ConfigurationChanged,
    /// The answer is of another issuer than the configured one (RFC 9207).
    IssuerMismatch,
    /// The service promises to name its issuer and did not.
    IssuerMissing,
    /// The token endpoint's answer is not what the protocol says; the HTTP status is kept.
    AnswerUnreadable(u16),
    /// The answer has no access token.
    AccessTokenMissing,
    /// The token is of a type other than `Bearer`.
    TokenType,
    /// A sign-in ended without an ID token.
    IdTokenMissing,
    /// The ID token is no readable JWT of version 2.0.
    IdTokenMalformed,
    /// The ID token is for another client.
    Audience,
    /// The ID token is of another issuer.
    IdTokenIssuer,
    /// The ID token is of a tenant that is not allowed here.
    Tenant,
    /// The ID token's nonce is missing or is not the one sent.
    Nonce,
    /// The ID token is over since more than 10 minutes.
    IdTokenExpired,
    /// A renewal answered for another account than the one renewed.
    AccountMismatch,
    /// The service's metadata document is unreadable or of another issuer.
    Metadata,
}

/// Why a request could not be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RequestFault {
    /// The browser offers no secure random numbers.
    NoEntropy,
    /// This page can't keep the request's record over a redirect: its storage is blocked.
    StorageUnavailable,
    /// This page is shown inside another one: the sign-in service refuses to be shown in a frame.
    Framed,
    /// The address of the request has more than 2,000 characters.
    TooLong,
    /// The redirect address or an address of the service is no URL.
    Address,
    /// An extra parameter is not on the list of allowed ones.
    Parameter(String),
}

/// What makes the sign-in service unusable for the moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TransientCause {
    /// No connection, or the service refused this site's address: a script can't tell which.
    Network,
    /// No answer within 25 seconds.
    Timeout,
    /// The service asked to wait; no request was sent now.
    Waiting,
    /// The service is overloaded or broken: HTTP 429 or 5xx.
    Status(u16),
    /// The service said so in its answer.
    Service,
}
