//! The emulator against the schema: every operation is called over HTTP, and its answer held
//! against the OpenAPI document and the metadata.

mod play;
mod stage;
mod webhook;

use std::path::Path;

use serde_json::Value;

use crate::openapi::{Document, Operation, type_name};
use crate::report::Report;
use crate::schema::{Model, validate};
use play::Exchange;
use stage::Stage;

/// Calls every operation of the document and notes a line for each.
///
/// Answers must have a documented status and the documented shape, and with `csdl` every
/// property must stand in the metadata. Operations that take application permissions only must
/// be refused to a user.
///
/// # Errors
/// A file that can't be read, or an emulator that can't be started. What is wrong with answers
/// goes into the report.
pub fn check(openapi: &Path, csdl: Option<&Path>, report: &mut Report) -> anyhow::Result<()> {
    let document = Document::read(openapi)?;
    let model = csdl.map(Model::read).transpose()?;
    let stage = Stage::open()?;
    for operation in document.operations() {
        let outcome = play::play(&stage, &operation)
            .map_err(|why| format!("{why:#}"))
            .and_then(|exchanges| judge_all(&document, model.as_ref(), &operation, &exchanges));
        report.record(format!("emulator {}", operation.id), outcome);
    }
    Ok(())
}

fn judge_all(
    document: &Document,
    model: Option<&Model>,
    operation: &Operation,
    exchanges: &[Exchange],
) -> Result<(), String> {
    exchanges
        .iter()
        .try_for_each(|exchange| judge(document, model, operation, exchange))
}

fn judge(
    document: &Document,
    model: Option<&Model>,
    operation: &Operation,
    exchange: &Exchange,
) -> Result<(), String> {
    let Exchange { status, body } = exchange;
    let refused = operation.delegated.is_empty() && operation.path.contains("/virtualEvents/");
    if refused && operation.documented && *status != 403 {
        return Err(format!("{status}, but users have no permission for this"));
    }
    if !refused && operation.documented && !operation.names(*status) {
        let said = body
            .as_ref()
            .map(|body| body["error"]["message"].to_string());
        return Err(format!("status {status} {}", said.unwrap_or_default()));
    }
    let Some(schema) = operation.schema(*status) else {
        return match body {
            None => Ok(()),
            Some(body) => Err(format!("{status} must have no body, but has {body}")),
        };
    };
    let Some(body) = body else {
        return Err(format!("{status} without a body"));
    };
    validate(document, schema, body)?;
    match (model, type_name(schema)) {
        (Some(model), Some(name)) if *status < 300 && model.knows(name) => {
            check_metadata(model, name, body)
        }
        _ => Ok(()),
    }
}

/// The object, or each object of the list.
fn check_metadata(model: &Model, name: &str, body: &Value) -> Result<(), String> {
    match body["value"].as_array() {
        Some(items) if items.is_empty() => Err("an empty list shows nothing".to_owned()),
        Some(items) => items.iter().try_for_each(|item| model.check(name, item)),
        None => model.check(name, body),
    }
}
