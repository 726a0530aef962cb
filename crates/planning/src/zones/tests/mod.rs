//! Zones: stories of single places, and every zone of the tables against an independent library.

mod against_jiff;
mod cached;
mod picker;
mod stories;
mod tables;
