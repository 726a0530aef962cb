//! People for pickers.

use serde_json::Value;

use crate::caller::Caller;
use crate::desk::Desk;

fn names(answer: &Value) -> Vec<String> {
    let people = answer["value"].as_array().unwrap();
    people
        .iter()
        .map(|one| one["displayName"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_search_finds_words_of_names_and_starts_of_addresses() {
    let desk = Desk::open();
    let ana = Caller::of(&desk, "ana.ruiz");
    let found = ana.get("/users?$search=%22displayName%3Aruiz%22%20OR%20%22mail%3Aruiz%22&$top=15");
    let found = names(&found);
    assert!(
        found.len() >= 4 && found.contains(&"Ana Ruiz Ortega".to_owned()),
        "{found:?}"
    );
    let found = names(&ana.get("/users?$search=%22displayName%3A%E7%94%B0%E4%B8%AD%22"));
    assert_eq!(found, ["美咲 田中"]);
    let found = names(
        &ana.get(
            "/users?$filter=startswith(displayName,'O''') or startswith(surname,'O''')"
                .replace(' ', "%20")
                .as_str(),
        ),
    );
    assert_eq!(found.len(), 2, "{found:?}");
}

#[test]
fn a_search_without_its_header_is_refused() {
    let desk = Desk::open();
    let token = crate::browser::Browser::new(&desk).tokens("ana.ruiz", crate::browser::ALL);
    let bearer = format!("Bearer {}", token["access_token"].as_str().unwrap());
    let url = format!(
        "{}/v1.0/users?$search=%22displayName%3Aann%22",
        desk.graph()
    );
    let answer = desk
        .send("GET", &url, &[("authorization", &bearer)], None)
        .unwrap();
    assert_eq!(answer.status, 400);
    assert!(answer.text().contains("ConsistencyLevel"));
}

#[test]
fn the_basic_scope_shows_basic_properties_of_others() {
    let desk = Desk::open();
    let ana = Caller::of(&desk, "ana.ruiz");
    let me = ana.get("/me?$select=id,displayName,jobTitle,userPrincipalName");
    assert_eq!(me["jobTitle"], "Head of Internal Communications");
    let jonas = ana.get("/users/jonas.weber@northlight.example?$select=id,displayName,jobTitle");
    assert_eq!(
        (&jonas["displayName"], &jonas["jobTitle"]),
        (&"Jonas Weber".into(), &Value::Null)
    );
    let nobody = ana.call("GET", "/users/nobody@northlight.example", &Value::Null);
    assert_eq!(nobody.status, 404);
}

#[test]
fn photos_are_pictures_or_not_there() {
    let desk = Desk::open();
    let ana = Caller::of(&desk, "ana.ruiz");
    let (mut pictures, mut missing) = (0, 0);
    for person in ana.get("/users?$top=30")["value"].as_array().unwrap() {
        let path = format!(
            "/users/{}/photos/48x48/$value",
            person["id"].as_str().unwrap()
        );
        let answer = ana.call("GET", &path, &Value::Null);
        match answer.status {
            200 => {
                assert_eq!(answer.header("content-type"), "image/png");
                assert!(answer.bytes.starts_with(b"\x89PNG"));
                pictures += 1;
            }
            other => {
                assert_eq!(other, 404);
                missing += 1;
            }
        }
    }
    assert!(pictures > 0 && missing > 0, "{pictures} and {missing}");
}

#[test]
fn ranked_people_are_not_all_persons() {
    let desk = Desk::open();
    let ana = Caller::of(&desk, "ana.ruiz");
    let ranked = ana.get("/me/people?$search=%22com%22");
    assert_eq!(ranked["value"][0]["personType"]["class"], "Group");
    let ranked = ana.get("/me/people?$top=5");
    assert_eq!(ranked["value"].as_array().unwrap().len(), 5);
    assert_eq!(
        ranked["value"][0]["personType"]["subclass"],
        "OrganizationUser"
    );
}
