use proptest::prelude::*;

use super::super::{Block, Invitation, embed_code, file_name};
use super::{invitation, titled};

#[test]
fn plain_text_reads_from_top_to_bottom() {
    assert_eq!(
        invitation().plain(),
        "Quarterly update\n\n\
         When: Tuesday, 1 June 2027, 10:00 – 11:00 (Berlin)\n04:00 – 05:00 (New York)\n\n\
         Figures & plans.\n\nQuestions are welcome\nat the end.\n\n\
         Join:\nhttps://teams.example/join?a=1&b=2"
    );
}

#[test]
fn html_has_paragraphs_lines_and_links() {
    let html = invitation().html();
    assert!(html.contains(">Figures &amp; plans.</p>"), "{html}");
    assert!(
        html.contains("Questions are welcome<br>at the end."),
        "{html}"
    );
    assert!(
        html.contains("<a href=\"https://teams.example/join?a=1&amp;b=2\">Join</a>"),
        "{html}"
    );
}

#[test]
fn what_somebody_typed_never_becomes_markup() {
    let mut invitation = titled("<img src=x onerror=alert(1)>");
    invitation.blocks.push(Block::Link {
        label: "\"><script>".to_owned(),
        url: "javascript:alert(1)".to_owned(),
    });
    let embedded = embed_code(&invitation.title, &["<b>".to_owned()], "x", "JavaScript:1");
    for html in [invitation.html(), embedded] {
        assert!(
            !html.contains("<img") && !html.contains("<script"),
            "{html}"
        );
        assert!(!html.contains("<b>\n") && !html.to_lowercase().contains("href=\"javascript"));
    }
}

#[test]
fn an_embedded_card_leads_where_it_says() {
    let lines = ["1 June".to_owned()];
    let code = embed_code(
        "Town hall",
        &lines,
        "Register",
        "https://portal.example/?a=\"b\"",
    );
    assert!(code.contains("<strong>Town hall</strong>"), "{code}");
    assert!(code.contains("<div>1 June</div>"), "{code}");
    assert!(
        code.contains("<a href=\"https://portal.example/?a=&quot;b&quot;\">Register</a>"),
        "{code}"
    );
}

#[test]
fn files_are_named_after_the_title() {
    for (title, name) in [
        ("Quarterly update: Q3/Q4", "Quarterly-update-Q3-Q4.ics"),
        ("../../etc/passwd", "etc-passwd.ics"),
        ("لقاء عام", "لقاء-عام.ics"),
        ("🎉🎉", "event.ics"),
        ("", "event.ics"),
        ("CON", "event-CON.ics"),
        ("lpt1", "event-lpt1.ics"),
        ("com", "com.ics"),
    ] {
        assert_eq!(file_name(title, "ics"), name);
    }
}

/// The texts of a fragment, by undoing what the writer did: tags cut out, entities read.
fn text_of(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some((text, tag)) = rest.split_once('<') {
        out.push_str(text);
        rest = tag.split_once('>').expect("a tag is closed").1;
    }
    out.push_str(rest);
    for (entity, character) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ] {
        out = out.replace(entity, character);
    }
    out
}

proptest! {
    #[test]
    fn any_title_stands_in_the_html_as_it_was_typed(title in "\\PC{1,80}") {
        let html = Invitation { title: title.clone(), blocks: Vec::new() }.html();
        let words: Vec<&str> = title.split_whitespace().collect();
        prop_assert_eq!(text_of(&html), words.join(" "));
    }

    #[test]
    fn any_title_makes_a_name_for_a_file(title in "(\\PC|\n){0,100}") {
        let name = file_name(&title, "ics");
        prop_assert!(!name.starts_with(['.', '-']) && name.ends_with(".ics"));
        prop_assert!(!name.contains(['/', '\\', ':', '*', '?', '"', '<', '>', '|', '\n', ' ']));
    }
}
