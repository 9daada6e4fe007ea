use super::file_button::FileButton;
use crate::ui::state::use_app;
use leptos::prelude::*;

/// The first screen.
#[component]
pub(in crate::ui) fn Welcome() -> impl IntoView {
    let state = use_app();
    view! {
        <main class="welcome">
            <p class="kicker">"Documents in, chronology out"</p>
            <h1>"See when and where"<br/>"everything happened."</h1>
            <p class="lead">
                "Dateline reads news reports, letters and histories, and lays every event it finds on a "
                "timeline and a map. Each one leads back to the sentence it came from."
            </p>
            <div class="drop-zone">
                <p class="drop-title">"Drop text files or whole folders here"</p>
                <p class="drop-or">"or paste text with "<kbd>"Ctrl"</kbd>" "<kbd>"V"</kbd></p>
                <div class="drop-buttons">
                    <FileButton label="Choose files" class="button primary"/>
                    <button type="button" class="button" on:click=move |_| state.open_sample()>
                        "Try a sample"
                    </button>
                </div>
            </div>
            <p class="promise">
                "Everything is read inside this browser. No file, and no word of one, is sent anywhere."
            </p>
        </main>
    }
}
