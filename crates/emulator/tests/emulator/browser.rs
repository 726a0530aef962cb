//! Somebody's browser: keeps the sign-in cookie, knows the app's registration, clicks buttons.

use std::cell::RefCell;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::digest::{SHA256, digest};
use serde_json::Value;

use crate::desk::{Answer, Desk};

pub(crate) const VERIFIER: &str = "a-verifier-that-is-long-enough-for-rfc-7636.";
pub(crate) const SIGN_IN: &str = "openid profile offline_access User.Read";
pub(crate) const ALL: &str = "openid profile offline_access User.Read User.ReadBasic.All \
    People.Read VirtualEvent.Read VirtualEvent.ReadWrite OnlineMeetingArtifact.Read.All";

/// The challenge of [`VERIFIER`].
pub(crate) fn challenge() -> String {
    URL_SAFE_NO_PAD.encode(digest(&SHA256, VERIFIER.as_bytes()))
}

pub(crate) struct Browser<'d> {
    pub(crate) desk: &'d Desk,
    pub(crate) tenant: String,
    pub(crate) client: String,
    cookie: RefCell<Option<String>>,
}

impl<'d> Browser<'d> {
    pub(crate) fn new(desk: &'d Desk) -> Self {
        let config = desk
            .send("GET", &format!("{}/config.json", desk.app()), &[], None)
            .unwrap()
            .json();
        Self {
            desk,
            tenant: config["tenant"].as_str().unwrap().to_owned(),
            client: config["clientId"].as_str().unwrap().to_owned(),
            cookie: RefCell::new(None),
        }
    }

    pub(crate) fn bridge(&self) -> String {
        format!("{}/auth/bridge.html", self.desk.app())
    }

    /// The usual parameters of an authorize request, changed as told; an empty value leaves out.
    pub(crate) fn authorize_url(&self, changes: &[(&str, &str)]) -> String {
        let (bridge, challenge) = (self.bridge(), challenge());
        let mut pairs = vec![
            ("client_id", self.client.as_str()),
            ("response_type", "code"),
            ("redirect_uri", &bridge),
            ("response_mode", "fragment"),
            ("scope", ALL),
            ("state", "r.state"),
            ("nonce", "a-nonce"),
            ("code_challenge", &challenge),
            ("code_challenge_method", "S256"),
            ("client_info", "1"),
        ];
        for (name, value) in changes {
            pairs.retain(|(other, _)| other != name);
            if !value.is_empty() {
                pairs.push((name, value));
            }
        }
        let query = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(pairs)
            .finish();
        format!(
            "{}/{}/oauth2/v2.0/authorize?{query}",
            self.desk.entra(),
            self.tenant
        )
    }

    /// Opens an address, or posts a form to it, with the cookie.
    pub(crate) fn visit(&self, url: &str, form: Option<&[(&str, &str)]>) -> Answer {
        let cookie = self.cookie.borrow().clone().unwrap_or_default();
        let mut headers = vec![("cookie", cookie.as_str())];
        let body = form.map(encoded);
        if body.is_some() {
            headers.push(("content-type", "application/x-www-form-urlencoded"));
        }
        let method = if body.is_some() { "POST" } else { "GET" };
        let answer = self.desk.send(method, url, &headers, body).unwrap();
        if let Some((pair, _)) = answer.header("set-cookie").split_once(';') {
            *self.cookie.borrow_mut() = Some(pair.to_owned());
        }
        answer
    }

    /// Presses the button whose text has `name`, on a page whose form it belongs to.
    pub(crate) fn press(&self, page: &Answer, name: &str) -> Answer {
        let html = page.text();
        let at = html
            .find(name)
            .unwrap_or_else(|| panic!("no {name:?} on {html}"));
        let button = &html[html[..at].rfind("<button").unwrap()..at];
        let form = &html[html[..at].rfind("<form").unwrap()..at];
        let action = unescaped(&attribute(form, "action"));
        let mut fields = vec![(attribute(button, "name"), attribute(button, "value"))];
        if let Some(hidden) = form.find("type=\"hidden\"") {
            fields.push((
                attribute(&form[hidden..], "name"),
                attribute(&form[hidden..], "value"),
            ));
        }
        let fields: Vec<_> = fields
            .iter()
            .map(|(n, v)| (n.as_str(), v.as_str()))
            .collect();
        self.visit(&format!("{}{action}", self.desk.entra()), Some(&fields))
    }

    /// Follows redirects within Entra until there's a page or the way leads to the app.
    pub(crate) fn follow(&self, mut answer: Answer) -> Answer {
        while answer.status == 302 && answer.header("location").starts_with('/') {
            answer = self.visit(
                &format!("{}{}", self.desk.entra(), answer.header("location")),
                None,
            );
        }
        answer
    }

    /// Posts to the token endpoint from the app's origin.
    pub(crate) fn token(&self, fields: &[(&str, &str)]) -> Answer {
        self.token_from(&self.desk.app(), fields)
    }

    /// Posts to the token endpoint; an empty origin sends none.
    pub(crate) fn token_from(&self, origin: &str, fields: &[(&str, &str)]) -> Answer {
        let url = format!("{}/{}/oauth2/v2.0/token", self.desk.entra(), self.tenant);
        let mut all = vec![("client_id", self.client.as_str()), ("client_info", "1")];
        all.extend_from_slice(fields);
        let mut headers = vec![(
            "content-type",
            "application/x-www-form-urlencoded;charset=utf-8",
        )];
        if !origin.is_empty() {
            headers.push(("origin", origin));
        }
        self.desk
            .send("POST", &url, &headers, Some(encoded(&all)))
            .unwrap()
    }

    /// Signs in by hint and redeems the code.
    pub(crate) fn tokens(&self, who: &str, scope: &str) -> Value {
        let upn = format!("{who}@northlight.example");
        let url = self.authorize_url(&[("login_hint", &upn), ("scope", scope)]);
        let code = parameter(&self.visit(&url, None), "code");
        let answer = self.redeem(&code, scope);
        assert_eq!(answer.status, 200, "{}", answer.text());
        answer.json()
    }

    pub(crate) fn redeem(&self, code: &str, scope: &str) -> Answer {
        self.token(&[
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", &self.bridge()),
            ("code_verifier", VERIFIER),
            ("scope", scope),
        ])
    }
}

/// The number after `AADSTS` in an error answer of the token endpoint.
pub(crate) fn number(answer: &Value) -> u64 {
    answer["error_codes"][0].as_u64().unwrap()
}

/// A parameter of the redirect's fragment or query.
pub(crate) fn parameter(answer: &Answer, name: &str) -> String {
    let place = answer.header("location");
    assert_eq!(answer.status, 302, "{}", answer.text());
    let (_, pairs) = place.split_once(['#', '?']).unwrap();
    form_urlencoded::parse(pairs.as_bytes())
        .find(|(key, _)| key == name)
        .map(|(_, value)| value.into_owned())
        .unwrap_or_default()
}

fn encoded(pairs: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(pairs)
        .finish()
}

fn attribute(tag: &str, name: &str) -> String {
    let start = tag.find(&format!("{name}=\"")).unwrap() + name.len() + 2;
    tag[start..].split('"').next().unwrap().to_owned()
}

pub(crate) fn unescaped(text: &str) -> String {
    text.replace("&#39;", "'")
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&amp;", "&")
}
