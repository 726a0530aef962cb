//! Somebody with an access token, calling Graph.

use serde_json::{Value, json};

use crate::browser::{ALL, Browser};
use crate::desk::{Answer, Desk};

/// Somebody signed in with everything, calling Graph.
pub(crate) struct Caller<'d> {
    desk: &'d Desk,
    token: String,
}

impl<'d> Caller<'d> {
    pub(crate) fn of(desk: &'d Desk, who: &str) -> Self {
        Self::with(desk, who, ALL)
    }

    pub(crate) fn with(desk: &'d Desk, who: &str, scope: &str) -> Self {
        let tokens = Browser::new(desk).tokens(who, scope);
        Self::holding(desk, tokens["access_token"].as_str().unwrap())
    }

    pub(crate) fn holding(desk: &'d Desk, token: &str) -> Self {
        Self {
            desk,
            token: token.to_owned(),
        }
    }

    pub(crate) fn call(&self, method: &str, path: &str, body: &Value) -> Answer {
        self.try_call(method, path, body).unwrap()
    }

    pub(crate) fn try_call(
        &self,
        method: &str,
        path: &str,
        body: &Value,
    ) -> Result<Answer, ureq::Error> {
        self.call_version("v1.0", method, path, body)
    }

    /// A call to beta.
    pub(crate) fn beta(&self, method: &str, path: &str, body: &Value) -> Answer {
        self.call_version("beta", method, path, body).unwrap()
    }

    fn call_version(
        &self,
        version: &str,
        method: &str,
        path: &str,
        body: &Value,
    ) -> Result<Answer, ureq::Error> {
        let url = format!("{}/{version}{path}", self.desk.graph());
        let bearer = format!("Bearer {}", self.token);
        let mut headers = vec![
            ("authorization", bearer.as_str()),
            ("consistencylevel", "eventual"),
        ];
        let body = (!body.is_null()).then(|| body.to_string());
        if body.is_some() {
            headers.push(("content-type", "application/json"));
        }
        self.desk.send(method, &url, &headers, body)
    }

    pub(crate) fn get(&self, path: &str) -> Value {
        let answer = self.call("GET", path, &Value::Null);
        assert_eq!(answer.status, 200, "{path}: {}", answer.text());
        answer.json()
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> Answer {
        self.call("POST", path, body)
    }

    /// A new town hall; gives its path.
    pub(crate) fn create_town_hall(&self, title: &str) -> String {
        let answer = self.post("/solutions/virtualEvents/townhalls", &town_hall(title));
        assert_eq!(answer.status, 201, "{}", answer.text());
        format!(
            "/solutions/virtualEvents/townhalls/{}",
            answer.json()["id"].as_str().unwrap()
        )
    }
}

/// A create body with nothing unusual, two days after the stories begin.
pub(crate) fn town_hall(title: &str) -> Value {
    json!({
        "displayName": title,
        "description": { "contentType": "text", "content": "What we will talk about." },
        "startDateTime":
            { "dateTime": "2027-01-14T15:00:00", "timeZone": "W. Europe Standard Time" },
        "endDateTime":
            { "dateTime": "2027-01-14T16:00:00", "timeZone": "W. Europe Standard Time" },
        "audience": "organization",
    })
}
