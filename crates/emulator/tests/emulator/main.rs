//! The emulator, driven over real HTTP on free ports.
#![expect(clippy::unwrap_used, reason = "a story that breaks off has failed")]

mod app;
mod attendance;
mod attendance_pages;
mod attendance_people;
mod batch;
mod browser;
mod caller;
mod consent;
mod control;
mod dates;
mod desk;
mod events;
mod lists;
mod mail;
mod people;
mod registrants;
mod registration;
mod roles;
mod sessions;
mod shapes;
mod sign_in;
mod tokens;
