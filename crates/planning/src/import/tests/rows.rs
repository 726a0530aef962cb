//! Rows made into drafts.

use virtual_events::{Audience, EventKind, UserId};

use super::*;
use crate::draft::{DraftPerson, Field, ProblemKind, Severity};
use crate::import::RowProblemKind;
use crate::import::date::DateOrder;

fn kinds(planned: &Planned) -> Vec<&RowProblemKind> {
    planned
        .problems
        .iter()
        .map(|problem| &problem.kind)
        .collect()
}

#[test]
fn a_full_row_becomes_a_full_draft() {
    let rows = read(
        "Title;Description;Date;Time;Until;Time zone;Audience;Capacity;Registration;Emails;Invitees;Speakers\n\
         All hands;\"What is new; what isn't\";30.03.2027;10:00;11:30;New York;Everyone;500;yes;no;a@x.org, B <b@x.org>;c@x.org|c@x.org\n",
    );
    let [row] = rows.as_slice() else {
        panic!("{rows:?}")
    };
    assert!(!row.is_blocked(), "{:?}", row.problems);
    let draft = &row.draft;
    assert_eq!(draft.title, "All hands");
    assert_eq!(draft.description, "What is new; what isn't");
    assert_eq!(
        (draft.start_date.as_str(), draft.start_time.as_str()),
        ("2027-03-30", "10:00")
    );
    assert_eq!(
        (draft.end_date.as_str(), draft.end_time.as_str()),
        ("2027-03-30", "11:30")
    );
    assert_eq!(draft.zone, "America/New_York");
    assert_eq!(draft.audience, Audience::Everyone);
    assert_eq!(draft.capacity, "500");
    assert!(draft.registration_required && !draft.attendee_emails && !draft.invite_only);
    assert_eq!(draft.invited.len(), 2);
    assert_eq!(draft.invited[1].name, "B");
    assert_eq!(row.presenters.len(), 1, "each once");
    assert_eq!(row.start.unwrap().to_string(), "2027-03-30T14:00:00Z");
    let task = row.task(Finish::Publish).unwrap();
    assert_eq!((task.steps.len(), task.origin), (3, Some(2)));
}

#[test]
fn a_title_and_a_start_are_enough() {
    let rows = read("title,start\nAll hands,2027-03-30 10:00\n");
    assert!(rows[0].problems.is_empty(), "{:?}", rows[0].problems);
    assert_eq!(rows[0].draft.end_time, "11:00");
    assert_eq!(rows[0].draft.zone, "Europe/Berlin");
}

#[test]
fn an_end_may_be_a_length_a_time_or_a_date_with_time() {
    let rows = read(
        "title,start,end,duration\n\
         A,2027-03-30 23:30,,90\n\
         B,2027-03-30 10:00,11:15,\n\
         C,2027-03-30 10:00,2027-03-31 09:00,20\n",
    );
    let ends: Vec<_> = rows
        .iter()
        .map(|row| [row.draft.end_date.as_str(), &row.draft.end_time].join(" "))
        .collect();
    assert_eq!(
        ends,
        ["2027-03-31 01:00", "2027-03-30 11:15", "2027-03-31 09:00"]
    );
    assert!(rows.iter().all(|row| row.problems.is_empty()));
}

#[test]
fn each_problem_has_its_line_and_column() {
    let rows = read(
        "Title,Start,Duration,Zone,Registration,Audience,Presenters\n\
         ,2027-03-30 10:00,60,Berlin,yes,public,a@x.org\n\
         B,31.02.2027 10:00,60,Berlin,yes,public,a@x.org\n\
         C,2027-03-30 10:00,long,Berlin,yes,public,a@x.org\n\
         D,2027-03-30 10:00,60,Atlantis,yes,public,a@x.org\n\
         E,2027-03-30 10:00,60,Berlin,perhaps,public,a@x.org\n\
         F,2027-03-30 10:00,60,Berlin,yes,aliens,a@x.org\n\
         G,2027-03-30 10:00,60,Berlin,yes,public,nonsense\n\
         H,2027-03-28 02:30,60,Berlin,yes,public,\n\
         I,2026-03-28 02:30,60,Berlin,yes,public,\n",
    );
    let places: Vec<_> = rows
        .iter()
        .map(|row| {
            let blocking = row
                .problems
                .iter()
                .find(|problem| problem.severity == Severity::Blocks);
            let problem = blocking.unwrap_or_else(|| panic!("{row:?}"));
            (problem.line, problem.column.unwrap())
        })
        .collect();
    assert_eq!(
        places,
        [
            (2, 0),
            (3, 1),
            (4, 2),
            (5, 3),
            (6, 4),
            (7, 5),
            (8, 6),
            (9, 1),
            (10, 1)
        ]
    );
    assert!(
        rows.iter()
            .all(|row| row.is_blocked() && row.task(Finish::Draft).is_none())
    );
    let draft_kind = |row: &Planned| match &row.problems[0].kind {
        RowProblemKind::Draft(problem) => problem.kind.clone(),
        other => panic!("{other:?}"),
    };
    assert!(
        matches!(draft_kind(&rows[1]), ProblemKind::DateUnreadable { typed } if typed == "31.02.2027")
    );
    assert!(matches!(
        draft_kind(&rows[7]),
        ProblemKind::TimeSkipped { .. }
    ));
    assert_eq!(draft_kind(&rows[8]), ProblemKind::StartInPast);
}

#[test]
fn an_ambiguous_date_is_one_problem_until_it_is_told() {
    let table = table("Title,Start\nA,03/04/2027 10:00\n");
    let mut options = options(&table);
    let rows = planned(&table, &options, &Directory::default());
    assert!(
        matches!(kinds(&rows[0])[..], [RowProblemKind::DateAmbiguous { typed }] if typed == "03/04/2027")
    );
    options.date_order = Some(DateOrder::MonthFirst);
    let rows = planned(&table, &options, &Directory::default());
    assert!(rows[0].problems.is_empty());
    assert_eq!(rows[0].draft.start_date, "2027-03-04");
}

#[test]
fn ragged_rows_are_told_with_their_line_and_empty_cells_behind_do_not_count() {
    let rows = read(
        "Title,Start\nA,2027-03-30 10:00,,\nB\nC,2027-03-30 10:00,more\n,,\nD,\"2027-03-30 10:00\n",
    );
    let told: Vec<_> = rows
        .iter()
        .flat_map(|row| {
            row.problems
                .iter()
                .map(|problem| (problem.line, problem.kind.clone()))
        })
        .filter(|(_, kind)| !matches!(kind, RowProblemKind::Draft(_)))
        .collect();
    let ragged = |cells| RowProblemKind::Ragged { cells, columns: 2 };
    assert_eq!(
        told,
        [
            (3, ragged(1)),
            (4, ragged(3)),
            (6, RowProblemKind::Unclosed)
        ]
    );
}

#[test]
fn people_are_users_where_the_directory_knows_them() {
    let table = table(
        "Title,Start,Co-organizers,Invited,Presenters\n\
         A,2027-03-30 10:00,bo@x.org; eve@x.org,BO@x.org,bo@x.org; guest@y.org\n",
    );
    let options = options(&table);
    let mut directory = Directory::default();
    let rows = planned(&table, &options, &directory);
    assert!(rows[0].problems.is_empty(), "nobody has asked yet");
    assert_eq!(rows[0].addresses.len(), 5);

    let bo = DraftPerson {
        name: "Bo".to_owned(),
        email: "bo@x.org".to_owned(),
        id: Some(UserId::from("bo-id")),
        tenant_id: Some("tenant".into()),
    };
    directory.insert("Bo@X.org", Some(bo));
    directory.insert("eve@x.org", None);
    directory.insert("guest@y.org", None);
    let row = &planned(&table, &options, &directory)[0];
    assert!(
        matches!(kinds(row)[..], [RowProblemKind::NotInDirectory { email }] if email == "eve@x.org")
    );
    assert_eq!(row.draft.co_organizers.len(), 1);
    assert!(row.draft.invited[0].id.is_some());
    let ids: Vec<_> = row.presenters.iter().map(|who| who.id.is_some()).collect();
    assert_eq!(ids, [true, false]);
}

#[test]
fn formulas_that_were_defused_come_back() {
    let rows = read("Title,Start\n'=1+1 all hands,2027-03-30 10:00\n");
    assert_eq!(rows[0].draft.title, "=1+1 all hands");
}

#[test]
fn a_problem_of_a_time_stands_where_the_time_stood() {
    let rows = read("Title,Start\nA,2027-03-30\n");
    let problem = &rows[0].problems[0];
    assert_eq!(problem.column, Some(1));
    assert!(matches!(&problem.kind, RowProblemKind::Draft(it) if it.field == Field::StartTime));
}

#[test]
fn a_start_that_cannot_be_read_is_one_problem() {
    let rows = read("Title,Start\nA,31.02.2027 10:00\nB,\n");
    let counts: Vec<_> = rows.iter().map(|row| row.problems.len()).collect();
    // an unreadable date; a missing date and a missing time
    assert_eq!(counts, [1, 2], "{:?}", rows[1].problems);
}

#[test]
fn a_row_says_its_kind_or_is_of_the_kind_chosen() {
    let table = table(
        "title,start,kind\nA,2027-03-30 10:00,Town hall\nB,2027-03-30 10:00,webinar\n\
         C,2027-03-30 10:00,\nD,2027-03-30 10:00,party\n",
    );
    let options = Options {
        kind: EventKind::Webinar,
        ..options(&table)
    };
    let rows = planned(&table, &options, &Directory::default());
    let read: Vec<_> = rows
        .iter()
        .map(|row| (row.draft.kind, row.draft.registration_required))
        .collect();
    let (town_hall, webinar) = ((EventKind::Townhall, false), (EventKind::Webinar, true));
    assert_eq!(read, [town_hall, webinar, webinar, webinar]);
    let wrong = RowProblemKind::KindUnknown {
        typed: "party".to_owned(),
    };
    assert_eq!(kinds(&rows[3]), [&wrong]);
    assert!(rows[3].is_blocked() && !rows[2].is_blocked());
}

#[test]
fn what_a_webinar_cant_have_is_left_out_and_said() {
    let rows = read(
        "title;start;kind;capacity;invite only;attendees\nTour;2027-03-30 10:00;webinar;500;yes;a@x.org\n",
    );
    assert_eq!(kinds(&rows[0]), [&RowProblemKind::NotOfWebinars; 3]);
    assert!(!rows[0].is_blocked());
}
