use leptos::prelude::*;

/// A line icon of 20 by 20; says nothing to a screen reader, so its button needs a name.
#[component]
pub(in crate::ui) fn Icon(
    /// The path to stroke.
    path: &'static str,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" focusable="false">
            <path d=path/>
        </svg>
    }
}

/// Paths for [`Icon`], drawn for this page.
pub(in crate::ui) mod paths {
    pub(in crate::ui) const PLUS: &str = "M10 4v12M4 10h12";
    pub(in crate::ui) const MINUS: &str = "M4 10h12";
    pub(in crate::ui) const FIT: &str = "M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4";
    pub(in crate::ui) const CLOSE: &str = "M5 5l10 10M15 5L5 15";
    pub(in crate::ui) const SUN: &str = "M10 6.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7M10 1.5v2M10 16.5v2M1.5 10h2M16.5 10h2M4 4l1.4 1.4M14.6 14.6L16 16M4 16l1.4-1.4M14.6 5.4L16 4";
    pub(in crate::ui) const MOON: &str = "M16.5 12.2A7 7 0 1 1 7.8 3.5a5.6 5.6 0 0 0 8.7 8.7z";
    pub(in crate::ui) const OPEN: &str = "M3 16.5h14M10 13V3.5M6 7.5l4-4l4 4";
    pub(in crate::ui) const SEARCH: &str = "M8.5 3a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11M12.6 12.6L17 17";
    pub(in crate::ui) const FILTER: &str = "M3 4h14l-5.5 6.5V16l-3-1.5v-4z";
    pub(in crate::ui) const SAVE: &str = "M3 16.5h14M10 3v9.5M6 8.5l4 4l4-4";
    pub(in crate::ui) const AGAIN: &str = "M4 10a6 6 0 1 0 2-4.5M6.5 2v4h-4";
    pub(in crate::ui) const UNDO: &str = "M7 4L3.5 7.5L7 11M3.5 7.5H12a4.5 4.5 0 0 1 0 9H8";
    pub(in crate::ui) const UP: &str = "M4 12.5l6-6l6 6";
    pub(in crate::ui) const DOWN: &str = "M4 7.5l6 6l6-6";
    pub(in crate::ui) const PLAY: &str = "M6 4l10 6l-10 6z";
    pub(in crate::ui) const PAUSE: &str = "M7 4v12M13 4v12";
    pub(in crate::ui) const GLOBE: &str =
        "M10 2a8 8 0 1 0 0 16a8 8 0 1 0 0-16M2 10h16M10 2c-5 5-5 11 0 16M10 2c5 5 5 11 0 16";
    pub(in crate::ui) const BEFORE: &str = "M12.5 4l-6 6l6 6";
    pub(in crate::ui) const AFTER: &str = "M7.5 4l6 6l-6 6";
    pub(in crate::ui) const HELP: &str =
        "M7.2 7.4a2.8 2.8 0 1 1 4 2.6c-.9.4-1.2 1-1.2 1.8M10 14.4v.2M10 2a8 8 0 1 0 0 16a8 8 0 1 0 0-16";
}
