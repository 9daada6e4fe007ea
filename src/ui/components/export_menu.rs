use super::icon::{Icon, paths};
use crate::export::{self, Format, Selection};
use crate::ui::state::{AppState, use_app};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Writes what is shown to a file, in any of the formats.
#[component]
pub(in crate::ui) fn ExportMenu() -> impl IntoView {
    let state = use_app();
    let items = Format::ALL.map(|format| {
        view! {
            <li>
                <button type="button" class="menu-item" on:click=move |_| save(&state, format)>
                    {format.label()}
                </button>
            </li>
        }
    });
    view! {
        <details class="menu" name="menu">
            <summary class="button small"><Icon path=paths::SAVE/>"Export"</summary>
            <div class="menu-body">
                <p>"What is shown now, as a file:"</p>
                <ul>
                    {items.collect_view()}
                    <li>
                        <button
                            type="button"
                            class="menu-item"
                            // a browser that does not print does nothing
                            on:click=move |_| drop(window().print())
                        >
                            "Paper: chronology with map"
                        </button>
                    </li>
                </ul>
            </div>
        </details>
    }
}

fn save(state: &AppState, format: Format) {
    let text = state.dossier.with_untracked(|dossier| {
        let events: Vec<_> = state.shown.with_untracked(|rows| rows.iter().map(|row| row.id).collect());
        let documents = state.documents.get_untracked();
        let selection = Selection { events: &events, documents: &documents };
        export::write(format, dossier, selection, &now())
    });
    if download(&format!("chronology.{}", format.ending()), format.media_type(), &text).is_none() {
        state.notify("The browser refused to save the file.".to_owned());
    }
}

/// The time in UTC, as iCalendar writes it.
fn now() -> String {
    let iso = String::from(js_sys::Date::new_0().to_iso_string());
    let (clock, _) = iso.split_once('.').unwrap_or((&iso, ""));
    format!("{}Z", clock.replace(['-', ':'], ""))
}

/// Hands a text to the browser to be saved.
fn download(name: &str, media_type: &str, text: &str) -> Option<()> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = js_sys::Array::of1(&text.into());
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let url = web_sys::Url::create_object_url_with_blob(&blob).ok()?;
    let link = document().create_element("a").ok()?.dyn_into::<web_sys::HtmlElement>().ok()?;
    link.set_attribute("href", &url).ok()?;
    link.set_attribute("download", name).ok()?;
    link.click();
    // the browser has taken the text over once the click is done
    gloo::timers::callback::Timeout::new(10_000, move || {
        let _ = web_sys::Url::revoke_object_url(&url);
    })
    .forget();
    Some(())
}
