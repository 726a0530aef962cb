//! Several chunks made one module.
//!
//! The splitter gives every set of chunks that share something a module for what they share. Modules
//! that are always loaded together are better one: their calls of each other become plain calls,
//! what they have alike compresses once, and the browser asks once.

mod filled;
mod numbers;
mod part;
#[cfg(test)]
mod tests;

use anyhow::{Context, Result, bail, ensure};
use numbers::{Numbers, Places};
use part::Part;
use std::collections::{BTreeMap, HashMap};
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{
    CodeSection, DataCountSection, FunctionSection, ImportSection, Module, TypeSection,
};
use wasmparser::{
    ConstExpr, DataKind, ElementItems, ElementKind, FuncType, Import, Operator, TypeRef,
};

/// Merges modules as the splitter writes them: they import memory, table and globals, define
/// functions, and fill table and memory at fixed places.
///
/// # Errors
/// When a module is of another form.
pub(crate) fn merge(modules: &[Vec<u8>]) -> Result<Vec<u8>> {
    let parts: Vec<Part<'_>> = modules
        .iter()
        .map(|wasm| Part::read(wasm))
        .collect::<Result<_>>()?;
    let mut whole = Whole::default();
    for part in &parts {
        whole.plan(part)?;
    }
    for (index, part) in parts.iter().enumerate() {
        whole.note_elements(index, part)?;
        whole.note_data(part)?;
    }
    for (index, part) in parts.iter().enumerate() {
        whole.take(index, part)?;
    }
    whole.finish()
}

/// What chunks import from the main module.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Global,
    Memory,
    Table,
}

#[derive(Default)]
struct Whole<'a> {
    types: Vec<FuncType>,
    numbers: HashMap<FuncType, u32>,
    /// The imports: module and name, and what it is.
    imports: Vec<((String, String), Kind)>,
    import_section: ImportSection,
    places: Vec<Places>,
    /// Type of each function.
    functions: Vec<u32>,
    /// What the parts put into the table: place to function.
    table: BTreeMap<i32, u32>,
    /// What the parts put into memory.
    memory: BTreeMap<i32, &'a [u8]>,
    code: CodeSection,
}

impl<'a> Whole<'a> {
    /// Gives everything of a part its number.
    fn plan(&mut self, part: &Part<'_>) -> Result<()> {
        let mut places = Places {
            first_function: number(self.functions.len())?,
            ..Places::default()
        };
        for import in &part.imports {
            let global = self.import(import)?;
            places.globals.extend(global);
        }
        for kind in &part.types {
            let next = number(self.types.len())?;
            let known = *self.numbers.entry(kind.clone()).or_insert_with(|| {
                self.types.push(kind.clone());
                next
            });
            places.types.push(known);
        }
        for kind in &part.functions {
            let kind = places.types.get(*kind as usize);
            self.functions
                .push(*kind.context("a function without a type")?);
        }
        self.places.push(places);
        Ok(())
    }

    /// Imports what no earlier part has imported; the number of a global.
    fn import(&mut self, import: &Import<'_>) -> Result<Option<u32>> {
        let key = (import.module.to_owned(), import.name.to_owned());
        let kind = match import.ty {
            TypeRef::Global(_) => Kind::Global,
            TypeRef::Memory(_) => Kind::Memory,
            TypeRef::Table(_) => Kind::Table,
            _ => bail!("a chunk imports the function {}", import.name),
        };
        if !self.imports.iter().any(|(known, _)| *known == key) {
            let alike = self.imports.iter().filter(|(_, it)| *it == kind).count();
            ensure!(
                kind == Kind::Global || alike == 0,
                "chunks import more than one table or memory"
            );
            reencode::RoundtripReencoder.parse_import(&mut self.import_section, *import)?;
            self.imports.push((key.clone(), kind));
        }
        let mut globals = self.imports.iter().filter(|(_, it)| *it == Kind::Global);
        let place = globals.position(|(known, _)| *known == key);
        place.map(number).transpose()
    }

    /// Learns which functions stand where in the table.
    fn note_elements(&mut self, index: usize, part: &Part<'_>) -> Result<()> {
        let first = self.places[index].first_function;
        for element in &part.elements {
            let ElementKind::Active { offset_expr, .. } = &element.kind else {
                bail!("a chunk doesn't fill the table at once");
            };
            let start = place(offset_expr).context("where a chunk fills the table")?;
            let ElementItems::Functions(functions) = &element.items else {
                bail!("a chunk fills the table with something else than functions");
            };
            for (place, function) in functions.clone().into_iter().enumerate() {
                let place = start + i32::try_from(place)?;
                self.table.insert(place, first + function?);
            }
        }
        Ok(())
    }

    /// Learns what stands where in memory.
    fn note_data(&mut self, part: &Part<'a>) -> Result<()> {
        for data in part.data.iter().filter(|it| !it.data.is_empty()) {
            let DataKind::Active { offset_expr, .. } = &data.kind else {
                bail!("a chunk doesn't fill the memory at once");
            };
            let place = place(offset_expr).context("where a chunk fills the memory")?;
            ensure!(
                self.memory.insert(place, data.data).is_none(),
                "two chunks fill the same place in memory"
            );
        }
        Ok(())
    }

    /// Writes the code that a part brings.
    fn take(&mut self, index: usize, part: &Part<'_>) -> Result<()> {
        let mut numbers = Numbers {
            places: &self.places[index],
            functions: &self.functions,
            table: &self.table,
        };
        for body in &part.bodies {
            numbers.parse_function_body(&mut self.code, body.clone())?;
        }
        Ok(())
    }

    fn finish(self) -> Result<Vec<u8>> {
        let (data, count) = filled::memory(&self.memory)?;
        let mut types = TypeSection::new();
        for kind in &self.types {
            // the splitter's own types, read a moment ago
            if let Ok(kind) = reencode::RoundtripReencoder.func_type(kind.clone()) {
                types.ty().func_type(&kind);
            }
        }
        let mut functions = FunctionSection::new();
        for kind in &self.functions {
            functions.function(*kind);
        }
        let mut module = Module::new();
        module
            .section(&types)
            .section(&self.import_section)
            .section(&functions)
            .section(&filled::table(&self.table)?)
            .section(&DataCountSection { count })
            .section(&self.code)
            .section(&data);
        Ok(module.finish())
    }
}

/// The place that a segment names.
fn place(expression: &ConstExpr<'_>) -> Result<i32> {
    match expression.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(value),
        _ => bail!("the place is no number"),
    }
}

fn number(count: usize) -> Result<u32> {
    u32::try_from(count).context("a chunk has too many parts")
}
