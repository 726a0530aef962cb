//! Waiting for another process.

use std::time::{Duration, Instant};

/// Between two looks.
const PAUSE: Duration = Duration::from_millis(100);

/// What `look` finds, looked for again and again; `None` when it has found nothing for that long.
pub(crate) fn within<T>(patience: Duration, mut look: impl FnMut() -> Option<T>) -> Option<T> {
    let give_up = Instant::now() + patience;
    loop {
        if let Some(found) = look() {
            return Some(found);
        }
        if Instant::now() > give_up {
            return None;
        }
        std::thread::sleep(PAUSE);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_looks_until_there_is_something_and_no_longer_than_it_may() {
        let mut looks = 0;
        let found = within(Duration::from_secs(30), || {
            looks += 1;
            (looks == 2).then_some("there")
        });
        assert_eq!((found, looks), (Some("there"), 2));
        assert_eq!(within(Duration::ZERO, || None::<()>), None);
    }
}
