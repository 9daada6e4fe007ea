use crate::ui::state::{Pane, use_app};
use leptos::prelude::*;

/// On a narrow screen: which pane is in front.
#[component]
pub(in crate::ui) fn PaneSwitch() -> impl IntoView {
    let state = use_app();
    let panes =
        [(Pane::Lists, "List"), (Pane::Timeline, "Timeline"), (Pane::Map, "Map"), (Pane::Reader, "Text")];
    view! {
        <nav class="pane-switch" aria-label="Panes">
            {panes
                .map(|(pane, label)| {
                    let current = move || (state.pane.get() == pane).then_some("true");
                    view! {
                        <button type="button" aria-current=current on:click=move |_| state.pane.set(pane)>
                            {label}
                        </button>
                    }
                })
                .collect_view()}
        </nav>
    }
}
