//! Reading and writing the loader script.

use super::*;

/// As the splitter writes it: two things shared, two chunks, one that is empty.
const SCRIPT: &str = r#"import { initSync } from "./app.js";
/* board, form */
const __chunk_3 = makeLoad(() => {
    const src = fetch(new URL("./chunk_3.wasm", import.meta.url));
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}
, []);
/* form, later */
const __chunk_4 = makeLoad(() => {
    const src = fetch(new URL("./chunk_4.wasm", import.meta.url));
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}
, []);
export const __wasm_split_load_later = wrapAsyncCb(makeLoad(() => async (_imp) => ({}), [__chunk_4]));
export const __wasm_split_load_form = wrapAsyncCb(makeLoad(() => {
    const src = fetch(new URL("./split_form.wasm", import.meta.url));
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}
, [__chunk_3, __chunk_4]));
export const __wasm_split_load_board = wrapAsyncCb(makeLoad(() => {
    const src = fetch(new URL("./split_board.wasm", import.meta.url));
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}
, [__chunk_3]));
"#;

fn line_with<'a>(text: &'a str, part: &str) -> &'a str {
    text.lines()
        .find(|line| line.contains(part))
        .unwrap_or_default()
}

#[test]
fn what_the_first_chunk_shares_moves_into_it() {
    let script = Script::read(SCRIPT).unwrap();
    let moved = script.moves(&["board"]).unwrap();
    assert_eq!(
        moved,
        Moved::from([("chunk_3.wasm".to_owned(), "__merged_board".to_owned())])
    );
    assert_eq!(script.file("board").unwrap(), "split_board.wasm");

    let text = script.after(&moved, &["board"]).unwrap();

    assert!(!text.contains("chunk_3"), "{text}");
    assert!(text.starts_with("import { initSync }"));
    assert_eq!(
        line_with(&text, "load_board"),
        "export const __wasm_split_load_board = wrapAsyncCb(__merged_board);"
    );
    let order = [
        "const __chunk_4",
        "const __merged_board",
        "load_later",
        "load_form",
    ];
    let places = order.map(|part| text.find(part).unwrap());
    assert!(places.is_sorted(), "{text}");
    assert!(text.contains("}, [__chunk_4, __merged_board]));"), "{text}");
    assert!(text.contains("(_imp) => ({}), [__chunk_4]));"), "{text}");
}

#[test]
fn a_script_of_another_form_stops_the_build() {
    assert!(Script::read("").is_err());
    assert!(Script::read("const __chunk_1 = somethingElse([]);\n").is_err());
    assert!(Script::read(&SCRIPT.replace("makeLoad(", "load(")).is_err());
    let script = Script::read(SCRIPT).unwrap();
    assert!(script.moves(&["nowhere"]).is_err());
    assert!(
        script
            .moves(&["later"])
            .is_ok_and(|moved| script.file("later").is_err() && moved.len() == 1)
    );
}

#[test]
fn files_that_moved_into_another_are_loaded_by_it() {
    let script = Script::read(SCRIPT).unwrap();
    let shared = script.shared(&Moved::new()).unwrap();
    let users: Vec<_> = shared.iter().map(|it| it.users.clone()).collect();
    assert_eq!(users, [[false, true, true], [true, true, false]]);
    assert_eq!(shared[0].variable, "__chunk_3");

    let moved = Moved::from([("chunk_4.wasm".to_owned(), "__chunk_3".to_owned())]);
    let text = script.after(&moved, &[]).unwrap();

    assert!(!text.contains("chunk_4"), "{text}");
    assert!(text.contains("(_imp) => ({}), [__chunk_3]));"), "{text}");
    assert_eq!(text.matches("}, [__chunk_3]));").count(), 2, "{text}");
}
