//! What happens around the moment of the reset: on now, next, earlier.

use crate::tenant::Rehearsal;
use crate::tenant::sketch::{Sketch, When, townhall};

/// On now, next and earlier today.
pub(super) fn sketches() -> Vec<Sketch> {
    vec![
        townhall("on-now-all-hands", "January all hands")
            .at(When::InMinutes(-25), 60)
            .html(
                "<h2>What we talk about</h2><ul><li>The year behind us</li>\
                 <li>Plans for spring</li><li><b>Your questions</b></li></ul>",
            )
            .with(&["jonas.weber"])
            .speakers(&["priya.raman", "mei.tanaka", "bjorn.aesberg"])
            .capacity(2500)
            .rehearsal(Rehearsal::None),
        townhall("on-now-safety", "Plant safety briefing, early shift")
            .at(When::InMinutes(-10), 45)
            .zone("Eastern Standard Time")
            .text("Gloves, glasses, and the new traffic rules in hall 4.")
            .speakers(&["jose.nunez"])
            .capacity(300)
            .rehearsal(Rehearsal::None)
            .course(|course| course.overrun_min = 12),
        townhall("next-up", "Ask the board anything")
            .at(When::InMinutes(20), 60)
            .text("Bring your questions, or send them before. Half an hour of answers, no slides.")
            .with(&["jonas.weber", "kai.andersen"])
            .speakers(&["priya.raman", "bjorn.aesberg", "zoe.lefevre"])
            .capacity(1200)
            .rehearsal(Rehearsal::Held),
        townhall("later-today", "Engineering show and tell")
            .at(When::InMinutes(185), 90)
            .zone("GMT Standard Time")
            .html("<p>Five teams, ten minutes each. The <em>battery</em> one has a demonstration.</p>")
            .speakers(&["mei.tanaka"]),
        townhall("tonight-west", "West coast welcome for new colleagues")
            .at(When::InMinutes(540), 45)
            .zone("Pacific Standard Time")
            .speakers(&["grace.mwangi"]),
        townhall("earlier-today", "Support stand-up, all sites")
            .at(When::InMinutes(-150), 30)
            .zone("India Standard Time")
            .with(&["jonas.weber"])
            .speakers(&["ilker.isik", "chidi.eze"]),
        townhall("earlier-today-2", "Sales kick-off: the first quarter")
            .at(When::InMinutes(-300), 120)
            .zone("Romance Standard Time")
            .html("<p>Numbers, targets and one <a href=\"https://northlight.example/sales\">page to remember</a>.</p>")
            .speakers(&["francois.dupre"])
            .capacity(400),
    ]
}
