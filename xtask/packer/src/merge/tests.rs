//! Merging, of chunks made by hand.

use super::merge;
use super::part::Part;
use wasm_encoder::{
    CodeSection, ConstExpr, DataCountSection, DataSection, ElementMode, ElementSection,
    ElementSegment, Elements, EntityType, Function, FunctionSection, GlobalType, ImportSection,
    Instruction, MemoryType, Module, RefType, TableType, TypeSection, ValType,
};
use wasmparser::Operator;

/// A chunk as the splitter writes it: `body` calls or computes, and stands in the table at
/// `place`.
fn chunk(place: i32, global: bool, body: &[Instruction<'_>], text: &[u8]) -> Vec<u8> {
    let mut types = TypeSection::new();
    types.ty().function([], [ValType::I64]);
    types.ty().function([], [ValType::I32]);
    let mut imports = ImportSection::new();
    let table = TableType {
        element_type: RefType::FUNCREF,
        table64: false,
        minimum: 8,
        maximum: None,
        shared: false,
    };
    let memory = MemoryType {
        minimum: 1,
        maximum: None,
        memory64: false,
        shared: false,
        page_size_log2: None,
    };
    if global {
        let kind = GlobalType {
            val_type: ValType::I32,
            mutable: true,
            shared: false,
        };
        imports.import("m", "stack", EntityType::Global(kind));
    }
    imports.import("m", "table", EntityType::Table(table));
    imports.import("m", "memory", EntityType::Memory(memory));
    let mut functions = FunctionSection::new();
    functions.function(1);
    let mut elements = ElementSection::new();
    elements.segment(ElementSegment {
        mode: ElementMode::Active {
            table: Some(0),
            offset: &ConstExpr::i32_const(place),
        },
        elements: Elements::Functions([0][..].into()),
    });
    let mut code = CodeSection::new();
    let mut function = Function::new([]);
    for instruction in body {
        function.instruction(instruction);
    }
    function.instruction(&Instruction::End);
    code.function(&function);
    let mut data = DataSection::new();
    data.active(0, &ConstExpr::i32_const(place * 16), text.iter().copied());
    let mut module = Module::new();
    module
        .section(&types)
        .section(&imports)
        .section(&functions)
        .section(&elements)
        .section(&DataCountSection { count: 1 })
        .section(&code)
        .section(&data);
    module.finish()
}

fn through_the_table(place: i32) -> [Instruction<'static>; 2] {
    let call = Instruction::CallIndirect {
        type_index: 1,
        table_index: 0,
    };
    [Instruction::I32Const(place), call]
}

#[test]
fn calls_between_merged_chunks_become_direct() {
    // given a chunk that calls another one and a third that isn't there
    let seven = chunk(3, false, &[Instruction::I32Const(7)], b"one");
    let mut calls = through_the_table(3).to_vec();
    calls.extend([Instruction::Drop]);
    calls.extend(through_the_table(5));
    calls.extend([Instruction::GlobalGet(0), Instruction::I32Add]);
    let caller = chunk(2, true, &calls, b"two");

    let merged = merge(&[seven, caller]).unwrap();

    // then one module does both, with the imports of both
    let part = Part::read(&merged).unwrap();
    let names: Vec<_> = part.imports.iter().map(|import| import.name).collect();
    assert_eq!(names, ["table", "memory", "stack"]);
    assert_eq!((part.types.len(), part.functions.len()), (2, 2));
    // the two stand side by side in the table, and apart in memory
    assert_eq!((part.elements.len(), part.data.len()), (1, 2));
    let wasmparser::ElementItems::Functions(run) = part.elements[0].items.clone() else {
        panic!("functions were put in");
    };
    let run: Vec<u32> = run.into_iter().collect::<Result<_, _>>().unwrap();
    assert_eq!(run, [1, 0], "by place in the table");
    let body = part.bodies[1].get_operators_reader().unwrap();
    let body: Vec<_> = body.into_iter().collect::<Result<_, _>>().unwrap();
    assert!(
        matches!(body[0], Operator::Call { function_index: 0 }),
        "{body:?}"
    );
    assert!(
        matches!(body[2], Operator::I32Const { value: 5 }),
        "{body:?}"
    );
    assert!(matches!(body[3], Operator::CallIndirect { .. }), "{body:?}");
    assert!(
        matches!(body[4], Operator::GlobalGet { global_index: 0 }),
        "{body:?}"
    );
    wasmparser::validate(&merged).unwrap();
}

#[test]
fn a_module_of_another_form_is_refused() {
    let mut imports = ImportSection::new();
    imports.import("m", "f", EntityType::Function(0));
    let mut types = TypeSection::new();
    types.ty().function([], []);
    let mut module = Module::new();
    module.section(&types).section(&imports);
    assert!(merge(&[module.finish()]).is_err());
    assert!(merge(&[b"no wasm".to_vec()]).is_err());
}
