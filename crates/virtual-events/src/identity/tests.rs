//! Identities as requests want them.

use serde_json::json;

use crate::{Identity, TenantId, UserId};

#[test]
fn the_base_type_needs_a_declared_type_and_co_organizers_do_not() {
    let user = Identity::user(UserId::from("7b7e"));
    let declared = "#microsoft.graph.communicationsUserIdentity";
    assert_eq!(
        serde_json::to_value(user).unwrap(),
        json!({"@odata.type": declared, "id": "7b7e"})
    );

    let helper = Identity::co_organizer(UserId::from("7b7e"), TenantId::from("7722"));
    assert_eq!(
        serde_json::to_value(helper).unwrap(),
        json!({"id": "7b7e", "tenantId": "7722"})
    );
}

#[test]
fn an_identity_read_without_a_type_is_declared_before_it_is_sent() {
    let read = Identity {
        email: Some("g@example.org".to_owned()),
        ..Identity::default()
    };
    let sent = serde_json::to_value(read.with_declared_type()).unwrap();
    assert_eq!(
        sent["@odata.type"],
        "#microsoft.graph.communicationsGuestIdentity"
    );
}
