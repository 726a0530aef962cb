//! That the check finds what is wrong, and serves what has no example.

mod addresses;
mod documents;
mod failures;
mod models;
mod operations;

use serde_json::Value;

use super::check;
use crate::examples::Example;

/// An example made up for a test.
fn example(
    method: &str,
    path: &str,
    status: u16,
    request: Option<Value>,
    response: Option<Value>,
) -> Example {
    Example {
        operation: "made-up".to_owned(),
        method: method.to_owned(),
        url: format!("https://graph.microsoft.com/v1.0{path}"),
        status,
        request,
        response,
    }
}
