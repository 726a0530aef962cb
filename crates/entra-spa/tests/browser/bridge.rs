//! The bridge page's script, run on a stand-in for its page.

use crate::page::{Page, session_storage};
use entra_spa::storage_keys;
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

const SCRIPT: &str = include_str!("../../../../static/auth/bridge.js");
const ID: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// What the bridge did: where it went, what it showed, and what its own address was by then.
struct Crossing {
    went: Option<String>,
    showed: Vec<String>,
    erased: bool,
}

/// Opens the bridge at an address, with the page's real storage or a stand-in.
fn cross(address: &str, framed: bool, storage: &JsValue) -> Crossing {
    let stage = r#"
        const location = new URL(address), shown = new Map();
        const result = { went: null, erased: false, showed: [] };
        const fake = {
          get href() { return location.href }, get hash() { return location.hash },
          get search() { return location.search }, get pathname() { return location.pathname },
          replace(url) { result.went = url },
        };
        const history = { replaceState(state, title, path) {
          result.erased = !/[?#]/.test(path) && result.went === null;
        } };
        const element = (id) => shown.get(id) ?? shown.set(id, { hidden: id === "look" ? undefined : id !== "working", textContent: id }).get(id);
        const document = { getElementById: element, title: "" };
        const page = {}; page.top = framed ? {} : page;
        new Function("location", "history", "document", "sessionStorage", "window", script)(
          fake, history, document, storage, page);
        result.showed = [...shown].filter(([, one]) => one.hidden === false).map(([id]) => id);
        return result;
    "#;
    let stage = Function::new_with_args("script, address, framed, storage", stage);
    let arguments = Array::of4(&SCRIPT.into(), &address.into(), &framed.into(), storage);
    let result = stage.apply(&JsValue::UNDEFINED, &arguments).unwrap();
    let get = |name: &str| Reflect::get(&result, &name.into()).unwrap();
    Crossing {
        went: get("went").as_string(),
        showed: Array::from(&get("showed"))
            .iter()
            .filter_map(|id| id.as_string())
            .collect(),
        erased: get("erased") == JsValue::TRUE,
    }
}

fn bridge(answer: &str) -> Crossing {
    let address = format!("https://app.test/auth/bridge.html{answer}");
    cross(&address, false, &session_storage())
}

fn payload() -> Option<String> {
    session_storage().get_item(storage_keys::PAYLOAD).unwrap()
}

#[wasm_bindgen_test]
fn an_answer_is_handed_to_the_app_where_the_user_was() {
    let _page = Page::new();
    let key = format!("{}{ID}", storage_keys::RETURN_PREFIX);
    session_storage()
        .set_item(&key, "/townhalls/42?tab=x#y")
        .unwrap();

    let crossing = bridge(&format!("#code=c%2B1&state=r.{ID}&session_state=s"));

    assert_eq!(
        crossing.went.as_deref(),
        Some("https://app.test/townhalls/42?tab=x#y")
    );
    assert_eq!(
        payload().unwrap(),
        format!("code=c%2B1&state=r.{ID}&session_state=s")
    );
    assert!(crossing.erased, "before it went anywhere");
}

#[wasm_bindgen_test]
fn without_a_place_to_return_to_the_root_of_the_app_opens() {
    let _page = Page::new();
    let address = format!("https://app.test/apps/rostrum/auth/bridge.html?error=x&state=r.{ID}");

    let crossing = cross(&address, false, &session_storage());

    assert_eq!(
        crossing.went.as_deref(),
        Some("https://app.test/apps/rostrum/")
    );
    assert_eq!(payload().unwrap(), format!("error=x&state=r.{ID}"));
}

#[wasm_bindgen_test]
fn a_hostile_return_path_leads_to_the_root() {
    let _page = Page::new();
    let key = format!("{}{ID}", storage_keys::RETURN_PREFIX);
    for hostile in [
        "//evil.test",
        "/\\evil.test",
        "https://evil.test/",
        "javascript:alert(1)",
        "/.//evil.test",
        "",
        "x",
    ] {
        session_storage().set_item(&key, hostile).unwrap();

        let crossing = bridge(&format!("#code=c&state=r.{ID}"));

        assert_eq!(
            crossing.went.as_deref(),
            Some("https://app.test/"),
            "{hostile}"
        );
    }
}

#[wasm_bindgen_test]
fn what_is_no_answer_goes_nowhere() {
    for (answer, showed) in [
        ("", "no-answer"),
        ("#code=c", "no-answer"),
        ("#/route?x=1", "no-answer"),
        ("#code=c&state=broken", "malformed"),
        ("#code=c&state=r.short", "malformed"),
        ("#code=c&state=%", "malformed"),
        ("#code=c&state=r.%3Cscript%3E", "malformed"),
        ("?admin_consent=True&tenant=t&state=a.consent", "consented"),
        (
            "?error=access_denied&error_description=x&state=a.consent",
            "not-consented",
        ),
    ] {
        let _page = Page::new();

        let crossing = bridge(answer);

        assert_eq!(crossing.went, None, "{answer}");
        assert_eq!(crossing.showed, [showed, "back"], "{answer}");
        assert_eq!(payload(), None);
        assert!(crossing.erased);
    }
}

#[wasm_bindgen_test]
fn in_a_frame_it_does_nothing() {
    let _page = Page::new();
    let address = format!("https://app.test/auth/bridge.html#code=c&state=r.{ID}");

    let crossing = cross(&address, true, &session_storage());

    assert_eq!((crossing.went, payload()), (None, None));
    assert!(crossing.erased);
}

#[wasm_bindgen_test]
fn without_storage_the_app_is_told() {
    let broken = js_sys::eval("({ setItem() { throw new Error('quota') } })").unwrap();
    let address = format!("https://app.test/auth/bridge.html#code=c&state=r.{ID}");

    let crossing = cross(&address, false, &broken);

    let flag = storage_keys::STORAGE_FAILED_FRAGMENT;
    assert_eq!(crossing.went.unwrap(), format!("https://app.test/#{flag}"));
}
