use crate::ui::state::AppState;
use crate::view::address::Address;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// Mirrors selection, filter and tab to the address bar, and opens what the address says when the page starts.
pub(in crate::ui) fn use_address(state: AppState) {
    let asked = Address::parse(&window().location().hash().unwrap_or_default());
    let waiting = StoredValue::new(Some(asked.clone()).filter(|asked| *asked != Address::default()));
    leptos::task::spawn_local(async move {
        if !state.bring_back(asked.sample).await {
            if asked.sample {
                state.open_sample();
            } else {
                waiting.set_value(None);
            }
        }
    });
    // a link followed while the page is open, and the browser's own back and forward
    let on_hash = window_event_listener(leptos::ev::hashchange, move |_| {
        let asked = Address::parse(&window().location().hash().unwrap_or_default());
        if asked.sample && !state.sample.get_untracked() {
            state.open_sample();
            waiting.set_value(Some(asked));
        } else {
            state.go_to(&asked);
        }
    });
    on_cleanup(move || on_hash.remove());
    // once what was open is read, what the address said is selected
    Effect::new(move |_| {
        let work = state.work.get();
        if work.all > 0
            && work.pending == 0
            && let Some(address) = waiting.try_update_value(Option::take).flatten()
        {
            state.go_to(&address);
        }
    });
    Effect::new(move |before: Option<Address>| {
        let address = state.address();
        // what is only played is no state to come back to
        if waiting.with_value(Option::is_some) || state.playing.get() {
            return before.unwrap_or(address);
        }
        let location = window().location();
        let fragment = address.fragment();
        if location.hash().is_ok_and(|now| now == fragment) {
            return address;
        }
        let bare =
            format!("{}{}", location.pathname().unwrap_or_default(), location.search().unwrap_or_default());
        let url = bare + &fragment;
        if let Ok(history) = window().history() {
            // another list or filter is a step back; what is selected in them, and what is still being
            // written, is not
            let step = before.is_some_and(|before| before.is_step_from(&address));
            let (state, title) = (&JsValue::NULL, "");
            // a browser that refuses (too many calls) keeps the older address
            let _ = if step {
                history.push_state_with_url(state, title, Some(&url))
            } else {
                history.replace_state_with_url(state, title, Some(&url))
            };
        }
        address
    });
}
