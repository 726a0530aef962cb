//! HTML of other people becomes text, and nothing in it comes alive.

#[path = "../../../src/browser/html.rs"]
mod tested;

use tested::text_of;
use wasm_bindgen_test::wasm_bindgen_test;

fn came_alive() -> bool {
    js_sys::Reflect::has(&js_sys::global(), &"cameAlive".into()).unwrap()
}

#[wasm_bindgen_test]
fn paragraphs_stand_on_lines_of_their_own() {
    let text = text_of("<p>Numbers &amp; plans</p><p>and <b>questions</b></p>");

    assert_eq!(text.trim(), "Numbers & plans\nand questions");
}

#[wasm_bindgen_test]
fn scripts_and_handlers_stay_dead_and_unread() {
    let text = text_of(
        "<p>Hi</p><script>cameAlive = 1</script><style>p{}</style>\
         <img src=x onerror='cameAlive = 1'><svg onload='cameAlive = 1'></svg>",
    );

    assert_eq!(text.trim(), "Hi");
    assert!(!came_alive());
}

#[wasm_bindgen_test]
fn broken_markup_is_still_text() {
    assert_eq!(text_of("<div><p>open").trim(), "open");
    assert_eq!(text_of("a < b & c").trim(), "a < b & c");
    assert_eq!(text_of(""), "");
}
