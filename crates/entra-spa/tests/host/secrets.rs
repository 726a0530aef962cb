//! Nothing secret in what can be printed.

use crate::world::{Body, CLIENT, Step, World, fresh, query, sign_in, story, token, tokens};
use entra_spa::edge::SessionStore;
use entra_spa::{AuthClient, storage_keys};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::fmt::Debug;

const SCOPES: [&str; 1] = ["User.Read"];

/// Every secret of these stories carries this mark; verifiers are known from the storage.
const MARK: &str = "Marked";

fn printed(values: &[&dyn Debug]) -> String {
    values
        .iter()
        .map(|value| format!("{value:?}{value:#?}"))
        .collect()
}

fn marked(scopes: &[&str]) -> Body {
    tokens(scopes)
        .with("access_token", "MarkedAccess")
        .with("refresh_token", "MarkedRefresh")
        .claim("login_hint", "MarkedHint")
}

/// An error of the service that repeats what it was sent, wherever it can.
fn gossip(error: &str, suberror: &Value, echo: &str) -> String {
    let text = format!("AADSTS70000: the value '{echo}' was refused");
    json!({
        "error": error, "suberror": suberror, "error_description": text, "error_codes": [70000],
        "claims": format!("{{\"x\":\"{echo}\"}}"), "correlation_id": echo, "trace_id": text,
        "timestamp": echo,
    })
    .to_string()
}

fn outcome_is_clean(outcome: &str, secrets: &[&str]) {
    for secret in secrets {
        assert!(!outcome.contains(secret), "{secret} in {outcome}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn case_25_no_error_of_a_renewal_shows_a_token(
        status in prop::sample::select(vec![200_u16, 400, 401, 403, 429, 500, 503]),
        error in prop::sample::select(vec![
            "invalid_grant", "interaction_required", "invalid_client", "access_denied", "server_error", "?",
        ]),
        suberror in prop::sample::select(vec![json!(null), json!("bad_token"), json!("basic_action")]),
        cut in 0_usize..400,
    ) {
        story(async move {
            let world = World::new();
            world.signed_in_with(&SCOPES, marked(&SCOPES)).await;
            let client = world.client();
            let mut body = gossip(error, &suberror, "MarkedRefresh");
            body.truncate(if cut < 200 { cut } else { body.len() });
            world.service.then(Step::Answer(status, body));

            let outcome = token(&client, &SCOPES).await;

            let error = outcome.unwrap_err();
            let mut text = printed(&[&error, &client, &client.account(), &world.edges()]);
            text.push_str(&error.to_string());
            outcome_is_clean(&text, &[MARK]);
        });
    }

    #[test]
    fn case_25_no_error_of_a_redemption_shows_code_or_verifier(
        error in prop::sample::select(vec!["invalid_grant", "invalid_request", "interaction_required"]),
        status in prop::sample::select(vec![200_u16, 400, 500]),
        echo_verifier in any::<bool>(),
    ) {
        story(async move {
            let world = World::new();
            let url = world.client().begin_sign_in(sign_in(&SCOPES)).unwrap();
            let state = &query(url.as_str())["state"];
            let verifier = verifier_of(&world);
            let echo = if echo_verifier { verifier.as_str() } else { "MarkedCode" };
            world.service.then(Step::Answer(status, gossip(error, &json!(null), echo)));
            world.leave_payload(&format!("code=MarkedCode&state={state}"));

            let outcome = world.client().complete_redirect().await;

            assert!(outcome.as_ref().is_some_and(Result::is_err));
            outcome_is_clean(&printed(&[&outcome]), &[MARK, &verifier]);
        });
    }
}

/// The verifier of the one request under way, as the storage has it.
fn verifier_of(world: &World) -> String {
    let names = world.storage.names();
    let name = names
        .iter()
        .find(|name| name.starts_with(storage_keys::RECORD_PREFIX))
        .unwrap();
    let record: Value = serde_json::from_str(&world.storage.peek(name).unwrap()).unwrap();
    record["verifier"].as_str().unwrap().to_owned()
}

#[test]
fn case_25_no_success_shows_a_token() {
    story(async {
        let world = World::new();
        let url = world.client().begin_sign_in(sign_in(&SCOPES)).unwrap();
        let verifier = verifier_of(&world);
        outcome_is_clean(&printed(&[&url]), &[&verifier]);

        let (client, outcome): (AuthClient, _) = world.come_back(&url, marked(&SCOPES)).await;
        world
            .service
            .then(Step::Answer(200, marked(&SCOPES).json()));
        let scopes = entra_spa::ScopeSet::new(SCOPES);
        let demand = entra_spa::TokenDemand::Cached;
        let token = client.access_token(&scopes, demand).await.unwrap();

        assert_eq!(token.expose(), "MarkedAccess");
        let text = printed(&[&outcome, &client, &token, &world.edges()]) + &token.to_string();
        outcome_is_clean(&text, &[MARK, &verifier]);
        assert!(text.contains(CLIENT), "the rest is shown");
        fresh(&client, &SCOPES, None).await.unwrap();
    });
}
