use super::virtual_list::Window;
use crate::ui::state::use_app;
use crate::view::grouped;
use crate::view::places::{Node, TreeRow, parents_of, tree};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// Height of a row in pixels, as the style sheet has it.
const ROW: f64 = 36.0;

/// Countries, and the places below them.
#[component]
pub(in crate::ui) fn PlaceTree() -> impl IntoView {
    let state = use_app();
    let open = RwSignal::new(BTreeSet::<Node>::new());
    let rows = Memo::new(move |_| open.with(|open| state.with_tally(|tally| tree(tally, open))));
    let total = Signal::derive(move || rows.with(Vec::len));
    let window = Window::new(total, ROW);
    // a place selected elsewhere is unfolded and brought into view
    Effect::new(move |_| {
        window.pane.track();
        let Some(place) = state.selection.with(|s| s.place) else { return };
        let parents =
            state.dossier.with_untracked(|d| d.tally().place(place).map(parents_of)).unwrap_or_default();
        if open.with_untracked(|open| parents.iter().any(|parent| !open.contains(parent))) {
            open.update(|open| open.extend(parents));
        }
        let at = rows.with_untracked(|rows| rows.iter().position(|row| row.node == Node::Place(place)));
        if let Some(at) = at {
            window.reveal(at);
        }
    });
    let toggle = move |node: Node| {
        open.update(|open| {
            if !open.remove(&node) {
                open.insert(node);
            }
        });
    };
    let cursor = RwSignal::new(0_usize);
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        let last = total.get_untracked().saturating_sub(1);
        let at = cursor.get_untracked().min(last);
        let Some(row) = rows.with_untracked(|rows| rows.get(at).cloned()) else { return };
        let to = match (event.key().as_str(), row.open) {
            ("ArrowDown", _) => (at + 1).min(last),
            ("ArrowUp", _) => at.saturating_sub(1),
            // the row itself has done what the key asks; the focus stays where it was
            ("Enter" | " ", _) => at,
            ("Home", _) => 0,
            ("End", _) => last,
            ("ArrowRight", Some(false)) | ("ArrowLeft", Some(true)) => {
                toggle(row.node);
                at
            }
            ("ArrowRight", Some(true)) => (at + 1).min(last),
            ("ArrowLeft", None) => rows
                .with_untracked(|rows| rows.iter().take(at).rposition(|above| above.level < row.level))
                .unwrap_or_default(),
            _ => return,
        };
        event.prevent_default();
        cursor.set(to);
        window.reveal(to);
        window.focus(to);
    };
    view! {
        <div class="rows-pane" node_ref=window.pane on:scroll=move |_| window.on_scroll()>
            <Show
                when=move || { total.get() > 0 }
                fallback=|| view! { <p class="nothing">"No place names found yet."</p> }
            >
                <div class="rows-whole" style:height=move || window.height()>
                    <div
                        class="rows"
                        role="tree"
                        aria-label="Places"
                        style:transform=move || window.offset()
                        on:keydown=on_key
                    >
                        {move || {
                            let range = window.rows.get();
                            let first = range.start;
                            let selected = state.selection.with(|s| s.place).map(Node::Place);
                            let filtered = state.filter.with(|filter| filter.place.clone());
                            let cursor_at = cursor.get();
                            rows.with(|rows| rows.get(range).unwrap_or_default().to_vec())
                                .into_iter()
                                .zip(first..)
                                .map(|(row, at)| {
                                    let chosen = Some(&row.node) == selected.as_ref()
                                        || Some(&row.node) == filtered.as_ref();
                                    let on_click = move |node: Node, folds: bool| {
                                        cursor.set(at);
                                        match &node {
                                            Node::Unplaced => toggle(node),
                                            Node::Name(name) => {
                                                state.select_name(name);
                                                state.read();
                                            }
                                            _ if folds => toggle(node),
                                            _ => state.filter_place(node),
                                        }
                                    };
                                    view! {
                                        <PlaceRow
                                            row
                                            place_in_window=at - first + 1
                                            chosen
                                            tabbable=at == cursor_at || (cursor_at < first && at == first)
                                            on_click
                                        />
                                    }
                                })
                                .collect_view()
                        }}
                    </div>
                </div>
            </Show>
        </div>
    }
}

/// One row: a fold, a name, and how often it is told.
#[component]
fn PlaceRow(
    row: TreeRow,
    place_in_window: usize,
    chosen: bool,
    tabbable: bool,
    /// Called with the node, and whether its fold was meant.
    on_click: impl Fn(Node, bool) + Send + Copy + 'static,
) -> impl IntoView {
    let (node, folds) = (row.node.clone(), row.node.clone());
    let is_name = matches!(row.node, Node::Name(_));
    view! {
        <div
            class="place-row"
            data-level=row.level.to_string()
            class:selected=chosen
            class:unplaced=is_name
            role="treeitem"
            attr:aria-level=row.level.to_string()
            aria-expanded=row.open.map(|open| if open { "true" } else { "false" })
            aria-selected=if chosen { "true" } else { "false" }
            data-row=place_in_window.to_string()
            tabindex=if tabbable { "0" } else { "-1" }
            on:click=move |_| on_click(node.clone(), false)
            on:keydown=move |event| {
                if matches!(event.key().as_str(), "Enter" | " ") {
                    event.prevent_default();
                    on_click(folds.clone(), false);
                }
            }
        >
            {row.open.map(|open| {
                let node = row.node.clone();
                let on_fold = move |event: leptos::ev::MouseEvent| {
                    event.stop_propagation();
                    on_click(node.clone(), true);
                };
                view! { <span class="fold" class:open=open aria-hidden="true" on:click=on_fold></span> }
            })}
            <span class="place-name" dir="auto">{row.label}</span>
            <span class="place-detail">{row.detail}</span>
            <span class="place-count" title=row.line>{grouped(row.mentions)}</span>
        </div>
    }
}
