//! Rostrum: town halls and webinars from the browser alone.

#![expect(
    unreachable_pub,
    reason = "the component macro writes `pub` for its props"
)]

mod access;
mod app;
mod attendance;
mod board;
mod browser;
mod calendar;
mod chunk;
mod config;
mod description;
mod drafts;
mod event;
mod history;
mod i18n;
mod import;
mod live;
mod notify;
mod people;
mod router;
mod routes;
mod run;
mod series;
mod session;
mod shell;
mod templates;
mod townhall;
mod ui;

fn main() {
    leptos::mount::mount_to_body(app::App);
}
