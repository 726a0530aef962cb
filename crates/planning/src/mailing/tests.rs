use virtual_events::{Error, RequestProblem, TokenError};

use super::{
    Columns, Counts, Fate, Mailing, Manner, Onward, Recipient, merge_table, read_recipients,
};

fn people(count: usize) -> Vec<Recipient> {
    let person = |number| Recipient::new("", format!("p{number}@x.example"));
    (0..count).map(person).collect()
}

/// An error of each sort.
fn refused() -> Error {
    Error::Request(RequestProblem::Value)
}
fn signed_out() -> Error {
    Error::Token(TokenError::InteractionRequired { claims: None })
}
fn lost() -> Error {
    Error::Transport {
        error: virtual_events::TransportError::Network,
        ids: virtual_events::RequestIds::default(),
    }
}

#[test]
fn everybody_gets_a_mail_of_their_own_or_hides_among_500() {
    let sizes = |manner| {
        let mailing = Mailing::plan(people(1_001), manner);
        let sizes = mailing.parcels().iter().map(|it| it.recipients.len());
        sizes.collect::<Vec<_>>()
    };
    assert_eq!(sizes(Manner::Apart), vec![1; 1_001]);
    assert_eq!(sizes(Manner::Together), [500, 500, 1]);
}

#[test]
fn nobody_is_written_to_twice_and_nonsense_not_at_all() {
    let people = vec![
        Recipient::new("Mei", "mei@x.example"),
        Recipient::new("", "MEI@x.example"),
        Recipient::new("", "not an address"),
    ];
    let mailing = Mailing::plan(people, Manner::Together);
    assert_eq!(mailing.counts().all(), 1);
    assert_eq!(mailing.parcels()[0].recipients[0].shown(), "Mei");
}

#[test]
fn a_pasted_list_is_taken_apart_and_its_odd_pieces_are_named() {
    let text = "Doe, Jane <jane@x.example>; jane@X.example\njoe@x.example, nobody";
    let (people, odd) = read_recipients(text);
    let people: Vec<_> = people
        .iter()
        .map(|it| (it.shown(), it.address.as_str()))
        .collect();
    let expected = [
        ("Doe, Jane", "jane@x.example"),
        ("joe@x.example", "joe@x.example"),
    ];
    assert_eq!(people, expected);
    assert_eq!(odd, ["nobody"]);
}

#[test]
fn a_refused_mail_doesnt_keep_the_next_and_can_be_tried_again() {
    let mut mailing = Mailing::plan(people(3), Manner::Apart);
    assert!(matches!(mailing.note(0, Ok(())), Onward::Next));
    assert!(matches!(mailing.note(1, Err(refused())), Onward::Next));
    assert_eq!(mailing.next().map(|it| it.0), Some(2));
    mailing.note(2, Ok(()));
    assert!(mailing.next().is_none());

    mailing.retry_failed();
    let (at, again) = mailing.next().unwrap();
    assert_eq!((at, again[0].address.as_str()), (1, "p1@x.example"));
}

#[test]
fn a_lost_answer_is_never_taken_for_a_failure() {
    let mut mailing = Mailing::plan(people(3), Manner::Apart);
    assert!(matches!(mailing.note(0, Err(lost())), Onward::Stop(_)));
    mailing.retry_failed();
    // going on leaves it out
    assert_eq!(mailing.next().map(|it| it.0), Some(1));
    let expected = Counts {
        waiting: 2,
        unsure: 1,
        ..Counts::default()
    };
    assert_eq!(mailing.counts(), expected);
    let reached: Vec<_> = mailing.reached().map(|it| it.address.as_str()).collect();
    assert_eq!(reached, ["p0@x.example"]);

    mailing.retry_unsure();
    assert_eq!(mailing.next().map(|it| it.0), Some(0));
}

#[test]
fn what_would_stop_all_stops_the_row_and_loses_nobody() {
    let mut mailing = Mailing::plan(people(2), Manner::Apart);
    assert!(matches!(
        mailing.note(0, Err(signed_out())),
        Onward::Stop(_)
    ));
    assert!(matches!(mailing.parcels()[0].fate, Fate::Waiting));
    assert_eq!(mailing.counts().waiting, 2);
}

#[test]
fn a_merge_table_has_a_row_for_each_and_no_formulas() {
    let people = vec![
        Recipient::new("=1+1", "a@x.example"),
        Recipient::new("Doe, Jane", "b@x.example"),
        Recipient::new("", "A@x.example"),
    ];
    let columns = Columns {
        person: ["Name", "E-mail"],
        shared: [("Title", "Say \"hi\"")],
    };
    assert_eq!(
        merge_table(people, columns),
        "\u{feff}Name,E-mail,Title\r\n'=1+1,a@x.example,\"Say \"\"hi\"\"\"\r\n\"Doe, Jane\",b@x.example,\"Say \"\"hi\"\"\"\r\n"
    );
}
