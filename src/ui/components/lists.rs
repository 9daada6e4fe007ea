use super::documents_list::DocumentsList;
use super::events_list::EventsList;
use super::place_tree::PlaceTree;
use crate::ui::state::use_app;
use crate::view::address::Tab;
use crate::view::grouped;
use leptos::html;
use leptos::prelude::*;

/// Events, Places and Documents, one in front.
#[component]
pub(in crate::ui) fn Lists() -> impl IntoView {
    let state = use_app();
    let tabs: NodeRef<html::Div> = NodeRef::new();
    let count = move |tab: Tab| match tab {
        Tab::Events => state.shown.with(|rows| rows.len() as u32),
        Tab::Places => state.with_tally(|tally| tally.len() as u32),
        Tab::Documents => state.documents.with(|ids| ids.len() as u32),
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        let at = Tab::ALL.iter().position(|tab| *tab == state.tab.get_untracked()).unwrap_or_default();
        let next = match event.key().as_str() {
            "ArrowRight" => (at + 1) % Tab::ALL.len(),
            "ArrowLeft" => (at + Tab::ALL.len() - 1) % Tab::ALL.len(),
            "Home" => 0,
            "End" => Tab::ALL.len() - 1,
            _ => return,
        };
        event.prevent_default();
        state.tab.set(Tab::ALL[next]);
        if let Some(button) = tabs
            .get_untracked()
            .and_then(|tabs| tabs.query_selector(&format!("#tab-{}", Tab::ALL[next].label())).ok().flatten())
        {
            // the tab is always there; without focus the keys would still work once it is clicked
            let _ = wasm_bindgen::JsCast::unchecked_into::<web_sys::HtmlElement>(button).focus();
        }
    };
    view! {
        <section class="pane lists" aria-label="Lists">
            <div class="tabs" role="tablist" aria-label="Lists" node_ref=tabs on:keydown=on_key>
                {Tab::ALL
                    .map(|tab| {
                        let selected = move || state.tab.get() == tab;
                        view! {
                            <button
                                type="button"
                                role="tab"
                                id=format!("tab-{}", tab.label())
                                aria-controls="list-panel"
                                aria-selected=move || if selected() { "true" } else { "false" }
                                tabindex=move || if selected() { "0" } else { "-1" }
                                on:click=move |_| state.tab.set(tab)
                            >
                                {tab.label()}
                                <span class="count" aria-hidden="true">{move || grouped(count(tab))}</span>
                            </button>
                        }
                    })
                    .collect_view()}
            </div>
            <div
                class="tab-panel"
                role="tabpanel"
                id="list-panel"
                aria-labelledby=move || format!("tab-{}", state.tab.get().label())
            >
                {move || match state.tab.get() {
                    Tab::Events => view! { <EventsList/> }.into_any(),
                    Tab::Places => view! { <PlaceTree/> }.into_any(),
                    Tab::Documents => view! { <DocumentsList/> }.into_any(),
                }}
            </div>
        </section>
    }
}
