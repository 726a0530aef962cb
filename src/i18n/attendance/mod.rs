//! Who came, for how long.

mod export;
mod figures;
mod notices;
mod odd;
mod people;
mod series;

pub(crate) use export::*;
pub(crate) use figures::*;
pub(crate) use notices::*;
pub(crate) use odd::*;
pub(crate) use people::*;
pub(crate) use series::*;
