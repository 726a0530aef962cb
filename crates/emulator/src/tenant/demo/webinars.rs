//! The organizer's webinars, with what people are asked when they register.

use serde_json::json;

use crate::ident::Ids;
use crate::tenant::event::{Event, Question};
use crate::tenant::sketch::{Sketch, When, webinar};

/// Webinars of the organizer.
pub(super) fn sketches() -> Vec<Sketch> {
    vec![
        webinar("web-heat", "Heat pumps for beginners")
            .at(When::OnDay(3, 17, 0), 60)
            .with(&["jonas.weber"])
            .speakers(&["petr.novak"])
            .registrants(260)
            .html("<p>For customers and neighbours. No knowledge needed, bring your heating bill.</p>"),
        webinar("web-solar", "Solar on rented roofs")
            .at(When::OnDay(10, 18, 0), 75)
            .zone("Romance Standard Time")
            .speakers(&["eleni.papadaki"])
            .outside_speaker("Camille Roux", "camille@quietfield.example")
            .registrants(340),
        webinar("web-careers", "Careers at Northlight: ask the engineers")
            .at(When::OnDay(17, 16, 30), 60)
            .zone("Eastern Standard Time")
            .speakers(&["mei.tanaka", "emma.smith"])
            .registrants(180),
        webinar("web-past", "Reading your electricity contract")
            .at(When::OnDay(-9, 17, 0), 60)
            .with(&["jonas.weber"])
            .speakers(&["siobhan.oneill"])
            .registrants(420),
        webinar("web-draft", "Storage at home (outline)").at(When::OnDay(40, 17, 0), 60).draft(),
        webinar("web-canceled", "Wind walk, by video")
            .at(When::OnDay(5, 12, 0), 45)
            .canceled(),
        webinar("web-full", "Small workshop: insulating an old house")
            .at(When::OnDay(12, 18, 0), 120)
            .registering(1),
    ]
}

/// Puts questions on the form of the events that ask some.
pub(super) fn ask_questions(event: &mut Event, key: &str, ids: &Ids) {
    let wordings = match key {
        "web-heat" => vec![
            json!({"@odata.type": "microsoft.graph.virtualEventRegistrationPredefinedQuestion",
                "displayName": "City", "isRequired": false, "label": "city"}),
            json!({"@odata.type": "microsoft.graph.virtualEventRegistrationCustomQuestion",
                "displayName": "What do you heat with today?", "isRequired": true,
                "answerInputType": "singleChoice", "answerChoices": ["Gas", "Oil", "Wood", "Other"]}),
            json!({"@odata.type": "microsoft.graph.virtualEventRegistrationCustomQuestion",
                "displayName": "May we call you afterwards?", "isRequired": false,
                "answerInputType": "boolean", "answerChoices": []}),
        ],
        "web-past" => vec![
            json!({"@odata.type": "microsoft.graph.virtualEventRegistrationCustomQuestion",
                "displayName": "Which contract do you have?", "isRequired": true,
                "answerInputType": "singleChoice",
                "answerChoices": ["Basic supply", "Green tariff", "By the hour", "I don't know"]}),
        ],
        "with-registration" => vec![
            json!({"@odata.type": "microsoft.graph.virtualEventRegistrationCustomQuestion",
                "displayName": "How many of you come?", "isRequired": true,
                "answerInputType": "text", "answerChoices": []}),
        ],
        _ => Vec::new(),
    };
    event.desk.waitlist = matches!(key, "web-full" | "web-solar");
    event.desk.manual_approval = key == "web-careers";
    event.desk.questions = wordings
        .into_iter()
        .enumerate()
        .map(|(at, wording)| Question {
            id: ids.named(&format!("question/{key}/{at}")),
            wording,
        })
        .collect();
}
