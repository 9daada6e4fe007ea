use super::icon::{Icon, paths};
use crate::ui::hooks::from_list;
use crate::ui::state::use_app;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// The button that opens files. The input itself stays in the page for keyboard and screen reader; its
/// label is what is seen.
#[component]
pub(in crate::ui) fn FileButton(
    /// What the button says.
    label: &'static str,
    /// Its look.
    class: &'static str,
) -> impl IntoView {
    let state = use_app();
    let on_change = move |event: leptos::ev::Event| {
        let Some(input) = event.target().and_then(|t| t.dyn_into::<web_sys::HtmlInputElement>().ok()) else {
            return;
        };
        state.add(from_list(input.files()));
        // the same file may be chosen again
        input.set_value("");
    };
    view! {
        <span class="file-button">
            <input type="file" id="file-input" class="visually-hidden" multiple on:change=on_change/>
            <label for="file-input" class=class><Icon path=paths::OPEN/>{label}</label>
        </span>
    }
}
