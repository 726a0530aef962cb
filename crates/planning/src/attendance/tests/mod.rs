//! What is made of records, in cases counted out by hand and in cases of chance.

mod chance;
mod comparison;
mod export;
mod figures;
mod mended;
mod people;
mod registered;
mod table;
