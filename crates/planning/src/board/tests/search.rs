use time::Month;
use virtual_events::{EventKind, Identity, Role, UserId};

use super::{board, shown};
use crate::Phase;
use crate::board::{Board, BoardQuery, Term, Vocabulary};
use crate::jiff_rules::JiffRules;
use crate::sample::{mine, townhall};

fn searching(words: &str) -> BoardQuery {
    BoardQuery {
        words: words.to_owned(),
        ..BoardQuery::default()
    }
}

#[test]
fn words_are_found_in_any_order_without_case_and_marks() {
    assert_eq!(shown(&board(), &searching("zurich UBER")), ["today"]);
    assert_eq!(
        shown(&board(), &searching("hands all")),
        ["next-week", "draft"]
    );
    assert_eq!(shown(&board(), &searching("all kick")), [""; 0]);
}

#[test]
fn a_date_typed_as_numbers_finds_the_day_and_the_month() {
    assert_eq!(shown(&board(), &searching("2027-05-20")), ["ended"]);
    assert_eq!(shown(&board(), &searching("2027-05")), ["ended"]);
}

#[test]
fn people_who_run_an_event_find_it() {
    let mut event = townhall("one", "Budget");
    event.co_organizers = vec![Identity::user(UserId::from("p")).named("Paweł Żak")];
    let board = Board::new(
        &[mine(event), mine(townhall("two", "Pawn shop"))],
        &JiffRules::new(),
    );

    assert_eq!(shown(&board, &searching("pawel")), ["one"]);
    assert_eq!(shown(&board, &searching("ana ruiz")), ["one", "two"]);
}

#[test]
fn the_readers_own_words_for_status_kind_role_and_month_are_understood() {
    let board = board().with_vocabulary(Vocabulary::new([
        ("Entwurf", Term::Phase(Phase::Draft)),
        ("Jetzt live", Term::Phase(Phase::OnNow)),
        ("Webinar", Term::Kind(EventKind::Webinar)),
        ("Mitorganisator", Term::Role(Role::CoOrganizer)),
        ("Mai", Term::Month(Month::May)),
    ]));

    assert_eq!(shown(&board, &searching("entw")), ["draft"]);
    assert_eq!(shown(&board, &searching("live")), ["on-now"]);
    assert_eq!(
        shown(&board, &searching("mitorganisator")),
        ["webinar", "next-week"]
    );
    assert_eq!(
        shown(&board, &searching("mitorganisator webinar")),
        ["webinar"]
    );
    assert_eq!(shown(&board, &searching("mai")), ["ended"]);
}

#[test]
fn two_letters_are_only_letters_unless_they_are_the_whole_word() {
    let board = board().with_vocabulary(Vocabulary::new([("Entwurf", Term::Phase(Phase::Draft))]));
    assert_eq!(shown(&board, &searching("en")), [""; 0]);
}

#[test]
fn nothing_but_blanks_searches_for_nothing() {
    assert_eq!(shown(&board(), &searching("   ")).len(), 9);
    assert!(!searching("  ").is_filtered());
}
