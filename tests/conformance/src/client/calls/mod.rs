//! Which operation of the client serves an address, told by method and shape alone.

mod attendance;
mod batch;
mod event_bodies;
mod events;
mod options;
mod people;
mod presenters;
mod registration_bodies;
mod registrations;
mod served;
mod sessions;
mod subscriptions;

pub(crate) use served::{Call, Decoded, Served};

/// Hands a call to the area of the API that its path begins with.
pub(crate) async fn serve(call: &Call<'_>) -> Served {
    let names = call.address.names();
    let lower: Vec<String> = names.iter().map(|name| name.to_ascii_lowercase()).collect();
    let lower: Vec<&str> = lower.iter().map(String::as_str).collect();
    match &lower[..] {
        [
            "solutions",
            "virtualevents",
            kind @ ("townhalls" | "webinars"),
            ..,
        ] => events::serve(call, kind).await,
        ["me" | "users", ..] if lower.contains(&"onlinemeetings") => {
            attendance::serve_meeting(call).await
        }
        ["me" | "users", ..] => people::serve(call).await,
        ["subscriptions", ..] => subscriptions::serve(call).await,
        ["$batch"] => batch::serve(call).await,
        _ => Served::Unserved,
    }
}
