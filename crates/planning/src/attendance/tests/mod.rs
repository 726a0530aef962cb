//! What is made of records, in cases counted out by hand.

mod figures;
mod people;
