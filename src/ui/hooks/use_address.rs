use crate::ui::state::AppState;
use crate::view::address::Address;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// Mirrors selection and tab to the address bar, and opens what the address says when the page starts.
pub(in crate::ui) fn use_address(state: AppState) {
    let asked = Address::parse(&window().location().hash().unwrap_or_default());
    let waiting = StoredValue::new((asked.sample && asked != Address::default()).then(|| asked.clone()));
    if asked.sample {
        state.open_sample();
    }
    // a link to the sample, followed while the page is open
    let on_hash = window_event_listener(leptos::ev::hashchange, move |_| {
        let asked = Address::parse(&window().location().hash().unwrap_or_default());
        if asked.sample && !state.sample.get_untracked() {
            state.open_sample();
            waiting.set_value(Some(asked));
        }
    });
    on_cleanup(move || on_hash.remove());
    // once the sample is read, what the address said is selected
    Effect::new(move |_| {
        let work = state.work.get();
        if work.all > 0
            && work.pending == 0
            && let Some(address) = waiting.try_update_value(Option::take).flatten()
        {
            state.go_to(&address);
        }
    });
    Effect::new(move |_| {
        let address = state.address();
        if waiting.with_value(Option::is_some) {
            return;
        }
        let location = window().location();
        let bare =
            format!("{}{}", location.pathname().unwrap_or_default(), location.search().unwrap_or_default());
        let url = bare + &address.fragment();
        if let Ok(history) = window().history() {
            // a browser that refuses (too many calls) keeps the older address
            let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&url));
        }
    });
}
