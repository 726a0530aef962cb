//! Which settings can be used.

use clap::Parser as _;

use super::super::{Config, Extent, Options, Part, Secret, Settings, StoreChoice, Subscribe};
use super::ConfigError;

const GUID: &str = "11111111-2222-4333-8444-55556666777A";

fn least() -> Settings {
    Settings {
        tenant: Some(GUID.to_owned()),
        app_id: Some(GUID.to_owned()),
        ..Settings::default()
    }
}

#[test]
fn tenant_and_app_id_are_enough() {
    let config = Config::check(least()).unwrap();
    assert_eq!(config.listen.to_string(), "127.0.0.1:8090");
    assert_eq!(config.public_url, "http://127.0.0.1:8090");
    assert_eq!(config.trust.tenant, GUID.to_ascii_lowercase());
    assert_eq!(config.keep.as_secs(), 7 * 24 * 3_600);
    assert!(matches!(config.store, StoreChoice::Sqlite(_)));
}

#[test]
fn what_has_to_be_given_is_asked_for() {
    let missing = Config::check(Settings::default()).unwrap_err();
    assert!(matches!(missing, ConfigError::Missing("tenant")));
}

#[test]
fn the_command_line_stands_over_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("relay.toml");
    let text = format!(
        "tenant = '{GUID}'\napp_id = '{GUID}'\nlisten = '127.0.0.1:1'\nkeep_hours = 5\n\
         store = 'redis://:hidden@localhost'\ntrusted_proxies = ['10.0.0.0/8']\nlog = 'warn'\n"
    );
    std::fs::write(&file, text).unwrap();
    let config = [
        "relay",
        "--listen",
        "127.0.0.1:2",
        "--config",
        file.to_str().unwrap(),
    ];
    let config = Options::parse_from(config).load().unwrap();
    assert_eq!(config.listen.port(), 2);
    assert_eq!(config.keep.as_secs(), 5 * 3_600);
    assert!(matches!(config.store, StoreChoice::Redis(_)));
    assert!(
        !format!("{config:?}").contains("hidden"),
        "a password is printed"
    );
}

#[test]
fn a_broken_file_is_refused_without_quoting_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("relay.toml");
    for text in [
        "stor = 'redis://:hidden@localhost'",
        "store = 'redis://:hidden@localhost",
    ] {
        std::fs::write(&file, text).unwrap();
        let options = Options::parse_from(["relay", "--config", file.to_str().unwrap()]);
        let error = options.load().unwrap_err();
        assert!(matches!(error, ConfigError::Broken(..)), "{error}");
        assert!(!error.to_string().contains("hidden"), "{error}");
    }
}

#[test]
fn addresses_are_https_or_stay_on_this_machine() {
    let public = |url: &str| {
        Config::check(Settings {
            public_url: Some(url.to_owned()),
            ..least()
        })
    };
    for good in [
        "https://relay.contoso.com/",
        "https://contoso.com/relay",
        "http://localhost:81",
    ] {
        assert!(public(good).is_ok(), "{good}");
    }
    for bad in [
        "http://relay.contoso.com",
        "http://localhost.contoso.com",
        "https://",
        "https://a@b",
        "https://a?b",
        "relay.contoso.com",
    ] {
        assert!(public(bad).is_err(), "{bad}");
    }
}

#[test]
fn an_origin_is_no_address_and_no_pattern() {
    for bad in [
        "*",
        "https://*.contoso.com",
        "https://contoso.com/",
        "null",
        "",
    ] {
        let settings = Settings {
            origins: Some(vec![bad.to_owned()]),
            ..least()
        };
        assert!(Config::check(settings).is_err(), "{bad}");
    }
}

fn with_secret() -> Settings {
    Settings {
        client_secret: Some(Secret::from("hidden".to_owned())),
        ..least()
    }
}

#[test]
fn what_is_subscribed_to_is_everybodys_or_some_organizers() {
    let mode = |settings| Config::check(settings).unwrap().tenant_mode.unwrap();
    assert_eq!(mode(with_secret()).subscribe, Subscribe::Nothing);
    let all = mode(Settings {
        subscribe: Some(Extent::Tenant),
        kinds: Some(vec![Part::Reports, Part::Changes, Part::Reports]),
        ..with_secret()
    });
    assert_eq!(all.subscribe, Subscribe::Tenant);
    assert_eq!(all.kinds, [Part::Reports, Part::Changes], "each once");
    let some = mode(Settings {
        organizers: Some(vec![GUID.to_owned()]),
        ..with_secret()
    });
    assert_eq!(some.subscribe, Subscribe::Organizers(vec![GUID.to_owned()]));
}

#[test]
fn subscriptions_need_a_credential_and_go_together() {
    let organizers = |id: &str| Some(vec![id.to_owned()]);
    for (settings, name) in [
        (
            Settings {
                subscribe: Some(Extent::Tenant),
                ..least()
            },
            "subscribe",
        ),
        (
            Settings {
                subscribe: Some(Extent::Tenant),
                organizers: organizers(GUID),
                ..with_secret()
            },
            "organizers",
        ),
        (
            Settings {
                organizers: organizers("a'b"),
                ..with_secret()
            },
            "organizers",
        ),
        (
            Settings {
                kinds: Some(vec![Part::Changes]),
                ..with_secret()
            },
            "kinds",
        ),
        (
            Settings {
                content_certificates: Some(vec!["content.pem".into()]),
                ..least()
            },
            "content_keys",
        ),
    ] {
        let refused = Config::check(settings).unwrap_err();
        assert!(
            matches!(refused, ConfigError::Wrong(wrong, _) if wrong == name),
            "{name}: {refused}"
        );
    }
}

#[test]
fn a_redis_is_known_by_its_scheme_with_tls_or_without() {
    for name in ["redis://host", "rediss://:hidden@host:6380/1"] {
        let settings = Settings {
            store: Some(name.into()),
            ..least()
        };
        let config = Config::check(settings).unwrap();
        assert!(matches!(config.store, StoreChoice::Redis(_)), "{name}");
        assert!(!format!("{config:?}").contains("hidden"), "it is printed");
    }
}
