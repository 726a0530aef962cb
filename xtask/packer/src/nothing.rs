//! The main module without what does nothing.
//!
//! The splitter leaves a segment for each chunk's places in the table, filled with null: what a
//! table holds anyway before anybody fills it. There are more of them with each further chunk.

use anyhow::{Context, Result};
use std::convert::Infallible;
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{ElementSection, Module};
use wasmparser::{Element, ElementItems, ElementKind, Operator, Parser};

/// The module without segments that put nothing but null into a table.
///
/// # Errors
/// When the module can't be read.
pub(crate) fn without_nulls(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::new();
    WithoutNulls
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .context("reading the main module")?;
    Ok(module.finish())
}

struct WithoutNulls;

impl Reencode for WithoutNulls {
    type Error = Infallible;

    fn parse_element(
        &mut self,
        elements: &mut ElementSection,
        element: Element<'_>,
    ) -> Result<(), reencode::Error<Infallible>> {
        if is_nothing(&element)? {
            return Ok(());
        }
        reencode::utils::parse_element(self, elements, element)
    }
}

/// Whether a segment fills the table at the start, with null only.
fn is_nothing(element: &Element<'_>) -> Result<bool, reencode::Error<Infallible>> {
    let (ElementKind::Active { .. }, ElementItems::Expressions(_, items)) =
        (&element.kind, &element.items)
    else {
        return Ok(false);
    };
    for item in items.clone() {
        if !matches!(
            item?.get_operators_reader().read()?,
            Operator::RefNull { .. }
        ) {
            return Ok(false);
        }
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{
        CodeSection, ConstExpr, Elements, Function, FunctionSection, HeapType, Instruction,
        RefType, TableSection, TableType, TypeSection,
    };
    use wasmparser::Payload;

    #[test]
    fn nulls_go_and_functions_stay() {
        // given a table with a function at 1, a null at 2, and both at 3 and 4
        let wasm = module(|elements| {
            elements.active(
                None,
                &ConstExpr::i32_const(1),
                Elements::Functions([0][..].into()),
            );
            let null = ConstExpr::ref_null(HeapType::FUNC);
            let function = ConstExpr::ref_func(0);
            let only_null = Elements::Expressions(RefType::FUNCREF, vec![null.clone()].into());
            elements.active(None, &ConstExpr::i32_const(2), only_null);
            let both = Elements::Expressions(RefType::FUNCREF, vec![null, function].into());
            elements.active(None, &ConstExpr::i32_const(3), both);
        });
        assert_eq!(places(&wasm), [1, 2, 3]);
        // when the nulls are dropped, then what holds a function is as it was
        let lean = without_nulls(&wasm).unwrap();
        assert_eq!(places(&lean), [1, 3]);
        assert!(lean.len() < wasm.len());
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(without_nulls(b"<html>").is_err());
    }

    fn module(fill: impl FnOnce(&mut ElementSection)) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut functions = FunctionSection::new();
        functions.function(0);
        let mut tables = TableSection::new();
        tables.table(TableType {
            element_type: RefType::FUNCREF,
            table64: false,
            minimum: 8,
            maximum: None,
            shared: false,
        });
        let mut elements = ElementSection::new();
        fill(&mut elements);
        let mut code = CodeSection::new();
        let mut function = Function::new([]);
        function.instruction(&Instruction::End);
        code.function(&function);
        let mut module = Module::new();
        module
            .section(&types)
            .section(&functions)
            .section(&tables)
            .section(&elements)
            .section(&code);
        module.finish()
    }

    /// Where the module's segments begin in the table.
    fn places(wasm: &[u8]) -> Vec<i32> {
        let mut places = Vec::new();
        for payload in Parser::new(0).parse_all(wasm) {
            let Payload::ElementSection(section) = payload.unwrap() else {
                continue;
            };
            for element in section {
                let ElementKind::Active { offset_expr, .. } = element.unwrap().kind else {
                    panic!("only active segments were written");
                };
                match offset_expr.get_operators_reader().read().unwrap() {
                    Operator::I32Const { value } => places.push(value),
                    other => panic!("a place is a number, not {other:?}"),
                }
            }
        }
        places
    }
}
