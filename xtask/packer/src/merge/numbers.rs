//! New numbers for what a part names.

use std::collections::BTreeMap;
use std::fmt;
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{CodeSection, Function, Instruction};
use wasmparser::{FunctionBody, Operator};

/// Where the things of one part are in the whole.
#[derive(Default)]
pub(super) struct Places {
    pub(super) types: Vec<u32>,
    pub(super) globals: Vec<u32>,
    pub(super) first_function: u32,
}

/// The new numbers for what one part names.
pub(super) struct Numbers<'a> {
    pub(super) places: &'a Places,
    pub(super) functions: &'a [u32],
    pub(super) table: &'a BTreeMap<i32, u32>,
}

impl Numbers<'_> {
    /// The function that a call through the table reaches, when the call is of its type.
    fn reached(&self, place: i32, type_index: u32) -> Option<u32> {
        let function = *self.table.get(&place)?;
        let called_as = self.places.types.get(type_index as usize)?;
        (self.functions.get(function as usize)? == called_as).then_some(function)
    }
}

/// A part names a type or a global that it doesn't have.
#[derive(Debug)]
pub(super) struct Unknown(u32);

impl fmt::Display for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is no type or global {}", self.0)
    }
}

impl std::error::Error for Unknown {}

impl Reencode for Numbers<'_> {
    type Error = Unknown;

    fn function_index(&mut self, function: u32) -> Result<u32, reencode::Error<Unknown>> {
        Ok(self.places.first_function + function)
    }

    fn global_index(&mut self, global: u32) -> Result<u32, reencode::Error<Unknown>> {
        known(&self.places.globals, global)
    }

    fn type_index(&mut self, kind: u32) -> Result<u32, reencode::Error<Unknown>> {
        known(&self.places.types, kind)
    }

    /// Calls of another part, which the splitter sends through the table, become direct.
    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: FunctionBody<'_>,
    ) -> Result<(), reencode::Error<Unknown>> {
        let mut function: Function = self.new_function_with_parsed_locals(&body)?;
        let mut reader = body.get_operators_reader()?;
        let mut held: Option<i32> = None;
        while !reader.eof() {
            let operator = reader.read()?;
            if let (Some(place), Operator::CallIndirect { type_index, .. }) = (held, &operator)
                && let Some(reached) = self.reached(place, *type_index)
            {
                function.instruction(&Instruction::Call(reached));
                held = None;
                continue;
            }
            if let Some(place) = held.take() {
                function.instruction(&Instruction::I32Const(place));
            }
            if let Operator::I32Const { value } = operator {
                held = Some(value);
            } else {
                function.instruction(&self.instruction(operator)?);
            }
        }
        code.function(&function);
        Ok(())
    }
}

fn known(numbers: &[u32], number: u32) -> Result<u32, reencode::Error<Unknown>> {
    let found = numbers.get(number as usize).copied();
    found.ok_or(reencode::Error::UserError(Unknown(number)))
}
