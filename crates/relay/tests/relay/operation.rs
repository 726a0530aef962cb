//! Health, figures, who may read answers.

use relay::Settings;

use crate::cast::{ANA, Cast};
use crate::client::Http;

#[tokio::test]
async fn it_says_that_it_lives_and_is_ready() {
    let cast = Cast::start().await;
    for path in ["/healthz", "/readyz"] {
        assert_eq!(cast.http.get(path).await.status, 200, "{path}");
    }
    let nothing = cast.http.get("/nothing").await;
    assert_eq!(
        (nothing.status.as_u16(), &nothing.json()["error"]["code"]),
        (404, &"notFound".into())
    );
}

#[tokio::test]
async fn figures_are_for_this_machine_or_on_a_port_of_their_own() {
    let cast = Cast::start_with(|settings| Settings {
        metrics_listen: Some("127.0.0.1:0".parse().unwrap()),
        ..settings
    });
    let cast = cast.await;
    let own = cast.running.addresses().metrics.unwrap();
    let own = Http::to(format!("http://{own}"));
    let figures = own.get("/metrics").await;
    assert_eq!(figures.status, 200);
    let text = std::str::from_utf8(&figures.body).unwrap();
    assert!(text.contains("rostrum_relay_streams 0"), "{text}");
    assert!(text.ends_with("# EOF\n"), "{text}");
    assert_eq!(own.get("/feeds").await.status, 404);
    assert_eq!(cast.http.get("/metrics").await.status, 200);
    let by_proxy = [("x-forwarded-for", "192.0.2.1")];
    let refused = cast.http.send("GET", "/metrics", &by_proxy, "").await;
    assert_eq!(refused.status, 404);
}

#[tokio::test]
async fn only_named_origins_may_read_answers() {
    let cast = Cast::start().await;
    let http = &cast.http;
    let preflight = |origin| async move {
        let headers = [
            ("origin", origin),
            ("access-control-request-method", "GET"),
            (
                "access-control-request-headers",
                "authorization,last-event-id",
            ),
        ];
        http.send("OPTIONS", "/feed", &headers, "").await
    };
    let allowed = preflight("https://events.contoso.com").await;
    assert_eq!(
        allowed.header("access-control-allow-origin"),
        "https://events.contoso.com"
    );
    assert_eq!(allowed.header("access-control-max-age"), "600");
    assert_eq!(
        allowed.header("access-control-allow-methods"),
        "GET,POST,DELETE"
    );
    let headers = allowed.header("access-control-allow-headers");
    assert_eq!(headers, "authorization,content-type,last-event-id");
    let other = preflight("https://evil.example").await;
    assert_eq!(other.header("access-control-allow-origin"), "");
    // a refusal has to be readable as well
    let origin = [("origin", "https://events.contoso.com")];
    let refused = cast.http.send("GET", "/feeds", &origin, "").await;
    assert_eq!(refused.status, 401);
    assert_eq!(
        refused.header("access-control-allow-origin"),
        "https://events.contoso.com"
    );
    let feed = cast.feed(ANA).await;
    let delivered = format!("/notify/{}?validationToken=x", feed.id);
    let delivered = cast.http.send("POST", &delivered, &origin, "").await;
    assert_eq!(delivered.header("access-control-allow-origin"), "");
}
