//! The emulator, driven over real HTTP on free ports.
#![expect(clippy::unwrap_used, reason = "a story that breaks off has failed")]

mod app;
mod assertions;
mod attendance;
mod attendance_pages;
mod attendance_people;
mod authorizations;
mod batch;
mod browser;
mod caller;
mod consent;
mod control;
mod dates;
mod deliveries;
mod desk;
mod endpoint;
mod events;
mod handshakes;
mod lists;
mod mail;
mod notification_shapes;
mod notifications;
mod people;
mod registrants;
mod registration;
mod relay_application;
mod rich;
mod roles;
mod sessions;
mod shapes;
mod sign_in;
mod subscriber;
mod subscribers;
mod subscriptions;
mod tokens;
