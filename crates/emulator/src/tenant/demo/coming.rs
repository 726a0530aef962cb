//! What is planned: drafts and published town halls of the days and months to come.

use crate::tenant::sketch::{Sketch, When, townhall};

/// The next days and months, drafts among them.
pub(super) fn sketches() -> Vec<Sketch> {
    vec![
        townhall("finance-q1", "First quarter results")
            .at(When::OnDay(9, 15, 0), 60)
            .with(&["jonas.weber"])
            .speakers(&["bjorn.aesberg"])
            .html("<p>Revenue, costs and what they mean for <b>the bonus</b>.</p>")
            .capacity(3000),
        townhall("benefits", "Your benefits this year, explained")
            .at(When::OnDay(2, 11, 30), 45)
            .zone("Central Europe Standard Time")
            .speakers(&["zoe.lefevre", "rosa.hernandez"])
            .text("Health, pension, leave, and where to find what."),
        townhall("tokyo", "Opening of the Tokyo laboratory")
            .at(When::OnDay(4, 9, 0), 75)
            .zone("Tokyo Standard Time")
            .with(&["jonas.weber"])
            .speakers(&["tanaka.misaki", "mei.tanaka"])
            .outside_speaker("Prof. Haruto Sato", "sato@quietfield.example"),
        townhall("sydney", "Operations review, southern sites")
            .at(When::OnDay(6, 10, 0), 60)
            .zone("AUS Eastern Standard Time")
            .speakers(&["grace.mwangi"])
            .course(|course| course.unlinked = true),
        townhall("kathmandu", "Water project: report from the field")
            .at(When::OnDay(8, 14, 15), 60)
            .zone("Nepal Standard Time")
            .public()
            .speakers(&["priya.raman"])
            .outside_speaker("Bishnu Thapa", "bishnu@harborpress.example"),
        townhall("invite-only", "Leadership circle")
            .at(When::OnDay(5, 16, 0), 90)
            .invited(&["priya.raman", "bjorn.aesberg", "zoe.lefevre", "francois.dupre"])
            .invited_guest("Nadia Benali", "nadia.benali@harborpress.example")
            .quiet()
            .text("By invitation only. Please don't forward."),
        townhall("harbour", "Harbour project: how far we are")
            .at(When::OnDay(8, 13, 0), 60)
            .speakers(&["jose.nunez", "marta.kowalska"]),
        townhall("warehouse-move", "Moving the northern warehouse")
            .at(When::OnDay(8, 13, 0), 90)
            .speakers(&["jose.nunez"])
            .text("Who moves when, and where to park."),
        townhall("rtl", "اجتماع الشركة السنوي: رؤية 2027")
            .at(When::OnDay(11, 13, 0), 60)
            .zone("Arab Standard Time")
            .html("<p dir=\"rtl\">نرحب بكم في الاجتماع السنوي لجميع الموظفين.</p>")
            .speakers(&["layla.haddad"]),
        townhall(
            "long-title",
            "Annual general information meeting of the Northlight Cooperative on the reorganization \
             of the regional warehouses, the new collective agreement, the questions sent in since \
             autumn, and everything else that did not fit into the meetings before",
        )
        .at(When::OnDay(14, 9, 0), 240)
        .speakers(&["hana.novakova"]),
        townhall("script", "Security week: do you click on everything?")
            .at(When::OnDay(3, 10, 0), 45)
            .speakers(&["daniel.lee", "danielle.lee"])
            .html(
                "<p onclick=\"alert('clicked')\">Phishing in five examples.</p>\
                 <script>document.title='taken over'</script>\
                 <img src=x onerror=\"document.body.dataset.taken='over'\">\
                 <a href=\"javascript:alert(1)\">the slides</a>",
            ),
        townhall("odd-zone", "Moved from the old calendar")
            .at(When::OnDay(7, 17, 0), 60)
            .zone("PacificSt")
            .text("Imported; its time zone has a name that nobody knows."),
        townhall("dst", "Summer time: what changes for the night shift")
            .at(When::OnDay(70, 2, 30), 60)
            .speakers(&["jose.nunez"]),
        townhall("with-registration", "Family day: guided tours")
            .at(When::OnDay(30, 10, 0), 300)
            .public()
            .registering(120)
            .speakers(&["ruth.stone"])
            .html("<p>Please register, so that we know how many buses we need.</p>"),
        townhall("draft-strategy", "Strategy 2030, first reading")
            .at(When::OnDay(21, 15, 0), 60)
            .draft()
            .with(&["jonas.weber"])
            .html("<p>To be written.</p>"),
        townhall("draft-untitled", "New town hall").at(When::OnDay(16, 10, 0), 60).draft(),
        townhall("draft-awards", "Team awards 🎉")
            .at(When::OnDay(45, 18, 0), 120)
            .draft()
            .zone("Central Standard Time")
            .speakers(&["zoe.lefevre"])
            .capacity(800),
    ]
}
