//! The emulator, driven over real HTTP on free ports.

mod browser;
mod control;
mod desk;
mod sign_in;
