//! The OpenAPI document: its operations, and references looked up.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, bail};
use serde_json::Value;

/// An OpenAPI 3.0 document, as JSON.
#[derive(Debug)]
pub struct Document {
    root: Value,
}

/// One operation of the document.
#[derive(Debug, Clone)]
pub struct Operation {
    /// `operationId`.
    pub id: String,
    /// In capitals.
    pub method: String,
    /// With its parameters in braces.
    pub path: String,
    /// Whether there is a reference page (`x-documented`); taken as given where nothing is said.
    pub documented: bool,
    /// Delegated permissions of which one will do; empty where none will.
    pub delegated: Vec<String>,
    responses: Value,
}

const METHODS: [&str; 5] = ["get", "post", "patch", "put", "delete"];

impl Document {
    /// Reads a YAML or JSON file.
    ///
    /// # Errors
    /// A file that can't be read, or is no OpenAPI document.
    pub fn read(path: &Path) -> anyhow::Result<Self> {
        let text =
            fs::read_to_string(path).with_context(|| format!("can't read {}", path.display()))?;
        let root: Value = serde_norway::from_str(&text)
            .with_context(|| format!("{} is no YAML", path.display()))?;
        if !root["paths"].is_object() {
            bail!("{} has no paths", path.display());
        }
        Ok(Self { root })
    }

    /// Every operation, by path.
    pub fn operations(&self) -> Vec<Operation> {
        let paths = self.root["paths"].as_object();
        paths
            .into_iter()
            .flatten()
            .flat_map(|(path, item)| {
                METHODS.iter().filter_map(move |method| {
                    item.get(*method)
                        .map(|operation| read(path, method, operation))
                })
            })
            .collect()
    }

    /// The schema that a `$ref` means, or the schema itself.
    pub fn resolve<'d>(&'d self, schema: &'d Value) -> &'d Value {
        let mut here = schema;
        // A chain of references longer than this is a circle.
        for _ in 0..16 {
            let Some(reference) = here["$ref"].as_str() else {
                return here;
            };
            match reference
                .strip_prefix('#')
                .and_then(|pointer| self.root.pointer(pointer))
            {
                Some(next) => here = next,
                None => return &Value::Null,
            }
        }
        &Value::Null
    }

    /// A schema of the components by name.
    pub fn component(&self, name: &str) -> Option<&Value> {
        self.root["components"]["schemas"].get(name)
    }
}

fn read(path: &str, method: &str, operation: &Value) -> Operation {
    let permissions = operation["x-permissions"]["delegated"].as_array();
    Operation {
        id: operation["operationId"].as_str().unwrap_or(path).to_owned(),
        method: method.to_ascii_uppercase(),
        path: path.to_owned(),
        documented: operation["x-documented"].as_bool().unwrap_or(true),
        delegated: permissions
            .into_iter()
            .flatten()
            .filter_map(|permission| permission.as_str().map(str::to_owned))
            .collect(),
        responses: operation["responses"].clone(),
    }
}

impl Operation {
    /// Whether `status` is among the answers by number.
    pub fn names(&self, status: u16) -> bool {
        self.responses.get(status.to_string()).is_some()
    }

    /// The schema of an answer's JSON, where it has some.
    pub fn schema(&self, status: u16) -> Option<&Value> {
        let answer = self
            .responses
            .get(status.to_string())
            .or_else(|| self.responses.get("default"))?;
        answer["content"].get("application/json")?.get("schema")
    }
}

/// The last part of a schema's reference, without the collection around it:
/// `virtualEventTownhall` for a town hall as for a list of them.
pub fn type_name(schema: &Value) -> Option<&str> {
    let reference = schema["$ref"].as_str()?;
    let name = reference
        .rsplit_once('/')
        .map_or(reference, |(_, name)| name);
    let name = name.strip_prefix("microsoft.graph.").unwrap_or(name);
    Some(name.strip_suffix("CollectionResponse").unwrap_or(name))
}
