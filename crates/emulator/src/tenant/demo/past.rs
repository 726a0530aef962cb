//! What is over: ended town halls, with attendance, and cancelled ones.

use crate::tenant::Rehearsal;
use crate::tenant::sketch::{Sketch, When, townhall};

/// The weeks and months behind.
pub(super) fn sketches() -> Vec<Sketch> {
    vec![
        townhall("past-year", "Looking back at the year")
            .at(When::OnDay(-26, 15, 0), 90)
            .with(&["jonas.weber"])
            .speakers(&["priya.raman", "zoe.lefevre"])
            .capacity(2500)
            .rehearsal(Rehearsal::Held),
        townhall("past-results", "Results of the employee survey")
            .at(When::OnDay(-12, 11, 0), 60)
            .speakers(&["zoe.lefevre"])
            .html("<p>92 % took part. <strong>Thank you.</strong></p>")
            .course(|course| course.restarts = 1),
        townhall(
            "past-it",
            "New laptops: when, how, and what happens to the old one",
        )
        .at(When::OnDay(-5, 14, 0), 45)
        .zone("GMT Standard Time")
        .with(&["jonas.weber"])
        .speakers(&["daniel.lee"])
        .course(|course| course.overrun_min = 18),
        townhall("past-brazil", "Encontro com a equipe de São Paulo")
            .at(When::OnDay(-8, 10, 0), 60)
            .zone("E. South America Standard Time")
            .speakers(&["joao.conceicao"])
            .course(|course| course.odd = true),
        townhall("past-yesterday", "Night shift forum")
            .at(When::OnDay(-1, 3, 0), 60)
            .zone("Central Standard Time")
            .speakers(&["jose.nunez"])
            .course(|course| course.unreported = true),
        townhall(
            "past-founders",
            "Founders' day: a hundred years of Northlight",
        )
        .at(When::OnDay(-75, 14, 0), 120)
        .public()
        .with(&["jonas.weber"])
        .speakers(&["priya.raman", "zoe.lefevre", "ruth.stone"])
        .outside_speaker("Nadia Benali", "nadia.benali@harborpress.example")
        .capacity(15_000)
        .course(|course| course.people = Some(12_000)),
        townhall("past-draft", "Autumn barbecue (never sent out)")
            .at(When::OnDay(-60, 17, 0), 120)
            .draft(),
        townhall("canceled-picnic", "Summer picnic planning")
            .at(When::OnDay(13, 12, 0), 60)
            .canceled()
            .text("Cancelled: the park is closed this year."),
        townhall("canceled-past", "Office move, second information round")
            .at(When::OnDay(-15, 9, 30), 45)
            .canceled()
            .speakers(&["hana.novakova"]),
    ]
}
