use leptos::prelude::*;

/// Where the choice is kept.
const KEY: &str = "dateline-theme";

/// Light or dark, or whatever the system says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::ui) enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

impl Theme {
    fn word(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// The theme, kept over reloads and written to the root element for the style sheets. The second value
/// is whether the page is dark now.
pub(in crate::ui) fn use_theme() -> (RwSignal<Theme>, Memo<bool>) {
    let stored = window().local_storage().ok().flatten();
    let known = stored.as_ref().and_then(|s| s.get_item(KEY).ok().flatten());
    let theme = RwSignal::new(match known.as_deref() {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        _ => Theme::System,
    });
    Effect::new(move |_| {
        let word = theme.get().word();
        if let Some(root) = document().document_element() {
            // an attribute that cannot be set leaves the system's theme: nothing is lost
            let _ = root.set_attribute("data-theme", word);
        }
        if let Ok(Some(storage)) = window().local_storage() {
            // a full or forbidden storage: the choice lasts as long as the page
            let _ = storage.set_item(KEY, word);
        }
    });
    let dark = Memo::new(move |_| match theme.get() {
        Theme::Light => false,
        Theme::Dark => true,
        Theme::System => {
            matches!(window().match_media("(prefers-color-scheme: dark)"), Ok(Some(query)) if query.matches())
        }
    });
    (theme, dark)
}
