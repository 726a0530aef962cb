//! The browser's own record of how long things take (W3C User Timing).

use leptos::prelude::window;

/// Measures `work` under a name; what is measured can be read by tools and tests.
pub(crate) fn measured<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let Some(performance) = window().performance() else {
        return work();
    };
    let begun = [name, ":begun"].concat();
    let _ = performance.mark(&begun);
    let done = work();
    let _ = performance.measure_with_start_mark(name, &begun);
    performance.clear_marks_with_mark_name(&begun);
    done
}
