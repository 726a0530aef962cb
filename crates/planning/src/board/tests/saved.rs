//! Saved views and hidden columns.

use crate::board::{Column, HiddenColumns, SavedView, SavedViews};

fn view(name: &str, address: &str) -> SavedView {
    SavedView {
        name: name.to_owned(),
        address: address.to_owned(),
    }
}

#[test]
fn views_are_saved_by_name_and_read_again() {
    let mut views = SavedViews::default();
    views.save(view(" Drafts ", "/?status=draft"));
    views.save(view("Größe", "/?q=gro%C3%9F"));
    views.save(view("DRAFTS", "/?status=draft&when=7d"));

    let again = SavedViews::from_text(&views.to_text());

    assert_eq!(again, views);
    assert_eq!(
        again.all(),
        [
            view("DRAFTS", "/?status=draft&when=7d"),
            view("Größe", "/?q=gro%C3%9F")
        ]
    );
}

#[test]
fn the_last_one_forgotten_leaves_nothing_to_store() {
    let mut views = SavedViews::default();
    views.save(view("Mine", "/?role=organizer"));
    views.forget("somebody else's");
    assert_eq!(views.all().len(), 1);
    views.forget("Mine");
    assert_eq!(views.to_text(), "");
    assert_eq!(SavedViews::from_text(""), views);
    assert_eq!(SavedViews::from_text("{broken"), views);
}

#[test]
fn columns_are_hidden_and_shown_in_the_lists_order() {
    let hidden = HiddenColumns::from_text("people title nonsense  role");
    assert_eq!(hidden.to_text(), "role people");
    assert!(hidden.contains(Column::Role) && !hidden.contains(Column::Title));
    assert_eq!(hidden.toggled(Column::Role).to_text(), "people");
    assert_eq!(hidden.toggled(Column::When).to_text(), "when role people");
    assert_eq!(hidden.toggled(Column::Title), hidden);
}
