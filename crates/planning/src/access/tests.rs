use virtual_events::{
    Error, ErrorKind, EventKind, RawAnswer, RequestIds, Role, Scope, TokenError, TransportError,
};

use super::{Check, Finding, Grant, Group, Remedy, masked};

const MINE: Check = Check::MyEvents(EventKind::Townhall, Role::Organizer);
const ALL_OF_THEM: Check = Check::AllEvents(EventKind::Webinar);

fn answered(status: u16, body: &str) -> Result<RawAnswer, Error> {
    let status = http::StatusCode::from_u16(status).expect("a status");
    let body = body.as_bytes().to_vec();
    Ok(RawAnswer::new(status, None, body, RequestIds::default()))
}

fn no_token(error: TokenError) -> Result<RawAnswer, Error> {
    Err(Error::Token(error))
}

fn found(check: Check, status: u16) -> Finding {
    Finding::of(check, &answered(status, "{}"))
}

#[test]
fn a_success_works_and_is_counted_where_it_is_a_list() {
    let page = answered(200, r#"{"value":[{},{},{}]}"#);
    assert_eq!(Finding::of(MINE, &page), Finding::Works(Some(3)));
    assert_eq!(found(Check::Me, 200), Finding::Works(None));
    // should a tenant be let do what no page documents, that is a success too
    assert_eq!(Finding::of(ALL_OF_THEM, &page), Finding::Works(Some(3)));
}

#[test]
fn a_missing_consent_is_given_by_whoever_can_give_it() {
    let missing = |check: Check| {
        let scopes = check.scopes().to_vec();
        Finding::of(check, &no_token(TokenError::ConsentRequired { scopes }))
    };
    assert_eq!(missing(MINE), Finding::Missing(Remedy::Administrator));
    assert_eq!(missing(Check::People), Finding::Missing(Remedy::User));
    assert_eq!(missing(Check::Attendance), Finding::Missing(Remedy::User));
    // no consent of anybody's opens it
    assert_eq!(missing(ALL_OF_THEM), Finding::NotFromBrowser);
}

#[test]
fn a_refusal_is_the_roles_or_the_policys() {
    assert_eq!(
        found(Check::Attendance, 403),
        Finding::Missing(Remedy::Organizer)
    );
    assert_eq!(
        found(MINE, 403),
        Finding::Missing(Remedy::TeamsAdministrator)
    );
    assert_eq!(
        found(Check::People, 403),
        Finding::Missing(Remedy::Administrator)
    );
    for check in Check::ALL {
        let impossible = found(check, 403) == Finding::NotFromBrowser;
        assert_eq!(impossible, check.group() == Group::Applications);
        assert_eq!(impossible, check.application_permission().is_some());
        assert_eq!(impossible, check.scopes().is_empty());
    }
}

#[test]
fn however_an_application_only_read_is_refused_a_browser_cant_do_it() {
    for status in [400, 401, 403, 404, 405] {
        assert_eq!(found(ALL_OF_THEM, status), Finding::NotFromBrowser);
    }
}

#[test]
fn nothing_there_is_well_only_where_nothing_has_to_be() {
    assert_eq!(found(Check::Photo, 404), Finding::Nothing);
    assert_eq!(found(Check::MyRegistration, 404), Finding::Nothing);
    assert_eq!(found(Check::Event, 404), Finding::Missing(Remedy::NotYours));
    assert_eq!(found(Check::Me, 404), Finding::Unclear(ErrorKind::NotFound));
}

#[test]
fn a_failure_on_the_way_says_nothing_about_access() {
    let cut = || -> Result<RawAnswer, Error> {
        Err(Error::Transport {
            error: TransportError::Network,
            ids: RequestIds::default(),
        })
    };
    for check in Check::ALL {
        assert_eq!(
            Finding::of(check, &cut()),
            Finding::Unclear(ErrorKind::Offline)
        );
        assert_eq!(found(check, 429), Finding::Unclear(ErrorKind::Throttled));
        assert_eq!(found(check, 503), Finding::Unclear(ErrorKind::Unavailable));
        let expired = no_token(TokenError::InteractionRequired { claims: None });
        assert_eq!(
            Finding::of(check, &expired),
            Finding::Missing(Remedy::SignIn)
        );
    }
}

#[test]
fn a_grant_is_known_when_sign_in_says_so() {
    let refused = |error| Err(Error::Token(error));
    let scopes = vec![Scope::MailSend];
    assert_eq!(Grant::of(&Ok(())), Grant::Granted);
    assert_eq!(
        Grant::of(&refused(TokenError::ConsentRequired { scopes })),
        Grant::Missing
    );
    assert_eq!(Grant::of(&refused(TokenError::Offline)), Grant::Unknown);
}

#[test]
fn ids_are_cut_and_addresses_taken_out() {
    let event = "1f0e9d8c-7b6a-4d5e-8f90-a1b2c3d4e5f6@0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9";
    for (text, expected) in [
        (
            format!("/solutions/virtualEvents/townhalls/{event}/sessions"),
            "/solutions/virtualEvents/townhalls/1f0e9d8c…/sessions",
        ),
        (
            "/webinars/getByUserIdAndRole(userId='1f0e9d8c-7b6a-4d5e-8f90-a1b2c3d4e5f6',role='organizer')".to_owned(),
            "/webinars/getByUserIdAndRole(userId='1f0e9d8c…',role='organizer')",
        ),
        ("/me/photos/48x48/$value".to_owned(), "/me/photos/48x48/$value"),
        ("Needs VirtualEventRegistration-Anon.ReadWrite.All.".to_owned(), "Needs VirtualEventRegistration-Anon.ReadWrite.All."),
        ("User ana.ruiz@northlight.example, not found".to_owned(), "User …, not found"),
        ("Grüße, 東京".to_owned(), "Grüße, 東京"),
    ] {
        assert_eq!(masked(&text), expected);
    }
}
