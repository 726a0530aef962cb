//! `/me`, `/users` and `/me/people`: people for pickers.

use serde_json::{Value, json};

use super::reply::{Answer, Refusal, Reply};
use super::search;
use super::visit::Visit;
use crate::tenant::Person;
use crate::wire::Origin;

/// What comes back when nothing is selected.
const USUAL: [&str; 11] = [
    "businessPhones",
    "displayName",
    "givenName",
    "jobTitle",
    "mail",
    "mobilePhone",
    "officeLocation",
    "preferredLanguage",
    "surname",
    "userPrincipalName",
    "id",
];

/// What `User.ReadBasic.All` shows of others.
const BASIC: [&str; 6] = [
    "displayName",
    "givenName",
    "surname",
    "mail",
    "id",
    "userPrincipalName",
];

/// How much of a person is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Depth {
    Basic,
    Full,
}

fn property(person: &Person, name: &str) -> Value {
    match name {
        "id" => json!(person.id),
        "displayName" => json!(person.name),
        "givenName" => json!(person.given),
        "surname" => json!(person.surname),
        "mail" => json!(person.mail),
        "userPrincipalName" => json!(person.upn),
        "jobTitle" => json!(person.job),
        "department" => json!(person.department),
        "userType" => json!(person.user_type),
        "accountEnabled" => json!(true),
        "businessPhones" => json!([]),
        _ => Value::Null,
    }
}

fn render(visit: &Visit<'_>, person: &Person, depth: Depth) -> Value {
    let selected = visit.call.option("$select");
    let names: Vec<&str> = match selected {
        Some(list) => list
            .split(',')
            .map(str::trim)
            .filter(|name| !name.is_empty())
            .collect(),
        None => USUAL.to_vec(),
    };
    let mut object = serde_json::Map::new();
    for name in names {
        let shown = depth == Depth::Full || BASIC.contains(&name) || name == "businessPhones";
        let value = if shown {
            property(person, name)
        } else {
            Value::Null
        };
        object.insert(name.to_owned(), value);
    }
    object.into()
}

fn context(visit: &Visit<'_>, what: &str) -> String {
    format!("{}/v1.0/$metadata#{what}", visit.ports.base(Origin::Graph))
}

fn others_depth(visit: &Visit<'_>) -> Depth {
    match visit.caller.needs(&["User.Read.All"]) {
        Ok(()) => Depth::Full,
        Err(_) => Depth::Basic,
    }
}

/// The caller.
pub(super) fn me(visit: &mut Visit<'_>) -> Answer {
    let person = visit.world.tenant.people.get(&visit.caller.oid);
    let person = person.ok_or_else(|| Refusal::not_found("The user"))?;
    let mut object = render(visit, person, Depth::Full);
    object["@odata.context"] = context(visit, "users/$entity").into();
    Ok(Reply::ok(object))
}

/// One user, by object id or principal name.
pub(super) fn user(visit: &mut Visit<'_>, id: &str) -> Answer {
    let people = &visit.world.tenant.people;
    let person = people.get(id).or_else(|| {
        people
            .values()
            .find(|person| person.upn.eq_ignore_ascii_case(id))
    });
    let itself = person.is_some_and(|person| person.id == visit.caller.oid);
    let wanted: &[&str] = if itself {
        &["User.Read", "User.ReadBasic.All", "User.Read.All"]
    } else {
        &["User.ReadBasic.All", "User.Read.All"]
    };
    visit.caller.needs(wanted)?;
    let person = person.ok_or_else(|| Refusal::not_found(&format!("Resource '{id}'")))?;
    let depth = if itself {
        Depth::Full
    } else {
        others_depth(visit)
    };
    let mut object = render(visit, person, depth);
    object["@odata.context"] = context(visit, "users/$entity").into();
    Ok(Reply::ok(object))
}

/// Searched, filtered or all users.
pub(super) fn users(visit: &mut Visit<'_>) -> Answer {
    let call = visit.call;
    let eventual = call
        .header("consistencylevel")
        .is_some_and(|level| level.eq_ignore_ascii_case("eventual"));
    let searched = call
        .option("$search")
        .map(search::read_search)
        .transpose()?;
    if searched.is_some() && !eventual {
        return Err(Refusal::bad_request(
            "Request with $search query parameter only works through MSGraph with a special \
             request header: 'ConsistencyLevel: eventual'",
        ));
    }
    if searched.is_some() && call.option("$skip").is_some() {
        return Err(Refusal::bad_request(
            "$skip can't be used together with $search.",
        ));
    }
    let filtered = call
        .option("$filter")
        .map(search::read_filter)
        .transpose()?;
    let ordered = call.option("$orderby");
    let counted = call
        .option("$count")
        .is_some_and(|count| count.eq_ignore_ascii_case("true"));
    if filtered.is_some() && ordered.is_some() && !(eventual && counted) {
        return Err(Refusal::bad_request(
            "$orderby with $filter needs 'ConsistencyLevel: eventual' and $count=true.",
        ));
    }
    let top = match call.option("$top") {
        None => 100,
        Some(text) => text
            .parse::<usize>()
            .ok()
            .filter(|top| (1..=999).contains(top))
            .ok_or_else(|| Refusal::bad_request("Invalid $top: it must be 1 to 999."))?,
    };
    let mut found: Vec<&Person> = visit
        .world
        .tenant
        .people
        .values()
        .filter(|person| {
            searched
                .as_ref()
                .is_none_or(|any| search::is_found(person, any))
        })
        .filter(|person| {
            filtered
                .as_ref()
                .is_none_or(|any| search::passes(person, any))
        })
        .collect();
    found.sort_by_key(|person| person.name.to_lowercase());
    let total = found.len();
    let depth = others_depth(visit);
    let value: Vec<Value> = found
        .iter()
        .take(top)
        .map(|person| render(visit, person, depth))
        .collect();
    let mut body = json!({ "@odata.context": context(visit, "users"), "value": value });
    if counted {
        body["@odata.count"] = total.into();
    }
    Ok(Reply::ok(body))
}

/// People, a group and an outside contact, best first.
pub(super) fn ranked(visit: &mut Visit<'_>) -> Answer {
    let wanted = visit.call.option("$search").unwrap_or_default();
    let wanted = wanted.trim().trim_matches('"').to_lowercase();
    let top = visit
        .call
        .option("$top")
        .and_then(|top| top.parse().ok())
        .unwrap_or(10);
    let fits = |name: &str, address: &str| {
        wanted.is_empty()
            || name
                .to_lowercase()
                .split([' ', '-'])
                .any(|word| word.starts_with(&wanted))
            || address.to_lowercase().starts_with(&wanted)
    };
    let mut people: Vec<&Person> = visit
        .world
        .tenant
        .people
        .values()
        .filter(|person| person.id != visit.caller.oid)
        .filter(|person| fits(&person.name, person.mail.as_deref().unwrap_or_default()))
        .collect();
    // The same department first: those are the people one works with.
    let department = visit
        .world
        .tenant
        .people
        .get(&visit.caller.oid)
        .map(|person| person.department.as_str());
    people.sort_by_key(|person| {
        (
            Some(person.department.as_str()) != department,
            person.name.to_lowercase(),
        )
    });
    let mut value: Vec<Value> = people
        .iter()
        .take(top)
        .map(|person| {
            let subclass = if person.is_guest() {
                "Guest"
            } else {
                "OrganizationUser"
            };
            ranked_person(
                &person.id,
                &person.name,
                person.mail.as_deref(),
                subclass,
                person,
            )
        })
        .collect();
    if fits("Communications team", "communications@northlight.example") && value.len() < top {
        value.push(json!({
            "id": "group-communications", "displayName": "Communications team",
            "scoredEmailAddresses": [{ "address": "communications@northlight.example",
                "relevanceScore": 4.0, "selectionLikelihood": "notSpecified" }],
            "personType": { "class": "Group", "subclass": "UnifiedGroup" },
        }));
    }
    Ok(Reply::ok(
        json!({ "@odata.context": context(visit, "users('me')/people"), "value": value }),
    ))
}

fn ranked_person(
    id: &str,
    name: &str,
    mail: Option<&str>,
    subclass: &str,
    person: &Person,
) -> Value {
    json!({
        "id": id,
        "displayName": name,
        "givenName": person.given,
        "surname": person.surname,
        "jobTitle": person.job,
        "department": person.department,
        "userPrincipalName": person.upn,
        "scoredEmailAddresses": [{
            "address": mail,
            "relevanceScore": 8.0,
            "selectionLikelihood": "notSpecified",
        }],
        "personType": { "class": "Person", "subclass": subclass },
    })
}
