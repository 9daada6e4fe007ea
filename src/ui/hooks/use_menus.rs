use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Closes the open menu when something else is clicked, and by the Escape key.
pub(in crate::ui) fn use_menus() {
    let on_click = window_event_listener(leptos::ev::click, move |event| {
        close(event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok()).as_ref());
    });
    let on_key = window_event_listener(leptos::ev::keydown, move |event| {
        if event.key() == "Escape" {
            close(None);
        }
    });
    on_cleanup(move || {
        on_click.remove();
        on_key.remove();
    });
}

/// Closes the open menu unless it holds `inside`. (Menus share a name, so that one is open at most.) A menu
/// that held the focus hands it to its button.
fn close(inside: Option<&web_sys::Node>) {
    let menu = document().query_selector("details.menu[open]").ok().flatten();
    let Some(menu) = menu.filter(|menu| inside.is_none_or(|node| !menu.contains(Some(node)))) else { return };
    let focused = document().active_element().is_some_and(|element| menu.contains(Some(&element)));
    if let Some(button) = menu.query_selector("summary").ok().flatten().filter(|_| focused) {
        // a summary can always be focused
        let _ = button.unchecked_into::<web_sys::HtmlElement>().focus();
    }
    // an attribute that cannot be taken away leaves the menu open: nothing is lost
    let _ = menu.remove_attribute("open");
}
