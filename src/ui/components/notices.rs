use super::icon::{Icon, paths};
use crate::ui::state::use_app;
use leptos::prelude::*;

/// Notices shown at once; the rest is counted.
const SHOWN: usize = 4;

/// Lines the user should read, each with a button that takes it away.
#[component]
pub(in crate::ui) fn Notices() -> impl IntoView {
    let state = use_app();
    let shown = move || state.notices.with(|all| all.iter().take(SHOWN).cloned().collect::<Vec<_>>());
    let more = move || state.notices.with(|all| all.len().saturating_sub(SHOWN));
    view! {
        <div class="notices" role="alert">
            <For each=shown key=|notice| notice.id let(notice)>
                <p class="notice">
                    <span>{notice.text}</span>
                    <button
                        type="button"
                        class="icon-button"
                        aria-label="Dismiss"
                        on:click=move |_| state.notices.update(|all| all.retain(|n| n.id != notice.id))
                    >
                        <Icon path=paths::CLOSE/>
                    </button>
                </p>
            </For>
            <Show when=move || { more() > 0 }>
                <p class="notice">
                    <span>"and "{move || more().to_string()}" more"</span>
                    <button type="button" class="button small" on:click=move |_| state.notices.set(Vec::new())>
                        "Dismiss all"
                    </button>
                </p>
            </Show>
        </div>
    }
}
