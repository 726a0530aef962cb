//! Events that others organize; the organizer helps with some of them.

use crate::tenant::sketch::{Sketch, When, townhall, webinar};

/// Events of other organizers.
pub(super) fn sketches() -> Vec<Sketch> {
    vec![
        townhall("jonas-studio", "Studio tour: how our broadcasts are made")
            .by("jonas.weber")
            .at(When::OnDay(2, 14, 0), 45)
            .with(&["ana.ruiz", "ruth.stone"])
            .speakers(&["ruth.stone"]),
        townhall("jonas-training", "Presenter training")
            .by("jonas.weber")
            .at(When::OnDay(6, 9, 0), 60)
            .with(&["ana.ruiz"])
            .speakers(&["kai.andersen"])
            .text("How to look into the camera, and other hard things."),
        townhall("jonas-draft", "Studio closing days")
            .by("jonas.weber")
            .at(When::OnDay(20, 9, 0), 30)
            .with(&["ana.ruiz"])
            .draft(),
        townhall("priya-board", "Letter from the chief executive")
            .by("priya.raman")
            .at(When::OnDay(15, 16, 0), 30)
            .with(&["ana.ruiz", "hana.novakova"])
            .speakers(&["priya.raman"]),
        townhall("priya-past", "Welcome to the new members")
            .by("priya.raman")
            .at(When::OnDay(-19, 16, 0), 60)
            .with(&["ana.ruiz"]),
        townhall("it-outage", "What happened on Monday night")
            .by("daniel.lee")
            .at(When::OnDay(1, 8, 30), 30)
            .with(&["danielle.lee"])
            .speakers(&["daniel.lee"]),
        townhall("admin-rollout", "Roll-out of the new sign-in")
            .by("ingrid.solberg")
            .at(When::OnDay(4, 13, 0), 45)
            .zone("FLE Standard Time")
            .with(&["daniel.lee"]),
        webinar("jonas-webinar", "Sound for everybody")
            .by("jonas.weber")
            .at(When::OnDay(8, 17, 30), 60)
            .with(&["ana.ruiz"]),
        webinar("sales-webinar", "Offers for housing cooperatives")
            .by("francois.dupre")
            .at(When::OnDay(19, 11, 0), 60)
            .zone("Romance Standard Time")
            .speakers(&["seun.adeyemi"]),
        webinar("research-webinar", "Batteries: what the laboratory learned")
            .by("olga.petrova")
            .at(When::OnDay(-3, 15, 0), 90)
            .zone("E. Europe Standard Time")
            .with(&["ana.ruiz"])
            .speakers(&["olga.petrova"])
            .registrants(230),
    ]
}
