//! Generated tables; each is linked only by what asks for it.

pub(super) mod iana;
pub(super) mod windows;
