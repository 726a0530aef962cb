//! Every page has an address, and the address leads back to it.

#[path = "../../../src/routes.rs"]
mod tested;

use planning::series::SeriesId;
use tested::{Page, Part, new_event, new_series};
use virtual_events::{EventId, EventKind};
use wasm_bindgen_test::wasm_bindgen_test;

fn event(id: &str) -> Page {
    Page::Event(EventKind::Townhall, EventId::from(id))
}

#[wasm_bindgen_test]
fn addresses_lead_to_their_pages() {
    let webinar = EventId::from("88b245ac@db6d4b6e");
    let pages = [
        Page::Board,
        Page::Live,
        Page::Templates,
        Page::Calendar,
        Page::Import,
        Page::NewSeries,
        Page::Series(SeriesId::parse("abcd2345wxyz").unwrap()),
        Page::New(EventKind::Townhall),
        Page::New(EventKind::Webinar),
        Page::Access,
        event("88b245ac@db6d4b6e"),
        Page::EditEvent(EventKind::Webinar, webinar.clone()),
        Page::EventPart(EventKind::Webinar, webinar, Part::People),
    ];
    for page in pages {
        assert_eq!(Page::at(&page.path()), Some(page));
    }
}

#[wasm_bindgen_test]
fn whatever_an_id_holds_stays_within_its_segment() {
    for id in ["a/b", "a?b#c", "50 %", "ü/..", "new/"] {
        assert_eq!(Page::at(&event(id).path()), Some(event(id)));
    }
    assert_eq!(event("a@b").path(), "/townhalls/a@b");
}

#[wasm_bindgen_test]
fn an_events_parts_are_one_room() {
    let id = EventId::from("a");
    for part in Part::ALL {
        let page = Page::EventPart(EventKind::Townhall, id.clone(), part);
        assert_eq!(page.room(), event("a"));
    }
    assert_eq!(Page::Live.room(), Page::Live);
}

#[wasm_bindgen_test]
fn a_drafts_name_stays_within_the_query() {
    assert_eq!(
        new_event(EventKind::Townhall, "a&b"),
        "/townhalls/new?draft=a%26b"
    );
    assert_eq!(
        new_event(EventKind::Webinar, "a&b"),
        "/webinars/new?draft=a%26b"
    );
    assert_eq!(new_series("a&b"), "/series/new?draft=a%26b");
}

#[wasm_bindgen_test]
fn slashes_too_many_do_no_harm() {
    assert_eq!(Page::at("/live/"), Some(Page::Live));
    assert_eq!(Page::at("//"), Some(Page::Board));
}

#[wasm_bindgen_test]
fn other_addresses_lead_nowhere() {
    for path in [
        "/nowhere",
        "/townhalls",
        "/series/no such id",
        "/townhalls/a/b",
        "/people/a",
        "/townhalls/%E0%A4%A",
    ] {
        assert_eq!(Page::at(path), None, "{path}");
    }
}
