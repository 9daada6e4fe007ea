use super::use_stored;
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

    fn named(word: &str) -> Option<Self> {
        [Self::System, Self::Light, Self::Dark].into_iter().find(|theme| theme.word() == word)
    }
}

/// The theme, kept over reloads and written to the root element for the style sheets. The second value
/// is whether the page is dark now.
pub(in crate::ui) fn use_theme() -> (RwSignal<Theme>, Memo<bool>) {
    let theme = use_stored(KEY, Theme::named, |theme| theme.word().to_owned());
    Effect::new(move |_| {
        let word = theme.get().word();
        if let Some(root) = document().document_element() {
            // an attribute that cannot be set leaves the system's theme: nothing is lost
            let _ = root.set_attribute("data-theme", word);
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
