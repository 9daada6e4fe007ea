use super::document_details::DocumentDetails;
use super::virtual_list::Window;
use crate::dossier::DocumentId;
use crate::timex::anchor::{Anchor, AnchorSource};
use crate::ui::state::use_app;
use crate::view::counted;
use crate::view::dated::{how_word, kind_word};
use crate::view::when::interval_text;
use leptos::prelude::*;

/// Height of a row in pixels, as the style sheet has it.
const ROW: f64 = 62.0;

/// What a row shows.
#[derive(Debug, Clone, PartialEq)]
struct Row {
    id: DocumentId,
    title: String,
    date: String,
    how: &'static str,
    doubtful: bool,
    kind: &'static str,
    /// Dates that ask for a second look.
    checks: u32,
    events: u32,
    selected: bool,
}

/// Every document, and what was decided about the one that is open.
#[component]
pub(in crate::ui) fn DocumentsList() -> impl IntoView {
    let state = use_app();
    let ids = state.documents;
    let total = Signal::derive(move || ids.with(|ids| ids.len()));
    let window = Window::new(total, ROW);
    let rows = Memo::new(move |_| {
        let selected = state.selection.with(|s| s.document);
        let shown = ids.with(|ids| ids.get(window.rows.get()).unwrap_or_default().to_vec());
        state.dossier.with(|dossier| {
            let row = |id: DocumentId| {
                let document = dossier.document(id)?;
                Some(Row {
                    id,
                    title: dossier.title(id),
                    date: date_of(&document.published),
                    how: how_word(document.published.how),
                    doubtful: matches!(
                        document.published.how,
                        AnchorSource::Inferred | AnchorSource::Unknown
                    ),
                    kind: kind_word(document.kind),
                    checks: document.dates.iter().filter(|date| date.value.warning.is_some()).count() as u32,
                    events: document.events.len() as u32,
                    selected: selected == Some(id),
                })
            };
            shown.into_iter().filter_map(row).collect::<Vec<_>>()
        })
    });
    Effect::new(move |_| {
        window.pane.track();
        let Some(id) = state.selection.with(|s| s.document) else { return };
        if let Some(at) = ids.with_untracked(|ids| ids.iter().position(|other| *other == id)) {
            window.reveal(at);
        }
    });
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        let open = state.selection.with_untracked(|s| s.document);
        let at = ids.with_untracked(|ids| ids.iter().position(|id| Some(*id) == open)).unwrap_or_default();
        let to = match event.key().as_str() {
            "ArrowDown" => at + 1,
            "ArrowUp" => at.saturating_sub(1),
            "Home" => 0,
            "End" => usize::MAX,
            _ => return,
        }
        .min(total.get_untracked().saturating_sub(1));
        event.prevent_default();
        if let Some(id) = ids.with_untracked(|ids| ids.get(to).copied()) {
            state.open_document(id);
            window.focus(to);
        }
    };
    view! {
        <div class="documents">
            <div class="rows-pane" node_ref=window.pane on:scroll=move |_| window.on_scroll()>
                <div class="rows-whole" style:height=move || window.height()>
                    <ol
                        class="rows"
                        role="list"
                        aria-label="Documents"
                        style:transform=move || window.offset()
                        on:keydown=on_key
                    >
                        {move || {
                            let first = window.rows.get_untracked().start;
                            rows.get()
                                .into_iter()
                                .enumerate()
                                .map(|(at, row)| view! { <DocumentRow row at first=first + at == 0/> })
                                .collect_view()
                        }}
                    </ol>
                </div>
            </div>
            <DocumentDetails/>
        </div>
    }
}

/// One document.
#[component]
fn DocumentRow(row: Row, at: usize, first: bool) -> impl IntoView {
    let state = use_app();
    let id = row.id;
    view! {
        <li>
            <button
                type="button"
                class="document-row"
                class:selected=row.selected
                aria-current=row.selected.then_some("true")
                data-row=(at + 1).to_string()
                tabindex=if row.selected || first { "0" } else { "-1" }
                on:click=move |_| state.open_document(id)
            >
                <span class="document-title" dir="auto">{row.title}</span>
                <span class="document-meta">
                    {(!row.date.is_empty()).then(|| view! { <span>{row.date}</span> })}
                    <span class="badge" class:doubtful=row.doubtful>{row.how}</span>
                    <span class="badge">{row.kind}</span>
                    {(row.checks > 0)
                        .then(|| view! { <span class="badge doubtful">{row.checks}" to check"</span> })}
                    <span class="document-events">{counted(row.events, "event", "events")}</span>
                </span>
            </button>
        </li>
    }
}

/// A publication day as text; empty where nothing decides.
pub(in crate::ui) fn date_of(anchor: &Anchor) -> String {
    anchor.date.as_ref().map(interval_text).unwrap_or_default()
}
