use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Does something when a key is pressed anywhere but in a field that takes letters.
pub(in crate::ui) fn use_key(key: &'static str, act: impl Fn() + 'static) {
    let on_key = window_event_listener(leptos::ev::keydown, move |event| {
        let in_field = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "SELECT" | "TEXTAREA"));
        if event.key() == key && !in_field {
            event.prevent_default();
            act();
        }
    });
    on_cleanup(move || on_key.remove());
}
