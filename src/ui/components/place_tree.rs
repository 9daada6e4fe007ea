use super::virtual_list::Window;
use crate::ui::state::{AppState, Readiness, use_app};
use crate::view::place_list::{Listing, SPARK, Sort, Spreads};
use crate::view::places::{Node, TreeRow, find, parents_of, tree};
use crate::view::{grouped, px};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// Height of a row in pixels, as the style sheet has it.
const ROW: f64 = 36.0;

/// What a click on a row means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    /// Its fold: show or hide what is below.
    Fold,
    /// Itself: show only what happened there.
    Choose,
    /// Twice: show it on the map.
    Zoom,
}

/// Countries, and the places below them; or the places of a name that is searched for.
#[component]
pub(in crate::ui) fn PlaceTree() -> impl IntoView {
    let state = use_app();
    let open = RwSignal::new(BTreeSet::<Node>::new());
    let asked = RwSignal::new(String::new());
    let sort = RwSignal::new(Sort::default());
    let spreads =
        Memo::new(move |_| state.dossier.with(|dossier| state.shown.with(|rows| Spreads::of(dossier, rows))));
    let listing = Memo::new(move |_| {
        let selected = state.selection.with(|s| s.place).filter(|_| sort.get() == Sort::Distance);
        let from = state.with_tally(|tally| {
            let chosen = selected.and_then(|id| tally.place(id));
            let place = chosen.or_else(|| tally.places().max_by_key(|entry| entry.mentions))?;
            Some((place.place.lat, place.place.lon))
        });
        Listing { sort: sort.get(), spreads: spreads.get(), from }
    });
    let rows = Memo::new(move |_| {
        listing.with(|listing| {
            state.with_tally(|tally| {
                asked.with(|asked| match asked.trim() {
                    "" => open.with(|open| tree(tally, open, listing)),
                    asked => find(tally, listing, asked),
                })
            })
        })
    });
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
            ("z", _) => {
                state.zoom_to(row.node);
                at
            }
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
    let on_sort = move |event| {
        let label = event_target_value(&event);
        sort.set(Sort::ALL.into_iter().find(|sort| sort.label() == label).unwrap_or_default());
    };
    view! {
        <div class="place-tools">
            <input
                type="search"
                id="find-place"
                aria-label="Find a place"
                placeholder="Find a place"
                autocomplete="off"
                on:input=move |event| asked.set(event_target_value(&event))
            />
            <select id="sort-places" aria-label="Order of the places" on:change=on_sort>
                {Sort::ALL.map(|sort| view! { <option value=sort.label()>{sort.label()}</option> }).collect_view()}
            </select>
        </div>
        <div class="rows-pane" node_ref=window.pane on:scroll=move |_| window.on_scroll()>
            <Show
                when=move || { total.get() > 0 }
                fallback=move || view! { <p class="nothing">{move || nothing(&state, &asked.get())}</p> }
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
                                    let on_click = move |node: Node, act: Act| {
                                        cursor.set(at);
                                        match &node {
                                            Node::Unplaced => toggle(node),
                                            Node::Name(name) => {
                                                state.select_name(name);
                                                state.read();
                                            }
                                            _ => match act {
                                                Act::Fold => toggle(node),
                                                Act::Choose => state.filter_place(node),
                                                Act::Zoom => state.zoom_to(node),
                                            },
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

/// Why there is no place, and what to do.
fn nothing(state: &AppState, asked: &str) -> &'static str {
    if !asked.trim().is_empty() {
        "No place here is spelt like that. Write less of the name."
    } else if state.gazetteer.get() == Readiness::Missing {
        "The place data is missing: places cannot be told."
    } else if state.work.with(|work| work.pending > 0) {
        "Reading…"
    } else if state.filter.with(|filter| !filter.is_open()) {
        "No place is named here. Lift the filter to see all."
    } else {
        "No place names found. A name can be put on the map by hand where the text marks it."
    }
}

/// One row: a fold, a name, when something happened there, and how often it is told.
#[component]
fn PlaceRow(
    row: TreeRow,
    place_in_window: usize,
    chosen: bool,
    tabbable: bool,
    on_click: impl Fn(Node, Act) + Send + Copy + 'static,
) -> impl IntoView {
    let (node, folds) = (row.node.clone(), row.node.clone());
    let is_name = matches!(row.node, Node::Name(_));
    let spark = row.rank.spread.path();
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
            on:click=move |event| {
                on_click(node.clone(), if event.detail() == 2 { Act::Zoom } else { Act::Choose });
            }
            on:keydown=move |event| {
                if matches!(event.key().as_str(), "Enter" | " ") {
                    event.prevent_default();
                    on_click(folds.clone(), Act::Choose);
                }
            }
        >
            {row.open.map(|open| {
                let node = row.node.clone();
                let on_fold = move |event: leptos::ev::MouseEvent| {
                    event.stop_propagation();
                    on_click(node.clone(), Act::Fold);
                };
                view! { <span class="fold" class:open=open aria-hidden="true" on:click=on_fold></span> }
            })}
            <span class="place-name" dir="auto">{row.label}</span>
            <span class="place-detail">{row.detail}</span>
            {(!spark.is_empty())
                .then(|| {
                    view! {
                        <svg class="spark" width=px(SPARK.0) height=px(SPARK.1) aria-hidden="true">
                            <path d=spark/>
                        </svg>
                    }
                })}
            <span class="place-count" title=row.line>{grouped(row.mentions)}</span>
        </div>
    }
}
