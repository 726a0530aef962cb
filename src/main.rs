//! Rostrum: town halls and webinars from the browser alone.

#![expect(
    unreachable_pub,
    reason = "the component macro writes `pub` for its props"
)]

mod app;
mod board;
mod chunk;
mod live;
mod ui;

fn main() {
    leptos::mount::mount_to_body(app::App);
}
