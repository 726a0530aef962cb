//! The signed-in user and the pickers' questions.

use proptest::prelude::*;
use serde_json::json;

use super::query::quoted;
use crate::testing::{Reply, World};
use crate::{PhotoSize, Scope, UserId, UserProperty, UserQuery};

#[tokio::test(start_paused = true)]
async fn me_asks_for_little() {
    let me = json!({"id": "1", "displayName": "Ana Ruiz", "mail": null,
        "userPrincipalName": "ana@contoso.com"});
    let world = World::answering([Reply::json(200, &me)]);
    let me = world.client.me().await.unwrap();
    assert_eq!(me.address(), Some("ana@contoso.com"));
    assert_eq!(
        world.requests(),
        ["GET /v1.0/me?$select=id,displayName,mail,userPrincipalName"]
    );
    assert_eq!(world.tokens.asked.borrow()[0].scopes, [Scope::UserRead]);
}

#[tokio::test(start_paused = true)]
async fn a_search_is_quoted_and_tells_graph_that_a_lag_is_fine() {
    let world = World::handling(|_| Reply::json(200, &json!({"value": []})));
    world
        .client
        .users()
        .search("o\"neil")
        .all()
        .await
        .complete()
        .unwrap();
    let seen = &world.seen()[0];
    assert_eq!(seen.headers["consistencylevel"], "eventual");
    let search = "%22displayName:o%5C%22neil%22%20OR%20%22mail:o%5C%22neil%22";
    assert!(
        seen.path.contains(&format!("$search={search}&")),
        "{}",
        seen.path
    );
}

#[tokio::test(start_paused = true)]
async fn a_prefix_filter_doubles_quotes_and_needs_no_lagging_index() {
    let world = World::handling(|_| Reply::json(200, &json!({"value": []})));
    world
        .client
        .users()
        .starts_with("o'n")
        .all()
        .await
        .complete()
        .unwrap();
    let seen = &world.seen()[0];
    assert!(!seen.headers.contains_key("consistencylevel"));
    let filter = "$filter=startswith(displayName,'o''n')%20or%20startswith(mail,'o''n')";
    assert!(seen.path.contains(filter), "{}", seen.path);
    // but sorted it does
    let sorted = UserQuery::new()
        .starts_with(&[UserProperty::Mail], "a")
        .order_by(&UserProperty::DisplayName)
        .count();
    world
        .client
        .users()
        .list(&sorted)
        .all()
        .await
        .complete()
        .unwrap();
    assert_eq!(world.seen()[1].headers["consistencylevel"], "eventual");
}

#[tokio::test(start_paused = true)]
async fn a_photo_is_bytes_or_nothing() {
    let image = Reply::empty(200).header("content-type", "image/jpeg; x=y");
    let world = World::answering([image, Reply::error(404, "ImageNotFound")]);
    let user = UserId::from("u");
    let photo = world
        .client
        .users()
        .photo(&user, PhotoSize::Px48)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(photo.media_type, "image/jpeg");
    assert_eq!(
        world.client.me().photo(PhotoSize::Px96).await.unwrap(),
        None
    );
    assert_eq!(
        world.requests(),
        [
            "GET /v1.0/users/u/photos/48x48/$value",
            "GET /v1.0/me/photos/96x96/$value"
        ]
    );
}

#[tokio::test(start_paused = true)]
async fn groups_among_ranked_people_are_told_apart() {
    let people = json!({"value": [
        {"id": "1", "personType": {"class": "Group", "subclass": "UnifiedGroup"}},
        {"id": "2", "personType": {"class": "Person", "subclass": "OrganizationUser"},
         "scoredEmailAddresses": [{"address": "i@contoso.com", "relevanceScore": 20.0}]},
    ]});
    let world = World::answering([Reply::json(200, &people)]);
    let people = world
        .client
        .people()
        .search("is")
        .all()
        .await
        .complete()
        .unwrap();
    let users: Vec<_> = people
        .iter()
        .filter(|person| person.is_organization_user())
        .collect();
    assert_eq!(users.len(), 1);
    assert_eq!(users[0].address(), Some("i@contoso.com"));
    assert_eq!(
        world.requests(),
        ["GET /v1.0/me/people?$search=%22is%22&$top=15"]
    );
}

proptest! {
    #[test]
    fn no_text_ends_its_search_term_early(text in "[\"\\\\a ]{0,12}") {
        let term = quoted("mail:", &text);
        let mut inside = term[1..].chars();
        let mut read = String::new();
        while let Some(character) = inside.next() {
            match character {
                '\\' => read.extend(inside.next()),
                '"' => break,
                other => read.push(other),
            }
        }
        prop_assert_eq!(read, format!("mail:{text}"));
        prop_assert_eq!(inside.next(), None);
    }
}
