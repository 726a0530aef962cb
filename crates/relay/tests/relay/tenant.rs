//! Tenant mode: what Graph gives to apps only.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::{Json, Router};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use relay::{Secret, Settings};
use ring::signature::{RSA_PSS_2048_8192_SHA256, RsaPublicKeyComponents};
use serde_json::{Value, json};

use crate::cast::{ANA, Cast};
use crate::client::Answer;
use crate::entra::{APP, TENANT};
use crate::signer::{Signer, pem};

/// Plays both Graph and the token endpoint: answers in their order, and what was asked.
#[derive(Clone, Default)]
struct Services {
    answers: Arc<Mutex<VecDeque<(u16, Value)>>>,
    asked: Arc<Mutex<Vec<String>>>,
    base: Arc<Mutex<String>>,
}

impl Services {
    async fn start() -> Self {
        let services = Self::default();
        let router = Router::new().fallback(answer).with_state(services.clone());
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        *services.base.lock().unwrap() = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, router).await });
        services
    }

    fn base(&self) -> String {
        self.base.lock().unwrap().clone()
    }

    fn answer(&self, status: u16, body: Value) {
        self.answers.lock().unwrap().push_back((status, body));
    }

    fn asked(&self) -> Vec<String> {
        std::mem::take(&mut self.asked.lock().unwrap())
    }
}

async fn answer(State(services): State<Services>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let body = axum::body::to_bytes(body, 100_000).await.unwrap();
    let bearer = parts
        .headers
        .get("authorization")
        .map_or("", |value| value.to_str().unwrap());
    let body = std::str::from_utf8(&body).unwrap();
    let line = format!("{} {} {bearer}{body}", parts.method, parts.uri);
    services.asked.lock().unwrap().push(line);
    if parts.uri.path().ends_with("/token") {
        return Json(json!({ "access_token": "app token", "expires_in": 3_600 })).into_response();
    }
    let (status, body) = services.answers.lock().unwrap().pop_front().unwrap();
    let status = StatusCode::from_u16(status).unwrap();
    (status, [("retry-after", "0.01")], Json(body)).into_response()
}

/// A relay whose sign-in service and Graph are these; users' tokens come from its own.
async fn cast(change: impl FnOnce(Settings) -> Settings) -> (Cast, Services) {
    let services = Services::start().await;
    let graph = services.base();
    let cast = Cast::start_with(|settings| {
        change(Settings {
            graph: Some(graph),
            client_secret: Some(Secret::from("hush hush".to_owned())),
            ..settings
        })
    });
    let cast = cast.await;
    cast.entra.passes_tokens_to(&services.base());
    (cast, services)
}

async fn read(cast: &Cast, path: &str) -> Answer {
    let role = json!({ "roles": ["Feed.Read.All"] });
    cast.http
        .call(&cast.entra.token_with(ANA, &role), "GET", path, "")
        .await
}

#[tokio::test]
async fn all_pages_come_as_one_list() {
    let (cast, services) = cast(|settings| settings).await;
    let next = format!("{}/v1.0/more?$skiptoken=2", services.base());
    services.answer(429, json!({}));
    services.answer(
        200,
        json!({ "value": [{ "id": 1 }], "@odata.nextLink": next }),
    );
    services.answer(200, json!({ "value": [{ "id": 2 }] }));
    let answer = read(&cast, "/tenant/townhalls").await;
    assert_eq!(answer.status, 200);
    assert_eq!(
        answer.json(),
        json!({ "value": [{ "id": 1 }, { "id": 2 }] })
    );
    let asked = services.asked();
    let fields = format!("grant_type=client_credentials&client_id={APP}");
    assert!(
        asked[0].starts_with(&format!("POST /{TENANT}/oauth2/v2.0/token {fields}")),
        "{asked:?}"
    );
    assert!(asked[0].ends_with("&client_secret=hush+hush"), "{asked:?}");
    let first = "GET /v1.0/solutions/virtualEvents/townhalls Bearer app token";
    assert_eq!(asked[1..3], [first, first], "asked again after the pause");
    assert_eq!(asked[3], "GET /v1.0/more?$skiptoken=2 Bearer app token");
    // the token is kept
    services.answer(200, json!({ "value": [] }));
    let path =
        "/tenant/webinars/by-user?userId=aaaaaaaa-0000-4000-8000-000000000001&role=coOrganizer";
    assert_eq!(read(&cast, path).await.json(), json!({ "value": [] }));
    let function =
        "getByUserIdAndRole(userId='aaaaaaaa-0000-4000-8000-000000000001',role='coOrganizer')";
    let line = format!("GET /v1.0/solutions/virtualEvents/webinars/{function} Bearer app token");
    assert_eq!(services.asked(), [line]);
}

#[tokio::test]
async fn only_the_role_opens_it() {
    let (cast, services) = cast(|settings| settings).await;
    let answer = cast
        .http
        .call(&cast.entra.token(ANA), "GET", "/tenant/townhalls", "")
        .await;
    assert_eq!(answer.status, 403);
    assert_eq!(cast.http.get("/tenant/townhalls").await.status, 401);
    for odd in [
        "/tenant/townhalls/by-user?userId=a'b&role=organizer",
        "/tenant/townhalls/by-user?userId=ab&role=attendee",
        "/tenant/townhalls/by-user",
    ] {
        assert_eq!(read(&cast, odd).await.status, 400, "{odd}");
    }
    assert_eq!(read(&cast, "/tenant/users").await.status, 404);
    assert_eq!(services.asked(), [""; 0]);
}

#[tokio::test]
async fn without_credentials_there_is_no_tenant_mode() {
    let cast = Cast::start().await;
    assert_eq!(read(&cast, "/tenant/townhalls").await.status, 404);
}

#[tokio::test]
async fn what_graph_refuses_is_told_and_its_token_stays_with_it() {
    let (cast, services) = cast(|settings| settings).await;
    services.answer(
        403,
        json!({ "error": { "code": "Forbidden", "message": "x" } }),
    );
    let answer = read(&cast, "/tenant/webinars").await;
    assert_eq!(answer.status, 502);
    let message = answer.json()["error"]["message"]
        .as_str()
        .unwrap()
        .to_owned();
    assert_eq!(message, "Graph refused: 403 Forbidden Forbidden");
    let elsewhere =
        json!({ "value": [], "@odata.nextLink": format!("{}.evil.example/", services.base()) });
    for odd in [elsewhere, json!({ "value": 7 }), json!([])] {
        services.answer(200, odd);
        assert_eq!(read(&cast, "/tenant/webinars").await.status, 502);
    }
    for _ in 0..3 {
        services.answer(503, json!({}));
    }
    assert_eq!(read(&cast, "/tenant/webinars").await.status, 429);
}

#[tokio::test]
async fn a_certificate_signs_for_the_relay() {
    let folder = tempfile::tempdir().unwrap();
    let [certificate, key] = ["certificate.pem", "key.pem"].map(|name| folder.path().join(name));
    let signer = Signer::second();
    std::fs::write(&certificate, pem("CERTIFICATE", b"only its hash counts")).unwrap();
    std::fs::write(&key, signer.pem()).unwrap();
    let (cast, services) = cast(|settings| Settings {
        client_secret: None,
        client_certificate: Some(certificate),
        client_key: Some(key),
        ..settings
    })
    .await;
    services.answer(200, json!({ "value": [] }));
    assert_eq!(read(&cast, "/tenant/townhalls").await.status, 200);
    let asked = services.asked();
    let (_, assertion) = asked[0].split_once("&client_assertion=").unwrap();
    let (signed, signature) = assertion.rsplit_once('.').unwrap();
    let modulus = signer.modulus();
    let public = RsaPublicKeyComponents {
        n: modulus,
        e: [1_u8, 0, 1].as_slice(),
    };
    let signature = URL_SAFE_NO_PAD.decode(signature).unwrap();
    public
        .verify(&RSA_PSS_2048_8192_SHA256, signed.as_bytes(), &signature)
        .unwrap();
    let (header, claims) = signed.split_once('.').unwrap();
    let read =
        |part| -> Value { serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap() };
    let hash = ring::digest::digest(&ring::digest::SHA256, b"only its hash counts");
    assert_eq!(read(header)["x5t#S256"], URL_SAFE_NO_PAD.encode(hash));
    let endpoint = format!("{}/{TENANT}/oauth2/v2.0/token", cast.entra.authority);
    assert_eq!(
        (&read(claims)["aud"], &read(claims)["sub"]),
        (&json!(endpoint), &json!(APP))
    );
}
