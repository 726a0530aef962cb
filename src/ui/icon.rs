//! The app's pictograms, drawn on a 20 by 20 grid.

use leptos::prelude::*;

/// A pictogram. It is decoration: the word beside it, or the control's name, says the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Icon {
    Add,
    Bell,
    Board,
    Calendar,
    Cancelled,
    Check,
    Clock,
    Copy,
    Dismiss,
    Draft,
    Info,
    Live,
    Open,
    Search,
    Warning,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Self::Add => "M9.25 3h1.5v6.25H17v1.5h-6.25V17h-1.5v-6.25H3v-1.5h6.25z",
            Self::Bell => {
                "M10 2a5.5 5.5 0 0 1 5.5 5.5v4L17 14v1H3v-1l1.5-2.5v-4A5.5 5.5 0 0 1 10 2m0 1.5a4 4 0 0 0-4 4V12l-.9 1.5h9.8L14 12V7.5a4 4 0 0 0-4-4M8 16h4a2 2 0 0 1-4 0"
            }
            Self::Board => "M3 4.5h14V6H3zm0 4.75h14v1.5H3zM3 14h14v1.5H3z",
            Self::Calendar => "M6 2.5h1.5V4h5V2.5H14V4h3v13H3V4h3zM4.5 8.5v7h11v-7zm0-3V7h11V5.5z",
            Self::Cancelled => {
                "M10 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16m0 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M7.4 6.35 10 8.95l2.6-2.6 1.05 1.05-2.6 2.6 2.6 2.6-1.05 1.05-2.6-2.6-2.6 2.6-1.05-1.05 2.6-2.6-2.6-2.6z"
            }
            Self::Check => "m4 10.5 1.1-1.1 3.1 3.1L14.9 5.8 16 6.9l-7.8 7.8z",
            Self::Clock => {
                "M10 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16m0 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M9.25 5.5h1.5v4.2l3 1.75-.75 1.3-3.75-2.2z"
            }
            Self::Copy => "M7 2h9v11H7zm1.5 1.5v8h6v-8zM4 6h1.5v9.5H13V17H4z",
            Self::Dismiss => {
                "m4.5 5.55 1.05-1.05L10 8.95l4.45-4.45 1.05 1.05L11.05 10l4.45 4.45-1.05 1.05L10 11.05 5.55 15.5 4.5 14.45 8.95 10z"
            }
            Self::Draft => {
                "m13.6 2.9 3.5 3.5L7 16.5l-4.4.9.9-4.4zm0 2.1-8.7 8.7-.4 1.8 1.8-.4L15 6.4z"
            }
            Self::Info => {
                "M10 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16m0 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M9.25 9h1.5v5h-1.5zm0-3h1.5v1.7h-1.5z"
            }
            Self::Live => {
                "M10 7.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5M5.4 4.3l1 1.1a6 6 0 0 0 0 9.2l-1 1.1a7.5 7.5 0 0 1 0-11.4m9.2 0a7.5 7.5 0 0 1 0 11.4l-1-1.1a6 6 0 0 0 0-9.2z"
            }
            Self::Open => {
                "M4 4h5v1.5H5.5v9h9V11H16v5H4zm7-1h6v6h-1.5V5.55l-5.95 5.9-1.05-1.05 5.9-5.9H11z"
            }
            Self::Search => {
                "M8.5 3a5.5 5.5 0 0 1 4.4 8.8l4.1 4.15L15.95 17l-4.1-4.1A5.5 5.5 0 1 1 8.5 3m0 1.5a4 4 0 1 0 0 8 4 4 0 0 0 0-8"
            }
            Self::Warning => {
                "m10 2.5 8 14.5H2zm0 3.1L4.5 15.5h11zM9.25 8.5h1.5v3.7h-1.5zm0 4.5h1.5v1.5h-1.5z"
            }
        }
    }
}

/// Draws the pictogram in the colour of the text around it.
pub(crate) fn icon(icon: Icon) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
            <path d=icon.path()></path>
        </svg>
    }
}
