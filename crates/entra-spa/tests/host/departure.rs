//! Leaving for the sign-in service, or not.

use crate::world::{CLIENT, World, query, sign_in, story};
use entra_spa::{AuthError, Cloud, RequestFault, ScopeSet};

const SCOPES: [&str; 2] = ["User.Read", "VirtualEvent.ReadWrite"];

/// Back button on the login page: the app was stuck in "signing in".
#[test]
fn a_sign_in_left_by_the_back_button_can_be_started_again() {
    story(async {
        let world = World::new();
        world.client().begin_sign_in(sign_in(&SCOPES)).unwrap();

        let client = world.client();
        assert!(client.is_busy());
        assert!(client.complete_redirect().await.is_none());

        assert!(!client.is_busy());
        client.begin_sign_in(sign_in(&SCOPES)).unwrap();

        // and when the browser shows the very same page again
        world.navigation.restore();
        assert!(!client.is_busy());
    });
}

#[test]
fn case_47_one_sign_in_at_a_time_and_no_longer_than_fifteen_minutes() {
    story(async {
        let world = World::new();
        let client = world.client();
        client.begin_sign_in(sign_in(&SCOPES)).unwrap();
        world.clock.advance(899);
        let refused = client.begin_sign_in(sign_in(&SCOPES)).unwrap_err();
        assert_eq!(refused, AuthError::InteractionInProgress);

        world.clock.advance(1);
        assert!(client.begin_sign_in(sign_in(&SCOPES)).is_ok(), "stale");

        let mut other = World::new();
        world.storage.copy_to(&other.storage);
        other.config.client_id = "another-client".to_owned();
        other.clock.advance(900);
        assert!(!other.client().is_busy(), "the guard is per client");
    });
}

#[test]
fn case_03_without_random_numbers_nothing_begins() {
    story(async {
        let world = World::new();
        world.entropy.broken.set(true);

        let refused = world.client().begin_sign_in(sign_in(&SCOPES)).unwrap_err();

        assert_eq!(refused, AuthError::Request(RequestFault::NoEntropy));
        assert!(world.storage.is_empty());
    });
}

#[test]
fn without_the_tabs_storage_no_redirect_begins() {
    story(async {
        let world = World::new();
        world.without_tab_storage();

        let refused = world.client().begin_sign_in(sign_in(&SCOPES)).unwrap_err();

        assert_eq!(
            refused,
            AuthError::Request(RequestFault::StorageUnavailable)
        );
        assert!(world.storage.is_empty(), "nothing is left behind");
    });
}

#[test]
fn the_admin_consent_link_names_app_and_scopes() {
    let mut world = World::new();
    let link = world.client().admin_consent_url(&ScopeSet::new(SCOPES));

    let fields = query(&link);
    assert!(link.starts_with("https://login.microsoftonline.com/7c0a7b9e-"));
    assert!(link.contains("/v2.0/adminconsent?"));
    assert_eq!(fields["client_id"], CLIENT);
    assert_eq!(fields["scope"], "User.Read VirtualEvent.ReadWrite");
    assert_eq!(fields["redirect_uri"], "https://app.test/auth/bridge.html");
    assert_eq!(fields["state"], "a.consent");

    world.config.authority = entra_spa::Authority::parse(Cloud::China, "contoso.cn", None).unwrap();
    let link = world.client().admin_consent_url(&ScopeSet::new(SCOPES));
    assert!(link.starts_with("https://login.partner.microsoftonline.cn/contoso.cn/v2.0/"));
}

/// Entra refuses to be framed; the user saw a grey page with a sad face.
#[test]
fn inside_another_page_no_redirect_begins() {
    story(async {
        let world = World::new();
        world.navigation.framed.set(true);

        let refused = world.client().begin_sign_in(sign_in(&SCOPES)).unwrap_err();

        assert_eq!(refused, AuthError::Request(RequestFault::Framed));
        assert!(world.storage.is_empty());
    });
}
