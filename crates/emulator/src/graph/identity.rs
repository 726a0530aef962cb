//! Identities: users of the tenant and guests by e-mail.

use serde_json::{Value, json};

use super::fields::{self, Fields};
use super::reply::Refusal;
use super::shape::Shape;
use crate::tenant::{Invitee, Tenant};

const USER: &str = "communicationsUserIdentity";
const GUEST: &str = "communicationsGuestIdentity";

/// Reads `coOrganizers`: users of this tenant, each once.
pub(super) fn read_co_organizers(items: &[Value], tenant: &Tenant) -> Result<Vec<String>, Refusal> {
    let mut users = Vec::new();
    for item in items {
        let fields = item.as_object().ok_or_else(|| wrong("coOrganizers"))?;
        fields::only(fields, &["id", "displayName", "tenantId"], USER)?;
        let id = user(fields, "coOrganizers", tenant)?;
        if !users.contains(&id) {
            users.push(id);
        }
    }
    Ok(users)
}

/// Reads `invitedAttendees`: users and guests, each with its type.
pub(super) fn read_invitees(items: &[Value], tenant: &Tenant) -> Result<Vec<Invitee>, Refusal> {
    items
        .iter()
        .map(|item| read(item, "invitedAttendees", tenant))
        .collect()
}

/// Reads one identity where the base type is declared, so that its own type must be said.
pub(super) fn read(item: &Value, name: &'static str, tenant: &Tenant) -> Result<Invitee, Refusal> {
    let fields = item.as_object().ok_or_else(|| wrong(name))?;
    let kind = fields.get("@odata.type").ok_or_else(|| {
        Refusal::bad_property(
            name,
            format!("An identity in '{name}' must have an '@odata.type'."),
        )
    })?;
    match fields::expect_type(kind, &[USER, GUEST])? {
        USER => {
            fields::only(fields, &["id", "displayName", "tenantId"], USER)?;
            Ok(Invitee::User {
                id: user(fields, name, tenant)?,
            })
        }
        _ => {
            fields::only(fields, &["id", "displayName", "email"], GUEST)?;
            let email = fields::text(fields, "email")?.unwrap_or_default();
            let looks_right = email.split_once('@').is_some_and(|(local, domain)| {
                !local.is_empty() && domain.contains('.') && !email.contains(char::is_whitespace)
            });
            if !looks_right {
                let message = format!("'{email}' is no e-mail address of a guest.");
                return Err(Refusal::bad_property(name, message));
            }
            let guest = fields::text(fields, "displayName")?;
            Ok(Invitee::Guest {
                name: guest.unwrap_or_else(|| email.clone()),
                email,
            })
        }
    }
}

fn user(fields: &Fields, name: &'static str, tenant: &Tenant) -> Result<String, Refusal> {
    let id = fields::text(fields, "id")?.unwrap_or_default();
    let elsewhere = fields::text(fields, "tenantId")?
        .is_some_and(|other| !other.eq_ignore_ascii_case(&tenant.id));
    if elsewhere || !tenant.people.contains_key(&id) {
        let message = format!("The user '{id}' in '{name}' is not in the organization.");
        return Err(Refusal::bad_property(name, message));
    }
    Ok(id)
}

fn wrong(name: &'static str) -> Refusal {
    Refusal::bad_property(name, format!("'{name}' must be identities."))
}

/// A user, as `coOrganizers` and `createdBy` have them.
pub(super) fn render_user(id: &str, tenant: &Tenant) -> Value {
    json!({
        "id": id,
        "displayName": tenant.people.get(id).map(|person| &person.name),
        "tenantId": tenant.id,
    })
}

/// A user or guest with the type said.
pub(super) fn render(who: &Invitee, id: Option<&str>, tenant: &Tenant, shape: &Shape) -> Value {
    let mut identity = match who {
        Invitee::User { id } => render_user(id, tenant),
        Invitee::Guest { name, email } => {
            json!({ "id": id, "displayName": name, "email": email })
        }
    };
    if !shape.as_documented("identity without type") {
        let name = if matches!(who, Invitee::User { .. }) {
            USER
        } else {
            GUEST
        };
        identity["@odata.type"] = shape.type_name("identity", name).into();
    }
    identity
}
