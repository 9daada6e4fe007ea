use super::virtual_list::Window;
use crate::dossier::EventId;
use crate::ui::state::{AppState, Readiness, use_app};
use crate::view::when::{bounds_text, interval_text};
use leptos::prelude::*;

/// Height of a row in pixels, as the style sheet has it.
const ROW: f64 = 68.0;

/// What a row shows.
#[derive(Debug, Clone, PartialEq)]
struct Row {
    id: EventId,
    date: String,
    tooltip: String,
    title: String,
    place: String,
    document: String,
    inferred: bool,
    selected: bool,
}

/// The chronology as a list; only what is on screen is drawn.
#[component]
pub(in crate::ui) fn EventsList() -> impl IntoView {
    let state = use_app();
    let total = Signal::derive(move || state.shown.with(|rows| rows.len()));
    let window = Window::new(total, ROW);
    let rows = Memo::new(move |_| rows(&state, window.rows.get()));
    // what is selected elsewhere is brought into view here
    Effect::new(move |_| {
        window.pane.track();
        let Some(id) = state.selection.with(|s| s.event) else { return };
        if let Some(at) = state.shown.with_untracked(|rows| rows.iter().position(|row| row.id == id)) {
            window.reveal(at);
        }
    });
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        let by = match event.key().as_str() {
            "ArrowDown" => 1,
            "ArrowUp" => -1,
            "PageDown" => 10,
            "PageUp" => -10,
            "Home" => isize::MIN,
            "End" => isize::MAX,
            _ => return,
        };
        event.prevent_default();
        state.step_event(by);
        let id = state.selection.with_untracked(|s| s.event);
        if let Some(at) = state.shown.with_untracked(|rows| rows.iter().position(|row| Some(row.id) == id)) {
            window.focus(at);
        }
    };
    view! {
        <div class="rows-pane" node_ref=window.pane on:scroll=move |_| window.on_scroll()>
            <Show when=move || { total.get() > 0 } fallback=move || view! { <Nothing/> }>
                <div class="rows-whole" style:height=move || window.height()>
                    <ol
                        class="rows"
                        role="list"
                        aria-label="Events"
                        style:transform=move || window.offset()
                        on:keydown=on_key
                    >
                        {move || {
                            let first = window.rows.get_untracked().start;
                            let all = total.get_untracked();
                            rows.get()
                                .into_iter()
                                .zip(first..)
                                .map(|(row, at)| view! { <EventRow row index=at first all/> })
                                .collect_view()
                        }}
                    </ol>
                </div>
            </Show>
        </div>
    }
}

/// One event.
#[component]
fn EventRow(row: Row, index: usize, first: usize, all: usize) -> impl IntoView {
    let state = use_app();
    let id = row.id;
    let select = move |_| {
        state.select_event(id);
        state.read();
    };
    let tabbable = if row.selected || index == first { "0" } else { "-1" };
    view! {
        <li aria-setsize=all.to_string() aria-posinset=(index + 1).to_string()>
            <button
                type="button"
                class="event-row"
                class:selected=row.selected
                class:inferred=row.inferred
                aria-current=row.selected.then_some("true")
                data-row=(index - first + 1).to_string()
                tabindex=tabbable
                on:click=select
            >
                <span class="event-date" title=row.tooltip>
                    {row.date}
                    {row.inferred.then(|| view! { <span class="badge">"inferred"</span> })}
                </span>
                <span class="event-title" dir="auto">{row.title}</span>
                <span class="event-meta">
                    {(!row.place.is_empty()).then(|| view! { <span class="event-place">{row.place}</span> })}
                    <span class="event-document" dir="auto">{row.document}</span>
                </span>
            </button>
        </li>
    }
}

/// Why there is no event, and what to do.
#[component]
fn Nothing() -> impl IntoView {
    let state = use_app();
    let line = move || {
        let busy = state.work.with(|work| work.pending > 0);
        let filtered = state.filter.with(|filter| !filter.is_open());
        match (busy, filtered) {
            (true, _) => "Reading…",
            (false, true) => "No dated event here. Lift the filter to see all.",
            (false, false) if state.gazetteer.get() == Readiness::Missing => {
                "No dates found, and the place data is missing."
            }
            (false, false) => "No dates found. Set the document’s date under Documents?",
        }
    };
    view! { <p class="nothing">{line}</p> }
}

fn rows(state: &AppState, range: std::ops::Range<usize>) -> Vec<Row> {
    let selected = state.selection.with(|s| s.event);
    state.shown.with(|shown| {
        state.dossier.with_untracked(|dossier| {
            let rows = shown.get(range).unwrap_or_default();
            rows.iter()
                .filter_map(|row| {
                    let event = dossier.event(row.id)?;
                    let place = dossier.places_of(row.id).next();
                    Some(Row {
                        id: row.id,
                        date: interval_text(&row.when),
                        tooltip: format!("{} · {}", event.edtf, bounds_text(&row.when)),
                        title: event.title.clone(),
                        place: place.map(|p| p.name.clone()).unwrap_or_default(),
                        document: dossier.title(row.id.document),
                        inferred: row.inferred,
                        selected: selected == Some(row.id),
                    })
                })
                .collect()
        })
    })
}
