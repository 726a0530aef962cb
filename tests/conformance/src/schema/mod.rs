//! Two ways to hold an answer against its description: OpenAPI schemas, and the metadata.

mod csdl;
mod values;

pub use csdl::Model;
pub use values::validate;
