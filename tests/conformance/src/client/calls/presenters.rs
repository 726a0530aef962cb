//! Calls on presenters.

use virtual_events::{Identity, NewPresenter, PresenterDetails, PresenterId, Presenters};

use super::served::{Call, Served, built};
use crate::client::address::Segment;

/// Serves `…/presenters…`.
pub(super) async fn serve(call: &Call<'_>, presenters: &Presenters, tail: &[Segment]) -> Served {
    let id = tail.first().map(|id| PresenterId::from(id.name.as_str()));
    match (call.method, id, tail.len()) {
        _ if call.has_query() => Served::Unserved,
        ("GET", None, _) => Served::page(presenters.list()).await,
        ("POST", None, _) => {
            let presenter = built!(new_presenter(call));
            Served::one(presenters.create(&presenter).await)
        }
        ("GET", Some(id), 1) => Served::one(presenters.get(&id).await),
        ("PATCH", Some(id), 1) => {
            let details: PresenterDetails = built!(built!(call.fields()).need("presenterDetails"));
            Served::one(presenters.update(&id, &details).await)
        }
        ("DELETE", Some(id), 1) => Served::nothing(presenters.delete(&id).await),
        _ => Served::Unserved,
    }
}

fn new_presenter(call: &Call<'_>) -> Result<NewPresenter, String> {
    let fields = call.fields()?;
    let identity: Identity = fields.need("identity")?;
    Ok(match fields.get("presenterDetails")? {
        Some(details) => NewPresenter::with_details(identity, details),
        None => NewPresenter::new(identity),
    })
}
