use super::story::{Story, Tools};
use super::virtual_list::Window;
use crate::ui::state::{AppState, Readiness, use_app};
use crate::view::stories::{Line, line, silent};
use crate::view::window::Unfolded;
use leptos::prelude::*;

/// Height of a row in pixels, as the style sheet has it.
const ROW: f64 = 68.0;

/// What a row shows, and how.
#[derive(Debug, Clone, PartialEq)]
struct Row {
    line: Line,
    silence: String,
    selected: bool,
    unfolded: bool,
}

/// The chronology as a list, a row a story; only what is on screen is drawn.
#[component]
pub(in crate::ui) fn EventsList() -> impl IntoView {
    let state = use_app();
    let total = Signal::derive(move || state.shown.with(|rows| rows.len()));
    let window = Window::new(total, ROW);
    let silences = Memo::new(move |_| state.shown.with(|rows| silent(rows)));
    let unfolded = Memo::new(move |_| {
        state.shown.track();
        state.unfolded.get().and_then(|id| state.row_of(id))
    });
    let rows = Memo::new(move |_| {
        silences.with(|silences| rows(&state, window.rows.get(), unfolded.get(), silences))
    });
    // the story itself tells its height as soon as it is drawn
    Effect::new(move |_| match unfolded.get() {
        None => window.unfolded.set(Unfolded::default()),
        Some(row) => window.unfolded.update(|unfolded| {
            if unfolded.row != row {
                *unfolded = Unfolded { row, height: 0.0 };
            }
        }),
    });
    // what is selected elsewhere is brought into view here; another telling of a story leaves it where it is
    Effect::new(move |before: Option<Option<usize>>| {
        window.pane.track();
        let at = state.selection.with(|s| s.event).and_then(|id| state.row_of(id));
        if let Some(row) = at.filter(|_| before != Some(at)) {
            window.reveal(row);
        }
        at
    });
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        let by = match event.key().as_str() {
            "ArrowDown" => 1,
            "ArrowUp" => -1,
            "PageDown" => 10,
            "PageUp" => -10,
            "Home" => isize::MIN,
            "End" => isize::MAX,
            "ArrowRight" => return state.unfolded.set(state.selection.with_untracked(|s| s.event)),
            "ArrowLeft" => return state.unfolded.set(None),
            _ => return,
        };
        event.prevent_default();
        state.step_event(by);
        if let Some(at) = state.selection.with_untracked(|s| s.event).and_then(|id| state.row_of(id)) {
            window.focus(at);
        }
    };
    view! {
        <Tools/>
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
                                .map(|(row, at)| view! { <EventRow row index=at first all window/> })
                                .collect_view()
                        }}
                    </ol>
                </div>
            </Show>
        </div>
    }
}

/// One story.
#[component]
fn EventRow(row: Row, index: usize, first: usize, all: usize, window: Window) -> impl IntoView {
    let state = use_app();
    let Row { line, silence, selected, unfolded } = row;
    let id = line.id;
    let select = move |_| match state.merging.get_untracked() {
        Some(other) => state.merge(other, id),
        None => {
            state.select_event(id);
            state.read();
        }
    };
    let tellings = format!("Tellings: {}", line.title);
    let fold = move |_| state.unfolded.set((!unfolded).then_some(id));
    let tabbable = if selected || index == first { "0" } else { "-1" };
    let badge = |class: &'static str, word: &'static str| view! { <span class=class>{word}</span> };
    view! {
        <li aria-setsize=all.to_string() aria-posinset=(index + 1).to_string()>
            <button
                type="button"
                class="event-row"
                class:selected=selected
                class:inferred=line.inferred
                aria-current=selected.then_some("true")
                data-row=(index - first + 1).to_string()
                tabindex=tabbable
                on:click=select
            >
                <span class="event-date" title=line.tooltip>
                    {line.date}
                    {line.inferred.then(|| badge("badge", "inferred"))}
                    {(!silence.is_empty()).then(|| view! { <span class="silence">{silence}</span> })}
                </span>
                <span class="event-title" dir="auto">{line.title}</span>
                <span class="event-meta">
                    {(!line.status.is_empty()).then(|| badge("badge", line.status))}
                    {line.disputed.then(|| badge("badge disputed", "disputed"))}
                    {(!line.place.is_empty()).then(|| view! { <span class="event-place">{line.place}</span> })}
                    <span class="event-document" dir="auto">{line.document}</span>
                </span>
            </button>
            <button
                type="button"
                class="unfold"
                class:open=unfolded
                aria-label=tellings
                aria-expanded=if unfolded { "true" } else { "false" }
                tabindex=tabbable
                on:click=fold
            ></button>
            {unfolded.then(|| view! { <Story id window/> })}
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

fn rows(
    state: &AppState,
    range: std::ops::Range<usize>,
    unfolded: Option<usize>,
    silences: &[(usize, String)],
) -> Vec<Row> {
    let selected = state.selection.with(|s| s.event).and_then(|id| state.row_of(id));
    state.shown.with(|shown| {
        state.dossier.with_untracked(|dossier| {
            let rows = shown.get(range.clone()).unwrap_or_default();
            let row = |(row, at)| {
                let silence = silences.iter().find(|(before, _)| *before == at);
                Some(Row {
                    line: line(dossier, row)?,
                    silence: silence.map(|(_, words)| words.clone()).unwrap_or_default(),
                    selected: selected == Some(at),
                    unfolded: unfolded == Some(at),
                })
            };
            rows.iter().zip(range.start..).filter_map(row).collect()
        })
    })
}
