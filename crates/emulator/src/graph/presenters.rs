//! Presenters of town halls and webinars.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::reply::{Answer, Refusal, Reply};
use super::visit::Visit;
use super::{fields, identity, paging};
use crate::tenant::{Event, Invitee, Kind, Presenter, Status};

const TYPE: &str = "virtualEventPresenter";

/// What a webinar's presenter may tell about themselves.
const DETAILS: [&str; 6] = [
    "bio",
    "company",
    "jobTitle",
    "linkedInProfileWebUrl",
    "personalSiteWebUrl",
    "twitterProfileWebUrl",
];

fn render(visit: &Visit<'_>, presenter: &Presenter) -> Value {
    let tenant = &visit.world.tenant;
    let email = match &presenter.who {
        Invitee::User { id } => tenant.people.get(id).and_then(|person| person.mail.clone()),
        Invitee::Guest { email, .. } => Some(email.clone()),
    };
    let identity = identity::render(&presenter.who, Some(&presenter.id), tenant, &visit.shape);
    json!({
        "@odata.type": visit.shape.type_name("presenter", TYPE),
        "id": presenter.id,
        "email": email,
        "identity": identity,
        "presenterDetails": presenter.details,
    })
}

/// All of them.
pub(super) fn list(visit: &mut Visit<'_>, kind: Kind, id: &str) -> Answer {
    paging::only_options(visit.call, &[])?;
    let (event, _) = visit.event(kind, id)?;
    let items = event
        .presenters
        .iter()
        .map(|presenter| (presenter.id.clone(), render(visit, presenter)))
        .collect();
    paging::page(
        visit,
        "Collection(microsoft.graph.virtualEventPresenter)",
        items,
    )
}

/// One of them.
pub(super) fn get(visit: &mut Visit<'_>, kind: Kind, id: &str, who: &str) -> Answer {
    paging::only_options(visit.call, &[])?;
    let (event, _) = visit.event(kind, id)?;
    let presenter = find(event, who)?;
    let object = render(visit, presenter);
    Ok(Reply::ok(visit.shape.single("single presenter", object)))
}

/// One more.
pub(super) fn create(visit: &mut Visit<'_>, kind: Kind, id: &str) -> Answer {
    let fields = visit.call.object()?;
    let allowed: &[&str] = match kind {
        Kind::Townhall => &["identity"],
        Kind::Webinar => &["identity", "presenterDetails"],
    };
    fields::only(&fields, allowed, TYPE)?;
    let identity = fields
        .get("identity")
        .ok_or_else(|| Refusal::bad_property("identity", "The property 'identity' is required."))?;
    let who = identity::read(identity, "identity", &visit.world.tenant)?;
    let details = details(&fields)?;
    let made_up = visit.world.ids.fresh();
    let presenter = Presenter {
        id: match &who {
            Invitee::User { id } => id.clone(),
            Invitee::Guest { .. } => made_up,
        },
        details: (kind == Kind::Webinar).then(|| details.unwrap_or_else(no_details)),
        who,
    };
    let event = changeable(visit, kind, id)?;
    if event
        .presenters
        .iter()
        .any(|other| is_same(&other.who, &presenter.who))
    {
        return Err(Refusal::conflict("The presenter has been added already."));
    }
    event.presenters.push(presenter.clone());
    let body = render(visit, &presenter);
    Ok(Reply {
        status: StatusCode::CREATED,
        ..Reply::ok(body)
    })
}

/// New details of a webinar's presenter.
pub(super) fn update(visit: &mut Visit<'_>, kind: Kind, id: &str, who: &str) -> Answer {
    let fields = visit.call.object()?;
    if kind == Kind::Townhall {
        return Err(Refusal::bad_request(
            "A town hall's presenter has nothing to be changed.",
        ));
    }
    fields::only(&fields, &["presenterDetails"], TYPE)?;
    let details = details(&fields)?;
    let event = changeable(visit, kind, id)?;
    let presenter = event
        .presenters
        .iter_mut()
        .find(|presenter| presenter.id == who)
        .ok_or_else(|| Refusal::not_found("The presenter"))?;
    if let Some(Value::Object(new)) = details {
        let old = presenter.details.get_or_insert_with(no_details);
        for (name, value) in new {
            old[name.as_str()] = value;
        }
    }
    let presenter = presenter.clone();
    Ok(Reply::ok(render(visit, &presenter)))
}

/// One less.
pub(super) fn delete(visit: &mut Visit<'_>, kind: Kind, id: &str, who: &str) -> Answer {
    let event = changeable(visit, kind, id)?;
    let before = event.presenters.len();
    event.presenters.retain(|presenter| presenter.id != who);
    if event.presenters.len() == before {
        return Err(Refusal::not_found("The presenter"));
    }
    Ok(Reply::done())
}

fn changeable<'v>(
    visit: &'v mut Visit<'_>,
    kind: Kind,
    id: &str,
) -> Result<&'v mut Event, Refusal> {
    let event = visit.editable(kind, id)?;
    if event.status == Status::Canceled {
        return Err(Refusal::conflict(
            "A canceled virtual event can't be changed.",
        ));
    }
    Ok(event)
}

fn find<'e>(event: &'e Event, who: &str) -> Result<&'e Presenter, Refusal> {
    let found = event
        .presenters
        .iter()
        .find(|presenter| presenter.id == who);
    found.ok_or_else(|| Refusal::not_found("The presenter"))
}

fn is_same(one: &Invitee, other: &Invitee) -> bool {
    match (one, other) {
        (Invitee::User { id }, Invitee::User { id: too }) => id == too,
        (Invitee::Guest { email, .. }, Invitee::Guest { email: too, .. }) => {
            email.eq_ignore_ascii_case(too)
        }
        _ => false,
    }
}

fn details(fields: &fields::Fields) -> Result<Option<Value>, Refusal> {
    let Some(details) = fields::object(fields, "presenterDetails")? else {
        return Ok(None);
    };
    fields::only(details, &DETAILS, "virtualEventPresenterDetails")?;
    for name in DETAILS.iter().filter(|name| **name != "bio") {
        fields::text(details, name)?;
    }
    super::body::read(details, "bio")?;
    Ok(Some(Value::Object(details.clone())))
}

fn no_details() -> Value {
    DETAILS
        .iter()
        .map(|name| ((*name).to_owned(), Value::Null))
        .collect::<fields::Fields>()
        .into()
}
