//! A relay that holds subscriptions, and somebody with the role who looks at it.

use relay::Running;
use serde_json::{Value, json};

use crate::client::{Answer, Events, Http, PATIENCE};
use crate::stage::Stage;

pub(crate) struct Relay {
    pub(crate) http: Http,
    pub(crate) running: Running,
    pub(crate) token: String,
}

impl Relay {
    /// The same with a token that is valid now: time has gone on.
    pub(crate) async fn seen_by(self, stage: &Stage) -> Self {
        Self {
            token: stage.token("ingrid.solberg", &stage.feed_scope()).await,
            ..self
        }
    }

    pub(crate) async fn call(&self, method: &str, path: &str, body: &Value) -> Answer {
        let body = match body {
            Value::Null => String::new(),
            body => body.to_string(),
        };
        self.http.call(&self.token, method, path, &body).await
    }

    pub(crate) async fn hand_over(&self, resource: &str, change_type: &str) -> Answer {
        let body = json!({ "resource": resource, "changeType": change_type });
        self.call("POST", "/tenant/subscriptions", &body).await
    }

    /// What the relay holds.
    pub(crate) async fn held(&self) -> Vec<Value> {
        let list = self
            .call("GET", "/tenant/subscriptions", &Value::Null)
            .await;
        assert_eq!(list.status, 200);
        list.json()["value"].as_array().unwrap().clone()
    }

    /// What the relay holds, once it is so.
    pub(crate) async fn held_when(&self, is_so: impl Fn(&[Value]) -> bool) -> Vec<Value> {
        let seen = std::sync::Mutex::new(Vec::new());
        let waiting = async {
            loop {
                let held = self.held().await;
                if is_so(&held) {
                    return held;
                }
                *seen.lock().unwrap() = held;
                tokio::time::sleep(std::time::Duration::from_millis(20)).await;
            }
        };
        match tokio::time::timeout(PATIENCE, waiting).await {
            Ok(held) => held,
            Err(_) => panic!("never so: {:?}", seen.lock().unwrap()),
        }
    }

    /// The one that it holds, once it is active.
    pub(crate) async fn active(&self) -> Value {
        let is_active = |held: &[Value]| matches!(held, [one] if one["state"] == "active");
        self.held_when(is_active).await.remove(0)
    }

    pub(crate) async fn listen(&self) -> Events {
        self.http.listen(&self.token, None).await
    }
}
